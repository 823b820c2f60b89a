//! The language that a client asks for.

use crate::bank::{call, error, get, Bank, BankError};
use axum::body::Body;
use axum::http::Response;
use axum::routing::get as on_get;
use axum::Router;
use error_catalog::service::CatalogLayer;
use error_catalog::Occurrence;

async fn known() -> BankError {
    BankError::account_not_found("7")
}

async fn within() -> Occurrence<BankError> {
    let cause = BankError::insufficient_balance(1, 2);
    Occurrence::new(BankError::account_not_found("7")).with_cause(cause)
}

async fn own() -> Occurrence<BankError> {
    Occurrence::new(BankError::account_not_found("7")).with_language("de")
}

async fn panicking() {
    panic!("on purpose")
}

async fn answer(path: &str, headers: &[(&str, &str)]) -> Response<Vec<u8>> {
    let service = Router::new()
        .route("/known", on_get(known))
        .route("/within", on_get(within))
        .route("/own", on_get(own))
        .route("/panic", on_get(panicking))
        .layer(CatalogLayer::<Bank>::new());
    let request = headers.iter().fold(get(path), |request, (name, value)| {
        request.header(*name, *value)
    });
    call(service, request.body(Body::empty()).unwrap()).await
}

async fn asked(path: &str, language: &str) -> Response<Vec<u8>> {
    answer(path, &[("accept-language", language)]).await
}

fn language(response: &Response<Vec<u8>>) -> &str {
    response.headers()["content-language"].to_str().unwrap()
}

fn text(response: &Response<Vec<u8>>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

/// What a response varies by.
fn varies(response: &Response<Vec<u8>>) -> Vec<&str> {
    let lines = response.headers().get_all("vary").iter();
    lines.map(|line| line.to_str().unwrap()).collect()
}

#[tokio::test]
async fn a_client_gets_the_language_that_it_prefers() {
    for (header, tag, message) in [
        ("ja", "ja", "口座7は存在しません。"),
        ("de;q=0.5, ja", "ja", "口座7は存在しません。"),
        ("fr, JA-jp;q=0.3", "ja", "口座7は存在しません。"),
        ("de-AT, ja;q=0.9", "de", "Das Konto 7 gibt es nicht."),
        ("fr", "en", "The account 7 does not exist."),
        ("*", "en", "The account 7 does not exist."),
        ("en;q=0, *", "ja", "口座7は存在しません。"),
        ("not a language!", "en", "The account 7 does not exist."),
    ] {
        let response = asked("/known", header).await;
        assert_eq!(language(&response), tag, "{header}");
        assert!(
            text(&response).contains(message),
            "{header}: {}",
            text(&response)
        );
        assert_eq!(
            error(&response),
            BankError::account_not_found("7"),
            "{header}"
        );
        assert_eq!(varies(&response), ["accept", "accept-language"], "{header}");
    }
}

#[tokio::test]
async fn several_lines_of_the_header_are_one() {
    let lines = [("accept-language", "fr"), ("accept-language", "ja;q=0.1")];
    assert_eq!(language(&answer("/known", &lines).await), "ja");
    let long = format!("ja, {}", "fr, ".repeat(10_000));
    assert_eq!(language(&asked("/known", &long).await), "en");
}

#[tokio::test]
async fn without_the_header_the_language_is_that_of_the_catalog() {
    let response = answer("/known", &[]).await;
    assert_eq!(language(&response), "en");
    assert_eq!(varies(&response), ["accept", "accept-language"]);
}

#[tokio::test]
async fn fallbacks_and_panics_are_in_the_language() {
    let response = asked("/nowhere", "ja").await;
    assert_eq!(
        error(&response),
        BankError::route_not_found("GET", "/nowhere")
    );
    assert!(text(&response).contains("GET /nowhere は存在しません。"));
    assert_eq!(language(&response), "ja");
    let response = asked("/panic", "de").await;
    assert_eq!(error(&response), BankError::internal());
    assert!(text(&response).contains("Bei uns ist etwas schiefgegangen."));
    assert_eq!(varies(&response), ["accept", "accept-language"]);
}

#[tokio::test]
async fn errors_within_an_error_are_in_the_language_or_its_fallback() {
    let response = asked("/within", "ja").await;
    assert!(text(&response).contains("2の支払いに残高1では足りません。"));
    let response = asked("/within", "de").await;
    assert!(text(&response).contains("The balance of 1 does not cover 2."));
    assert_eq!(language(&response), "de");
}

#[tokio::test]
async fn a_handler_can_set_the_language() {
    let response = asked("/own", "ja").await;
    assert_eq!(language(&response), "de");
    assert!(text(&response).contains("Das Konto 7 gibt es nicht."));
}

#[tokio::test]
async fn a_problem_has_its_title_in_the_language() {
    let headers = [
        ("accept", "application/problem+json"),
        ("accept-language", "ja"),
    ];
    let response = answer("/known", &headers).await;
    assert!(
        text(&response).contains("口座が見つかりません"),
        "{}",
        text(&response)
    );
    assert_eq!(error(&response), BankError::account_not_found("7"));
}
