//! One time that an error happened: what goes out of it, and what stays.

use error_catalog::header::RetryAfter;
use error_catalog::{BatchBody, Json, Occurrence, Response};
use error_catalog_tests::{
    Edges, EdgesError, HttpApi, HttpApiError, Marketing, MarketingError, Parcels, ParcelsError,
    Works, WorksError,
};
use proptest::prelude::*;
use std::error::Error;
use std::time::Duration;

fn text(body: Vec<u8>) -> String {
    String::from_utf8(body).expect("JSON is text")
}

fn json(text: &str) -> Json<'_> {
    Json::parse(text.as_bytes()).expect("JSON")
}

#[test]
fn the_reference_goes_to_the_place_that_the_catalog_names() {
    let occurrence = Occurrence::new(EdgesError::SnConflict).with_reference("r-\"1\"\n");
    let body = occurrence.to_body();
    let decoded = Edges::decode(Response::new(424, &body));
    assert_eq!(decoded.reference().as_deref(), Some("r-\"1\"\n"));
    assert_eq!(occurrence.reference(), Some("r-\"1\"\n"));
    // Works has no place for it.
    let body = Occurrence::new(WorksError::NotFound)
        .with_reference("r-1")
        .to_body();
    assert!(!text(body).contains("r-1"));
}

#[test]
fn the_source_is_for_logs_and_never_in_the_body() {
    let cause = std::io::Error::other("password=hunter2");
    let occurrence = Occurrence::new(HttpApiError::InternalServerError).with_source(cause);
    assert_eq!(
        occurrence.source().map(ToString::to_string).as_deref(),
        Some("password=hunter2")
    );
    assert!(format!("{occurrence:?}").contains("hunter2"));
    assert!(!occurrence.to_string().contains("hunter2"));
    assert!(!text(occurrence.to_body()).contains("hunter2"));
    assert!(occurrence
        .to_headers()
        .iter()
        .all(|(_, value)| !value.contains("hunter2")));
    assert!(Occurrence::new(HttpApiError::InternalServerError)
        .source()
        .is_none());
}

#[test]
fn question_mark_makes_an_occurrence_of_an_error() {
    fn fails() -> Result<(), Occurrence<WorksError>> {
        Err(WorksError::NotFound)?
    }
    let occurrence = fails().unwrap_err();
    assert_eq!(occurrence.error(), &WorksError::NotFound);
    assert_eq!(occurrence.to_string(), WorksError::NotFound.to_string());
    assert_eq!(
        occurrence.status().map(error_catalog::Status::as_u16),
        Some(404)
    );
    assert_eq!(occurrence.into_error(), WorksError::NotFound);
    assert_eq!(size_of::<Occurrence<WorksError>>(), size_of::<usize>());
}

#[test]
fn extras_that_the_catalog_names_are_in_the_body_once_with_their_last_value() {
    let occurrence = Occurrence::new(MarketingError::missing_field("a"))
        .with_extra("service_error_code", json("2"))
        .with_extra("service_error_code", json(" 10007 "))
        .with_extra("unknown", json("\"x\""));
    let body = occurrence.to_body();
    assert!(!text(body.clone()).contains("unknown"));
    let decoded = Marketing::decode(Response::new(400, &body));
    assert_eq!(
        decoded.extra("service_error_code").map(Json::as_written),
        Some("10007")
    );
    assert_eq!(decoded.extras().count(), 1);
    assert_eq!(decoded.warnings(), []);
}

#[test]
fn causes_are_in_their_places_and_are_read_back_in_order() {
    let occurrence = Occurrence::new(ParcelsError::Busy)
        .with_cause_at(1, ParcelsError::TooFar)
        .with_cause(ParcelsError::too_heavy("1"))
        .with_cause_at(1, ParcelsError::Busy)
        .with_cause_at(9, ParcelsError::TooFar);
    assert_eq!(occurrence.causes().count(), 4);
    let body = occurrence.to_body();
    let decoded = Parcels::decode(Response::new(503, &body));
    let causes: Vec<_> = decoded
        .causes()
        .filter_map(|cause| cause.into_error().ok())
        .collect();
    assert_eq!(
        causes,
        [
            ParcelsError::too_heavy("1"),
            ParcelsError::TooFar,
            ParcelsError::Busy
        ]
    );
    // Works has no place for causes.
    let body = text(
        Occurrence::new(WorksError::Conflict)
            .with_cause(WorksError::NotFound)
            .to_body(),
    );
    assert!(!body.contains("NOT_FOUND"), "{body}");
}

#[test]
fn an_error_in_the_body_has_a_content_type() {
    let headers = Occurrence::new(WorksError::NotFound).to_headers();
    assert_eq!(headers, [("content-type", "application/json".into())]);
}

