//! The behaviour of the enums that the derive writes.
// The deprecated error of the catalog is tested like the others.
#![allow(deprecated)]

use error_catalog::{Catalog, CatalogError, Code, ErrorCatalog, ParamType, Retry, Status};
use std::error::Error;
use std::time::Duration;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/everything.json")]
pub(crate) struct Everything;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/offline.json", error = ReadError, kind = ReadErrorKind)]
struct Offline;

fn typed() -> EverythingError {
    EverythingError::typed(
        3,
        "0.50",
        true,
        "2020-01-01",
        vec!["a".into(), "b".into()],
        "{}",
        "x",
    )
}

#[test]
fn display_fills_the_template() {
    let filled = [
        (EverythingError::plain(), "Plain."),
        (
            EverythingError::free_text("Whatever {it} says"),
            "Whatever {it} says",
        ),
        (EverythingError::numbered(7), "Code 7 is a number."),
        (typed(), "3 of 0.50 is true since 2020-01-01: a, b; {}"),
        (EverythingError::mismatch("1", "2"), "1 is not 2."),
        (EverythingError::repeated("1"), "1 and 1 are one."),
        (EverythingError::braces("T", "S", "Z"), "{T} is {self} S Z"),
        (EverythingError::unicode("né"), "שלום né, ça va? 🎉"),
        (
            EverythingError::flood_wait(30),
            "A wait of 30 seconds is required",
        ),
    ];
    for (error, message) in filled {
        assert_eq!(error.to_string(), message);
        assert_eq!(error.message(), message);
    }
}

#[test]
fn variants_have_named_fields_of_the_documented_types() {
    let EverythingError::Typed {
        count,
        share,
        flag,
        retry_after,
        ..
    } = typed()
    else {
        panic!("the constructor created another variant");
    };
    let (count, retry_after): (i64, Option<i64>) = (count, retry_after);
    assert_eq!((count, &*share, flag, retry_after), (3, "0.50", true, None));
    let braces = EverythingError::Braces {
        r#type: "T".into(),
        self_: "S".into(),
        _0: "Z".into(),
    };
    assert_eq!(braces, EverythingError::braces("T", "S", "Z"));
}

#[test]
fn codes_are_strings_numbers_filled_patterns_or_absent() {
    assert_eq!(EverythingError::plain().code(), "PLAIN");
    assert_eq!(EverythingError::numbered(7).code(), 1042);
    assert_eq!(EverythingError::flood_wait(30).code(), "FLOOD_WAIT_30");
    assert_eq!(
        EverythingErrorKind::FloodWait.code(),
        "FLOOD_WAIT_{seconds}"
    );
    assert_eq!(EverythingError::no_code().code(), Code::None);
}

#[test]
fn statuses_come_from_the_entry_or_the_defaults() {
    assert_eq!(EverythingError::plain().status(), 400);
    assert_eq!(EverythingError::large_limit().status(), 429);
    let statuses: Vec<Status> = EverythingErrorKind::LargeLimit.entry().statuses().collect();
    assert_eq!(
        statuses,
        [Status::new(429).unwrap(), Status::new(424).unwrap()]
    );
}

#[test]
fn a_catalog_without_http_has_errors_without_status() {
    let error = ReadError::parse_failed(7);
    assert_eq!(CatalogError::status(&error), None);
    assert_eq!(error.to_string(), "line 7 cannot be parsed");
    assert_eq!(
        ReadErrorKind::from_code("END_OF_FILE"),
        Some(ReadErrorKind::EndOfFile)
    );
}

#[test]
fn retry_advice_is_that_of_the_catalog() {
    let advice = [
        (EverythingErrorKind::Plain, Retry::Undocumented),
        (EverythingErrorKind::FreeText, Retry::Backoff),
        (EverythingErrorKind::Typed, Retry::Param("retry_after")),
        (
            EverythingErrorKind::LargeLimit,
            Retry::After(Duration::from_secs(86_400)),
        ),
        (EverythingErrorKind::Unicode, Retry::Header("Retry-After")),
        (EverythingErrorKind::Old, Retry::Never),
    ];
    for (kind, retry) in advice {
        assert_eq!(kind.retry(), retry, "{kind}");
    }
}

#[test]
fn lookup_goes_by_code_then_status_then_pattern() {
    use EverythingErrorKind as Kind;
    let lookup: [(Code<'_>, Option<u16>, Option<Kind>); 14] = [
        ("PLAIN".into(), Some(400), Some(Kind::Plain)),
        ("PLAIN".into(), Some(599), Some(Kind::Plain)),
        ("PLAIN".into(), None, Some(Kind::Plain)),
        ("LIMIT".into(), Some(400), Some(Kind::SmallLimit)),
        ("LIMIT".into(), Some(424), Some(Kind::LargeLimit)),
        ("LIMIT".into(), None, Some(Kind::SmallLimit)),
        (1042.into(), Some(400), Some(Kind::Numbered)),
        ("1042".into(), Some(400), Some(Kind::Numbered)),
        (
            "PROJECT_NOT_EXIST".into(),
            Some(404),
            Some(Kind::ResourceNotExist),
        ),
        (
            "USER_NAME_NOT_EXIST".into(),
            Some(404),
            Some(Kind::UserPartNotExist),
        ),
        (
            "SPECIAL_NOT_EXIST".into(),
            Some(404),
            Some(Kind::SpecialNotExist),
        ),
        ("_NOT_EXIST".into(), Some(404), None),
        (Code::None, Some(503), Some(Kind::NoCode)),
        (Code::None, Some(500), None),
    ];
    for (code, status, kind) in lookup {
        assert_eq!(
            Kind::from_code(code.clone(), status),
            kind,
            "{code:?} {status:?}"
        );
    }
}

#[test]
fn every_kind_is_found_by_its_id_and_its_code() {
    for kind in EverythingErrorKind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(*kind));
        assert_eq!(kind.to_string(), kind.as_str());
        let found = EverythingErrorKind::from_code(kind.code(), kind.status());
        if !kind.code().to_string().contains('{') {
            assert_eq!(found, Some(*kind));
        }
    }
    let unknown = "plain".parse::<EverythingErrorKind>().unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "the catalog `everything` has no entry with this id"
    );
}

