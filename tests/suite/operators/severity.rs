//! The severity of errors.

use super::{Operators, OperatorsError, OperatorsErrorKind, Own};
use error_catalog::{Catalog, CatalogError, Severity, Status};

#[test]
fn an_entry_has_the_severity_of_the_catalog() {
    let of = |kind: OperatorsErrorKind| kind.entry().severity();
    assert_eq!(of(OperatorsErrorKind::Probed), Some(Severity::Trace));
    assert_eq!(of(OperatorsErrorKind::NotModified), Some(Severity::Debug));
    assert_eq!(of(OperatorsErrorKind::Expected), Some(Severity::Info));
    assert_eq!(of(OperatorsErrorKind::LoginFailed), Some(Severity::Warn));
    assert_eq!(of(OperatorsErrorKind::GivenUp), Some(Severity::Error));
    assert_eq!(of(OperatorsErrorKind::StockLost), Some(Severity::Fatal));
    assert_eq!(of(OperatorsErrorKind::BasketEmpty), None);
}

#[test]
fn a_severity_leaves_what_is_stored_beside_it() {
    for entry in Operators::META.entries() {
        let is_rejected = entry.id() == "TOKEN_REJECTED";
        assert_eq!(
            entry.params().any(error_catalog::Param::is_sensitive),
            is_rejected
        );
        assert!(!entry.is_free_text() && !entry.is_deprecated(), "{entry:?}");
    }
}

#[test]
fn without_a_severity_the_status_decides() {
    let of = |number| Severity::of_status(Status::new(number));
    assert_eq!(of(599), Severity::Error);
    assert_eq!(of(500), Severity::Error);
    assert_eq!(of(499), Severity::Info);
    assert_eq!(of(200), Severity::Info);
    assert_eq!(Severity::of_status(None), Severity::Error);
    assert_eq!(OperatorsError::BasketEmpty.severity(), Severity::Info);
    assert_eq!(OperatorsError::DatabaseDown.severity(), Severity::Error);
    assert_eq!(OperatorsError::Expected.severity(), Severity::Info);
    assert_eq!(Own::Api(OperatorsError::Probed).severity(), Severity::Trace);
    assert_eq!(Own::Gateway { host: "a" }.severity(), Severity::Error);
}
