//! The errors of one operation, and other parts of a catalog.
// A deprecated error is part of an operation like the others.
#![allow(deprecated)]

use error_catalog::{
    Catalog, CatalogError, CatalogKind, Code, ErrorCatalog, Occurrence, Outcome, Response, Retry,
    Warning,
};
use error_catalog_tests::{Bank, BankError, BankErrorKind};
use std::time::Duration;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", operation = "createCharge", whole = BankError)]
struct CreateCharge;

/// The same, without the whole.
#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", operation = "createCharge")]
struct Alone;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", operation = "readCharge", whole = BankError, error = NoCharge)]
struct ReadCharge;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", only = ["LOCKED", "CARD_DECLINED"], whole = BankError)]
struct Few;

/// A part of a part.
#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", only = ["LOCKED"], whole = FewError)]
struct Fewer;

mod nothing {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "ui/catalogs/operations.json", operation = "ping")]
    pub(super) struct Ping;
}

fn declined() -> CreateChargeError {
    CreateChargeError::card_declined("debit", vec!["expired".into(), "stolen".into()])
}

fn body(code: &str, message: &str) -> String {
    format!(r#"{{"code": "{code}", "message": "{message}"}}"#)
}

#[test]
fn an_operation_has_its_own_errors_and_those_of_every_operation_in_the_order_of_the_catalog() {
    let ids = |kinds: &[CreateChargeErrorKind]| -> Vec<_> {
        kinds.iter().map(|kind| kind.as_str()).collect()
    };
    assert_eq!(
        ids(CreateChargeErrorKind::ALL),
        [
            "INTERNAL",
            "AMOUNT_LIMIT_EXCEEDED",
            "RATE_LIMIT_EXCEEDED",
            "CARD_DECLINED"
        ]
    );
    assert_eq!(AloneErrorKind::ALL.len(), 4);
    let ids: Vec<_> = FewErrorKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(ids, ["CARD_DECLINED", "LOCKED"]);
    assert_eq!(nothing::PingErrorKind::ALL, []);
}

#[test]
fn a_match_on_an_operation_needs_no_other_arm() {
    // It compiles: in another crate, the enum of the whole catalog needs a wildcard.
    let text = match declined() {
        CreateChargeError::Internal => "internal",
        CreateChargeError::AmountLimitExceeded { .. } => "amount",
        CreateChargeError::RateLimitExceeded { .. } => "rate",
        CreateChargeError::CardDeclined { reasons, .. } => {
            assert_eq!(reasons, ["expired", "stolen"]);
            "declined"
        }
    };
    assert_eq!(text, "declined");
}

/// The kinds can be used in constants.
const STATUS: u16 = AloneErrorKind::CardDeclined.status().as_u16();
const SHARED: u16 = CreateChargeErrorKind::CardDeclined.status().as_u16();

#[test]
fn an_error_of_an_operation_says_what_the_catalog_says() {
    let (shared, alone) = (
        declined(),
        AloneError::card_declined("debit", vec!["expired".into(), "stolen".into()]),
    );
    for (text, code, status, debug) in [
        (
            shared.to_string(),
            shared.code(),
            shared.status(),
            format!("{shared:?}"),
        ),
        (
            alone.to_string(),
            alone.code(),
            alone.status(),
            format!("{alone:?}"),
        ),
    ] {
        assert_eq!(
            text,
            "The card of type debit was declined: expired, stolen."
        );
        assert_eq!((code, status.as_u16()), (Code::from("CARD_DECLINED"), 402));
        assert_eq!(
            debug,
            r#"CardDeclined { type: "debit", reasons: ["expired", "stolen"] }"#
        );
    }
    assert_eq!(shared.clone(), shared);
    assert_eq!(shared.kind().to_string(), "CARD_DECLINED");
    assert_eq!(format!("{:?}", alone.kind()), "CardDeclined");
    assert_eq!(
        CreateChargeErrorKind::RateLimitExceeded.retry(),
        Retry::Param("delay")
    );
    for documentation in [shared.documentation(), alone.documentation()] {
        assert_eq!(
            documentation.description(),
            Some("The bank of the customer refused.")
        );
    }
    assert_eq!((STATUS, SHARED), (402, 402));
}

fn pay() -> Result<(), BankError> {
    Err(declined())?
}

#[test]
fn errors_convert_to_the_whole_and_back_without_loss() {
    let whole = BankError::from(declined());
    assert_eq!(
        whole,
        BankError::card_declined("debit", vec!["expired".into(), "stolen".into()])
    );
    assert_eq!(CreateChargeError::try_from(whole), Ok(declined()));
    // An error that the operation does not have comes back.
    let other = CreateChargeError::try_from(BankError::no_such_charge("7"));
    assert_eq!(other, Err(BankError::no_such_charge("7")));
    assert_eq!(
        FewError::from(FewerError::locked("CARD")),
        FewError::locked("CARD")
    );
    assert_eq!(
        BankError::from(FewError::from(FewerError::locked("CARD"))).code(),
        "CARD_LOCKED"
    );
    assert_eq!(
        pay().map_err(|error| error.kind()),
        Err(BankErrorKind::CardDeclined)
    );
}

#[test]
fn entries_of_a_part_are_those_of_the_whole() {
    assert_eq!(declined().entry(), BankErrorKind::CardDeclined.entry());
    assert!(std::ptr::eq(CreateCharge::META, Bank::META));
    assert_eq!(Alone::META.len(), Bank::META.len());
    let entry = AloneErrorKind::CardDeclined.entry();
    assert_eq!(entry.index(), BankErrorKind::CardDeclined.entry().index());
}

#[test]
fn kinds_are_found_as_the_whole_catalog_finds_them() {
    type Kind = CreateChargeErrorKind;
    assert_eq!(
        Kind::from_code("LIMIT_EXCEEDED", 429),
        Some(Kind::RateLimitExceeded)
    );
    assert_eq!(
        Kind::from_code("CARD_DECLINED", 500),
        Some(Kind::CardDeclined)
    );
    assert_eq!(Kind::from_code("NO_SUCH_CHARGE", 404), None);
    assert_eq!(NoChargeKind::from_code("LIMIT_EXCEEDED", 400), None);
    assert_eq!(
        NoChargeKind::from_code("LIMIT_EXCEEDED", 429),
        Some(NoChargeKind::RateLimitExceeded)
    );
    assert_eq!(AloneErrorKind::from_code("CARD_LOCKED", 423), None);
    assert_eq!(
        FewErrorKind::from_code("CARD_LOCKED", 423),
        Some(FewErrorKind::Locked)
    );
    assert_eq!("CARD_DECLINED".parse(), Ok(Kind::CardDeclined));
    let unknown = "LOCKED".parse::<Kind>().unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "the catalog `bank` has no entry with this id"
    );
}

