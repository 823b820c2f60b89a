//! The forms of errors, and warnings about forms that are not documented.

use super::{edges, marketing, parcels, works};
use error_catalog::{Code, Foreign, Json, Outcome, Response, Warning};
use error_catalog_tests::{
    EdgesErrorKind, HttpApi, HttpApiError, HttpApiErrorKind, MarketingError, Parcels, ParcelsError,
    ParcelsErrorKind, Works, WorksError,
};

const TOO_LOW: &str = r#"{"status":400,"code":"FIELD_VALUE_TOO_LOW","message":"/bid value 1 cannot be lower than 2"}"#;

fn too_low() -> MarketingError {
    MarketingError::field_value_too_low("/bid", "1", "2")
}

#[test]
fn a_body_with_a_code_has_the_new_form_of_marketing_and_one_without_the_old() {
    let new = marketing(400, TOO_LOW);
    assert_eq!(
        (new.envelope(), new.error()),
        (Some("v2"), Some(&too_low()))
    );
    let old = marketing(
        400,
        r#"{"status":400,"message":"/bid value 1 cannot be lower than 2"}"#,
    );
    assert_eq!(
        (old.envelope(), old.error()),
        (Some("v1"), Some(&too_low()))
    );
}

#[test]
fn an_error_can_be_within_another_member() {
    let body = r#"{"error":{"code":"PERMISSION_DENIED","message":"You do not have permission to perform this action."},"trace":1}"#;
    let decoded = HttpApi::decode(Response::new(403, body));
    assert_eq!(decoded.error(), Some(&HttpApiError::PermissionDenied));
    assert_eq!(
        decoded.warnings(),
        [Warning::UnknownMember("/trace".into())]
    );
}

#[test]
fn parameters_in_an_object_have_their_types_or_are_strings() {
    let with = |details: &str| {
        let body = format!(r#"{{"error":{{"code":"INSUFFICIENT_BALANCE","details":{details}}}}}"#);
        HttpApi::decode(Response::new(400, &body)).into_owned()
    };
    let expected = HttpApiError::insufficient_balance("100.00", "50.50");
    assert_eq!(
        with(r#"{"required":"100.00","available":"50.50"}"#).error(),
        Some(&expected)
    );
    assert_eq!(
        with(r#"{"required":100.00,"available":50.50}"#).error(),
        Some(&expected)
    );
    let wrong = with(r#"{"required":"a lot","available":"50.50"}"#);
    assert_eq!(
        wrong.outcome(),
        Outcome::Partial(HttpApiErrorKind::InsufficientBalance)
    );
    assert_eq!(wrong.warnings(), [Warning::ParamType("required")]);
    let missing = with(r#"{"required":null}"#);
    assert_eq!((missing.error(), missing.warnings()), (None, Vec::new()));
}

#[test]
fn every_type_of_parameter_is_read_from_json_of_its_type_and_from_text() {
    let typed = r#"{"code":"COUNTED","message":"Counted","params":{"count":7,"is_new":true,"names":["a, b","c"],"raw":{"x":[1.50]}}}"#;
    let names = || vec!["a, b".into(), "c".into()];
    let expected = ParcelsError::Counted {
        count: 7,
        is_new: true,
        names: names(),
        raw: r#"{"x":[1.50]}"#.into(),
    };
    assert_eq!(parcels(400, typed).error(), Some(&expected));
    let texts = r#"{"code":"COUNTED","params":{"count":"7","is_new":"true","names":["a, b","c"],"raw":{"x":[1.50]}}}"#;
    assert_eq!(parcels(400, texts).error(), Some(&expected));
    let single = r#"{"code":"COUNTED","params":{"count":7,"is_new":true,"names":"a","raw":null}}"#;
    let expected = ParcelsError::Counted {
        count: 7,
        is_new: true,
        names: vec!["a".into()],
        raw: "null".into(),
    };
    assert_eq!(parcels(400, single).error(), Some(&expected));
    for wrong in [
        r#""count":7.5"#,
        r#""count":"seven""#,
        r#""count":[7]"#,
        r#""count":99999999999999999999"#,
    ] {
        let body = format!(
            r#"{{"code":"COUNTED","params":{{{wrong},"is_new":true,"names":[],"raw":0}}}}"#
        );
        assert_eq!(
            parcels(400, &body).warnings(),
            [Warning::ParamType("count")],
            "{wrong}"
        );
    }
}

#[test]
fn a_number_is_read_as_a_string_and_a_string_as_a_number() {
    let number = works(404, r#"{"code":404,"description":"What is that?"}"#);
    assert_eq!(
        (number.outcome(), number.message()),
        (Outcome::Unknown(Code::Number(404)), Some("What is that?"))
    );
    let message = works(404, r#"{"code":"NOT_FOUND","description":12.50}"#);
    assert_eq!(
        (message.error(), message.message()),
        (Some(&WorksError::NotFound), Some("12.50"))
    );
    let status = edges(424, r#"{"error_label":"SN_CONFLICT","status_code":"424"}"#);
    assert_eq!(
        (status.body_status(), status.warnings()),
        (Some(424), vec![Warning::StatusType])
    );
}

#[test]
fn a_byte_order_mark_is_skipped_and_is_a_warning() {
    let body = format!("\u{feff}{TOO_LOW}");
    let decoded = marketing(400, &body);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&too_low()), vec![Warning::ByteOrderMark])
    );
    assert_eq!(decoded.body(), body.as_bytes());
}

#[test]
fn whitespace_around_and_within_the_body_is_no_warning() {
    let body = format!(
        "\r\n\t {} \n",
        TOO_LOW.replace(':', " :\t").replace(',', "\n,\n")
    );
    let decoded = marketing(400, &body);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&too_low()), vec![])
    );
}

#[test]
fn members_that_are_not_in_the_catalog_are_warnings() {
    let body = TOO_LOW.replace('{', r#"{"debug":{},"a\u202eb":1,"#);
    let decoded = marketing(400, &body);
    let unknown = [
        Warning::UnknownMember("/debug".into()),
        Warning::UnknownMember("/a\u{202e}b".into()),
    ];
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&too_low()), unknown.to_vec())
    );
}

