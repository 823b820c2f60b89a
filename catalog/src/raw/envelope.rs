//! The envelopes of a catalog file.

use super::object::{members, text, Object};
use super::pointer::{pointer, pointer_list, pointers};
use super::retry;
use super::value::{header_name, param_type};
use crate::json::{Kind, Node};
use crate::model::{Batch, Body, Causes, Envelope, Extra, Header, Location, Pointers};
use crate::source::Spanned;
use crate::{Report, Rule};

const BODY_KEYS: [&str; 14] = [
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
const HEADER_KEYS: [&str; 8] = [
    "name",
    "description",
    "header",
    "scheme",
    "code",
    "message",
    "params",
    "value",
];

/// Reads an envelope, which is in a header if it has the key `header`.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Option<Spanned<Envelope>> {
    let is_header = has_member(node, "header");
    let keys: &[&str] = if is_header { &HEADER_KEYS } else { &BODY_KEYS };
    let object = Object::open(node, "an envelope", keys, report)?;
    let name = text(object.required("name", report)?, report)?;
    let envelope = Envelope {
        name: name.owned(),
        description: object.string("description", report),
        location: if is_header {
            Location::Header(header(&object, report)?)
        } else {
            Location::Body(body(&object, report))
        },
    };
    Some(Spanned::new(envelope, name.span()))
}

/// Whether the value is an object with this key. It reports nothing, as the value is opened later.
fn has_member(node: Node<'_>, name: &str) -> bool {
    let mut ignored = Report::new();
    let members = match node.kind() {
        Kind::Object => node.members(),
        _ => Vec::new(),
    };
    members
        .iter()
        .any(|(key, _)| key.string(&mut ignored).is_some_and(|key| key == name))
}

fn body(object: &Object<'_>, report: &mut Report) -> Body {
    let body = Body {
        code: pointer_at(object, "code", report),
        message: pointer_at(object, "message", report),
        status: pointer_at(object, "status", report),
        scope: pointer_at(object, "scope", report),
        reference: pointer_at(object, "reference", report),
        params: params(object, report),
        extra: extra(object, report),
        retry_after: object
            .get("retry_after")
            .map(|node| pointers(node, report))
            .unwrap_or_default(),
        retry_unit: object
            .get("retry_unit")
            .and_then(|node| retry::unit(node, report)),
        causes: object.get("causes").and_then(|node| causes(node, report)),
        batch: batch(object, report),
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
    let errors = pointer_at(object, "batch", report);
    let results = pointer_at(object, "results", report);
    if let (None, Some(node)) = (object.get("batch"), object.get("results")) {
        report
            .add(Rule::Envelope, node.span, "`results` without `batch`")
            .help("add `batch` with a pointer to the errors");
    }
    errors.map(|errors| Batch { errors, results })
}

fn header(object: &Object<'_>, report: &mut Report) -> Option<Header> {
    let name = text(object.required("header", report)?, report)?;
    let header = Header {
        header: header_name(&name, report)?.to_ascii_lowercase(),
        scheme: object.string("scheme", report),
        code: object.string("code", report),
        message: object.string("message", report),
        params: object
            .described("params", "parameters", report)
            .into_iter()
            .map(|(name, place)| (name.owned(), place))
            .collect(),
        value: object.string("value", report),
    };
    let challenge = header.code.is_some() || header.message.is_some() || !header.params.is_empty();
    if header.scheme.is_none() && challenge {
        report
            .add(
                Rule::Envelope,
                object.span,
                "a header without a `scheme` cannot have parameters",
            )
            .help("add the `scheme`, such as `Bearer`, or read the whole value with `value`");
    }
    if header.scheme.is_some() && header.value.is_some() {
        report
            .add(
                Rule::Envelope,
                object.span,
                "a header with a `scheme` cannot have a `value`",
            )
            .help("read its parameters with `code`, `message`, and `params`");
    }
    Some(header)
}

fn causes(node: Node<'_>, report: &mut Report) -> Option<Causes> {
    let keys = ["at", "code", "message", "params", "extra"];
    let object = Object::open(node, "the causes", &keys, report)?;
    Some(Causes {
        at: pointer_list(object.required("at", report)?, report),
        code: pointer_at(&object, "code", report),
        message: pointer_at(&object, "message", report),
        params: params(&object, report),
        extra: extra(&object, report),
    })
}

fn pointer_at(object: &Object<'_>, key: &str, report: &mut Report) -> Option<String> {
    pointer(object.get(key)?, report)
}

/// Reads where the parameters are: one pointer to an object with all of them, or pointers for each.
fn params(object: &Object<'_>, report: &mut Report) -> Option<Pointers> {
    let node = object.get("params")?;
    if node.kind() == Kind::String {
        return pointer(node, report).map(Pointers::Object);
    }
    let each = members(node, "parameters", report)?
        .into_iter()
        .map(|(name, node)| (name.owned(), pointers(node, report)))
        .collect();
    Some(Pointers::Each(each))
}

fn extra(object: &Object<'_>, report: &mut Report) -> Vec<Extra> {
    let members = object
        .get("extra")
        .and_then(|node| members(node, "the extra members", report));
    members
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(name, node)| {
            let keys = ["pointer", "type", "description"];
            let object = Object::open(node, "an extra member", &keys, report)?;
            if crate::field_name(&name.value) != name.value || name.value.is_empty() {
                let message = format!("`{}` is not a valid field name", name.value);
                let help = match &*crate::field_name(&name.value) {
                    "" => "write a name in `snake_case`".to_owned(),
                    field => format!("write `{field}`"),
                };
                report.add(Rule::FieldName, name.span(), message).help(help);
            }
            Some(Extra {
                name: name.owned(),
                pointer: pointer(object.required("pointer", report)?, report)?,
                param_type: object
                    .get("type")
                    .and_then(|node| param_type(node, report))
                    .unwrap_or_default(),
                description: object.string("description", report),
            })
        })
        .collect()
}
