//! `localized`.

use super::{Tickets, TicketsError, LANGUAGES};
use error_catalog::{Catalog, CatalogError, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/tickets.json", only = ["SALE_CLOSED", "FEW_SEATS"])]
struct Sales;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/tickets.json")]
enum Own {
    FewSeats {
        left: u8,
        all: u32,
    },
    #[catalog(transparent)]
    Tickets(#[from] TicketsError),
    #[catalog(other, code = "OTHER", status = 500, message = "No {thing}.")]
    Other {
        thing: String,
    },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Tickets)]
enum OfTickets {
    SaleClosed,
}

fn all(error: &impl CatalogError) -> [String; 4] {
    LANGUAGES.map(|language| {
        let localized = error.localized(language);
        format!("{}: {localized}", localized.language())
    })
}

#[test]
fn a_message_is_shown_in_each_language() {
    let error = TicketsError::few_seats(2, 90);
    let shown = [
        "en: Only 2 of 90 seats are left.",
        "ja: 残席は90席中2席のみです。",
        "de: Von 90 Plätzen sind nur noch 2 frei.",
        "de: Von 90 Plätzen sind nur noch 2 frei.",
    ];
    assert_eq!(all(&error), shown);
    assert_eq!(all(&Own::FewSeats { left: 2, all: 90 }), shown);
    assert_eq!(all(&Own::from(error.clone())), shown);
    assert_eq!(all(&SalesError::few_seats(2, 90)), shown);
    assert_eq!(error.to_string(), "Only 2 of 90 seats are left.");
}

#[test]
fn a_missing_message_is_that_of_the_fallback() {
    let shown = [
        "en: The sale is closed.",
        "ja: 販売は終了しました。",
        "en: The sale is closed.",
        "en: The sale is closed.",
    ];
    assert_eq!(all(&TicketsError::sale_closed()), shown);
    assert_eq!(all(&OfTickets::SaleClosed), shown);
    let free = TicketsError::notice("Read this.");
    assert_eq!(all(&free), ["en: Read this."; 4]);
    let other = Own::Other {
        thing: "luck".to_owned(),
    };
    assert_eq!(all(&other), ["en: No luck."; 4]);
    let own = TicketsError::name_taken("a", "b")
        .localized("de-CH")
        .to_string();
    assert_eq!(own, "Der Name a gehört schon b.");
}

#[test]
fn titles_and_resolutions_have_fallbacks_of_their_own() {
    let error = TicketsError::few_seats(2, 90);
    let prose = LANGUAGES.map(|language| {
        let localized = error.localized(language);
        (localized.title().unwrap(), localized.resolution().unwrap())
    });
    assert_eq!(
        prose,
        [
            ("Few seats", "Choose fewer seats."),
            ("残席わずか", "席数を減らしてください。"),
            ("Wenige Plätze", "Choose fewer seats."),
            ("Wenige Plätze", "Wähle weniger Plätze aus."),
        ]
    );
    // A title where the catalog has none, and none at all.
    assert_eq!(
        TicketsError::notice("").localized("ja").title(),
        Some("お知らせ")
    );
    assert_eq!(TicketsError::notice("").localized("de").title(), None);
    assert_eq!(SalesError::sale_closed().localized("ja").title(), None);
    let part = SalesError::few_seats(1, 2);
    assert_eq!(part.localized("de").title(), Some("Wenige Plätze"));
    assert_eq!(TicketsError::sale_closed().documentation().title(), None);
}

#[test]
fn a_language_is_looked_up() {
    let error = TicketsError::sale_closed();
    for language in ["ja", "JA-jp", "ja-JP-u-ca-japanese"] {
        assert_eq!(error.localized(language).language(), "ja", "{language}");
    }
    for language in ["", "fr", "jaa", "de", "*"] {
        assert_eq!(error.localized(language).language(), "en", "{language}");
    }
    assert_eq!(Tickets::language("fr, de;q=0.5, ja;q=0.8"), "ja");
    assert_eq!(Tickets::language("de-AT"), "de");
    assert_eq!(Tickets::language("fr"), "en");
    assert_eq!(Tickets::META.negotiate("fr"), None);
    assert!(Tickets::META.languages().eq(LANGUAGES));
    let entry = error.entry();
    assert_eq!(
        entry.message_in("ja").as_deref(),
        Some("販売は終了しました。")
    );
    assert_eq!(
        entry.message_in("de-CH").as_deref(),
        Some("The sale is closed.")
    );
    assert_eq!(TicketsError::notice("").entry().message_in("ja"), None);
}

#[test]
fn a_sensitive_value_is_hidden_in_each_language() {
    let error = TicketsError::wrong_password("hunter2", "Ada");
    let shown = error.localized("ja").to_string();
    assert_eq!(shown, "Adaのパスワード[redacted]が違います。");
    let debug = format!("{:?}", error.localized("ja"));
    assert_eq!(
        debug,
        r#"Localized { id: "WRONG_PASSWORD", language: "ja", .. }"#
    );
}

#[test]
fn a_catalog_without_translations_has_one_language() {
    let error = error_catalog::apis::EdgesError::not_connected("Ada");
    let localized = error.localized("ja");
    assert_eq!(localized.language(), "en");
    assert_eq!(localized.to_string(), error.to_string());
    assert_eq!(localized.title(), error.documentation().title());
    assert!(!error.entry().catalog().is_translated());
}
