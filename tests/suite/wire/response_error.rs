//! A decoded response is an error that can be returned, and that every common error type takes.

use super::sensitive::Vault;
use super::{edges, marketing};
use error_catalog::{Decoded, Response, ResponseError};
use error_catalog_tests::{EdgesError, Marketing, MarketingError, MarketingErrorKind};
use std::error::Error;
use std::time::Duration;

const TOO_LOW: &str = r#"{"status":400,"code":"FIELD_VALUE_TOO_LOW","message":"/bid value 1 cannot be lower than 2"}"#;
const SUMMARY: &str = "400 FIELD_VALUE_TOO_LOW: /bid value 1 cannot be lower than 2";

fn too_low() -> ResponseError<Marketing> {
    ResponseError::from(marketing(400, TOO_LOW))
}

#[test]
fn a_response_in_no_envelope_is_an_error_by_its_status() {
    for (status, is_error) in [
        (0, true),
        (99, true),
        (100, false),
        (200, false),
        (204, false),
        (304, false),
        (399, false),
        (400, true),
        (404, true),
        (500, true),
        (599, true),
        (u16::MAX, true),
    ] {
        for body in ["", "  ", "{}", r#"{"id":7}"#, "[1]", "null", "<h1>Hi</h1>"] {
            let decoded = marketing(status, body);
            assert_eq!(decoded.is_error(), is_error, "{status} {body}");
        }
    }
}

#[test]
fn a_response_in_an_envelope_is_an_error_whatever_its_status() {
    let unknown = r#"{"code":"NEW","message":"So it is."}"#;
    let reworded = r#"{"code":"FIELD_VALUE_TOO_LOW","message":"too low"}"#;
    let batch = r#"{"errors":{"1":{"code":"NEW"}},"results":{}}"#;
    for body in [TOO_LOW, unknown, reworded, batch] {
        for status in [0, 100, 200, 302, 400, 503] {
            assert!(marketing(status, body).is_error(), "{status} {body}");
        }
    }
}

#[test]
fn an_error_to_return_is_as_large_as_a_pointer() {
    assert_eq!(size_of::<ResponseError<Marketing>>(), size_of::<usize>());
    assert_eq!(
        size_of::<Result<(), ResponseError<Marketing>>>(),
        size_of::<usize>()
    );
}

#[test]
fn an_error_to_return_can_be_cloned_sent_and_kept() {
    fn assert_kept<E: Error + Clone + Send + Sync + 'static>(_: &E) {}
    assert_kept(&too_low());
}

#[test]
fn everything_of_the_response_is_at_hand() {
    let headers = [("X-Request-Id", "r-1"), ("Retry-After", "30")];
    let response = Response::new(400, TOO_LOW).with_headers(&headers);
    let error = ResponseError::from(Marketing::decode(response));
    assert_eq!(error.kind(), Some(MarketingErrorKind::FieldValueTooLow));
    let typed = MarketingError::field_value_too_low("/bid", "1", "2");
    assert_eq!(error.error(), Some(&typed));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    assert_eq!(error.reference().as_deref(), Some("r-1"));
    assert_eq!(error.body(), TOO_LOW.as_bytes());
    assert_eq!(error.status(), 400);
    assert_eq!(error.into_error().unwrap(), typed);
}

#[test]
fn a_clone_is_the_same_error_and_both_can_be_taken_apart() {
    let error = too_low();
    let clone = error.clone();
    assert_eq!(clone.error(), error.error());
    assert_eq!(clone.body().as_ptr(), error.body().as_ptr());
    let decoded = Decoded::from(clone);
    assert_eq!(decoded.to_string(), SUMMARY);
    assert_eq!(decoded.clone().warnings(), error.warnings());
    assert_eq!(error.into_error().ok(), decoded.into_error().ok());
}

#[test]
fn an_error_without_a_typed_error_is_returned_unchanged() {
    for body in [
        "<h1>Bad Gateway</h1>",
        r#"{"code":"NEW","message":"So it is."}"#,
        r#"{"code":"FIELD_VALUE_TOO_LOW","message":"too low"}"#,
    ] {
        let error = ResponseError::from(marketing(502, body));
        let summary = error.to_string();
        assert!(error.source().is_none());
        let error = error.into_error().unwrap_err();
        assert_eq!(error.to_string(), summary);
        assert_eq!(error.body(), body.as_bytes());
    }
}

#[test]
fn the_display_is_the_summary_on_one_line() {
    assert_eq!(too_low().to_string(), SUMMARY);
    let body = "{\"code\":\"A\\u001b[2J\\nB\",\"message\":\"\\u202e\\r\\n\"}";
    let shown = ResponseError::from(marketing(400, body)).to_string();
    assert_eq!(
        shown,
        r"400 unknown error A\u{1b}[2J\u{a}B: \u{202e}\u{d}\u{a}"
    );
}

#[test]
fn the_source_is_the_typed_error() {
    let error = too_low();
    let source = error.source().unwrap();
    assert_eq!(
        source.downcast_ref::<MarketingError>().unwrap().kind(),
        MarketingErrorKind::FieldValueTooLow
    );
    assert_eq!(source.to_string(), "/bid value 1 cannot be lower than 2");
}

