//! The envelope that a client asks for.

use crate::bank::{call, error, get, Bank, BankError};
use axum::body::Body;
use axum::http::Response;
use axum::routing::get as on_get;
use axum::Router;
use error_catalog::service::CatalogLayer;

async fn answer(path: &str, accept: &[&str]) -> Response<Vec<u8>> {
    let service = Router::new()
        .route(
            "/known",
            on_get(|| async { BankError::account_not_found("7") }),
        )
        .layer(CatalogLayer::<Bank>::new());
    let mut request = get(path);
    for accept in accept {
        request = request.header("accept", *accept);
    }
    call(service, request.body(Body::empty()).unwrap()).await
}

async fn type_for(accept: &[&str]) -> String {
    let response = answer("/known", accept).await;
    assert_eq!(
        error(&response),
        BankError::account_not_found("7"),
        "{accept:?}"
    );
    assert_eq!(response.headers()["vary"], "accept");
    let content_type = response.headers()["content-type"].to_str().unwrap();
    content_type.to_owned()
}

#[tokio::test]
async fn the_catalogs_own_envelope_is_the_default() {
    let accepts: [&[&str]; 7] = [
        &[],
        &["*/*"],
        &["application/*"],
        &["application/json"],
        &["text/html, */*;q=0.8"],
        // A client that accepts none of them gets an error, too.
        &["image/png"],
        &["not a media type"],
    ];
    for accept in accepts {
        assert_eq!(type_for(accept).await, "application/json", "{accept:?}");
    }
}

#[tokio::test]
async fn a_client_chooses_by_quality() {
    let problem: [&[&str]; 6] = [
        &["application/problem+json"],
        &["APPLICATION/Problem+JSON"],
        &["application/json;q=0.5, application/problem+json"],
        &["application/json;q=0.5", "application/problem+json;q=0.6"],
        &["application/problem+json, application/json"],
        &["*/*, application/json;q=0"],
    ];
    for accept in problem {
        assert_eq!(
            type_for(accept).await,
            "application/problem+json",
            "{accept:?}"
        );
    }
    let own: [&[&str]; 2] = [
        &["application/problem+json;q=0.5, application/json;q=0.9"],
        &["application/problem+json;q=0, */*"],
    ];
    for accept in own {
        assert_eq!(type_for(accept).await, "application/json", "{accept:?}");
    }
}

#[tokio::test]
async fn a_problem_has_the_members_of_the_standard() {
    let response = answer("/known", &["application/problem+json"]).await;
    let reference = response.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
    let expected = serde_json::json!({
        "type": "https://bank.example/problems/account-not-found",
        "title": "Account not found",
        "status": 404,
        "detail": "The account 7 does not exist.",
        "instance": reference,
        "account": "7",
    });
    assert_eq!(body, expected);
}

#[tokio::test]
async fn fallbacks_are_problems_too() {
    let response = answer("/none", &["application/problem+json"]).await;
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    assert_eq!(error(&response), BankError::route_not_found("GET", "/none"));
}

#[tokio::test]
async fn a_hostile_list_of_types_is_not_read() {
    let long = "application/problem+json;q=0.1, ".repeat(1_000);
    assert_eq!(type_for(&[&long]).await, "application/json");
}
