//! Kinds for serde.

use error_catalog::ErrorCatalog;
use error_catalog_tests::{EdgesError, EdgesErrorKind, WorksErrorKind};
use std::collections::BTreeMap;

#[test]
fn every_kind_is_written_as_its_id_and_read_back() {
    for kind in WorksErrorKind::ALL {
        let json = serde_json::to_string(kind).unwrap();
        assert_eq!(json, format!("\"{}\"", kind.as_str()));
        assert_eq!(
            serde_json::from_str::<WorksErrorKind>(&json).unwrap(),
            *kind
        );
    }
    let value = serde_json::to_value(EdgesErrorKind::ALL).unwrap();
    let kinds: Vec<EdgesErrorKind> = serde_json::from_value(value).unwrap();
    assert_eq!(kinds, EdgesErrorKind::ALL);
}

#[test]
fn kinds_are_keys_of_maps() {
    let counts = BTreeMap::from([(EdgesErrorKind::LimitReached, 3)]);
    let json = serde_json::to_string(&counts).unwrap();
    assert_eq!(json, r#"{"LIMIT_REACHED":3}"#);
    assert_eq!(
        serde_json::from_str::<BTreeMap<EdgesErrorKind, u8>>(&json).unwrap(),
        counts
    );
}

#[test]
fn an_id_of_another_catalog_and_what_is_not_a_string_are_refused() {
    for json in [
        "\"NO_SUCH_ERROR\"",
        "\"limit_reached\"",
        "\"\"",
        "7",
        "null",
        "{}",
    ] {
        let refused = serde_json::from_str::<EdgesErrorKind>(json).unwrap_err();
        let message = refused.to_string();
        assert!(
            message.contains("expected the id of an error of the catalog"),
            "{message}"
        );
    }
}

#[derive(Debug, ErrorCatalog)]
#[catalog(builtin = "http-api", kind = ApiKind)]
#[allow(dead_code)]
enum ApiError {
    PermissionDenied,
    #[catalog(transparent)]
    Edges(EdgesError),
}

#[test]
fn the_kind_of_another_catalogs_error_is_written_as_that_kind() {
    let kinds = [
        ApiKind::PermissionDenied,
        ApiKind::Edges(EdgesErrorKind::LimitReached),
    ];
    assert_eq!(
        serde_json::to_string(&kinds).unwrap(),
        r#"["PERMISSION_DENIED","LIMIT_REACHED"]"#
    );
}