#[test]
fn a_typed_error_whose_text_can_be_sensitive_is_not_the_source() {
    let free_text = r#"{"error":{"code":"NOTE","message":"Token Qz7hXw2KpV9s is bad."}}"#;
    let error = ResponseError::from(Vault::decode(Response::new(409, free_text)));
    assert!(error.error().unwrap().to_string().contains("Qz7"));
    assert!(error.source().is_none());
    let documented = r#"{"error":{"code":"BAD_TOKEN","message":"Token Qz7hXw2KpV9s is bad."}}"#;
    let error = ResponseError::from(Vault::decode(Response::new(401, documented)));
    let source = error.source().unwrap().to_string();
    assert_eq!(source, "Token [redacted] is bad.");
}

fn call() -> Result<(), ResponseError<Marketing>> {
    Err(too_low())
}

#[test]
fn a_question_mark_converts_it_into_a_box() {
    fn boxed() -> Result<(), Box<dyn Error + Send + Sync>> {
        Ok(call()?)
    }
    let error = boxed().unwrap_err();
    assert_eq!(error.to_string(), SUMMARY);
    assert!(error.is::<ResponseError<Marketing>>());
}

#[test]
fn thiserror_takes_it_as_from_and_as_source() {
    #[derive(Debug, thiserror::Error)]
    enum SdkError {
        #[error("the API refused")]
        From(#[from] ResponseError<Marketing>),
        #[error("campaign {id}")]
        Source {
            id: u32,
            #[source]
            cause: ResponseError<Marketing>,
        },
        #[error(transparent)]
        Transparent(Box<ResponseError<Marketing>>),
    }
    fn from() -> Result<(), SdkError> {
        Ok(call()?)
    }
    let cause = too_low();
    let errors = [
        from().unwrap_err(),
        SdkError::Source { id: 7, cause },
        SdkError::Transparent(Box::new(too_low())),
    ];
    let sources = errors.each_ref().map(|error| error.source().unwrap());
    let [from, source, transparent] = sources.map(ToString::to_string);
    assert_eq!([from, source], [SUMMARY, SUMMARY]);
    // A transparent error has the source of what it shows.
    assert_eq!(transparent, "/bid value 1 cannot be lower than 2");
}

#[test]
fn anyhow_takes_it_and_gives_it_back() {
    use anyhow::Context;
    fn fails() -> anyhow::Result<()> {
        call()?;
        Ok(())
    }
    let error = fails().context("cannot raise the bid").unwrap_err();
    let found = error.downcast_ref::<ResponseError<Marketing>>().unwrap();
    assert_eq!(found.kind(), Some(MarketingErrorKind::FieldValueTooLow));
    assert_eq!(
        format!("{error:#}"),
        format!("cannot raise the bid: {SUMMARY}: /bid value 1 cannot be lower than 2")
    );
}

#[test]
fn eyre_takes_it_and_gives_it_back() {
    fn fails() -> eyre::Result<()> {
        call()?;
        Ok(())
    }
    let report = fails().unwrap_err();
    let found = report.downcast_ref::<ResponseError<Marketing>>().unwrap();
    assert_eq!(found.to_string(), SUMMARY);
}

#[test]
fn miette_takes_it_and_gives_it_back() {
    use miette::{Context, IntoDiagnostic};
    #[derive(Debug, thiserror::Error, miette::Diagnostic)]
    #[error("the API refused")]
    #[diagnostic(help("raise the bid"))]
    struct Refused(#[from] ResponseError<Marketing>);

    let report = call()
        .into_diagnostic()
        .wrap_err("cannot raise the bid")
        .unwrap_err();
    let chain: Vec<String> = report.chain().map(ToString::to_string).collect();
    let expected = [
        "cannot raise the bid",
        SUMMARY,
        "/bid value 1 cannot be lower than 2",
    ];
    assert_eq!(chain, expected);
    let report = miette::Report::new(Refused::from(too_low()));
    assert_eq!(report.chain().nth(1).unwrap().to_string(), SUMMARY);
}

#[test]
fn a_log_has_what_the_response_says() {
    let body = r#"{"error_label":"LIMIT_REACHED","message":"Daily limit reached for visits.","status_code":429,
        "error_ref":"r-1","params":{"retry_after":90}}"#;
    let error = ResponseError::from(edges(429, body));
    assert_eq!(error.error(), Some(&EdgesError::limit_reached("visits")));
    let logged: serde_json::Value = serde_json::to_value(&error).unwrap();
    assert_eq!(logged["catalog"], "edges");
    assert_eq!(logged["outcome"], "known");
    assert_eq!(logged["summary"], error.to_string());
    assert_eq!(logged["reference"], "r-1");
    assert_eq!(logged["error"]["id"], "LIMIT_REACHED");
    assert_eq!(logged["fields"][0]["value"], "visits");
    assert!(logged.get("documentation").is_none());
    let decoded = serde_json::to_value(Decoded::from(error)).unwrap();
    assert_eq!(decoded, logged);
}

#[test]
fn a_log_of_a_deeply_nested_body_is_written() {
    let (open, close) = ("{\"a\":[".repeat(50_000), "]}".repeat(50_000));
    let nested = format!("{open}{close}");
    for body in [
        format!(r#"{{"results":{{"1":{nested}}},"errors":{{"2":{nested}}}}}"#),
        format!(r#"{{"code":"NEW","errorDetails":{{"inputErrors":[{nested}]}}}}"#),
        nested,
    ] {
        let error = ResponseError::from(marketing(400, &body));
        assert!(serde_json::to_string(&error).is_ok());
    }
}
