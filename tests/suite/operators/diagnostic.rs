//! Errors as diagnostics of `miette`.

use super::{leaks, rejected, Layer, Operators, OperatorsError, Own, SECRET};
use error_catalog::client::CallError;
use error_catalog::{Occurrence, Response, ResponseError};
use miette::{Diagnostic, NarratableReportHandler, Report, Severity};

const DOCS: &str = "https://shop.example/errors";

/// A report, as text.
fn rendered(error: &dyn Diagnostic) -> String {
    let mut report = String::new();
    let handler = NarratableReportHandler::new();
    handler.render_report(&mut report, error).unwrap();
    report
}

/// Code, help, and address.
fn parts(error: &dyn Diagnostic) -> [Option<String>; 3] {
    [error.code(), error.help(), error.url()].map(|part| part.map(|text| text.to_string()))
}

/// The same, as expected.
fn are(code: &str, help: Option<&str>, url: Option<&str>) -> [Option<String>; 3] {
    [Some(code), help, url].map(|part| part.map(str::to_owned))
}

#[test]
fn an_error_of_a_catalog_has_code_help_and_address() {
    let error = rejected();
    let expected = are("TOKEN_{token}_REJECTED", Some("Sign in again."), Some(DOCS));
    assert_eq!(parts(&error), expected);
    assert_eq!(Diagnostic::severity(&error), None);
    let report = rendered(&error);
    for part in [
        "The token [redacted] of Ada is rejected.",
        "diagnostic code: TOKEN_{token}_REJECTED",
        "diagnostic help: Sign in again.",
        DOCS,
    ] {
        assert!(report.contains(part), "{report}");
    }
    assert!(!leaks(&report), "{report}");
}

#[test]
fn what_the_catalog_does_not_say_is_left_out() {
    let error = OperatorsError::NoCode;
    assert_eq!(parts(&error), are("NO_CODE", None, Some(DOCS)));
    assert!(Diagnostic::related(&error).is_none());
}

#[test]
fn a_diagnostic_has_the_severity_of_the_catalog() {
    for (error, severity) in [
        (OperatorsError::BasketEmpty, None),
        (OperatorsError::DatabaseDown, None),
        (OperatorsError::Probed, Some(Severity::Advice)),
        (OperatorsError::NotModified, Some(Severity::Advice)),
        (OperatorsError::Expected, Some(Severity::Advice)),
        (OperatorsError::login_failed("Ada"), Some(Severity::Warning)),
        (OperatorsError::GivenUp, Some(Severity::Error)),
        (OperatorsError::stock_lost("tea"), Some(Severity::Error)),
    ] {
        assert_eq!(Diagnostic::severity(&error), severity, "{error:?}");
        let occurrence = Occurrence::new(error);
        assert_eq!(
            Diagnostic::severity(&occurrence),
            severity,
            "{occurrence:?}"
        );
    }
}

#[test]
fn an_occurrence_has_its_sources_and_its_causes() {
    let occurrence = Occurrence::new(rejected())
        .with_source(Layer::over("the vault is shut", Layer("no key", None)))
        .with_cause(Occurrence::new(OperatorsError::many_params(
            "a",
            3,
            "1",
            true,
            Vec::new(),
            "{}",
        )));
    let report = rendered(&occurrence);
    for part in [
        "the vault is shut",
        "no key",
        "a of 3.",
        "MANY_PARAMS",
        "Send **less**.",
        DOCS,
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
    assert!(!leaks(&report), "{report}");
    assert!(!String::from_utf8(occurrence.to_body())
        .unwrap()
        .contains("vault"));
}

#[test]
fn your_own_enum_is_a_diagnostic_in_an_occurrence() {
    let cause = Layer("wrong password", None);
    let occurrence = Occurrence::new(Own::LoginFailed { user: "Ada", cause });
    assert_eq!(parts(&occurrence), are("LOGIN_FAILED", None, Some(DOCS)));
    assert!(rendered(&occurrence).contains("wrong password"));
    let occurrence = Occurrence::new(Own::from(rejected()));
    assert_eq!(parts(&occurrence)[1].as_deref(), Some("Sign in again."));
    let occurrence = Occurrence::new(Own::Gateway { host: "a.example" });
    assert_eq!(parts(&occurrence), are("GATEWAY_DOWN", None, Some(DOCS)));
}

fn response_error(status: u16, body: &[u8]) -> ResponseError<Operators> {
    Operators::decode(Response::new(status, body)).into()
}

#[test]
fn a_response_error_is_a_diagnostic() {
    let error = response_error(403, &rejected().to_body());
    let expected = are("TOKEN_{token}_REJECTED", Some("Sign in again."), Some(DOCS));
    assert_eq!(parts(&error), expected);
    let report = rendered(&error);
    assert!(report.contains("TOKEN_{token}_REJECTED"), "{report}");
    assert!(!leaks(&report), "{report}");

    let call = CallError::Api(error);
    assert_eq!(parts(&call)[1..], expected[1..]);
    assert!(!leaks(&rendered(&call)));

    let body = format!(r#"{{"code":"{SECRET}\n","message":"{SECRET}"}}"#);
    let error = response_error(418, body.as_bytes());
    assert_eq!(parts(&error)[1..], [None, None]);
    assert!(!leaks(&rendered(&error)), "{}", rendered(&error));

    let error = response_error(502, b"<html>");
    assert_eq!(parts(&error), [None, None, None]);
}

#[test]
fn a_report_takes_each_and_gives_it_back() {
    let report = Report::from(OperatorsError::BasketEmpty);
    assert_eq!(report.to_string(), "The basket is empty.");
    let error = report.downcast_ref::<OperatorsError>();
    assert_eq!(error, Some(&OperatorsError::BasketEmpty));
    let report = Report::from(Occurrence::new(OperatorsError::BasketEmpty));
    assert!(report
        .downcast_ref::<Occurrence<OperatorsError>>()
        .is_some());
    let report = Report::from(response_error(400, &OperatorsError::BasketEmpty.to_body()));
    assert_eq!(report.to_string(), "400 BASKET_EMPTY: The basket is empty.");
}
