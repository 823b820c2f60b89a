//! Your own enum, checked against a catalog.

use error_catalog::{CatalogError, ErrorCatalog, Retry};
use error_catalog_tests::{EdgesError, MarketingError, MarketingErrorKind};
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

/// An amount of money with its own `Display`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cents(u32);

impl fmt::Display for Cents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/payments.json")]
enum ChargeError {
    InsufficientBalance {
        available: Cents,
        required: Cents,
    },
    #[catalog(id = "CARD_DECLINED")]
    Declined {
        reason: &'static str,
        #[source]
        cause: ParseIntError,
    },
    #[catalog(
        other,
        code = "NETWORK_DOWN",
        status = 503,
        message = "no response from {host}: {attempts} attempts"
    )]
    Network {
        host: String,
        attempts: u8,
        source: Box<dyn Error + Send + Sync>,
    },
    #[catalog(other, status = 500, message = "{{broken}}")]
    Broken,
}

fn declined() -> ChargeError {
    ChargeError::Declined {
        reason: "expired",
        cause: "x".parse::<u32>().unwrap_err(),
    }
}

#[test]
fn fields_of_any_type_fill_the_message() {
    let error = ChargeError::InsufficientBalance {
        available: Cents(50),
        required: Cents(10_000),
    };
    assert_eq!(
        error.to_string(),
        "Your balance of 0.50 does not cover 100.00."
    );
    assert_eq!(error.message(), error.to_string());
    assert_eq!(error.code(), "INSUFFICIENT_BALANCE");
    assert_eq!(error.status(), 402);
    assert_eq!(error.retry(), Retry::AfterFix);
    assert_eq!(error.kind(), ChargeErrorKind::InsufficientBalance);
    assert_eq!(error.entry().id(), "INSUFFICIENT_BALANCE");
}

#[test]
fn a_variant_can_have_another_name_than_its_entry() {
    assert_eq!(declined().code(), "CARD_DECLINED");
    assert_eq!(declined().kind().as_str(), "CARD_DECLINED");
    assert_eq!(
        ChargeErrorKind::from_code("CARD_DECLINED", 402),
        Some(ChargeErrorKind::Declined)
    );
    assert_eq!("CARD_DECLINED".parse(), Ok(ChargeErrorKind::Declined));
    assert_eq!(declined().to_string(), "The card was declined: expired.");
}

#[test]
fn sources_are_found_by_attribute_and_by_name() {
    assert!(declined()
        .source()
        .is_some_and(<dyn Error>::is::<ParseIntError>));
    let network = ChargeError::Network {
        host: "bank".into(),
        attempts: 3,
        source: "refused".into(),
    };
    assert_eq!(
        network.source().map(ToString::to_string).as_deref(),
        Some("refused")
    );
    assert!(ChargeError::Broken.source().is_none());
}

#[test]
fn errors_outside_the_catalog_have_a_code_a_status_and_a_message() {
    let network = ChargeError::Network {
        host: "bank".into(),
        attempts: 3,
        source: "refused".into(),
    };
    assert_eq!(network.to_string(), "no response from bank: 3 attempts");
    assert_eq!(network.code(), "NETWORK_DOWN");
    assert_eq!(network.status(), 503);
    assert_eq!(network.retry(), Retry::Undocumented);
    assert_eq!(ChargeError::Broken.to_string(), "{broken}");
    assert!(ChargeError::Broken.code().is_none());
}

#[test]
fn your_own_enum_writes_the_body_of_its_api() {
    assert_eq!(
        String::from_utf8_lossy(&declined().to_body()),
        r#"{"code":"CARD_DECLINED","message":"The card was declined: expired.","status":402,"params":{"reason":"expired"}}"#
    );
    assert_eq!(
        String::from_utf8_lossy(&ChargeError::Broken.to_body()),
        r#"{"message":"{broken}","status":500}"#
    );
}

