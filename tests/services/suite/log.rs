//! What operators see of the errors that a service sends.

use crate::bank::{call, error, get, Bank, BankError};
use axum::body::Body;
use axum::routing::get as on_get;
use axum::Router;
use error_catalog::service::CatalogLayer;
use error_catalog::Occurrence;
use std::fmt::Debug;
use std::sync::{Mutex, Once};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

const SECRET: &str = "Qz7hXw2KpV9sRt4LmB8c";

/// Keeps the events of requests whose reference begins with `logged-`, one line each. It is the only subscriber: other
/// tests send errors at the same time.
struct Lines;

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Begins to keep events.
pub(crate) fn watch() {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| tracing::subscriber::set_global_default(Lines).unwrap());
}

/// Returns the events of a request with this reference.
pub(crate) fn lines(reference: &str) -> Vec<String> {
    let part = format!("error_catalog.reference=\"{reference}\"");
    let mut lines = LINES.lock().unwrap().clone();
    lines.retain(|line| line.contains(&part));
    lines
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        use std::fmt::Write;
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "error_catalog"
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        if line.0.contains("error_catalog.reference=\"logged-") {
            LINES.lock().unwrap().push(line.0);
        }
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

async fn own() -> Occurrence<BankError> {
    Occurrence::new(BankError::account_not_found("7")).with_source(SECRET)
}

#[tokio::test]
async fn each_response_with_an_error_is_logged_once_with_its_sources() {
    let service = Router::new()
        .route("/own", on_get(own))
        .layer(CatalogLayer::<Bank>::new());
    watch();
    for (path, reference) in [("/own", "logged-1"), ("/nowhere", "logged-2")] {
        let request = get(path)
            .header("x-request-id", reference)
            .body(Body::empty())
            .unwrap();
        let response = call(service.clone(), request).await;
        let error = error(&response);
        let body = String::from_utf8_lossy(response.body());
        assert!(!body.contains(SECRET) && !format!("{:?}", response.headers()).contains(SECRET));
        let lines = lines(reference);
        let [line] = &*lines else {
            panic!("{path}: {lines:?}");
        };
        for part in [
            format!("error.type=\"{}\"", error.code()),
            format!("http.response.status_code={}", response.status().as_u16()),
            "error_catalog.name=\"bank\"".to_owned(),
        ] {
            assert!(line.contains(&part), "{part}: {line}");
        }
        assert_eq!(
            line.contains(&format!("exception.message=\"{SECRET}\"")),
            path == "/own",
            "{line}"
        );
    }
}
