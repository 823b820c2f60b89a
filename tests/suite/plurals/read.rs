//! A response is read with the form that its number asks for.

use super::{Files, FilesError, LANGUAGES, NUMBERS};
use error_catalog::{CatalogError, Occurrence, Outcome, Response, Warning};
use proptest::prelude::*;
use proptest::sample::select;

fn read(error: &FilesError, language: &str) -> (Option<FilesError>, bool) {
    let occurrence = Occurrence::new(error.clone()).with_language(language);
    let body = occurrence.to_body();
    let decoded = Files::decode(Response::new(error.status().as_u16(), &body));
    (decoded.error().cloned(), decoded.is_certain())
}

fn with_number(number: i64) -> [FilesError; 6] {
    [
        FilesError::deleted(number, "Ada"),
        FilesError::too_large(number.to_string()),
        FilesError::locked(number),
        FilesError::left("The folder", number),
        FilesError::InUse {
            users: Some(number),
        },
        FilesError::wait(number),
    ]
}

#[test]
fn every_number_is_read_back_from_each_language() {
    for error in NUMBERS.into_iter().flat_map(with_number) {
        for language in LANGUAGES {
            let expected = error.localized(language).language();
            let body = Occurrence::new(error.clone())
                .with_language(language)
                .to_body();
            let decoded = Files::decode(Response::new(error.status().as_u16(), &body));
            let body = String::from_utf8_lossy(&body);
            assert_eq!(decoded.error(), Some(&error), "{language}: {body}");
            assert!(decoded.is_certain(), "{language}: {body}");
            assert_eq!(decoded.language(), Some(expected), "{language}: {body}");
            assert_eq!(decoded.warnings(), [], "{language}: {body}");
        }
    }
}

#[test]
fn every_decimal_is_read_back_as_it_is_written() {
    for size in ["1.5", "0.0", "1.0", "+1", "-1.50", "007", "1e5", "1E-10"] {
        let error = FilesError::too_large(size.to_owned());
        for language in LANGUAGES {
            assert_eq!(
                read(&error, language),
                (Some(error.clone()), true),
                "{language}: {size}"
            );
        }
    }
}

#[test]
fn a_form_for_one_number_gives_the_number_that_it_does_not_have() {
    let body = r#"{"code":"DELETED","message":"No files of Ada were deleted."}"#;
    let decoded = Files::decode(Response::new(409, body));
    assert_eq!(decoded.error(), Some(&FilesError::deleted(0, "Ada")));
    let entry = FilesError::deleted(0, "Ada").entry();
    let matched = entry
        .match_message("No files of Ada were deleted.")
        .unwrap();
    let values: Vec<_> = matched.values().collect();
    assert_eq!(values, [(0, "0"), (1, "Ada")]);
    let matched = entry.match_message("1 file of Ada was deleted.").unwrap();
    assert_eq!(matched.value(0), Some("1"));
}

#[test]
fn a_form_for_several_numbers_without_the_number_gives_none() {
    // The number is in the parameters only.
    let message = r#""code":"LOCKED","message":"A file is locked.""#;
    let body = format!(r#"{{"error":{{{message},"details":{{"count":-1}}}}}}"#);
    let decoded = Files::decode(Response::new(423, &body));
    assert_eq!(decoded.error(), Some(&FilesError::locked(-1)));
    let body = format!(r#"{{"error":{{{message}}}}}"#);
    let decoded = Files::decode(Response::new(423, &body));
    assert_eq!(decoded.error(), None);
    assert!(
        matches!(decoded.outcome(), Outcome::Partial(_)),
        "{:?}",
        decoded.outcome()
    );
}

#[test]
fn a_number_that_asks_for_another_form_is_not_read_with_this_one() {
    for message in [
        "1 files of Ada were deleted.",
        "0 files of Ada were deleted.",
        "2 file of Ada was deleted.",
    ] {
        let body = format!(r#"{{"code":"DELETED","message":"{message}"}}"#);
        let decoded = Files::decode(Response::new(409, &body));
        assert_eq!(decoded.error(), None, "{message}");
        assert!(decoded.warnings().contains(&Warning::Reworded), "{message}");
    }
    // The text of the form for others fits as well, but is not written for 0.
    let error = FilesError::left("x", 0);
    assert_eq!(error.to_string(), "x is empty (0)");
    assert_eq!(read(&error, "en"), (Some(error), true));
    let error = FilesError::left("x is empty", 2);
    assert_eq!(read(&error, "en"), (Some(error), true));
}

#[test]
fn a_number_beside_a_form_for_another_number_is_not_certain() {
    let details = r#""details":{"count":5}"#;
    let body =
        format!(r#"{{"error":{{"code":"LOCKED","message":"Файл заблокирован.",{details}}}}}"#);
    let decoded = Files::decode(Response::new(423, &body));
    assert_eq!(decoded.error(), Some(&FilesError::locked(5)));
    assert!(!decoded.is_certain());
    assert!(decoded.warnings().contains(&Warning::ParamDiffers("count")));
}

/// Values that are parts of messages, and others.
fn hostile() -> impl Strategy<Value = String> {
    let parts = vec![
        "Ada",
        "",
        " ",
        ".",
        " files of ",
        " file of ",
        " was deleted.",
        " were deleted.",
        "No files of ",
        "0",
        "1",
        "21",
        "-1",
        " is empty (0)",
        " (",
        ")",
        " has one file",
        "{left}",
        "{",
        "}",
        "\"",
        "\\",
        "\n",
        "У ",
        " удалён ",
        " файл.",
        "の残り：",
        "は空です。",
        "のファイルを",
        "件削除しました。",
        "Usunięto ",
        "حُذف ملف واحد من ",
        ": ",
        "\u{202e}",
        "\u{0}",
    ];
    prop::collection::vec(select(parts), 0..5).prop_map(|parts| parts.concat())
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![-3..130_i64, any::<i64>()]
}

fn decimal() -> impl Strategy<Value = String> {
    prop_oneof![
        number().prop_map(|number| number.to_string()),
        (number(), 0..1000_u16).prop_map(|(whole, part)| format!("{whole}.{part}")),
    ]
}

fn error() -> impl Strategy<Value = FilesError> {
    prop_oneof![
        (number(), hostile()).prop_map(|(count, owner)| FilesError::deleted(count, owner)),
        decimal().prop_map(FilesError::too_large),
        number().prop_map(FilesError::locked),
        prop::option::of(number()).prop_map(|users| FilesError::InUse { users }),
        (hostile(), number()).prop_map(|(place, left)| FilesError::left(place, left)),
        number().prop_map(FilesError::wait),
    ]
}

proptest! {
    #[test]
    fn every_error_is_read_back_from_each_language_or_is_not_certain(error in error()) {
        for language in LANGUAGES {
            let (found, is_certain) = read(&error, language);
            prop_assert!(
                !is_certain || found.as_ref() == Some(&error),
                "{language}: {} {found:?}", error.localized(language)
            );
        }
    }

    #[test]
    fn a_number_alone_is_always_read_back(number in number(), decimal in decimal()) {
        let owned = [FilesError::too_large(decimal), FilesError::locked(number), FilesError::wait(number)];
        for error in owned {
            for language in LANGUAGES {
                prop_assert_eq!(read(&error, language), (Some(error.clone()), true), "{}", language);
            }
        }
    }
}
