//! Errors as serde values.

use error_catalog::{BatchBody, Json, Occurrence};
use error_catalog_tests::{Edges, EdgesError, HttpApiError, Marketing, MarketingError, WorksError};
use serde_json::{from_str, from_value, json, to_string, to_value};

#[test]
fn an_error_is_written_as_the_body_of_its_api() {
    let error = HttpApiError::insufficient_balance("100.00", "50.50");
    let body = json!({
        "error": {
            "code": "INSUFFICIENT_BALANCE",
            "message": "Your account balance is insufficient to complete this transaction.",
            "details": { "required": "100.00", "available": "50.50" },
        },
    });
    assert_eq!(to_value(&error).unwrap(), body);
    assert_eq!(to_string(&error).unwrap().into_bytes(), error.to_body());
    assert_eq!(from_value::<HttpApiError>(body).unwrap(), error);
}

#[test]
fn an_error_that_travels_in_a_header_has_a_plain_body_for_serde() {
    let error = WorksError::insufficient_scope(vec!["user.read".into()]);
    assert_eq!(error.to_body(), b"");
    let body = to_string(&error).unwrap();
    assert!(body.contains(r#""scope":["user.read"]"#), "{body}");
    assert_eq!(from_str::<WorksError>(&body).unwrap(), error);
}

#[test]
fn what_is_no_error_of_the_catalog_says_what_it_is() {
    let unknown = from_str::<MarketingError>(r#"{"code": "NEW", "message": "x"}"#).unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "no error of the catalog `linkedin-marketing`: 0 unknown error NEW: x"
    );
    assert!(from_str::<MarketingError>("[1, {\"a\": null}, 1.5, true]").is_err());
}

#[test]
fn an_occurrence_is_written_with_all_that_it_says() {
    let occurrence = Occurrence::new(EdgesError::not_connected("Ada")).with_reference("r-1");
    let body = to_value(&occurrence).unwrap();
    assert_eq!(body["error_ref"], "r-1");
    assert_eq!(body["message"], "You are not connected with Ada.");
}

#[test]
fn a_batch_is_written_by_key() {
    let batch = BatchBody::<Marketing>::new()
        .with_result("1", Json::parse(br#"{"status": 204}"#).unwrap())
        .with_error("2", MarketingError::field_value_too_low("/bid", "1", "2"));
    let body = to_value(&batch).unwrap();
    assert_eq!(body["results"]["1"]["status"], 204);
    assert_eq!(body["errors"]["2"]["code"], "FIELD_VALUE_TOO_LOW");
    assert_eq!(to_value(BatchBody::<Edges>::default()).ok(), None);
}

#[test]
fn numbers_keep_their_digits() {
    let text = r#"[0,-1,18446744073709551615,1.5,2.50,123456789012345678901234567890,1e3,null,true,"a\n"]"#;
    let value = to_value(Json::parse(text.as_bytes()).unwrap()).unwrap();
    let expected = json!([
        0,
        -1,
        18_446_744_073_709_551_615_u64,
        1.5,
        "2.50",
        "123456789012345678901234567890",
        "1e3",
        null,
        true,
        "a\n"
    ]);
    assert_eq!(value, expected);
}
