//! The example service, with everything that can go wrong.

#[path = "../../examples/service/app/mod.rs"]
mod app;
mod failing;
mod inputs;
mod load;
mod server;

use app::network::server as network;
use app::network::Network;
use app::{App, Payments, PaymentsError, Settings};
use error_catalog::Decoded;

/// In every source, header, and sensitive parameter, and in nothing that leaves the service.
const SECRET: &str = "s3cr3t-Vx8Qm2";

/// Settings under which nothing is limited but bodies.
const UNLIMITED: Settings = Settings {
    requests_per_second: u32::MAX,
    ..Settings::DEFAULT
};

async fn app(settings: Settings) -> App {
    let network = network::start().await.unwrap();
    let network = Network::new(network, settings.network_timeout).unwrap();
    let app = App::new(network, settings).unwrap();
    app.database.open("Ada", "ada@example.com", 1_000).unwrap();
    app
}

type Response = axum::http::Response<Vec<u8>>;

/// Nothing that is secret leaves the service.
fn keeps_secrets(response: &Response) {
    let body = String::from_utf8_lossy(response.body());
    let headers = format!("{:?}", response.headers());
    assert!(!body.contains(SECRET), "{body}");
    assert!(!headers.contains(SECRET), "{headers}");
}

/// What a client got: an error of which nothing is unknown, or a success; and nothing that is secret.
fn checked(response: &Response) -> Option<PaymentsError> {
    keeps_secrets(response);
    let reference = response.headers()["x-request-id"].to_str().unwrap();
    if response.status().as_u16() < 400 {
        return None;
    }
    let decoded: Decoded<'_, Payments> = Payments::decode(response.into());
    let warnings = decoded.warnings();
    assert!(warnings.is_empty(), "{warnings:?}: {response:?}");
    let Some(error) = decoded.error() else {
        panic!("{decoded}: {response:?}");
    };
    assert_eq!(u16::from(error.status()), response.status().as_u16());
    assert_eq!(decoded.reference().as_deref(), Some(reference));
    assert!(response.headers()["vary"]
        .to_str()
        .unwrap()
        .contains("accept"));
    let advice = response.headers().get("retry-after");
    assert_eq!(advice.is_some(), error.code() == "TOO_MANY_REQUESTS");
    if response.status() == 405 {
        assert!(response.headers().contains_key("allow"));
    }
    Some(error.clone())
}

#[tokio::test]
async fn the_description_of_the_api_has_the_errors_of_each_operation() {
    let request = axum::http::Request::get("/openapi.json");
    let request = request.body(axum::body::Body::empty()).unwrap();
    let service = app::service(app(UNLIMITED).await);
    let response = crate::bank::call(service, request).await;
    let document: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
    for (operation, path, expected) in [
        (
            "createAccount",
            "/paths/~1accounts/post",
            &[
                "201", "400", "401", "413", "415", "422", "429", "500", "504",
            ][..],
        ),
        (
            "readAccount",
            "/paths/~1accounts~1{id}/get",
            &["200", "400", "401", "404", "429", "500", "504"],
        ),
    ] {
        let documented = document.pointer(path).unwrap();
        assert_eq!(documented["operationId"], operation);
        let responses = documented["responses"].as_object().unwrap();
        assert!(responses.keys().eq(expected), "{responses:?}");
    }
}

#[tokio::test]
async fn an_error_is_in_the_language_of_the_client() {
    let request = axum::http::Request::get("/accounts/7")
        .header("authorization", "Bearer key-1")
        .header("accept-language", "ja");
    let request = request.body(axum::body::Body::empty()).unwrap();
    let service = app::service(app(UNLIMITED).await);
    let response = crate::bank::call(service, request).await;
    assert_eq!(response.headers()["content-language"], "ja");
    let error = checked(&response).unwrap();
    assert_eq!(error, PaymentsError::account_not_found("7"));
    assert_eq!(error.to_string(), "The account 7 does not exist.");
    let body = String::from_utf8_lossy(response.body());
    assert!(body.contains("口座 7 は存在しません。"), "{body}");
}
