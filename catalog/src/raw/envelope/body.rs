//! Envelopes in a body.

use super::super::object::Object;
use super::super::pointer::pointer;
use super::super::retry;
use super::place::places_at;
use super::{causes, extra, params};
use crate::model::{Batch, Body};
use crate::{Report, Rule};

pub(super) const KEYS: [&str; 14] = [
    "name",
    "description",
    "code",
    "message",
    "status",
    "scope",
    "reference",
    "params",
    "extra",
    "retry_after",
    "retry_unit",
    "causes",
    "batch",
    "results",
];

pub(super) fn read(object: &Object<'_>, report: &mut Report) -> Body {
    let body = Body {
        code: places_at(object, "code", report),
        message: places_at(object, "message", report),
        status: places_at(object, "status", report),
        scope: places_at(object, "scope", report),
        reference: places_at(object, "reference", report),
        params: params::read(object, report),
        extra: extra::read(object, report),
        retry_after: places_at(object, "retry_after", report),
        retry_unit: object
            .get("retry_unit")
            .and_then(|node| retry::unit(node, report)),
        causes: object
            .get("causes")
            .map(|node| causes::read(node, report))
            .unwrap_or_default(),
        batch: batch(object, report),
        ..Body::default()
    };
    if let (None, Some(node)) = (object.get("retry_after"), object.get("retry_unit")) {
        report
            .add(
                Rule::Envelope,
                node.span,
                "`retry_unit` without `retry_after`",
            )
            .help("add `retry_after` with a pointer to the delay");
    }
    if object.get("code").is_none() && object.get("message").is_none() {
        report
            .add(
                Rule::Envelope,
                object.span,
                "missing key `code` or `message`",
            )
            .help("add a pointer to one of them, such as `\"code\": \"/code\"`");
    }
    body
}

fn batch(object: &Object<'_>, report: &mut Report) -> Option<Batch> {
    let mut pointer_at = |key: &str| pointer(object.get(key)?, report);
    let errors = pointer_at("batch");
    let results = pointer_at("results");
    if let (None, Some(node)) = (object.get("batch"), object.get("results")) {
        report
            .add(Rule::Envelope, node.span, "`results` without `batch`")
            .help("add `batch` with a pointer to the errors");
    }
    errors.map(|errors| Batch { errors, results })
}
