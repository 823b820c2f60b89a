//! Errors as statuses of `tonic`.

mod round_trip;
mod server;

use crate::bank::{Bank, BankError, BankErrorKind};
use error_catalog::header::RetryAfter;
use error_catalog::service::DecodedStatus;
use error_catalog::{Entry, ErrorCatalog, Occurrence};
use std::num::ParseIntError;
use std::time::Duration;
use tonic::{Code, Status};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", only = ["ACCOUNT_NOT_FOUND", "INTERNAL"])]
struct FindAccount;

/// Your own enum, with a source.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
pub(crate) enum ChargeError {
    #[catalog(id = "INSUFFICIENT_BALANCE")]
    Poor { available: i64, required: i64 },
    #[catalog(id = "INTERNAL")]
    Parse(#[from] ParseIntError),
}

fn poor() -> Result<(), Status> {
    Err(ChargeError::Poor {
        available: 5,
        required: 10,
    })?
}

#[test]
fn the_question_mark_converts_errors_of_all_types() {
    let marker = || -> Result<(), Status> { Err(BankError::account_not_found("7"))? };
    let part = || -> Result<(), Status> { Err(FindAccountError::account_not_found("7"))? };
    let occurrence =
        || -> Result<(), Status> { Err(Occurrence::new(BankError::account_not_found("7")))? };
    for status in [marker(), part(), occurrence()].map(Result::unwrap_err) {
        assert_eq!(status.code(), Code::NotFound);
        assert_eq!(status.message(), "The account 7 does not exist.");
        let decoded = DecodedStatus::<Bank>::of(&status);
        assert_eq!(decoded.error(), Some(&BankError::account_not_found("7")));
    }
    let status = poor().unwrap_err();
    assert_eq!(status.code(), Code::FailedPrecondition);
    let expected = BankError::InsufficientBalance {
        available: 5,
        required: 10,
    };
    assert_eq!(
        DecodedStatus::<Bank>::of(&status).into_error(),
        Some(expected)
    );
}

#[test]
fn a_source_is_not_in_a_status() {
    let parse = || -> Result<i32, ChargeError> { Ok("seven".parse()?) };
    let status = Status::from(parse().unwrap_err());
    assert_eq!(status.code(), Code::Internal);
    assert!(!format!("{status:?}").contains("digit"), "{status:?}");
    assert_eq!(
        DecodedStatus::<Bank>::of(&status).error(),
        Some(&BankError::internal())
    );
}

#[test]
fn the_delay_and_the_reference_are_details() {
    let delay = Duration::from_millis(1500);
    let occurrence = Occurrence::new(BankError::too_many_requests())
        .with_reference("r-17")
        .with_retry_after(RetryAfter::Delay(delay));
    let decoded = DecodedStatus::<Bank>::of(&occurrence.into());
    assert_eq!(decoded.reference(), Some("r-17"));
    assert_eq!(decoded.retry_after(), Some(delay));
    assert_eq!(
        decoded.kind().map(BankErrorKind::as_str),
        Some("TOO_MANY_REQUESTS")
    );
}

#[test]
fn a_status_of_another_service_is_not_an_error_of_the_catalog() {
    for status in [
        Status::not_found("The account 7 does not exist."),
        Status::with_details(Code::NotFound, "", b"\xff\xff".to_vec().into()),
        Status::ok(""),
    ] {
        let decoded = DecodedStatus::<Bank>::of(&status);
        assert!(
            decoded.error().is_none() && decoded.entry().is_none(),
            "{decoded:?}"
        );
    }
}

#[test]
fn an_error_that_an_operation_does_not_have_is_known_by_its_entry() {
    let decoded = DecodedStatus::<FindAccount>::of(&BankError::timeout().into());
    assert!(decoded.error().is_none() && decoded.kind().is_none());
    assert_eq!(decoded.entry().map(Entry::id), Some("TIMEOUT"));
}