#[test]
fn an_entry_has_everything_from_the_catalog() {
    let entry = typed().entry();
    assert_eq!(entry.id(), "TYPED");
    assert_eq!(entry.category(), Some("input"));
    assert_eq!(entry.scope(), Some("param"));
    assert_eq!(
        entry.message().as_deref(),
        Some("{count} of {share} is {flag} since {since}: {names}; {raw}")
    );
    let params: Vec<_> = entry
        .params()
        .map(|it| (it.name(), it.param_type(), it.is_detail()))
        .collect();
    assert_eq!(params[0], ("count", ParamType::Integer, false));
    assert_eq!(params[6], ("retry_after", ParamType::Integer, true));
    assert!(EverythingErrorKind::FreeText.entry().message().is_none());
    assert!(EverythingErrorKind::Old.entry().is_deprecated());
    assert_eq!(Everything::META.len(), EverythingErrorKind::ALL.len());
}

#[test]
fn documentation_has_the_prose() {
    let documentation = EverythingErrorKind::Typed.documentation();
    assert_eq!(documentation.title(), Some("Typed"));
    assert_eq!(documentation.description(), Some("All types at once."));
    assert_eq!(documentation.resolution(), Some("Use fewer types."));
    assert_eq!(
        documentation.causes().collect::<Vec<_>>(),
        ["One cause.", "Another one."]
    );
    assert_eq!(documentation.examples().count(), 1);
    assert_eq!(
        EverythingErrorKind::Plain.documentation().causes().count(),
        0
    );
    assert_eq!(
        ReadErrorKind::EndOfFile.documentation().examples().count(),
        0
    );
}

#[test]
fn debug_is_that_of_the_standard_derive() {
    let shown = [
        (EverythingError::plain(), "Plain"),
        (EverythingError::mismatch("1", "\n"), "Mismatch { left_id: \"1\", right_id: \"\\n\" }"),
        (
            typed(),
            "Typed { count: 3, share: \"0.50\", flag: true, since: \"2020-01-01\", names: [\"a\", \"b\"], \
             raw: \"{}\", retry_after: None, required_detail: \"x\" }",
        ),
    ];
    for (error, debug) in shown {
        assert_eq!(format!("{error:?}"), debug);
    }
    assert_eq!(format!("{:?}", EverythingErrorKind::Self_), "Self_");
    assert_eq!(
        format!("{:#?}", EverythingError::repeated("1")),
        "Repeated {\n    id: \"1\",\n}"
    );
}

#[test]
fn equality_and_clones_see_every_field() {
    let error = typed();
    assert_eq!(error.clone(), error);
    let EverythingError::Typed { .. } = error.clone() else {
        panic!("the clone is another variant");
    };
    assert_ne!(
        EverythingError::mismatch("1", "2"),
        EverythingError::mismatch("1", "3")
    );
    assert_ne!(EverythingError::plain(), EverythingError::old());
    for error in [
        EverythingError::seven("1", "2", "3", "4", "5", "6", "7"),
        EverythingError::no_code(),
    ] {
        assert_eq!(error.clone(), error);
    }
}

#[test]
fn an_error_can_have_fifteen_parameters() {
    let list = vec!["x".into()];
    let texts = [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14",
    ];
    let error = EverythingError::fifteen(
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", list,
    );
    assert_eq!(error.to_string(), texts.join(" "));
    assert_eq!(error.clone(), error);
}

#[test]
fn errors_implement_the_common_traits() {
    fn takes<E: Error + Clone + PartialEq + Send + Sync + 'static>(_: E) {}
    takes(EverythingError::plain());
    let boxed: Box<dyn Error + Send + Sync> = EverythingError::plain().into();
    assert!(boxed.downcast_ref::<EverythingError>().is_some());
    assert!(boxed.source().is_none());
}

#[test]
fn ids_can_be_names_from_rust() {
    let errors = [
        EverythingError::self_(),
        EverythingError::ok(),
        EverythingError::none(),
        EverythingError::error(),
        EverythingError::code_(),
        EverythingError::status_(),
    ];
    let codes: Vec<String> = errors
        .iter()
        .map(|error| error.code().to_string())
        .collect();
    assert_eq!(codes, ["SELF", "OK", "NONE", "ERROR", "CODE", "STATUS"]);
}

#[test]
fn metadata_is_available_at_compile_time() {
    const STATUS: Status = EverythingErrorKind::LargeLimit.status();
    assert_eq!(STATUS, 429);
}
