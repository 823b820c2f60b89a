//! The intended changes and the retired codes of a catalog file.

use super::object::{text, Object};
use super::{value, Code};
use crate::json::Node;
use crate::source::Spanned;
use crate::suggest::names;
use crate::{Acknowledgement, Aspect, Report, Rule};

/// A retired code as written in its file.
pub(crate) struct Retired<'a> {
    pub(crate) code: Spanned<Code<'a>>,
    pub(crate) subcode: Option<Spanned<Code<'a>>>,
    pub(crate) since: Option<String>,
    pub(crate) reason: Option<String>,
}

pub(super) fn changes(object: &Object<'_>, report: &mut Report) -> Vec<Acknowledgement> {
    object.list("changes", change, report)
}

pub(super) fn retired<'a>(object: &Object<'a>, report: &mut Report) -> Vec<Retired<'a>> {
    object.list("retired", Retired::read, report)
}

fn change(node: Node<'_>, report: &mut Report) -> Option<Acknowledgement> {
    let keys = ["version", "entry", "change", "reason"];
    let object = Object::open(node, "a change", &keys, report)?;
    for key in &["version", "change", "reason"] {
        object.required(key, report);
    }
    let entry = object.string("entry", report);
    let version = object.string("version", report);
    let aspect = object.read("change", aspect, report);
    let reason = object.read("reason", reason_of, report);
    Some(Acknowledgement {
        version: version?,
        entry,
        aspect: aspect?,
        reason: reason?,
    })
}

fn aspect(node: Node<'_>, report: &mut Report) -> Option<Aspect> {
    let name = text(node, report)?;
    let aspect = Aspect::from_name(&name.value);
    if aspect.is_none() {
        let message = format!("unknown change `{}`", name.value);
        report
            .add(Rule::Change, node.span, message)
            .suggest(&name.value, &names(&Aspect::ALL, Aspect::as_str));
    }
    aspect
}

/// Reads a reason, which cannot be empty.
fn reason_of(node: Node<'_>, report: &mut Report) -> Option<String> {
    let reason = text(node, report)?;
    if reason.value.is_empty() {
        report
            .add(Rule::Change, node.span, "a reason cannot be empty")
            .help("explain why clients or Rust users have to change their programs");
        return None;
    }
    Some(reason.owned())
}

impl<'a> Retired<'a> {
    fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = ["code", "subcode", "since", "reason"];
        let object = Object::open(node, "a retired code", &keys, report)?;
        let since = object.string("since", report);
        let reason = object.string("reason", report);
        let code = object.required("code", report)?;
        Some(Self {
            code: value::sent_code(code, report)?,
            subcode: match object.get("subcode") {
                Some(node) => Some(value::sent_code(node, report)?),
                None => None,
            },
            since,
            reason,
        })
    }
}
