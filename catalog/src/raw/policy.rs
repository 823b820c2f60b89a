//! The policy of a catalog file.

use super::object::{elements, expect, text, Object, Text};
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
            code: object.get("code").and_then(|node| {
                named(
                    node,
                    "style",
                    CodeStyle::from_name,
                    &CodeStyle::names(),
                    report,
                )
            }),
            statuses: object
                .get("statuses")
                .and_then(|node| expect(node, Kind::Array, report))
                .map(|node| value::statuses(node, report)),
            message: object.get("message").and_then(|node| {
                named(
                    node,
                    "style",
                    MessageStyle::from_name,
                    &MessageStyle::names(),
                    report,
                )
            }),
            frozen: object.described("frozen", "the frozen messages", report),
        })
    }
}

fn require(object: &Object<'_>, report: &mut Report) -> Vec<RequiredKey> {
    let nodes = object
        .get("require")
        .map(|node| elements(node, report))
        .unwrap_or_default();
    let mut keys = Vec::new();
    for node in nodes {
        let names = RequiredKey::names();
        let key = named(node, "key", RequiredKey::from_name, &names, report);
        let Some(Spanned { value: key, .. }) = key else {
            continue;
        };
        if keys.contains(&key) {
            let message = format!("duplicate key `{}`", key.as_str());
            report
                .add(Rule::Repeated, node.span, message)
                .help("remove one of the two");
        } else {
            keys.push(key);
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
        let message = format!("unknown {what} `{}`", name.value);
        report
            .add(Rule::Policy, node.span, message)
            .suggest(&name.value, names);
    }
    Some(Spanned::new(found?, node.span))
}
