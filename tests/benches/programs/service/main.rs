//! An error response of a handler of axum, in different ways.

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, Response, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use error_catalog::ErrorCatalog;
use masterror::{field, AppCode, AppError, AppErrorKind};
use problem_details::ProblemDetails;
use serde::Serialize;
use std::fmt;
use std::future::Future;
use std::hint::black_box;
use std::pin::{pin, Pin};
use std::task::{Context, Poll, Waker};
use std::time::Instant;
use tower_service::Service;

const REQUESTS: usize = 2_000;
const ROUNDS: usize = 51;

#[derive(ErrorCatalog)]
#[catalog(path = "catalog.json")]
struct Bank;

async fn ours() -> BankError {
    let (available, required) = values();
    BankError::insufficient_balance(available, required)
}

/// What a service writes by hand.
#[derive(Debug)]
enum ByHand {
    InsufficientBalance { available: i64, required: i64 },
}

impl fmt::Display for ByHand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InsufficientBalance { available, required } => {
                write!(formatter, "The balance of {available} does not cover {required}.")
            }
        }
    }
}

impl IntoResponse for ByHand {
    fn into_response(self) -> axum::response::Response {
        #[derive(Serialize)]
        struct Envelope {
            error: Error,
        }

        #[derive(Serialize)]
        struct Error {
            code: &'static str,
            message: String,
            params: Params,
        }

        let message = self.to_string();
        let Self::InsufficientBalance { available, required } = self;
        let error = Error {
            code: "INSUFFICIENT_BALANCE",
            message,
            params: Params { available, required },
        };
        (StatusCode::BAD_REQUEST, Json(Envelope { error })).into_response()
    }
}

#[derive(Serialize)]
struct Params {
    available: i64,
    required: i64,
}

async fn by_hand() -> ByHand {
    let (available, required) = values();
    ByHand::InsufficientBalance { available, required }
}

async fn masterror() -> AppError {
    let (available, required) = values();
    let message = format!("The balance of {available} does not cover {required}.");
    AppError::new(AppErrorKind::BadRequest, message)
        .with_code(AppCode::new("INSUFFICIENT_BALANCE"))
        .with_field(field::i64("available", available))
        .with_field(field::i64("required", required))
}

async fn problem_details() -> ProblemDetails<Params> {
    let (available, required) = values();
    let kind = axum::http::Uri::from_static("https://bank.example/problems/insufficient-balance");
    ProblemDetails::from_status_code(StatusCode::BAD_REQUEST)
        .with_type(kind)
        .with_detail(format!("The balance of {available} does not cover {required}."))
        .with_extensions(Params { available, required })
}

fn values() -> (i64, i64) {
    black_box((50, 100))
}

/// Polls what never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut task = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut task) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

/// One request: the status, and the bytes of the body.
fn answer(service: &mut Router) -> (StatusCode, Bytes) {
    let request = Request::new(Body::empty());
    let response: Response<Body> = now(service.call(request)).unwrap();
    let (parts, mut body) = response.into_parts();
    let mut task = Context::from_waker(Waker::noop());
    let Poll::Ready(Some(Ok(frame))) = Pin::new(&mut body).poll_frame(&mut task) else {
        panic!("there is no body");
    };
    (parts.status, frame.into_data().unwrap())
}

fn main() {
    let mut ways = [
        ("error-catalog", Router::new().route("/", get(ours))),
        ("by hand", Router::new().route("/", get(by_hand))),
        ("masterror", Router::new().route("/", get(masterror))),
        ("problem_details", Router::new().route("/", get(problem_details))),
    ];
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [_, way, passes] = &arguments[..] {
        let (_, service) = ways.iter_mut().find(|(name, _)| name == way).unwrap();
        for _ in 0..passes.parse::<usize>().unwrap() * REQUESTS {
            black_box(answer(service));
        }
        return;
    }
    verify(&mut ways);
    let mut times = ways.each_ref().map(|_| Vec::new());
    for _ in 0..ROUNDS {
        for ((_, service), times) in ways.iter_mut().zip(&mut times) {
            let start = Instant::now();
            for _ in 0..REQUESTS {
                black_box(answer(service));
            }
            times.push(start.elapsed().as_secs_f64() * 1e9 / REQUESTS as f64);
        }
    }
    for ((way, _), times) in ways.iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        println!("{way}\t{}", times[times.len() / 2]);
    }
}

/// All have the same status and message; the body by hand is the same, byte for byte.
fn verify(ways: &mut [(&str, Router)]) {
    let [ours, by_hand, ..] = ways else { panic!() };
    assert_eq!(answer(&mut ours.1), answer(&mut by_hand.1));
    for (way, service) in ways {
        let (status, body) = answer(service);
        let body = String::from_utf8_lossy(&body).into_owned();
        assert_eq!(status, 400, "{way}");
        for part in ["The balance of 50 does not cover 100.", "insufficient"] {
            assert!(body.to_lowercase().contains(&part.to_lowercase()), "{way}: {body}");
        }
    }
}
