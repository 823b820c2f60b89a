//! Members with a fixed value are written, and not read.

use error_catalog::{BatchBody, ErrorCatalog, Json, Occurrence, Response, Warning};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/constants.json")]
struct Constants;

#[derive(ErrorCatalog)]
#[catalog(path = "families/json-rpc.json")]
struct JsonRpc;

fn written(occurrence: impl Into<Occurrence<ConstantsError>>) -> String {
    String::from_utf8(occurrence.into().to_body()).unwrap()
}

#[test]
fn constants_are_written_before_the_parts_of_the_error() {
    assert_eq!(
        written(ConstantsError::Sold),
        r#"{"object":"error","error":{"param":null,"code":"SOLD","message":"Sold."},"details":{},"causes":[]}"#
    );
    assert_eq!(
        written(ConstantsError::Listed),
        r#"{"messages":[],"ok":false,"errors":[{"type":"problem","listed":"LISTED"}]}"#
    );
    assert_eq!(written(ConstantsError::Form), "v=2&failed=FORM");
    let xml = written(ConstantsError::Xml);
    assert!(
        xml.ends_with("<Response><Type>Sender</Type><Code>XML</Code></Response>"),
        "{xml}"
    );
}

#[test]
fn a_constant_gives_way_to_what_the_error_has() {
    let limit = ConstantsError::Limit {
        max: Some("3".into()),
    };
    assert_eq!(
        written(limit),
        r#"{"object":"error","error":{"param":null,"code":"LIMIT","message":"Too many."},"causes":[],"details":{"max":"3"}}"#
    );
    let param = Json::parse(br#""item""#).unwrap();
    let occurrence = Occurrence::new(ConstantsError::Sold)
        .with_extra("param", param)
        .with_cause(ConstantsError::Form);
    assert_eq!(
        written(occurrence),
        r#"{"object":"error","details":{},"error":{"code":"SOLD","message":"Sold.","param":"item"},"causes":[{"kind":"cause","code":"FORM"}]}"#
    );
}

#[test]
fn a_constant_is_not_read_and_no_unknown_member() {
    for body in [
        written(ConstantsError::Sold),
        r#"{"object":7,"error":{"param":"x","code":"SOLD","message":"Sold."},"details":{},"causes":[]}"#.to_owned(),
    ] {
        let decoded = Constants::decode(Response::new(409, &body));
        assert_eq!(decoded.kind(), Some(ConstantsErrorKind::Sold));
        assert_eq!(decoded.warnings(), [], "{body}");
    }
}

#[test]
fn each_error_of_a_batch_has_the_constants() {
    let batch = BatchBody::<Constants>::new().with_error("a", ConstantsError::Batch);
    let body = String::from_utf8(batch.to_body()).unwrap();
    assert_eq!(body, r#"{"failed":{"a":{"object":"batch","b":"BATCH"}}}"#);
}

#[test]
fn json_rpc_has_its_version_and_an_id() {
    let error = || JsonRpcError::MethodNotFound;
    let id = Json::parse(b"7").unwrap();
    let body =
        |occurrence: Occurrence<JsonRpcError>| String::from_utf8(occurrence.to_body()).unwrap();
    assert_eq!(
        body(Occurrence::new(error())),
        r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32601,"message":"Method not found"}}"#
    );
    assert_eq!(
        body(Occurrence::new(error()).with_extra("id", id)),
        r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":7}"#
    );
    let one =
        r#"{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": 2}"#;
    for body in [
        one.to_owned(),
        format!("[{one}]"),
        format!("[{one}, {one}]"),
    ] {
        let decoded = JsonRpc::decode(Response::new(200, &body));
        assert!(decoded.is_error());
        let unknown = |warning: &Warning<'_>| matches!(warning, Warning::UnknownMember(_));
        assert!(!decoded.warnings().iter().any(unknown), "{body}");
    }
}
