//! What the presets read beyond the bodies of families: the variants that their standards allow.

use error_catalog::{decode, Catalog, ErrorCatalog, Occurrence, Response};
use serde_json::{json, Value as Json};

#[derive(ErrorCatalog)]
#[catalog(path = "families/problem.json")]
struct Problem;

#[derive(ErrorCatalog)]
#[catalog(path = "families/aws-json.json")]
struct AwsJson;

#[derive(ErrorCatalog)]
#[catalog(path = "families/google-rpc.json")]
struct GoogleRpc;

#[derive(ErrorCatalog)]
#[catalog(path = "families/json-api.json")]
struct JsonApi;

#[derive(ErrorCatalog)]
#[catalog(path = "families/json-rpc.json")]
struct JsonRpc;

/// Returns the code, the message, and whether the error is known.
fn read<C: Catalog>(
    status: u16,
    body: &Json,
    headers: &[(&str, &str)],
) -> (String, Option<String>, bool) {
    let body = body.to_string();
    let decoded = decode::<C>(Response::new(status, &body).with_headers(headers));
    let message = decoded.message().map(str::to_owned);
    (
        decoded.code().to_string(),
        message,
        decoded.kind().is_some(),
    )
}

/// Returns the body of the first error of a catalog, whose fields are read from another response.
fn written<C: Catalog>(status: u16, body: &Json) -> Json {
    let body = body.to_string();
    let decoded = decode::<C>(Response::new(status, &body));
    let error = decoded.into_error().expect("the error is known");
    serde_json::from_slice(&Occurrence::new(error).to_body()).unwrap()
}

#[test]
fn the_type_of_a_problem_is_absolute_or_relative() {
    let detail = "Your current balance is 30, but that costs 50.";
    for uri in [
        "https://api.example.com/problems/out-of-credit",
        "//api.example.com/problems/out-of-credit",
        "/problems/out-of-credit",
        "out-of-credit",
    ] {
        let body = json!({ "type": uri, "detail": detail });
        let found = read::<Problem>(403, &body, &[]);
        assert_eq!(
            found,
            ("OUT_OF_CREDIT".to_owned(), Some(detail.to_owned()), true),
            "{uri}"
        );
        let again = written::<Problem>(403, &body);
        assert_eq!(
            again["type"],
            "https://api.example.com/problems/out-of-credit"
        );
        assert_eq!(again["detail"], detail);
    }
}

#[test]
fn a_type_of_others_is_an_unknown_code_and_about_blank_is_none() {
    let read = |uri: Json| {
        let body = json!({ "type": uri, "title": "Forbidden" });
        let (code, message, is_known) = read::<Problem>(403, &body, &[]);
        assert_eq!((message.as_deref(), is_known), (Some("Forbidden"), false));
        code
    };
    assert_eq!(
        read(json!("https://elsewhere.example/out-of-credit")),
        "https://elsewhere.example/out-of-credit"
    );
    assert_eq!(read(json!("about:blank")), "");
    assert_eq!(read(json!("")), "");
    assert_eq!(read(json!(null)), "");
    assert_eq!(read(json!(["a"])), "");
}

#[test]
fn a_code_of_aws_has_a_namespace_and_a_uri_or_not() {
    let code = "ThrottlingException";
    for sent in [
        "ThrottlingException",
        "com.example.v1#ThrottlingException",
        "#ThrottlingException",
        "ThrottlingException:http://internal.example/coral/",
        "ThrottlingException:http://internal.example/#top",
        "com.example#ThrottlingException:http://internal.example/coral/",
    ] {
        for body in [
            json!({ "__type": sent, "message": "m" }),
            json!({ "code": sent, "errorMessage": "m" }),
        ] {
            let found = read::<AwsJson>(400, &body, &[]);
            assert_eq!(
                found,
                (code.to_owned(), Some("m".to_owned()), true),
                "{body}"
            );
        }
        let found = read::<AwsJson>(
            400,
            &json!({ "Message": "m" }),
            &[("X-Amzn-ErrorType", sent)],
        );
        assert_eq!(
            found,
            (code.to_owned(), Some("m".to_owned()), true),
            "{sent}"
        );
    }
    // A code that the catalog knows comes before one that it does not.
    let body = json!({ "__type": "a#Other", "code": code, "message": "m" });
    assert_eq!(read::<AwsJson>(400, &body, &[]).0, code);
}

