//! What a decoder needs to know of the envelopes.

use super::object::Object;
use error_catalog_model::{
    pointer_tokens, Body, Capture, Case, Causes, Envelope, Format, Header, Inner, Literal,
    Location, Params, Place, RetryUnit, Segment, Step, Success,
};
use serde_json::{json, Value};

pub(super) fn envelope(envelope: &Envelope) -> Value {
    let named = Object::new().with("name", &*envelope.name);
    match &envelope.location {
        Location::Body(it) => named.with("body", body(it)),
        Location::Header(it) => named.with("inHeader", header(it)),
    }
    .done()
}

fn header(header: &Header) -> Value {
    let params = header.params.iter().map(|(name, at)| json!([name, at]));
    Object::new()
        .with("header", &*header.header)
        .with_some("scheme", header.scheme.as_deref())
        .with_some("code", header.code.as_deref())
        .with_some("message", header.message.as_deref())
        .with("params", Value::Array(params.collect()))
        .with_some("value", header.value.as_deref())
        .done()
}

/// Returns the name of a format; JSON has none.
pub(in super::super) const fn format(format: Format) -> Option<&'static str> {
    match format {
        Format::Json => None,
        Format::Xml => Some("xml"),
        Format::Form => Some("form"),
        Format::Text => Some("text"),
        Format::Empty => Some("empty"),
        Format::Grpc => Some("grpc"),
    }
}

fn body(body: &Body) -> Value {
    let success = body.success.iter().map(|success| match success {
        Success::Code(code) => json!({ "code": literal(code) }),
        Success::Value(at, value) => json!({ "at": place(at), "is": literal(value) }),
    });
    let batch = body.batch.as_ref().map(|batch| {
        Object::new()
            .with("errors", pointer(&batch.errors))
            .with_some("results", batch.results.as_deref().map(pointer))
            .done()
    });
    Object::new()
        .with_some("format", format(body.format))
        .with_all("errors", places(&body.errors))
        .with_all("success", success.collect())
        .with_all("code", places(&body.code))
        .with_all("subcode", places(&body.subcode))
        .with_all("message", places(&body.message))
        .with_all("title", places(&body.title))
        .with_all("status", places(&body.status))
        .with_all("scope", places(&body.scope))
        .with_all("reference", places(&body.reference))
        .with_some("params", body.params.as_ref().map(params))
        .with_all("retryAfter", places(&body.retry_after))
        .with_some("retryUnit", body.retry_unit.map(RetryUnit::as_str))
        .with_all("causes", body.causes.iter().map(causes).collect())
        .with_some("batch", batch)
        .done()
}

fn causes(causes: &Causes) -> Value {
    let inner = match &causes.inner {
        Inner::List => json!("list"),
        Inner::One => json!("one"),
        Inner::Whole => json!("whole"),
        Inner::ByKey(param) => json!({ "key": param }),
        Inner::Nested(param) => json!({ "param": param }),
        Inner::Leaf { leaf, param } => json!({ "leaf": leaf, "param": param }),
    };
    Object::new()
        .with("at", place(&causes.at))
        .with("inner", inner)
        .with_some("chain", causes.chain().as_ref().map(place))
        .with("body", body(&causes.body()))
        .done()
}

fn params(params: &Params) -> Value {
    match params {
        Params::Object(at) => json!({ "object": place(at) }),
        Params::Each(each) => {
            let each = each.iter().map(|(name, at)| json!([name, places(at)]));
            json!({ "each": each.collect::<Vec<Value>>() })
        }
        Params::Pairs { at, name, value } => {
            json!({ "pairs": place(at), "name": pointer(name), "value": pointer(value) })
        }
    }
}

fn places(places: &[Place]) -> Vec<Value> {
    places.iter().map(place).collect()
}

fn place(place: &Place) -> Value {
    match place {
        Place::Pointer(text) => json!({ "pointer": pointer(text) }),
        Place::Query(query) => {
            let steps: Vec<Value> = query.steps.iter().map(step).collect();
            json!({ "query": steps })
        }
        Place::Header {
            name,
            is_percent_encoded,
        } => Object::new()
            .with("header", &**name)
            .with_flag("percent", *is_percent_encoded)
            .done(),
        Place::Part {
            at,
            captures,
            case,
            unit,
        } => Object::new()
            .with("at", self::place(at))
            .with_all("captures", captures.iter().map(capture).collect())
            .with_some("case", case.map(Case::as_str))
            .with_some("unit", unit.map(RetryUnit::as_str))
            .done(),
    }
}

/// The tokens of a JSON pointer.
fn pointer(pointer: &str) -> Value {
    pointer_tokens(pointer).map(Value::from).collect()
}

fn step(step: &Step) -> Value {
    match step {
        Step::Name(name) => json!(name),
        Step::Filter(filter) => json!({ "member": filter.member, "is": literal(&filter.literal) }),
    }
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Boolean(boolean) => json!(boolean),
        Literal::Number(number) => json!({ "number": number }),
        Literal::Text(text) => json!(text),
    }
}

/// Returns text, 0 for any text, and 1 for the part.
fn capture(capture: &Capture) -> Value {
    let segments = capture.segments.iter().map(|segment| match segment {
        Segment::Literal(literal) => json!(literal),
        Segment::Any => json!(0),
        Segment::Part => json!(1),
    });
    segments.collect()
}
