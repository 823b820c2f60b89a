//! A number is read back as it was before it was written.

use super::{Totals, TotalsError, LANGUAGES};
use error_catalog::{CatalogError, Occurrence, Response};
use proptest::prelude::*;
use proptest::sample::select;

fn read(error: &TotalsError, language: &str) -> (Option<TotalsError>, bool) {
    let occurrence = Occurrence::new(error.clone()).with_language(language);
    let body = occurrence.to_body();
    let decoded = Totals::decode(Response::new(error.status().as_u16(), &body));
    (decoded.error().cloned(), decoded.is_certain())
}

#[test]
fn every_number_is_read_back_from_each_language() {
    for number in [
        0,
        1,
        2,
        999,
        1_000,
        12_345,
        1_234_567,
        -1,
        -1_000,
        i64::MAX,
        i64::MIN,
    ] {
        for error in [
            TotalsError::files("Ada", number),
            TotalsError::amount(number.to_string(), number),
            TotalsError::amount(format!("{number}.50"), 7),
            TotalsError::twice(number),
            TotalsError::plain(number),
        ] {
            for language in LANGUAGES {
                let shown = error.localized(language).to_string();
                let expected = (Some(error.clone()), true);
                assert_eq!(read(&error, language), expected, "{language}: {shown}");
            }
        }
    }
}

#[test]
fn a_number_that_the_language_does_not_write_like_this_is_not_read() {
    for message in [
        "Ada has 1234 files.",
        "Ada has 12,34 files.",
        "Ada has 1,2,3,4 files.",
        "Ada has 01,234 files.",
        "Ada has 1.234 files.",
        "Ada has 9,223,372,036,854,775,808 files.",
        "Ada has  files.",
        "Ada has many files.",
    ] {
        let body = format!(r#"{{"code":"FILES","message":"{message}"}}"#);
        let decoded = Totals::decode(Response::new(409, &body));
        assert_eq!(decoded.error(), None, "{message}");
    }
}

#[test]
fn an_earlier_message_can_have_such_numbers() {
    let decoded = Totals::decode(Response::new(400, r#"{"text":"1,234 and more"}"#));
    assert_eq!(decoded.error(), Some(&TotalsError::twice(1_234)));
}

#[test]
fn what_was_read_has_the_number_of_the_parameter() {
    let entry = TotalsError::twice(1).entry();
    let matched = entry.match_message("1,234 of 1,234").unwrap();
    assert_eq!(matched.value(0), Some("1234"));
    assert!(entry.match_message("1,234 of 1,235").is_none());
}

/// Values that are parts of messages, and others.
fn hostile() -> impl Strategy<Value = String> {
    let parts = vec![
        "Ada",
        "",
        " ",
        ".",
        ",",
        " has ",
        " files.",
        "1,234",
        "1",
        " file.",
        " no files.",
        "hat ",
        " Dateien.",
        "\u{202f}",
        "’",
        "٬",
        "۱",
        "{count:number}",
        "{",
        "}",
        "\"",
        "\n",
        "のファイルは",
        "件です。",
        "-",
        "\u{200e}",
        "\u{0}",
    ];
    prop::collection::vec(select(parts), 0..5).prop_map(|parts| parts.concat())
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![-3..130_i64, -1_100_000..1_100_000_i64, any::<i64>()]
}

fn decimal() -> impl Strategy<Value = String> {
    prop_oneof![
        number().prop_map(|number| number.to_string()),
        (number(), "[0-9]{1,4}").prop_map(|(whole, part)| format!("{whole}.{part}")),
        "[+-]?[0-9]{1,9}(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?",
    ]
}

fn error() -> impl Strategy<Value = TotalsError> {
    prop_oneof![
        (hostile(), number()).prop_map(|(owner, count)| TotalsError::files(owner, count)),
        (decimal(), number()).prop_map(|(amount, most)| TotalsError::amount(amount, most)),
        number().prop_map(TotalsError::twice),
        number().prop_map(TotalsError::plain),
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
    fn a_number_alone_is_always_read_back(number in number(), amount in decimal()) {
        let errors = [
            TotalsError::amount(amount, number),
            TotalsError::twice(number),
            TotalsError::plain(number),
        ];
        for error in errors {
            for language in LANGUAGES {
                prop_assert_eq!(read(&error, language), (Some(error.clone()), true), "{}", language);
            }
        }
    }
}