#[test]
fn retry_after_is_what_is_stated_or_else_documented() {
    let value = |occurrence: Occurrence<EdgesError>| {
        let headers = occurrence.to_headers().into_iter();
        headers
            .filter(|(name, _)| *name == "retry-after")
            .map(|(_, value)| value)
            .collect::<Vec<_>>()
    };
    let stated = RetryAfter::Delay(Duration::from_millis(1500));
    assert_eq!(
        value(Occurrence::new(EdgesError::limit_reached("x"))),
        ["86400"]
    );
    assert_eq!(
        value(Occurrence::new(EdgesError::limit_reached("x")).with_retry_after(stated)),
        ["2"]
    );
    let with = |retry_after| EdgesError::Status429 {
        retry_after,
        postponed_until: None,
    };
    assert_eq!(value(with(Some(5)).into()), ["5"]);
    assert!(value(with(None).into()).is_empty());
    assert!(value(with(Some(-5)).into()).is_empty());
    assert!(value(EdgesError::SnConflict.into()).is_empty());
}

#[test]
fn an_error_in_a_header_has_no_body_and_comes_back() {
    let error = WorksError::InsufficientScope {
        scope: vec!["a".into(), "b".into()],
    };
    let occurrence = Occurrence::new(error.clone());
    assert!(occurrence.to_body().is_empty() && error.to_body().is_empty());
    let headers = occurrence.to_headers();
    let expected = r#"Bearer error="insufficient_scope", error_description="The access token does not have a scope to use this API.", scope="a b""#;
    assert_eq!(headers, [("www-authenticate", expected.into())]);
    let decoded = Works::decode(Response::new(403, "").with_headers(&headers));
    assert_eq!(decoded.error(), Some(&error));
}

proptest! {
    #[test]
    fn no_text_gets_out_of_the_header_that_it_is_in(value in any::<String>(), evil in prop::sample::select(vec!["\r\nSet-Cookie: a=b", "\n", "\r", "\0", "\", error=\"x", "\\", ", Basic realm=x"])) {
        let value = format!("{value}{evil}{value}");
        let errors = [
            Occurrence::new(ParcelsError::locked("", value.clone())).to_headers(),
            Occurrence::new(ParcelsError::no_entry(value.clone())).to_headers(),
            Occurrence::new(WorksError::InsufficientScope { scope: vec![value.clone().into(), "b".into()] }).to_headers(),
            Occurrence::new(EdgesError::api_rate_limit("", value)).to_headers(),
        ];
        for headers in errors {
            prop_assert_eq!(headers.len(), 1);
            for (_, value) in &headers {
                prop_assert!(value.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{:?}", value);
            }
            let challenges = error_catalog::header::Headers::from(&headers).challenges();
            prop_assert!(challenges.len() <= 1, "{:?}", challenges);
        }
    }

    #[test]
    fn what_is_written_is_json_whatever_the_texts(text in any::<String>(), key in any::<String>()) {
        let occurrence = || Occurrence::new(ParcelsError::WrongPin { pin: text.clone().into(), name: "a".into(), token: Some(text.clone().into()) })
            .with_reference(text.clone())
            .with_cause(ParcelsError::too_heavy(text.clone()));
        for body in [occurrence().to_body(), BatchBody::<Parcels>::new().with_error(key.clone(), occurrence()).to_body()] {
            prop_assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok(), "{}", String::from_utf8_lossy(&body));
        }
    }
}

#[test]
fn a_batch_can_contain_errors_that_are_sent_in_headers_elsewhere() {
    let body = BatchBody::<Parcels>::new()
        .with_error("1", ParcelsError::no_entry("the yard"))
        .with_result("2", json("[]"))
        .to_body();
    let decoded = Parcels::decode(Response::new(207, &body));
    let batch = decoded.batch().expect("a batch");
    let errors: Vec<_> = batch
        .errors()
        .map(|(key, error)| (key.into_owned(), error.into_error().ok()))
        .collect();
    assert_eq!(
        errors,
        [("1".into(), Some(ParcelsError::no_entry("the yard")))]
    );
    assert_eq!(batch.results().count(), 1);
}

#[test]
fn the_last_outcome_of_a_key_in_a_batch_counts() {
    let body = BatchBody::<Parcels>::new()
        .with_error("1", ParcelsError::too_heavy("30"))
        .with_error("2", ParcelsError::too_heavy("40"))
        .with_error("1", ParcelsError::too_heavy("50"))
        .with_result("3", json("[3]"))
        .with_result("2", json("[2]"))
        .with_result("4", json("[4]"))
        .with_error("4", ParcelsError::too_heavy("60"));
    assert_eq!(
        format!("{body:?}"),
        r#"BatchBody { errors: ["1", "4"], results: ["3", "2"] }"#
    );
    let body = body.to_body();
    let decoded = Parcels::decode(Response::new(207, &body));
    let batch = decoded.batch().expect("a batch");
    let errors: Vec<_> = batch
        .errors()
        .map(|(key, error)| (key.into_owned(), error.into_error().ok()))
        .collect();
    let heavy = |key: &str, weight: &str| {
        (
            key.to_owned(),
            Some(ParcelsError::too_heavy(weight.to_owned())),
        )
    };
    assert_eq!(errors, [heavy("1", "50"), heavy("4", "60")]);
    let results: Vec<_> = batch
        .results()
        .map(|(key, result)| (key.into_owned(), result.as_written().to_owned()))
        .collect();
    let result = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(results, [result("3", "[3]"), result("2", "[2]")]);
}

#[test]
fn a_catalog_without_a_place_for_batches_writes_none() {
    assert!(BatchBody::<HttpApi>::new()
        .with_error("1", HttpApiError::Unauthenticated)
        .to_body()
        .is_empty());
}
