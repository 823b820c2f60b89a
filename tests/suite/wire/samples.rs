//! The samples of the APIs' documents, read and written.

use error_catalog::{Batch, BatchBody, Decoded, Json, Occurrence, Outcome, Response, Warning};
use error_catalog_tests::{
    HttpApi, HttpApiError, LinkedIn, LinkedInError, Marketing, MarketingError, Works, WorksError,
};
use serde_json::Value;
use std::collections::BTreeMap;

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../documents/samples/", $name, ".json"))
    };
}

/// The values in a document that have no values in them, by their place.
fn leaves(json: &str) -> BTreeMap<String, Value> {
    fn collect(path: &str, value: Value, leaves: &mut BTreeMap<String, Value>) {
        match value {
            Value::Object(members) if !members.is_empty() => {
                for (name, value) in members {
                    collect(&format!("{path}/{name}"), value, leaves);
                }
            }
            Value::Array(elements) if !elements.is_empty() => {
                for (index, value) in elements.into_iter().enumerate() {
                    collect(&format!("{path}/{index}"), value, leaves);
                }
            }
            leaf => {
                leaves.insert(path.to_owned(), leaf);
            }
        }
    }
    let mut found = BTreeMap::new();
    collect("", serde_json::from_str(json).expect("JSON"), &mut found);
    found
}

/// What is written has the values of the sample at their places, and no others.
fn is_sample(written: Vec<u8>, sample: &str) {
    let written = leaves(&String::from_utf8(written).expect("JSON is text"));
    assert_eq!(written, leaves(sample));
}

fn json(text: &str) -> Json<'_> {
    Json::parse(text.as_bytes()).expect("JSON")
}

fn text(value: Option<Json<'_>>) -> Option<String> {
    value.map(|value| value.as_str().map_or_else(|| value.to_string(), Into::into))
}

fn too_low() -> MarketingError {
    MarketingError::field_value_too_low("/Campaign/totalBudget/amount", "31.0", "100.00")
}

fn conditional() -> MarketingError {
    MarketingError::ConditionalValueTooLow {
        field1: "/Campaign/totalBudget/amount".into(),
        value1: "10".into(),
        field2: "/Campaign/dailyBudget/amount".into(),
        value2: "50".into(),
    }
}

/// An error of the Marketing API with what all of its samples say beside it.
fn marketing(error: MarketingError) -> Occurrence<MarketingError> {
    Occurrence::new(error)
        .with_extra("service_error_code", json("10007"))
        .with_extra(
            "error_detail_type",
            json("\"com.linkedin.common.error.BadRequest\""),
        )
}

#[test]
fn the_sample_of_linkedin_is_an_empty_token() {
    let decoded = LinkedIn::decode(Response::new(401, sample!("linkedin")));
    assert_eq!(decoded.error(), Some(&LinkedInError::EmptyAccessToken));
    assert_eq!(
        (
            decoded.body_status(),
            text(decoded.extra("service_error_code"))
        ),
        (Some(401), Some("401".into()))
    );
    // The API sends free text with this status, too: it may be the same.
    assert_eq!(
        (decoded.warnings(), decoded.is_certain()),
        (vec![Warning::Ambiguous], false)
    );

    let written = Occurrence::new(LinkedInError::EmptyAccessToken)
        .with_extra("service_error_code", json("401"))
        .to_body();
    is_sample(written, sample!("linkedin"));
}

