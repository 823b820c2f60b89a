//! Envelopes in a body.

use super::super::object::Object;
use super::super::pointer::pointer;
use super::super::retry;
use super::place::{places_at, Role, Value};
use super::{causes, constants, extra, format, params, rules, success};
use crate::model::{Batch, Body, Format, Place};
use crate::source::Spanned;
use crate::{Report, Rule};

pub(super) const KEYS: [&str; 25] = [
    "name",
    "description",
    "preset",
    "type",
    "case",
    "format",
    "content_type",
    "errors",
    "success",
    "code",
    "subcode",
    "message",
    "title",
    "status",
    "scope",
    "reference",
    "params",
    "details_only",
    "extra",
    "constants",
    "retry_after",
    "retry_unit",
    "causes",
    "batch",
    "results",
];

/// Reads an envelope, and the parameters that keys of causes are.
pub(super) fn read(object: &Object<'_>, report: &mut Report) -> (Body, Vec<Spanned<String>>) {
    let format = format::read(object, report);
    let mut places = |key, value| places_at(object, Role::new(key, value), report);
    // Fields that are set one by one need less code than those of a literal.
    let mut body = Body {
        format,
        ..Body::default()
    };
    body.errors = places("errors", Value::Container);
    body.code = places("code", Value::Code);
    body.subcode = places("subcode", Value::Other);
    body.message = places("message", Value::Other);
    body.title = places("title", Value::Other);
    body.status = places("status", Value::Other);
    body.scope = places("scope", Value::Other);
    body.reference = places("reference", Value::Other);
    body.retry_after = places("retry_after", Value::Delay);
    body.content_type = format::content_type(object, format, report);
    if let Some(node) = object.get("success") {
        body.success = success::read(node, report);
    }
    body.params = params::read(object, false, report);
    body.details_only = params::details_only(object, body.params.as_ref(), report);
    body.extra = extra::read(object, false, report);
    body.constants = constants::read(object, false, report);
    body.retry_unit = object.read("retry_unit", retry::unit, report);
    let causes = match object.get("causes") {
        Some(node) => causes::read(node, report),
        None => causes::Found::default(),
    };
    body.causes = causes.causes;
    body.batch = batch(object, report);
    add_defaults(object, &mut body);
    rules::check(object, &body, report);
    (body, causes.by)
}

/// Adds the places that follow from the format: the whole text is the message, and a status of gRPC has both.
fn add_defaults(object: &Object<'_>, body: &mut Body) {
    let default = |key: &str, at: &str, places: &mut Vec<Place>| {
        if object.get(key).is_none() {
            places.push(Place::Pointer(at.to_owned()));
        }
    };
    match body.format {
        Format::Text => default("message", "", &mut body.message),
        Format::Grpc => {
            default("code", "/code", &mut body.code);
            default("message", "/message", &mut body.message);
        }
        _ => {}
    }
}

fn batch(object: &Object<'_>, report: &mut Report) -> Option<Batch> {
    let errors = object.read("batch", pointer, report);
    let results = object.read("results", pointer, report);
    if let (None, Some(node)) = (object.get("batch"), object.get("results")) {
        report
            .add(Rule::Envelope, node.span, "`results` without `batch`")
            .help("add `batch` with a pointer to the errors");
    }
    errors.map(|errors| Batch { errors, results })
}
