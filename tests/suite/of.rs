//! Your own enum over a catalog that another crate or module compiled.

use error_catalog::{CatalogError, CatalogKind, ErrorCatalog, Occurrence, Retry};
use error_catalog_tests::{EdgesError, ParcelsError, ParcelsErrorKind};
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, ErrorCatalog)]
#[catalog(of = error_catalog_tests::Parcels)]
enum ParcelError {
    TooHeavy {
        weight: u32,
        #[catalog(skip)]
        request: u64,
    },
    #[catalog(id = "WRONG_PIN")]
    Denied {
        name: &'static str,
        #[catalog(param = "pin")]
        digits: u16,
        #[source]
        cause: ParseIntError,
    },
    // The catalog has the parameters in another order.
    Counted {
        raw: &'static str,
        names: String,
        is_new: bool,
        count: Option<i64>,
    },
    Busy {
        source: Box<dyn Error + Send + Sync>,
    },
    NoEntry(#[catalog(param = "area")] String),
    #[catalog(
        other,
        code = "NETWORK_DOWN",
        status = 503,
        message = "no route to {host}"
    )]
    Network {
        host: String,
    },
    #[catalog(other, message = "{0}")]
    Parse(#[from] fmt::Error),
    #[catalog(transparent)]
    Edges(#[from] EdgesError),
}

fn denied() -> ParcelError {
    ParcelError::Denied {
        name: "Ann",
        digits: 1234,
        cause: "x".parse::<u32>().unwrap_err(),
    }
}

fn counted(count: Option<i64>) -> ParcelError {
    ParcelError::Counted {
        raw: "{}",
        names: "a".into(),
        is_new: true,
        count,
    }
}

#[test]
fn an_enum_can_be_of_a_catalog_in_another_crate() {
    let error = ParcelError::TooHeavy {
        weight: 31,
        request: 7,
    };
    assert!(matches!(error, ParcelError::TooHeavy { request: 7, .. }));
    assert_eq!(error.to_string(), "31 kg are too heavy");
    assert_eq!(error.message(), error.to_string());
    assert_eq!(error.code(), 1042);
    assert_eq!(error.status().map(u16::from), Some(413));
    assert_eq!(error.kind(), ParcelErrorKind::TooHeavy);
    assert_eq!(error.entry(), ParcelsErrorKind::TooHeavy.entry());
    assert_eq!(error.entry().catalog().name(), "parcels");
    assert_eq!(denied().retry(), Retry::Header("X-Parcel-Wait"));
    assert_eq!(ParcelError::NoEntry("B".into()).message(), "No entry to B");
}

#[test]
fn it_writes_what_the_error_of_the_catalog_writes() {
    let pairs: [(ParcelError, ParcelsError); 3] = [
        (
            ParcelError::TooHeavy {
                weight: 31,
                request: 7,
            },
            ParcelsError::too_heavy("31"),
        ),
        (
            ParcelError::NoEntry("B".into()),
            ParcelsError::no_entry("B"),
        ),
        (denied(), ParcelsError::wrong_pin("1234", "Ann")),
    ];
    for (own, written) in pairs {
        assert_eq!(own.code(), written.code());
        assert_eq!(own.message(), written.message());
        assert_eq!(own.to_string(), written.to_string());
        assert_eq!(own.entry(), written.entry());
        assert_eq!(own.to_body(), written.to_body());
        assert_eq!(
            Occurrence::new(own).to_headers(),
            Occurrence::new(written).to_headers()
        );
    }
}

#[test]
fn fields_find_the_places_of_their_parameters() {
    let mut seen = Vec::new();
    CatalogError::fields(&counted(Some(3)), &mut |fields| {
        seen = fields.iter().map(|field| format!("{field:?}")).collect();
    });
    let names: Vec<_> = counted(None)
        .entry()
        .params()
        .map(error_catalog::Param::name)
        .collect();
    assert_eq!(names, ["count", "is_new", "names", "raw"]);
    assert_eq!(
        seen,
        [
            "Display(3)",
            "Display(true)",
            r#"Text("a")"#,
            r#"Text("{}")"#
        ]
    );
    // An optional parameter needs no field.
    CatalogError::fields(&denied(), &mut |fields| {
        seen = fields.iter().map(|field| format!("{field:?}")).collect();
    });
    assert_eq!(seen, ["Display(1234)", r#"Text("Ann")"#, "Absent"]);
    assert!(denied().to_string().contains("[redacted]"));
}

#[test]
fn sources_and_other_errors_work_as_in_any_enum() {
    assert!(denied()
        .source()
        .is_some_and(<dyn Error>::is::<ParseIntError>));
    let busy = ParcelError::Busy { source: "x".into() };
    assert_eq!(busy.source().map(ToString::to_string).as_deref(), Some("x"));
    let network = ParcelError::Network { host: "h".into() };
    assert_eq!(network.to_string(), "no route to h");
    assert_eq!(network.code(), "NETWORK_DOWN");
    assert_eq!(network.status().map(u16::from), Some(503));
    assert_eq!(network.entry().catalog().name(), "parcels");
    assert_eq!(network.documentation().title(), None);
    let parse: ParcelError = fmt::Error.into();
    assert_eq!(parse.status(), None);
    assert_eq!(parse.to_string(), fmt::Error.to_string());
    let edges: ParcelError = EdgesError::limit_reached("x").into();
    assert_eq!(edges.message(), EdgesError::limit_reached("x").message());
    assert_eq!(edges.kind().to_string(), "LIMIT_REACHED");
}

#[test]
fn kinds_are_found_by_code_status_and_id() {
    type Kind = ParcelErrorKind;
    assert_eq!(Kind::from_code(1042, 413), Some(Kind::TooHeavy));
    assert_eq!(Kind::from_code("1042", None), Some(Kind::TooHeavy));
    assert_eq!(Kind::from_code("WRONG_PIN", 500), Some(Kind::Denied));
    assert_eq!(Kind::from_code("NETWORK_DOWN", 503), Some(Kind::Network));
    // The catalog has it, the enum does not.
    assert_eq!(Kind::from_code("77", 422), None);
    assert_eq!(Kind::from_code("UNHEARD", 400), None);
    assert_eq!("WRONG_PIN".parse(), Ok(Kind::Denied));
    assert_eq!("NETWORK".parse(), Ok(Kind::Network));
    assert_eq!(
        "TOO_FAR".parse::<Kind>().unwrap_err().to_string(),
        "the catalog `parcels` has no entry with this id"
    );
    assert_eq!(<Kind as CatalogKind>::ALL.len(), 7);
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(*kind));
        let json = serde_json::to_string(kind).unwrap();
        assert_eq!(json, format!("\"{}\"", kind.as_str()));
    }
}

#[derive(ErrorCatalog)]
#[catalog(path = "errors/everything.json")]
struct Everything;

/// Parameterised codes, generics, and every error.
#[derive(Debug, Clone, PartialEq, ErrorCatalog)]
#[catalog(of = Everything)]
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

#[test]
fn generics_and_parameterised_codes_work() {
    let mismatch = Plain::Mismatch(1, "2");
    assert_eq!(mismatch.to_string(), "1 is not 2.");
    let missing = Plain::Missing {
        what: 7,
        cause: None,
    };
    assert_eq!(missing.code(), "7_NOT_EXIST");
    assert_eq!(
        GenericKind::from_code("7_NOT_EXIST", None),
        Some(GenericKind::Missing)
    );
    assert_eq!(
        missing.documentation().description(),
        EverythingErrorKind::ResourceNotExist
            .documentation()
            .description()
    );
    let cause = "x".parse::<u32>().unwrap_err();
    assert!(Plain::Old { cause }.source().is_some());
}

#[derive(ErrorCatalog)]
#[catalog(path = "errors/offline.json")]
struct Offline;

#[derive(Debug, ErrorCatalog)]
#[catalog(of = self::Offline, exhaustive)]
enum ReadError {
    ParseFailed { line: usize },
    EndOfFile,
}

#[test]
fn an_enum_of_a_catalog_without_http_has_no_statuses() {
    let error = ReadError::ParseFailed { line: 3 };
    assert_eq!(error.status(), None);
    assert_eq!(error.to_string(), "line 3 cannot be parsed");
    assert_eq!(
        ReadErrorKind::from_code("END_OF_FILE", None),
        Some(ReadErrorKind::EndOfFile)
    );
    assert_eq!(
        ReadError::EndOfFile.entry(),
        OfflineErrorKind::EndOfFile.entry()
    );
}
