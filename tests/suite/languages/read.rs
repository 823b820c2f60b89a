//! Responses in each language are read into the error that they were sent as.

use super::{Tickets, TicketsError, LANGUAGES};
use error_catalog::{CatalogError, Occurrence, Response, Warning};
use proptest::prelude::*;
use proptest::sample::select;

/// Values that are parts of messages, and others.
fn hostile() -> impl Strategy<Value = String> {
    let parts = vec![
        "Ada",
        "",
        " ",
        ".",
        " is taken by ",
        " hat den Namen ",
        "」は",
        "が使用しています。",
        " in ",
        "In ",
        "に",
        " gibt es kein ",
        "{name}",
        "{",
        "}",
        "\"",
        "\\",
        "\n",
        "é",
        "The name ",
        "0",
        "-1",
        "席中",
        " seats",
        " belongs to ",
        "Der Name ",
        " gehört schon ",
        "\u{202e}",
        "の値",
        " schon.",
    ];
    prop::collection::vec(select(parts), 0..5).prop_map(|parts| parts.concat())
}

fn field() -> impl Strategy<Value = String> {
    select(vec!["EMAIL", "A_INVALID", "INVALID", "X", "の値", "_"]).prop_map(str::to_owned)
}

fn error() -> impl Strategy<Value = TicketsError> {
    prop_oneof![
        (any::<i64>(), any::<i64>()).prop_map(|(left, all)| TicketsError::few_seats(left, all)),
        (hostile(), hostile()).prop_map(|(name, owner)| TicketsError::name_taken(name, owner)),
        Just(TicketsError::sale_closed()),
        hostile().prop_map(TicketsError::notice),
        (hostile(), hostile()).prop_map(|(event, city)| TicketsError::no_event(event, city)),
        (field(), hostile()).prop_map(|(field, value)| TicketsError::invalid(field, value)),
    ]
}

/// Reads the response with an error in a language.
fn read(error: &TicketsError, language: &str) -> (Option<TicketsError>, bool) {
    let body = Occurrence::new(error.clone())
        .with_language(language)
        .to_body();
    let status = error.status().as_u16();
    let decoded = Tickets::decode(Response::new(status, &body));
    (decoded.error().cloned(), decoded.is_certain())
}

proptest! {
    #[test]
    fn every_error_is_read_back_from_each_language_or_is_not_certain(error in error()) {
        for language in LANGUAGES {
            let (found, is_certain) = read(&error, language);
            prop_assert!(!is_certain || found.as_ref() == Some(&error), "{language}: {error} {found:?}");
        }
    }
}

#[test]
fn an_error_is_read_back_from_each_language() {
    for error in [
        TicketsError::few_seats(-2, 90),
        TicketsError::name_taken("x", "Ada"),
        TicketsError::sale_closed(),
        TicketsError::no_event("Oper", "Bern"),
        TicketsError::invalid("EMAIL", "a@b"),
    ] {
        for language in LANGUAGES {
            let expected = error.localized(language).language();
            let body = Occurrence::new(error.clone())
                .with_language(language)
                .to_body();
            let decoded = Tickets::decode(Response::new(error.status().as_u16(), &body));
            assert_eq!(decoded.error(), Some(&error), "{language}: {decoded}");
            assert!(decoded.is_certain(), "{language}: {error:?}");
            assert_eq!(decoded.language(), Some(expected), "{error:?}");
            assert_eq!(decoded.warnings(), [], "{language}: {error:?}");
        }
    }
}

#[test]
fn a_message_in_no_language_is_reworded() {
    let body = r#"{"code": "SALE_CLOSED", "message": "Finito."}"#;
    let decoded = Tickets::decode(Response::new(403, body));
    assert_eq!(decoded.error(), Some(&TicketsError::sale_closed()));
    assert_eq!(decoded.language(), None);
    assert!(decoded.warnings().contains(&Warning::Reworded));
}

#[test]
fn an_earlier_form_is_in_the_language_of_the_catalog_and_old() {
    let body = r#"{"code": "NAME_TAKEN", "message": "x belongs to Ada"}"#;
    let decoded = Tickets::decode(Response::new(400, body));
    assert_eq!(decoded.error(), Some(&TicketsError::name_taken("x", "Ada")));
    assert_eq!(decoded.language(), Some("en"));
    assert!(decoded.warnings().contains(&Warning::OldForm));
    // An earlier status with a message of today, in another language.
    let body = r#"{"code": "NAME_TAKEN", "message": "「x」はAdaが使用しています。"}"#;
    let decoded = Tickets::decode(Response::new(400, body));
    assert_eq!(decoded.error(), Some(&TicketsError::name_taken("x", "Ada")));
    assert_eq!(decoded.language(), Some("ja"));
}

#[test]
fn a_message_in_another_language_can_be_read_in_two_ways() {
    // The whole message of the one language is a value in the other.
    let error = TicketsError::name_taken("「x」はy", "が使用しています。");
    let (found, is_certain) = read(&error, "ja");
    assert!(!is_certain || found.as_ref() == Some(&error));
}
