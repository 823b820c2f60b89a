//! Numbers have the digits, the groups, and the signs of the language.

use super::{Totals, TotalsError, LANGUAGES};
use error_catalog::{Catalog, CatalogError, Occurrence};

#[test]
fn a_number_is_written_as_in_each_language() {
    let written = LANGUAGES.map(|language| {
        let error = TotalsError::files("Ada", 1_234_567);
        let shown = error.localized(language).to_string();
        let digits = shown.split(|character: char| character.is_alphabetic());
        let number = digits
            .map(str::trim)
            .find(|part| part.chars().any(char::is_numeric));
        number.unwrap().trim_matches([':', ' ', '.']).to_owned()
    });
    assert_eq!(
        written,
        [
            "1,234,567",
            "1.234.567",
            "1\u{202f}234\u{202f}567",
            "12,34,567",
            "1,234,567",
            "1,234,567",
            "۱٬۲۳۴٬۵۶۷",
            "1'234'567",
            "12,34,567",
        ]
    );
}

#[test]
fn display_and_message_are_written_as_in_the_language_of_the_catalog() {
    let error = TotalsError::files("Ada", -1_000);
    assert_eq!(error.to_string(), "Ada has -1,000 files.");
    assert_eq!(error.message(), "Ada has -1,000 files.");
    assert_eq!(TotalsError::files("Ada", 1).to_string(), "Ada has 1 file.");
    assert_eq!(
        TotalsError::files("Ada", 0).to_string(),
        "Ada has no files."
    );
    // A number that no message asks for, and one that only a translation asks for.
    assert_eq!(TotalsError::plain(1_000).to_string(), "No more than 1000.");
    let german = TotalsError::plain(1_000).localized("de").to_string();
    assert_eq!(german, "höchstens 1.000");
    let body = Occurrence::new(TotalsError::plain(1_000))
        .with_language("fr")
        .to_body();
    assert_eq!(
        String::from_utf8(body).unwrap(),
        "{\"code\":\"PLAIN\",\"message\":\"au plus 1\u{202f}000\"}"
    );
}

#[test]
fn a_decimal_keeps_all_of_its_digits() {
    let shown = |amount: &str| {
        let error = TotalsError::amount(amount.to_owned(), 5_000);
        error.localized("de").to_string()
    };
    assert_eq!(shown("12345.50"), "Der Betrag 12.345,50 ist mehr als 5000.");
    assert_eq!(shown("-0.00"), "Der Betrag -0,00 ist mehr als 5000.");
    // What the language could not give back stays as it is.
    for amount in ["+1234", "1e5", "much", ""] {
        assert_eq!(
            shown(amount),
            format!("Der Betrag {amount} ist mehr als 5000.")
        );
    }
}

#[test]
fn the_template_shows_the_placeholder() {
    let entry = TotalsError::amount("1".to_owned(), 1).entry();
    let template = "The amount {amount:number} is more than {most}.";
    assert_eq!(entry.message().as_deref(), Some(template));
    assert_eq!(Totals::META.languages().count(), LANGUAGES.len());
}
