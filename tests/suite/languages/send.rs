//! Responses in the languages of a catalog.

use super::{TicketsError, LANGUAGES};
use error_catalog::{CatalogError, Occurrence};

fn body<E: CatalogError>(occurrence: &Occurrence<E>) -> String {
    String::from_utf8(occurrence.to_body()).unwrap()
}

fn header<E: CatalogError>(occurrence: &Occurrence<E>, name: &str) -> Option<String> {
    let headers = occurrence.to_headers();
    let mut all = headers.into_iter();
    all.find_map(|(known, value)| (known == name).then_some(value))
}

#[test]
fn a_body_has_the_message_and_the_title_in_the_language() {
    let occurrence = Occurrence::new(TicketsError::few_seats(2, 90)).with_language("ja-JP");
    assert_eq!(
        body(&occurrence),
        r#"{"code":"FEW_SEATS","message":"残席は90席中2席のみです。","title":"残席わずか"}"#
    );
    assert_eq!(
        header(&occurrence, "content-language").as_deref(),
        Some("ja")
    );
}

#[test]
fn the_header_tells_the_language_of_the_message() {
    let told = LANGUAGES.map(|language| {
        let occurrence = Occurrence::new(TicketsError::sale_closed()).with_language(language);
        header(&occurrence, "content-language").unwrap()
    });
    assert_eq!(told, ["en", "ja", "en", "en"]);
    let free = Occurrence::new(TicketsError::notice("x")).with_language("ja");
    assert_eq!(header(&free, "content-language"), None);
    let unset = Occurrence::new(TicketsError::sale_closed());
    assert_eq!(header(&unset, "content-language"), None);
    let edges = error_catalog::apis::EdgesError::not_connected("Ada");
    let edges = Occurrence::new(edges).with_language("ja");
    assert_eq!(header(&edges, "content-language"), None);
}

#[test]
fn errors_within_an_error_are_in_its_language_unless_they_have_their_own() {
    let own = Occurrence::new(TicketsError::sale_closed()).with_language("en");
    let occurrence = Occurrence::new(TicketsError::sale_closed())
        .with_cause(TicketsError::few_seats(1, 2))
        .with_cause(own)
        .with_language("ja");
    assert_eq!(
        body(&occurrence),
        r#"{"code":"SALE_CLOSED","message":"販売は終了しました。","causes":[{"code":"FEW_SEATS","message":"残席は2席中1席のみです。"},{"code":"SALE_CLOSED","message":"The sale is closed."}]}"#
    );
}

#[test]
fn a_challenge_has_the_message_in_the_language() {
    let occurrence = Occurrence::new(TicketsError::wrong_password("x", "Ada")).with_language("ja");
    let challenge = header(&occurrence, "www-authenticate").unwrap();
    assert!(challenge.contains("Ada"), "{challenge}");
    assert!(!challenge.contains("wrong"), "{challenge}");
    assert_eq!(
        header(&occurrence, "content-language").as_deref(),
        Some("ja")
    );
}