#[test]
fn details_of_google_rpc_are_in_any_order() {
    let details = |reason: &str| {
        json!([
            { "@type": "type.googleapis.com/google.rpc.LocalizedMessage", "locale": "de", "message": "Nein" },
            { "@type": "type.googleapis.com/google.rpc.RequestInfo", "requestId": "r-1" },
            { "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason, "domain": "d", "metadata": { "service": "s" } },
            { "@type": "type.googleapis.com/google.rpc.PreconditionFailure", "violations": [
                { "type": "TOS", "subject": "u", "description": "Terms not accepted" }
            ] }
        ])
    };
    let body = |reason: &str| json!({ "error": { "code": 403, "status": "PERMISSION_DENIED", "message": "s is not enabled", "details": details(reason) } });
    assert_eq!(
        read::<GoogleRpc>(403, &body("API_DISABLED"), &[]).0,
        "API_DISABLED"
    );
    // An unknown reason does not hide that the status is not known either.
    assert_eq!(read::<GoogleRpc>(403, &body("OTHER"), &[]).0, "OTHER");
    let text = body("API_DISABLED").to_string();
    let decoded = decode::<GoogleRpc>(Response::new(403, &text));
    assert_eq!(decoded.reference().as_deref(), Some("r-1"));
    let causes: Vec<_> = decoded.causes().collect();
    assert_eq!(causes.len(), 1);
    assert_eq!(causes[0].code().to_string(), "TOS");
    assert_eq!(causes[0].message(), Some("Terms not accepted"));
}

#[test]
fn a_status_of_json_api_is_a_string() {
    let body =
        json!({ "errors": [{ "code": "taken", "status": "422", "detail": "Name is taken" }] });
    let again = written::<JsonApi>(422, &body);
    let error = &again["errors"][0];
    assert_eq!(
        (&error["status"], &error["code"]),
        (&json!("422"), &json!("taken"))
    );
}

#[test]
fn an_error_of_json_rpc_is_alone_or_in_a_batch() {
    let error = json!({ "jsonrpc": "2.0", "id": null, "error": { "code": -32601, "message": "Method not found" } });
    let success = json!({ "jsonrpc": "2.0", "id": 1, "result": null });
    for body in [
        error.clone(),
        json!([error]),
        json!([success, error, success]),
    ] {
        assert_eq!(read::<JsonRpc>(200, &body, &[]).0, "-32601", "{body}");
    }
    for body in [success.clone(), json!([success]), json!([])] {
        let text = body.to_string();
        assert!(
            !decode::<JsonRpc>(Response::new(200, &text)).is_error(),
            "{body}"
        );
    }
    let written = written::<JsonRpc>(200, &error);
    assert_eq!(written["error"]["code"], -32601);
}

#[derive(ErrorCatalog)]
#[catalog(path = "errors/patterns.json")]
struct Patterns;

#[test]
fn every_part_of_a_value_is_written_with_the_text_around_it() {
    let body = json!({
        "type": "urn:shop/E17", "text": "Error: Sold", "status": "HTTP 409", "subject": "articles/x", "count": "3 left"
    });
    let text = body.to_string();
    let headers: &[(&str, &str)] = &[("x-trace", "r1-s2")];
    let decoded = decode::<Patterns>(Response::new(409, &text).with_headers(headers));
    assert_eq!(decoded.reference().as_deref(), Some("r1"));
    let error = decoded.into_error().expect("the error is known");
    let expected = PatternsError::Sold {
        article: "x".into(),
        count: Some(3),
    };
    assert_eq!(error, expected);
    let written: Json = serde_json::from_slice(&Occurrence::new(error).to_body()).unwrap();
    let mut body = body;
    body["type"] = json!("E17");
    assert_eq!(written, body);
}
