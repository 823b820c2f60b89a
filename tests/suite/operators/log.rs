//! Errors as events of `tracing`.

use super::{leaks, rejected, Layer, OperatorsError, Own, SECRET};
use error_catalog::{CatalogError, Occurrence};
use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// An event: its level, and its fields as text.
#[derive(Debug, Clone)]
struct Logged {
    level: Level,
    target: String,
    fields: BTreeMap<&'static str, String>,
}

impl Logged {
    fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(|value| &**value)
    }
}

impl Visit for Logged {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let mut text = String::new();
        write!(text, "{value:?}").unwrap();
        self.fields.insert(field.name(), text);
    }
}

/// Keeps the events at a level and above.
struct Kept {
    most: Level,
    events: Arc<Mutex<Vec<Logged>>>,
}

impl Subscriber for Kept {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.most
    }

    fn event(&self, event: &Event<'_>) {
        let mut logged = Logged {
            level: *event.metadata().level(),
            target: event.metadata().target().to_owned(),
            fields: BTreeMap::new(),
        };
        event.record(&mut logged);
        self.events.lock().unwrap().push(logged);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

fn logged_above<E: CatalogError>(most: Level, occurrence: &Occurrence<E>) -> Vec<Logged> {
    let events = Arc::default();
    let subscriber = Kept {
        most,
        events: Arc::clone(&events),
    };
    tracing::subscriber::with_default(subscriber, || occurrence.log());
    let events = events.lock().unwrap();
    events.clone()
}

/// The one event of an error.
fn logged<E: CatalogError>(occurrence: &Occurrence<E>) -> Logged {
    let mut events = logged_above(Level::TRACE, occurrence);
    assert_eq!(events.len(), 1, "{events:?}");
    events.remove(0)
}

#[test]
fn the_level_is_that_of_the_severity() {
    for (error, level) in [
        (OperatorsError::BasketEmpty, Level::INFO),
        (OperatorsError::DatabaseDown, Level::ERROR),
        (OperatorsError::Probed, Level::TRACE),
        (OperatorsError::NotModified, Level::DEBUG),
        (OperatorsError::Expected, Level::INFO),
        (OperatorsError::login_failed("Ada"), Level::WARN),
        (OperatorsError::GivenUp, Level::ERROR),
        (OperatorsError::stock_lost("tea"), Level::ERROR),
    ] {
        let severity = error.severity();
        let event = logged(&Occurrence::new(error));
        assert_eq!(event.level, level, "{event:?}");
        assert_eq!(event.target, "error_catalog");
        assert_eq!(
            event.field("error_catalog.severity"),
            Some(severity.as_str())
        );
    }
}

#[test]
fn an_event_below_the_level_of_the_subscriber_is_not_emitted() {
    let occurrence = Occurrence::new(OperatorsError::BasketEmpty);
    assert_eq!(logged_above(Level::WARN, &occurrence).len(), 0);
    assert_eq!(logged_above(Level::INFO, &occurrence).len(), 1);
}

#[test]
fn fields_are_named_as_open_telemetry_names_them() {
    let occurrence = Occurrence::new(OperatorsError::login_failed("Ada"))
        .with_reference("r-17")
        .with_source(Layer::over(
            "the pool is empty",
            Layer("connection refused", None),
        ));
    let event = logged(&occurrence);
    let fields: Vec<_> = event
        .fields
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect();
    assert_eq!(
        fields,
        [
            ("error.type", "LOGIN_FAILED"),
            ("error_catalog.id", "LOGIN_FAILED"),
            ("error_catalog.name", "operators"),
            ("error_catalog.params", r#"{"user":"Ada"}"#),
            ("error_catalog.reference", "r-17"),
            ("error_catalog.severity", "warn"),
            ("exception.message", "the pool is empty: connection refused"),
            ("http.response.status_code", "401"),
            ("message", "The login of Ada failed."),
        ]
    );
}

#[test]
fn a_field_that_an_error_does_not_have_is_left_out() {
    let event = logged(&Occurrence::new(OperatorsError::BasketEmpty));
    for name in [
        "exception.message",
        "error_catalog.reference",
        "error_catalog.params",
    ] {
        assert_eq!(event.field(name), None, "{name}");
    }
}

#[test]
fn the_type_of_an_error_is_its_code_as_documented_or_its_id() {
    let error_type = |error| {
        let event = logged(&Occurrence::new(error));
        event.field("error.type").map(str::to_owned)
    };
    assert_eq!(
        error_type(OperatorsError::Numbered).as_deref(),
        Some("4001")
    );
    assert_eq!(
        error_type(OperatorsError::NoCode).as_deref(),
        Some("NO_CODE")
    );
    let missing = OperatorsError::resource_not_found("USER");
    assert_eq!(error_type(missing).as_deref(), Some("{RESOURCE}_NOT_FOUND"));
}

#[test]
fn parameters_are_one_object() {
    let error = OperatorsError::many_params(
        "a \"b\"",
        3,
        "0.50",
        true,
        Vec::from(["x".into()]),
        "{\n\"a\": [1]}",
    );
    let event = logged(&Occurrence::new(error));
    let params = event.field("error_catalog.params").unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(params).unwrap(),
        serde_json::json!({
            "text": "a \"b\"", "count": 3, "share": "0.50", "flag": true, "names": ["x"], "raw": { "a": [1] }
        })
    );
    assert!(!params.contains('\n'), "{params}");
}

#[test]
fn no_sensitive_parameter_is_logged() {
    let occurrence = Occurrence::new(rejected())
        .with_source(rejected())
        .with_cause(rejected());
    let event = logged(&occurrence);
    assert!(!leaks(&format!("{event:?}")), "{event:?}");
    let params = event.field("error_catalog.params").unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(params).unwrap(),
        serde_json::json!({
            "token": "[redacted]", "owner": "Ada", "card": "[redacted]", "pin": "[redacted]", "names": "[redacted]",
            "raw": "[redacted]", "note": "[redacted]"
        })
    );
    assert_eq!(
        event.field("exception.message"),
        Some("The token [redacted] of Ada is rejected.")
    );
}