/// Reads every error of the whole catalog with a part of it.
fn assert_reads_every_error<C: Catalog>() {
    let errors = [
        BankError::internal(),
        BankError::amount_limit_exceeded("100.00", 50),
        BankError::rate_limit_exceeded(),
        BankError::card_declined("debit", vec!["expired".into()]),
        BankError::no_such_charge("7"),
        BankError::locked("CARD"),
    ];
    for error in errors {
        let (status, message) = (error.status().as_u16(), error.to_string());
        let body = error.to_body();
        let decoded = error_catalog::decode::<C>(Response::new(status, &body));
        let id = error.entry().id();
        assert_eq!(decoded.entry().map(error_catalog::Entry::id), Some(id));
        assert_eq!(decoded.message(), Some(&*message));
        assert_eq!(decoded.retry(), error.retry());
        let expected = C::Kind::ALL.iter().find(|kind| kind.entry().id() == id);
        assert_eq!(decoded.kind(), expected.copied());
        match (decoded.outcome(), expected) {
            (Outcome::Known(known), Some(_)) => {
                assert_eq!(known.to_string(), message);
                assert_eq!(Occurrence::new(known.clone()).to_body(), body);
                assert_eq!(decoded.warnings(), []);
            }
            (Outcome::Unknown(code), None) => {
                assert_eq!(code, error.code());
                assert_eq!(decoded.warnings(), [Warning::OutsideSubset]);
            }
            (other, _) => panic!("{id}: {other:?}"),
        }
    }
}

#[test]
fn responses_are_read_as_errors_of_the_part_and_others_are_kept() {
    assert_reads_every_error::<CreateCharge>();
    assert_reads_every_error::<Alone>();
    assert_reads_every_error::<ReadCharge>();
    assert_reads_every_error::<Few>();
    assert_reads_every_error::<Fewer>();
    assert_reads_every_error::<Bank>();
}

#[test]
fn an_error_that_shares_the_code_of_one_in_the_part_is_not_mistaken_for_it() {
    let message = "The amount 100.00 is above 50.";
    let amount = body("LIMIT_EXCEEDED", message);
    let decoded = ReadCharge::decode(Response::new(400, &amount));
    assert_eq!(decoded.kind(), None);
    assert_eq!(
        decoded.entry().map(error_catalog::Entry::id),
        Some("AMOUNT_LIMIT_EXCEEDED")
    );
    assert_eq!(decoded.retry(), Retry::Never);
    // Whatever the status is, the error is the one that the whole catalog reads.
    for status in [200, 400, 404, 429, 500] {
        let response = || Response::new(status, &amount);
        let (part, whole) = (Alone::decode(response()), Bank::decode(response()));
        let id = |entry: error_catalog::Entry| entry.id();
        assert_eq!(part.entry().map(id), whole.entry().map(id), "{status}");
    }
}

#[test]
fn an_undocumented_error_of_an_operation_is_still_unknown_and_without_an_entry() {
    let text = body("NEW_CODE", "New.");
    let decoded = CreateCharge::decode(Response::new(400, &text));
    assert_eq!(decoded.outcome(), Outcome::Unknown("NEW_CODE".into()));
    assert!(decoded.entry().is_none());
    assert_eq!(decoded.warnings(), []);
    assert_eq!(decoded.retry(), Retry::Undocumented);
}

