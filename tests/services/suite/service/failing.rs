//! What the service depends on fails: the answers say what the catalog says, the logs say why.

use super::app::network::server::cards;
use super::app::{layered, routes, service, Database, Settings};
use super::{app, checked, PaymentsError, Response, SECRET, UNLIMITED};
use crate::bank::call;
use crate::log::{lines, watch};
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use axum::Router;
use std::time::Duration;

async fn charge(service: &Router, card: &str, reference: &str) -> Response {
    let body = format!(r#"{{"amount":1,"card":"{card}"}}"#);
    let request = Request::post("/accounts/1/charges")
        .header("authorization", "Bearer key-s3cr3t-Vx8Qm2")
        .header("content-type", "application/json")
        .header("x-request-id", reference);
    call(service.clone(), request.body(Body::from(body)).unwrap()).await
}

async fn read(service: &Router, path: &str, reference: &str) -> Response {
    let request = Request::get(path)
        .header("authorization", "Bearer key-1")
        .header("x-request-id", reference);
    call(service.clone(), request.body(Body::empty()).unwrap()).await
}

/// The log has one line about the request, which says why.
fn logged(reference: &str, why: &str) {
    let lines = lines(reference);
    let [line] = &*lines else {
        panic!("{reference}: {lines:?}");
    };
    assert!(line.contains(why), "{line}");
}

#[tokio::test]
async fn a_network_that_fails_is_not_available_whatever_it_says() {
    watch();
    let settings = Settings {
        network_timeout: Duration::from_millis(200),
        ..UNLIMITED
    };
    let service = service(app(settings).await);
    for (card, why) in [
        (cards::MAINTENANCE, "Back soon."),
        (cards::PROXY, "Bad gateway"),
        (cards::CLOSED, "connection closed"),
        (cards::SILENT, "timed out"),
    ] {
        let reference = format!("logged-{card}");
        let error = checked(&charge(&service, card, &reference).await);
        assert_eq!(error, Some(PaymentsError::network_unavailable()));
        logged(&reference, why);
    }
}

#[tokio::test]
async fn a_card_is_in_no_response_and_no_log() {
    watch();
    let service = service(app(UNLIMITED).await);
    let response = charge(&service, cards::EXPIRED, "logged-declined").await;
    let error = checked(&response);
    assert_eq!(error, Some(PaymentsError::card_declined("expired")));
    let lines = lines("logged-declined").concat();
    assert!(
        lines.contains("Declined.") && !lines.contains(cards::EXPIRED),
        "{lines}"
    );
}

#[tokio::test]
async fn a_network_that_is_gone_is_not_available() {
    watch();
    let mut app = app(UNLIMITED).await;
    // Nothing listens at a port of zero.
    let nowhere = ([127, 0, 0, 1], 0).into();
    app.network = super::Network::new(nowhere, Duration::from_secs(1)).unwrap();
    let response = charge(&service(app), cards::ACCEPTED, "logged-gone").await;
    assert_eq!(
        checked(&response),
        Some(PaymentsError::network_unavailable())
    );
    logged("logged-gone", "error sending request");
}

#[tokio::test]
async fn a_dead_database_is_an_internal_error() {
    watch();
    let app = app(UNLIMITED).await;
    let rename = "ALTER TABLE accounts RENAME TO gone; CREATE VIEW accounts AS SELECT * FROM \"s3cr3t-Vx8Qm2\";";
    app.database.connection().execute_batch(rename).unwrap();
    let service = service(app);
    let response = read(&service, "/accounts/1", "logged-dead").await;
    assert_eq!(checked(&response), Some(PaymentsError::internal()));
    logged("logged-dead", SECRET);
}

/// Panics while the database is locked.
async fn panics(database: Database) -> &'static str {
    std::future::ready(()).await;
    let _connection = database.connection();
    panic!("{SECRET}");
}

#[tokio::test]
async fn a_panic_is_an_internal_error_and_the_service_goes_on() {
    watch();
    let app = app(UNLIMITED).await;
    let database = app.database.clone();
    let panics = get(|| panics(database));
    let service = layered(routes(&app).route("/panic", panics), app);
    let response = read(&service, "/panic", "logged-panic").await;
    assert_eq!(checked(&response), Some(PaymentsError::internal()));
    logged("logged-panic", &format!("panic: {SECRET}"));
    assert_eq!(read(&service, "/accounts/1", "next").await.status(), 200);
}

#[tokio::test]
async fn what_takes_too_long_is_a_timeout() {
    watch();
    let settings = Settings {
        timeout: Duration::from_millis(100),
        ..UNLIMITED
    };
    let service = service(app(settings).await);
    let response = charge(&service, cards::SILENT, "logged-timeout").await;
    assert_eq!(checked(&response), Some(PaymentsError::timeout()));
    logged("logged-timeout", "timed out");
}

#[tokio::test]
async fn an_exhausted_limit_says_when_to_try_again() {
    let settings = Settings {
        requests_per_second: 3,
        ..UNLIMITED
    };
    let service = service(app(settings).await);
    let mut errors = Vec::new();
    for _ in 0..5 {
        errors.extend(checked(&read(&service, "/accounts/1", "limited").await));
    }
    assert_eq!(
        errors,
        [
            PaymentsError::too_many_requests(3),
            PaymentsError::too_many_requests(3)
        ]
    );
    assert_eq!(
        errors[0].to_string(),
        "You can send 3 requests in a second."
    );
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(
        checked(&read(&service, "/accounts/1", "limited").await),
        None
    );
}

#[tokio::test]
async fn a_charge_takes_the_amount_from_the_balance_once() {
    let service = service(app(UNLIMITED).await);
    let mut charged = 0;
    for _ in 0..1_005 {
        match checked(&charge(&service, cards::ACCEPTED, "charge").await) {
            None => charged += 1,
            Some(error) => assert_eq!(error, PaymentsError::insufficient_balance(0, 1)),
        }
    }
    assert_eq!(charged, 1_000);
}