#[test]
fn what_acts_on_a_terminal_is_escaped() {
    let hostile = "a\n\u{1b}[31mb\u{202e}c\u{e0041}";
    let occurrence = Occurrence::new(OperatorsError::login_failed(hostile))
        .with_reference(hostile)
        .with_source(hostile);
    let event = logged(&occurrence);
    for (name, value) in &event.fields {
        let is_plain = |character: char| matches!(character, ' '..='~');
        assert!(value.chars().all(is_plain), "{name}: {value:?}");
    }
    let params = event.field("error_catalog.params").unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(params).unwrap(),
        serde_json::json!({ "user": hostile })
    );
}

#[test]
fn each_error_of_equal_rank_has_an_event_with_the_reference() {
    let occurrence = Occurrence::new(OperatorsError::BasketEmpty)
        .with_reference("r-17")
        .with_error(OperatorsError::NoCode)
        .with_error(Occurrence::new(OperatorsError::GivenUp).with_reference("r-18"));
    let events = logged_above(Level::TRACE, &occurrence);
    let events: Vec<_> = events
        .iter()
        .map(|it| {
            (
                it.field("error.type").unwrap(),
                it.field("error_catalog.reference").unwrap(),
            )
        })
        .collect();
    assert_eq!(
        events,
        [
            ("BASKET_EMPTY", "r-17"),
            ("NO_CODE", "r-17"),
            ("GIVEN_UP", "r-18")
        ]
    );
}

#[test]
fn your_own_enum_is_logged_with_its_sources() {
    let cause = Layer::over("wrong password", Layer("hash differs", None));
    let event = logged(&Occurrence::new(Own::LoginFailed { user: "Ada", cause }));
    assert_eq!(event.field("error.type"), Some("LOGIN_FAILED"));
    assert_eq!(
        event.field("exception.message"),
        Some("wrong password: hash differs")
    );
    let event = logged(&Occurrence::new(Own::from(rejected())));
    assert_eq!(event.field("error.type"), Some("TOKEN_{token}_REJECTED"));
    assert!(!leaks(&format!("{event:?}")), "{event:?}");
    let event = logged(&Occurrence::new(Own::Gateway { host: "a.example" }));
    assert_eq!(event.field("message"), Some("no answer from a.example"));
    assert_eq!(event.field("http.response.status_code"), Some("502"));
}

#[test]
fn a_source_is_in_the_log_and_not_in_the_response() {
    let occurrence = Occurrence::new(OperatorsError::DatabaseDown)
        .with_source(SECRET)
        .with_error(Occurrence::new(OperatorsError::NoCode).with_source(SECRET))
        .with_cause(Occurrence::new(OperatorsError::GivenUp).with_source(SECRET));
    let body = String::from_utf8(occurrence.to_body()).unwrap();
    assert!(
        body.contains("GIVEN_UP") && body.contains("No code."),
        "{body}"
    );
    assert!(!leaks(&body), "{body}");
    assert!(!leaks(&format!("{:?}", occurrence.to_headers())));
    let response = occurrence.to_response();
    assert!(!leaks(&format!("{response:?}")));
    assert!(!leaks(&serde_json::to_string(&occurrence).unwrap()));
    let event = logged_above(Level::TRACE, &occurrence);
    assert_eq!(event[0].field("exception.message"), Some(SECRET));
}
