//! Errors as serde values.

use error_catalog::{BatchBody, Json, Occurrence, Response};
use error_catalog_tests::{
    Edges, EdgesError, HttpApiError, Marketing, MarketingError, Parcels, ParcelsError, WorksError,
};
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
fn an_error_that_is_sent_in_a_header_has_a_plain_body_for_serde() {
    let error = WorksError::insufficient_scope(vec!["user.read".into()]);
    assert_eq!(error.to_body(), b"");
    let body = to_string(&error).unwrap();
    assert!(body.contains(r#""scope":["user.read"]"#), "{body}");
    assert_eq!(from_str::<WorksError>(&body).unwrap(), error);
}

#[test]
fn the_error_for_another_body_describes_it() {
    let unknown = from_str::<MarketingError>(r#"{"code": "NEW", "message": "x"}"#).unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "expected an error of the catalog `linkedin-marketing`, found unknown error NEW: x"
    );
    let partial = from_str::<MarketingError>(r#"{"code": "FIELD_VALUE_TOO_LOW", "message": "x"}"#);
    assert_eq!(
        partial.unwrap_err().to_string(),
        "expected an error of the catalog `linkedin-marketing`, found FIELD_VALUE_TOO_LOW (parameters not readable): x"
    );
    let other = from_str::<MarketingError>("[1, {\"a\": null}, 1.5, true]").unwrap_err();
    assert_eq!(
        other.to_string(),
        "expected an error of the catalog `linkedin-marketing`, found a JSON body of another kind: [1,{\"a\":null},1.5,true]"
    );
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

/// An error with this JSON as a parameter.
fn counted(raw: &str) -> ParcelsError {
    ParcelsError::Counted {
        count: 7,
        is_new: true,
        names: vec![],
        raw: raw.to_owned().into(),
    }
}

#[test]
fn a_value_that_is_nested_too_deep_is_an_error_and_costs_no_stack() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    let few = counted(&nested(100));
    assert_eq!(
        from_str::<ParcelsError>(&to_string(&few).unwrap()).unwrap(),
        few
    );
    for depth in [127, 128, 12_500] {
        let error = counted(&nested(depth));
        let body = error.to_body();
        assert_eq!(
            Parcels::decode(Response::new(400, &body)).error(),
            Some(&error)
        );
        let written = to_string(&error).unwrap_err().to_string();
        assert_eq!(written, "nested deeper than 128 values");
        assert!(to_string(&Json::parse(&body).unwrap()).is_err());
        assert!(to_string(&Occurrence::new(error.clone())).is_err());
        let read = from_str::<ParcelsError>(std::str::from_utf8(&body).unwrap());
        assert!(read.is_err());
    }
}

/// What `decode` and serde make of a body.
fn both(body: &str) -> (Option<ParcelsError>, Option<ParcelsError>) {
    let decoded = Parcels::decode(Response::new(400, body));
    (decoded.into_error().ok(), from_str(body).ok())
}

#[test]
fn serde_reads_what_decode_reads() {
    let body = |count: &str, raw: &str| {
        format!(
            r#"{{"code":"COUNTED","params":{{"count":{count},"is_new":true,"names":["a",1],"raw":{raw}}}}}"#
        )
    };
    let raws = [
        "null",
        "[1,1.5,true,\"a\\n\",{\"a\":{}}]",
        r#"{"$serde_json::private::Number":"7"}"#,
        r#"{"$serde_json::private::Number":"7","a":1}"#,
        r#"{"a":1,"$serde_json::private::Number":"7"}"#,
        "18446744073709551615",
    ];
    for raw in raws {
        let (decoded, read) = both(&body("7", raw));
        assert!(decoded.is_some(), "{raw}");
        assert_eq!(decoded, read, "{raw}");
    }
    for count in [
        "7.0",
        "7e0",
        "500.0",
        "\"7\"",
        "99999999999999999999",
        "-7",
        "[7]",
        "null",
    ] {
        let (decoded, read) = both(&body(count, "0"));
        assert_eq!(decoded, read, "{count}");
    }
    for code in ["1042", "1042.0", "1.042e3", "\"1042\"", "1e400"] {
        let (decoded, read) = both(&format!(
            r#"{{"code":{code},"message":"2.50 kg are too heavy"}}"#
        ));
        assert_eq!(decoded, read, "{code}");
    }
}