#[test]
fn of_members_with_the_same_name_the_last_counts() {
    let body = r#"{"code":"A","code":"NOT_FOUND","description":"The requested resource could not be found."}"#;
    let decoded = works(404, body);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&WorksError::NotFound), vec![Warning::DuplicateMember])
    );
    let escaped = body.replacen("code", r"c\u006fde", 1);
    let decoded = works(404, &escaped);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&WorksError::NotFound), vec![Warning::DuplicateMember])
    );
}

#[test]
fn any_number_of_duplicate_members_is_a_warning() {
    let many = (0..40).map(|number| format!("\"m{number}\":{number},"));
    let many = many.collect::<Vec<_>>().concat();
    let body = format!(r#"{{{many}"code":"NOT_FOUND","m39":0}}"#);
    assert!(works(404, &body)
        .warnings()
        .contains(&Warning::DuplicateMember));
    let body = format!(r#"{{{many}"code":"NOT_FOUND"}}"#);
    let warnings = works(404, &body).warnings().len();
    assert_eq!(warnings, 40, "each unknown member, and no more");
}

#[test]
fn errors_in_headers_are_read_where_the_body_has_none() {
    let headers = [(
        "WWW-Authenticate",
        r#"Basic realm="x", Bearer error="insufficient_scope", scope="a  b""#,
    )];
    let decoded = Works::decode(Response::new(403, "").with_headers(&headers));
    let expected = WorksError::InsufficientScope {
        scope: vec!["a".into(), "b".into()],
    };
    assert_eq!(
        (decoded.error(), decoded.envelope()),
        (Some(&expected), Some("challenge"))
    );
    let body = r#"{"code":"NOT_FOUND"}"#;
    let decoded = Works::decode(Response::new(404, body).with_headers(&headers));
    assert_eq!(
        (decoded.error(), decoded.envelope()),
        (Some(&WorksError::NotFound), Some("standard"))
    );
    let locked = [("x-parcel-lock", "Ada")];
    let decoded = Parcels::decode(Response::new(423, "<html>").with_headers(&locked));
    assert_eq!(decoded.error(), Some(&ParcelsError::locked("", "Ada")));
    let other = Parcels::decode(Response::new(500, "<html>").with_headers(&locked));
    assert_eq!(
        (other.outcome(), other.body()),
        (Outcome::Unknown(Code::None), &b"<html>"[..])
    );
}

#[test]
fn the_parts_for_support_are_read() {
    let body = r#"{"error_label":"NO_RESULT","error_scope":"input","error_ref":"r-1","message":"No results for x","params":{"a":1}}"#;
    let decoded = edges(424, body);
    assert_eq!(
        (decoded.scope().as_deref(), decoded.reference().as_deref()),
        (Some("input"), Some("r-1"))
    );
    assert_eq!(decoded.param("a").map(Json::as_written), Some("1"));
    assert_eq!(decoded.kind(), Some(EdgesErrorKind::NoResult));
}

#[test]
fn causes_and_batches_are_found_where_an_own_catalog_puts_them() {
    let body = r#"{"code":"BUSY","first":[{"code":1042,"message":"1 kg are too heavy"},7],"second":[{"code":"NEW"}],"failed":{}}"#;
    let decoded = parcels(503, body);
    let causes: Vec<_> = decoded.causes().map(|cause| cause.kind()).collect();
    assert_eq!(causes, [Some(ParcelsErrorKind::TooHeavy), None, None]);
    let codes: Vec<Code<'static>> = decoded
        .causes()
        .filter_map(|cause| match cause.outcome() {
            Outcome::Unknown(code) => Some(code.to_string().into()),
            _ => None,
        })
        .collect();
    assert_eq!(codes, ["NEW"]);
    let other = decoded.causes().nth(1).unwrap();
    assert_eq!(other.outcome(), Outcome::Foreign(Foreign::OtherJson));
    assert!(decoded
        .batch()
        .is_some_and(|batch| batch.errors().count() == 0));
}

#[test]
fn a_message_without_a_code_is_an_unknown_error_that_keeps_its_message() {
    for code in [
        r#""code":"","#,
        r#""code":null,"#,
        r#""code":[1],"#,
        r#""code":true,"#,
        "",
    ] {
        let body = format!(r#"{{{code}"description":"Nobody is at home."}}"#);
        let decoded = works(500, &body);
        assert_eq!(decoded.outcome(), Outcome::Unknown(Code::None), "{code}");
        assert_eq!(decoded.message(), Some("Nobody is at home."), "{code}");
        assert_eq!(decoded.to_string(), "500 unknown error: Nobody is at home.");
        let nested = format!(r#"{{"error":{}}}"#, body.replace("description", "message"));
        let decoded = HttpApi::decode(Response::new(500, &nested));
        assert_eq!(decoded.message(), Some("Nobody is at home."), "{code}");
    }
    // A message of an error that has a code is not taken for that error: nothing says so.
    let body = r#"{"code":"","description":"The requested resource could not be found."}"#;
    assert_eq!(works(404, body).outcome(), Outcome::Unknown(Code::None));
}

#[test]
fn a_success_with_a_message_is_not_an_error() {
    let body = r#"{"description":"Done.","id":1}"#;
    let outcome = |status, body: &str| format!("{:?}", works(status, body).outcome());
    assert_eq!(outcome(201, body), "Foreign(OtherJson)");
    assert_eq!(outcome(400, body), "Unknown(None)");
    assert_eq!(
        outcome(400, r#"{"code":"","description":" "}"#),
        "Foreign(OtherJson)"
    );
    assert_eq!(
        outcome(400, r#"{"code":"","description":{}}"#),
        "Foreign(OtherJson)"
    );
}

#[test]
fn causes_and_errors_of_a_batch_keep_their_message_without_a_code() {
    let body = r#"{"code":"BUSY","first":[{"code":"","message":"a"},{"message":"b"}],"failed":{"1":{"message":"c"}}}"#;
    let decoded = parcels(200, body);
    let messages = decoded
        .causes()
        .map(|cause| cause.message().map(String::from));
    let messages: Vec<_> = messages.flatten().collect();
    assert_eq!(messages, ["a", "b"]);
    let batch = decoded.batch().unwrap();
    let (_, error) = batch.errors().next().unwrap();
    assert_eq!(error.message(), Some("c"));
    // With errors of a batch beside it, a message without a code is that of the batch.
    let body = r#"{"message":"Some failed.","failed":{"1":{"message":"c"}}}"#;
    assert_eq!(parcels(400, body).outcome(), Outcome::Batch);
}

#[test]
fn a_body_without_an_envelope_says_what_it_begins_with() {
    let excerpt = |body: &str| works(502, body).excerpt();
    let page = "<html>\n<head><title>502 Bad\n Gateway</title></head>";
    assert_eq!(excerpt(page).as_deref(), Some("502 Bad Gateway"));
    assert_eq!(
        excerpt("upstream timed out\nmore").as_deref(),
        Some("upstream timed out")
    );
    assert_eq!(excerpt("[\n1\n]").as_deref(), Some("[ 1 ]"));
    assert_eq!((excerpt(""), excerpt(r#"{"code":"NEW"}"#)), (None, None));
    let shown = works(502, page).to_string();
    assert!(shown.ends_with(": 502 Bad Gateway"), "{shown}");
}
