//! The policy of a catalog file.

use super::object::{expect, text, Object, Text};
use super::value;
use crate::json::{Kind, Node};
use crate::source::Spanned;
use crate::{CodeStyle, MessageStyle, Report, RequiredKey, Rule};

/// A policy as written in its file.
#[derive(Default)]
pub(crate) struct Policy<'a> {
    pub(crate) require: Vec<RequiredKey>,
    pub(crate) code: Option<Spanned<CodeStyle>>,
    pub(crate) statuses: Option<Spanned<Vec<u16>>>,
    pub(crate) message: Option<Spanned<MessageStyle>>,
    pub(crate) frozen: Vec<(Text<'a>, String)>,
}

impl<'a> Policy<'a> {
    pub(super) fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = ["require", "code", "statuses", "message", "frozen"];
        let object = Object::open(node, "a policy", &keys, report)?;
        Some(Self {
            require: require(&object, report),
            code: object.read("code", code_style, report),
            statuses: object.read("statuses", statuses, report),
            message: object.read("message", message_style, report),
            frozen: object.described("frozen", "the frozen messages", report),
        })
    }
}

fn code_style(node: Node<'_>, report: &mut Report) -> Option<Spanned<CodeStyle>> {
    let names = CodeStyle::names();
    named(node, "style", CodeStyle::from_name, &names, report)
}

fn message_style(node: Node<'_>, report: &mut Report) -> Option<Spanned<MessageStyle>> {
    let names = MessageStyle::names();
    named(node, "style", MessageStyle::from_name, &names, report)
}

fn statuses(node: Node<'_>, report: &mut Report) -> Option<Spanned<Vec<u16>>> {
    let node = expect(node, Kind::Array, report)?;
    Some(value::statuses(node, report))
}

fn required_key(node: Node<'_>, report: &mut Report) -> Option<Spanned<RequiredKey>> {
    let names = RequiredKey::names();
    named(node, "key", RequiredKey::from_name, &names, report)
}

fn require(object: &Object<'_>, report: &mut Report) -> Vec<RequiredKey> {
    let mut keys = Vec::new();
    for key in &object.list("require", required_key, report) {
        if keys.contains(&key.value) {
            let message = format!("duplicate key `{}`", key.value.as_str());
            report
                .add(Rule::Repeated, key.span, message)
                .help("remove one of the two");
        } else {
            keys.push(key.value);
        }
    }
    keys
}

/// Returns the value with this name.
fn named<T>(
    node: Node<'_>,
    what: &str,
    from_name: fn(&str) -> Option<T>,
    names: &[&str],
    report: &mut Report,
) -> Option<Spanned<T>> {
    let name = text(node, report)?;
    let found = from_name(&name.value);
    if found.is_none() {
        unknown(&name, what, names, report);
    }
    Some(Spanned::new(found?, node.span))
}

fn unknown(name: &Text<'_>, what: &str, names: &[&str], report: &mut Report) {
    let message = format!("unknown {what} `{}`", name.value);
    report
        .add(Rule::Policy, name.span(), message)
        .suggest(&name.value, names);
}