#[test]
fn the_delay_of_an_error_outside_of_the_part_is_read() {
    let text =
        r#"{"code": "LIMIT_EXCEEDED", "message": "Too many requests.", "details": {"delay": 30}}"#;
    let decoded = Few::decode(Response::new(429, text));
    assert_eq!(decoded.kind(), None);
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(30)));
    assert_eq!(
        decoded.into_owned().entry().map(error_catalog::Entry::id),
        Some("RATE_LIMIT_EXCEEDED")
    );
}

#[test]
fn the_metadata_has_the_operations() {
    let operations: Vec<_> = Bank::META.operations().collect();
    let names: Vec<_> = operations.iter().map(|it| it.name()).collect();
    assert_eq!(names, ["createCharge", "readCharge", "bank.v1.Bank/Ping"]);
    let create = Bank::META.operation("createCharge").unwrap();
    assert_eq!(
        (create.method(), create.path()),
        (Some("POST"), Some("/charges"))
    );
    let ids: Vec<_> = create.entries().map(error_catalog::Entry::id).collect();
    assert_eq!(
        ids,
        [
            "AMOUNT_LIMIT_EXCEEDED",
            "CARD_DECLINED",
            "INTERNAL",
            "RATE_LIMIT_EXCEEDED"
        ]
    );
    assert!(create.has(BankErrorKind::Internal.entry()));
    assert!(!create.has(BankErrorKind::Locked.entry()));
    // An entry of another catalog, at the same place.
    assert!(!create.has(AloneErrorKind::Internal.entry()));
    let ping = Bank::META.operation("bank.v1.Bank/Ping").unwrap();
    assert_eq!(
        (ping.method(), ping.path(), ping.entries().count()),
        (None, None, 2)
    );
    assert!(Bank::META.operation("*").is_none());
    let of = |kind: BankErrorKind| {
        kind.entry()
            .operations()
            .map(error_catalog::Operation::name)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(BankErrorKind::NoSuchCharge), ["readCharge"]);
    assert_eq!(of(BankErrorKind::Internal), names);
    assert_eq!(of(BankErrorKind::Locked), [""; 0]);
    assert_eq!(error_catalog_tests::Edges::META.operations().len(), 0);
}

#[test]
fn an_operation_without_errors_reads_every_error_as_unknown() {
    let text = body("SOLD", "Sold.");
    let decoded = nothing::Ping::decode(Response::new(409, &text));
    assert_eq!(decoded.outcome(), Outcome::Unknown("SOLD".into()));
    assert_eq!(decoded.entry().map(error_catalog::Entry::id), Some("SOLD"));
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/bank.json", operation = "readCharge", exhaustive)]
enum OwnRead {
    Internal,
    NoSuchCharge {
        id: u32,
    },
    #[catalog(id = "RATE_LIMIT_EXCEEDED")]
    Slow,
    #[catalog(other, code = "DOWN", status = 503, message = "down")]
    Down,
}

/// The same, of a catalog that is compiled elsewhere.
#[derive(Debug, ErrorCatalog)]
#[catalog(of = error_catalog_tests::Bank, operation = "readCharge", exhaustive)]
enum OfRead {
    Internal,
    NoSuchCharge {
        id: u32,
    },
    #[catalog(id = "RATE_LIMIT_EXCEEDED")]
    Slow,
}

/// The errors of a part.
#[derive(Debug, ErrorCatalog)]
#[catalog(of = Few, exhaustive)]
enum OfFew {
    CardDeclined { r#type: String, reasons: String },
    Locked { thing: &'static str },
}

#[test]
fn your_own_enum_can_have_the_errors_of_an_operation() {
    let (own, of) = (
        OwnRead::NoSuchCharge { id: 7 },
        OfRead::NoSuchCharge { id: 7 },
    );
    assert_eq!(own.to_string(), "There is no charge 7.");
    assert_eq!(of.to_string(), own.to_string());
    assert_eq!(
        (own.status().as_u16(), of.status().map(u16::from)),
        (404, Some(404))
    );
    let operations: Vec<_> = own
        .entry()
        .operations()
        .map(error_catalog::Operation::name)
        .collect();
    assert_eq!(operations, ["readCharge"]);
    let operations: Vec<_> = OwnRead::Internal
        .entry()
        .operations()
        .map(error_catalog::Operation::name)
        .collect();
    assert_eq!(
        operations,
        ["createCharge", "readCharge", "bank.v1.Bank/Ping"]
    );
    assert_eq!(OwnRead::Down.entry().operations().count(), 0);
    assert_eq!(
        OfRead::Slow.entry(),
        BankErrorKind::RateLimitExceeded.entry()
    );
    assert_eq!(OwnRead::Slow.kind().as_str(), OfRead::Slow.kind().as_str());
    assert_eq!(OfRead::Internal.kind(), OfReadKind::Internal);
    assert_eq!(OfFew::Locked { thing: "CARD" }.code(), "CARD_LOCKED");
    let declined = OfFew::CardDeclined {
        r#type: "debit".into(),
        reasons: "expired".into(),
    };
    let documentation = CatalogError::documentation(&declined);
    assert_eq!(
        documentation.description(),
        Some("The bank of the customer refused.")
    );
}
