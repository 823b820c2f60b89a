//! What every decoder must find in a response.

use crate::dynamic::{Dynamic, Error};
use error_catalog::{CatalogError, CatalogKind, Code, Decoded, Outcome, Value as Field};
use serde_json::{json, Map, Value};

/// Returns what every decoder must find, without what is absent.
pub(super) fn summary(decoded: &Decoded<'_, Dynamic>, with_inner: bool) -> Value {
    let (outcome, reason) = match decoded.outcome() {
        Outcome::Known(_) => ("known", None),
        Outcome::Partial(_) => ("partial", None),
        Outcome::Unknown(_) => ("unknown", None),
        Outcome::Batch => ("batch", None),
        Outcome::Foreign(reason) => ("foreign", Some(reason_name(&reason.to_string()))),
    };
    let code = |code: Code<'_>| (!code.is_none()).then(|| code.to_string());
    let mut found = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            found.insert(key.to_owned(), value);
        }
    };
    put("outcome", json!(outcome));
    put("reason", json!(reason));
    put("isError", json!(decoded.is_error()));
    put("id", json!(decoded.entry().map(error_catalog::Entry::id)));
    put("code", json!(code(decoded.code())));
    put("subcode", json!(code(decoded.subcode())));
    put("message", json!(decoded.message()));
    put("status", json!(decoded.status()));
    put("bodyStatus", json!(decoded.body_status()));
    put("title", json!(decoded.title()));
    put("scope", json!(decoded.scope()));
    put("reference", json!(decoded.reference()));
    put("envelope", json!(decoded.envelope()));
    put("language", json!(decoded.language()));
    put("isCertain", json!(decoded.is_certain()));
    let millis =
        |delay: std::time::Duration| u64::try_from(delay.as_nanos().div_ceil(1_000_000)).unwrap();
    put("retryAfter", json!(decoded.retry_after().map(millis)));
    if let Some(error) = decoded.error() {
        put("params", params(error));
        put("text", json!(error.to_string()));
    }
    if with_inner {
        let errors = decoded.errors().map(|error| summary_of(&error));
        put("errors", errors.collect());
        let causes = decoded.causes().map(|cause| summary(&cause, true));
        let causes: Vec<Value> = causes.collect();
        put("causes", json!(causes));
        if let Some(batch) = decoded.batch() {
            let errors = batch.errors();
            let errors = errors.map(|(key, error)| (key.into_owned(), summary_of(&error)));
            put("batch", Value::Object(errors.collect()));
        }
    }
    Value::Object(found)
}

fn summary_of(decoded: &Decoded<'_, Dynamic>) -> Value {
    summary(decoded, false)
}

fn reason_name(reason: &str) -> &'static str {
    match reason {
        "an empty body" => "empty",
        "a success" => "success",
        "a JSON body of another kind" => "other-json",
        _ => "not-json",
    }
}

/// Returns the parameters by their names in responses.
fn params(error: &Error) -> Value {
    let mut params = Map::new();
    let entry = error.kind().entry();
    error.fields(&mut |values| {
        for (param, value) in entry.params().zip(values) {
            let value = match value {
                Field::Absent => continue,
                Field::Integer(number) => json!(number),
                Field::Boolean(flag) => json!(flag),
                Field::List(list) => json!(list.iter().map(|it| &**it).collect::<Vec<&str>>()),
                Field::Text(text) => json!(text),
                other => panic!("{other:?}"),
            };
            params.insert(param.name().to_owned(), value);
        }
    });
    Value::Object(params)
}