#[test]
fn the_new_sample_of_marketing_is_a_conditional_error_with_its_cause() {
    let decoded = Marketing::decode(Response::new(400, sample!("linkedin-marketing-new")));
    assert_eq!(decoded.error(), Some(&conditional()));
    assert_eq!(
        (decoded.envelope(), decoded.warnings(), decoded.is_certain()),
        (Some("v2"), Vec::new(), true)
    );
    assert_eq!(
        text(decoded.extra("service_error_code")),
        Some("10007".into())
    );
    assert_eq!(
        text(decoded.extra("error_detail_type")),
        Some("com.linkedin.common.error.BadRequest".into())
    );

    let causes: Vec<Decoded<'_, Marketing>> = decoded.causes().collect();
    let [cause] = &causes[..] else {
        panic!("{causes:?}")
    };
    assert_eq!(cause.error(), Some(&conditional()));
    assert_eq!(
        text(cause.param("field2")),
        Some("/Campaign/dailyBudget/amount".into())
    );
    assert_eq!(text(cause.extra("min_value")), Some("50".into()));

    // The limit repeats the other field's value; no parameter of the error has it.
    let limit = Json::parse(br#""50""#).unwrap();
    let cause = Occurrence::new(conditional()).with_extra("min_value", limit);
    let written = marketing(conditional()).with_cause_at(1, cause).to_body();
    is_sample(written, sample!("linkedin-marketing-new"));
}

#[test]
fn the_sample_of_one_update_has_a_cause_of_each_kind() {
    let decoded = Marketing::decode(Response::new(400, sample!("linkedin-marketing-single")));
    assert_eq!(
        decoded.error(),
        Some(&MarketingError::MultipleValidationsFailed)
    );
    assert_eq!(decoded.warnings(), []);
    let too_early = MarketingError::date_too_early(
        "/Campaign/runSchedule/start",
        "1104396800000",
        "1580407874019",
    );
    let passed = MarketingError::date_immutable_when_passed("/Campaign/runSchedule/end");
    let causes: Vec<_> = decoded
        .causes()
        .map(Decoded::into_error)
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(causes, [too_early.clone(), passed.clone()]);
    let cause = decoded.causes().nth(1).unwrap();
    let related = cause
        .json()
        .and_then(|json| json.pointer(&["relatedFields", "0", "value", "stringValue"]));
    assert_eq!(text(related), Some("COMPLETED".into()));

    // The message of this error has no place for the values that the sample lists beside it.
    let passed = Occurrence::new(passed)
        .with_extra("input_value", cause.extra("input_value").unwrap())
        .with_extra("related_fields", cause.extra("related_fields").unwrap());
    let written = marketing(MarketingError::MultipleValidationsFailed)
        .with_cause_at(0, too_early)
        .with_cause_at(1, passed)
        .to_body();
    is_sample(written, sample!("linkedin-marketing-single"));
}

/// The keys of a batch with their errors.
fn errors(batch: &Batch<'_, Marketing>) -> Vec<(String, MarketingError)> {
    let errors = batch.errors().map(|(key, error)| {
        assert_eq!(
            error
                .causes()
                .map(|cause| cause.error().cloned())
                .collect::<Vec<_>>(),
            [Some(too_low())]
        );
        assert_eq!(
            (error.body_status(), error.warnings()),
            (Some(400), Vec::new())
        );
        (key.into_owned(), error.into_error().expect("a known error"))
    });
    errors.collect()
}

#[test]
fn the_sample_of_a_failed_batch_has_an_error_for_each_key() {
    let decoded = Marketing::decode(Response::new(
        400,
        sample!("linkedin-marketing-batch-failure"),
    ));
    assert_eq!(decoded.outcome(), Outcome::Batch);
    assert_eq!(
        (decoded.envelope(), decoded.error(), decoded.warnings()),
        (Some("v2"), None, Vec::new())
    );
    let batch = decoded.batch().unwrap();
    assert_eq!(
        errors(&batch),
        [
            ("635137355".into(), too_low()),
            ("632105125".into(), too_low())
        ]
    );
    assert_eq!(batch.results().count(), 0);

    let error = || marketing(too_low()).with_cause(too_low());
    let written = BatchBody::<Marketing>::new()
        .with_error("635137355", error())
        .with_error("632105125", error())
        .to_body();
    is_sample(written, sample!("linkedin-marketing-batch-failure"));
}

#[test]
fn the_sample_of_a_batch_that_failed_in_part_has_results_too() {
    let decoded = Marketing::decode(Response::new(
        207,
        sample!("linkedin-marketing-batch-partial"),
    ));
    assert_eq!(decoded.outcome(), Outcome::Batch);
    let batch = decoded.batch().unwrap();
    assert_eq!(errors(&batch), [("635137355".into(), too_low())]);
    let results: Vec<_> = batch
        .results()
        .map(|(key, result)| (key.into_owned(), text(result.get("status"))))
        .collect();
    assert_eq!(results, [("632105125".into(), Some("204".into()))]);

    let written = BatchBody::<Marketing>::new()
        .with_result("632105125", json(r#"{"status": 204}"#))
        .with_error("635137355", marketing(too_low()).with_cause(too_low()))
        .to_body();
    is_sample(written, sample!("linkedin-marketing-batch-partial"));
}

#[test]
fn the_old_sample_of_marketing_keeps_all_that_it_says() {
    let sample = sample!("linkedin-marketing-old");
    let decoded = Marketing::decode(Response::new(400, sample));
    let said: Value = serde_json::from_str(sample).unwrap();
    assert_eq!(decoded.message(), said["message"].as_str());
    assert_eq!(
        (decoded.envelope(), decoded.body_status()),
        (Some("v1"), Some(400))
    );
    assert_eq!(
        text(decoded.extra("service_error_code")),
        Some("10007".into())
    );
    assert_eq!(decoded.body(), sample.as_bytes());
    assert!(matches!(
        decoded.outcome(),
        Outcome::Known(_) | Outcome::Unknown(_)
    ));
    if let Some(error) = decoded.error() {
        assert_eq!(error.code(), "CONDITIONAL_VALUE_TOO_LOW");
    }
}

#[test]
fn the_sample_of_works_shows_the_members_of_an_error() {
    let decoded = Works::decode(Response::new(400, sample!("works")));
    assert_eq!(decoded.outcome(), Outcome::Unknown("ERROR_CODE".into()));
    assert_eq!(decoded.message(), Some("error description"));
    let written = String::from_utf8(WorksError::NotFound.to_body()).unwrap();
    let names = |json: &str| leaves(json).into_keys().collect::<Vec<_>>();
    assert_eq!(names(&written), names(sample!("works")));
}

#[test]
fn each_sample_of_the_http_api_is_its_error() {
    let samples = [
        (
            400,
            sample!("http-api-invalid-request"),
            HttpApiError::invalid_request("Missing required 'user_id' parameter."),
        ),
        (
            401,
            sample!("http-api-unauthenticated"),
            HttpApiError::Unauthenticated,
        ),
        (
            403,
            sample!("http-api-permission-denied"),
            HttpApiError::PermissionDenied,
        ),
        (
            404,
            sample!("http-api-resource-not-found"),
            HttpApiError::ResourceNotFound,
        ),
        (
            429,
            sample!("http-api-rate-limit-exceeded"),
            HttpApiError::RateLimitExceeded,
        ),
        (
            500,
            sample!("http-api-internal-server-error"),
            HttpApiError::InternalServerError,
        ),
        (
            503,
            sample!("http-api-service-unavailable"),
            HttpApiError::ServiceUnavailable,
        ),
        (
            400,
            sample!("http-api-insufficient-balance"),
            HttpApiError::insufficient_balance("100.00", "50.50"),
        ),
    ];
    for (status, sample, error) in samples {
        let decoded = HttpApi::decode(Response::new(status, sample));
        assert_eq!(decoded.error(), Some(&error));
        assert_eq!(
            (decoded.warnings(), decoded.is_certain()),
            (Vec::new(), true),
            "{decoded}"
        );
        is_sample(error.to_body(), sample);
    }
}