#[derive(Debug, ErrorCatalog)]
#[catalog(builtin = "http-api", kind = ApiKind)]
enum ApiError {
    PermissionDenied,
    #[catalog(transparent)]
    Marketing(#[from] MarketingError),
    #[catalog(transparent)]
    Edges(#[from] EdgesError),
    #[catalog(
        other,
        code = "BAD_NUMBER",
        status = 400,
        message = "this is not a number: {0}"
    )]
    Number(#[from] ParseIntError),
}

fn convert(text: &str) -> Result<u32, ApiError> {
    if text.is_empty() {
        Err(MarketingError::missing_field("/name"))?;
    }
    Ok(text.parse()?)
}

#[test]
fn errors_of_other_catalogs_keep_their_code_status_and_message() {
    let error = convert("").unwrap_err();
    assert_eq!(error.to_string(), "/name is required but missing");
    assert_eq!(error.message(), "/name is required but missing");
    assert_eq!(error.code(), "MISSING_FIELD");
    assert_eq!(error.status().map(u16::from), Some(400));
    assert_eq!(
        error.to_body(),
        MarketingError::missing_field("/name").to_body()
    );
    assert_eq!(
        error.kind(),
        ApiKind::Marketing(MarketingErrorKind::MissingField)
    );
    assert_eq!(error.entry(), MarketingErrorKind::MissingField.entry());
    assert_eq!(error.kind().to_string(), "MISSING_FIELD");
    assert_eq!(format!("{:?}", error.kind()), "Marketing(MissingField)");
    let limit: ApiError = EdgesError::limit_reached("x").into();
    assert!(limit.retry().is_retryable());
}

#[test]
fn question_marks_convert_sources() {
    let error = convert("x").unwrap_err();
    assert_eq!(error.code(), "BAD_NUMBER");
    assert_eq!(
        error.to_string(),
        "this is not a number: invalid digit found in string"
    );
    assert!(error.source().is_some());
    assert_eq!(convert("7").ok(), Some(7));
    assert_eq!(ApiError::PermissionDenied.code(), "PERMISSION_DENIED");
    assert_eq!(ApiKind::ALL.len(), 2);
}

/// Fields that are not in the catalog, and an error without a status.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/payments.json")]
enum Traced {
    #[catalog(id = "CARD_DECLINED")]
    Declined {
        reason: String,
        #[catalog(skip)]
        request: u64,
        // Neither a parameter nor the source.
        #[catalog(skip)]
        source: &'static str,
    },
    InsufficientBalance(
        #[catalog(skip)] u64,
        #[catalog(param = "required")] u32,
        #[catalog(param = "available")] u32,
    ),
    #[catalog(transparent)]
    Edges(#[catalog(skip)] u64, EdgesError),
    #[catalog(other, code = "TIMEOUT", message = "no response within {seconds} s")]
    TimedOut {
        seconds: u64,
        #[catalog(skip)]
        request: Option<u64>,
    },
    #[catalog(other, status = 502, message = "no gateway")]
    NoGateway,
}

#[test]
fn fields_outside_the_catalog_are_skipped() {
    let declined = Traced::Declined {
        reason: "expired".into(),
        request: 7,
        source: "the bank",
    };
    assert_eq!(declined.message(), "The card was declined: expired.");
    assert!(declined.source().is_none());
    let Traced::Declined {
        request, source, ..
    } = declined
    else {
        panic!("expected another variant");
    };
    assert_eq!((request, source), (7, "the bank"));
    let balance = Traced::InsufficientBalance(7, 100, 50);
    assert_eq!(
        balance.to_string(),
        "Your balance of 50 does not cover 100."
    );
    assert!(matches!(balance, Traced::InsufficientBalance(7, ..)));
    let edges = Traced::Edges(7, EdgesError::limit_reached("x"));
    assert_eq!(edges.message(), EdgesError::limit_reached("x").message());
    assert_eq!(edges.kind().to_string(), "LIMIT_REACHED");
    assert!(matches!(edges, Traced::Edges(7, _)));
}

#[test]
fn an_error_outside_the_catalog_can_omit_the_status_if_it_is_optional() {
    let timed_out = Traced::TimedOut {
        seconds: 30,
        request: Some(7),
    };
    assert!(matches!(
        timed_out,
        Traced::TimedOut {
            request: Some(7),
            ..
        }
    ));
    assert_eq!(timed_out.status(), None);
    assert_eq!(timed_out.kind().status(), None);
    assert_eq!(timed_out.code(), "TIMEOUT");
    assert_eq!(timed_out.to_string(), "no response within 30 s");
    assert_eq!(
        String::from_utf8_lossy(&timed_out.to_body()),
        r#"{"code":"TIMEOUT","message":"no response within 30 s","params":{"seconds":"30"}}"#
    );
    assert_eq!(
        TracedKind::from_code("TIMEOUT", 504),
        Some(TracedKind::TimedOut)
    );
    assert_eq!(Traced::NoGateway.status().map(u16::from), Some(502));
}

#[test]
fn an_error_has_its_documentation() {
    let error = EdgesError::limit_reached("x");
    assert_eq!(
        error.documentation().description(),
        error.kind().documentation().description()
    );
    assert_eq!(
        CatalogError::documentation(&error).title(),
        error.documentation().title()
    );
}

/// Generics, lifetimes, bounds, tuple variants, optional parameters.
#[derive(Debug, Clone, PartialEq, ErrorCatalog)]
#[catalog(path = "errors/everything.json")]
enum Generic<'a, T, S: Error + Clone + 'static>
where
    T: Clone,
{
    Mismatch(
        #[catalog(param = "left_id")] T,
        #[catalog(param = "right_id")] &'a str,
    ),
    #[catalog(id = "RESOURCE_NOT_EXIST")]
    Missing {
        #[catalog(param = "RESOURCE")]
        what: T,
        #[source]
        cause: Option<S>,
    },
    Old {
        #[source]
        cause: S,
    },
}

type Plain = Generic<'static, u32, ParseIntError>;

fn kind<E: CatalogError>(error: &E) -> E::Kind {
    error.kind()
}

#[test]
fn generics_and_tuples_work() {
    let mismatch = Plain::Mismatch(1, "2");
    assert_eq!(mismatch.to_string(), "1 is not 2.");
    assert_eq!(mismatch.clone(), mismatch);
    let missing = Plain::Missing {
        what: 7,
        cause: None,
    };
    assert_eq!(missing.code(), "7_NOT_EXIST");
    assert!(missing.source().is_none());
    let cause = "x".parse::<u32>().unwrap_err();
    let missing = Plain::Missing {
        what: 7,
        cause: Some(cause.clone()),
    };
    assert!(missing.source().is_some());
    assert!(Plain::Old { cause }.source().is_some());
    assert_eq!(kind(&missing), GenericKind::Missing);
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/offline.json", exhaustive)]
enum ReadError {
    ParseFailed { line: usize },
    EndOfFile,
}

#[test]
fn your_own_enum_has_no_status_if_the_catalog_has_none() {
    let error = ReadError::ParseFailed { line: 3 };
    assert_eq!(CatalogError::status(&error), None);
    assert_eq!(error.to_string(), "line 3 cannot be parsed");
    assert_eq!(
        ReadErrorKind::from_code("END_OF_FILE"),
        Some(ReadErrorKind::EndOfFile)
    );
    assert_eq!(ReadError::EndOfFile.entry().params().len(), 0);
}
