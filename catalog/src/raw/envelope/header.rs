//! Envelopes in a header.

use super::super::object::{text, Object};
use super::super::value::header_name;
use crate::model::Header;
use crate::{Report, Rule};

pub(super) const KEYS: [&str; 8] = [
    "name",
    "description",
    "header",
    "scheme",
    "code",
    "message",
    "params",
    "value",
];

pub(super) fn read(object: &Object<'_>, report: &mut Report) -> Option<Header> {
    let name = text(object.required("header", report)?, report)?;
    let mut header = Header {
        header: header_name(&name, report)?.to_ascii_lowercase(),
        scheme: object.string("scheme", report),
        code: object.string("code", report),
        message: object.string("message", report),
        params: Vec::new(),
        value: object.string("value", report),
    };
    for (name, place) in object.described("params", "parameters", report) {
        header.params.push((name.owned(), place));
    }
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
