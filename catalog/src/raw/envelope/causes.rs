//! Errors within an error.

use super::super::object::{one_or_more, Object, Text};
use super::place::{places_at, Role, Value};
use super::{constants, extra, params};
use crate::json::{Kind, Node};
use crate::model::{Causes, Inner, Place};
use crate::source::Spanned;
use crate::{Report, Rule};

const KEYS: [&str; 11] = [
    "at",
    "one",
    "by",
    "leaf",
    "body",
    "code",
    "message",
    "params",
    "details_only",
    "extra",
    "constants",
];

/// The parameter of the path to a leaf.
const PATH: &str = "field";

/// The causes of an envelope.
#[derive(Default)]
pub(super) struct Found {
    pub(super) causes: Vec<Causes>,
    /// The parameters that keys and paths are.
    pub(super) by: Vec<Spanned<String>>,
}

/// Reads a description of causes, or an array of descriptions.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Found {
    let mut found = Found::default();
    for node in &one_or_more(node) {
        if let Some(object) = Object::open(*node, "the causes", &KEYS, report) {
            description(&object, &mut found, report);
        }
    }
    found
}

/// Reads a description: one for each of its places.
fn description(object: &Object<'_>, found: &mut Found, report: &mut Report) {
    object.required("at", report);
    let at = places_at(object, Role::new("at", Value::Container), report);
    let by = object.text("by", report);
    let params = params::read(object, true, report);
    let causes = Causes {
        at: Place::Pointer(String::new()),
        inner: inner(object, by.as_ref(), report),
        code: places_at(object, Role::new("code", Value::Code).within(true), report),
        message: places_at(
            object,
            Role::new("message", Value::Other).within(true),
            report,
        ),
        details_only: params::details_only(object, params.as_ref(), report),
        params,
        extra: extra::read(object, true, report),
        constants: constants::read(object, true, report),
    };
    constants::check(object, &causes.body(), report);
    match (&causes.inner, by) {
        (Inner::One | Inner::Whole, _) | (_, None) => {}
        (_, Some(by)) => found.by.push(Spanned::new(by.owned(), by.span())),
    }
    for at in at {
        found.causes.push(Causes {
            at,
            ..causes.clone()
        });
    }
}

fn inner(object: &Object<'_>, by: Option<&Text<'_>>, report: &mut Report) -> Inner {
    let is_nested = is_boolean(object, "leaf") && object.boolean("leaf", report) == Some(true);
    let leaf = if is_boolean(object, "leaf") {
        None
    } else {
        object.string("leaf", report)
    };
    let is_body = object.boolean("body", report).unwrap_or_default();
    let is_one = object.boolean("one", report).unwrap_or_default();
    if is_body {
        let others = [
            "one",
            "by",
            "leaf",
            "code",
            "message",
            "params",
            "details_only",
            "extra",
            "constants",
        ];
        let why = "a whole body is read in the envelopes of the catalog";
        are_alone(object, "body", &others, why, report);
        return Inner::Whole;
    }
    if is_one {
        are_alone(
            object,
            "one",
            &["by", "leaf"],
            "one error has no key",
            report,
        );
        return Inner::One;
    }
    match (leaf, by) {
        (None, param) if is_nested => Inner::Nested(param.map_or(PATH.to_owned(), Text::owned)),
        (None, None) => Inner::List,
        (None, Some(param)) => Inner::ByKey(param.owned()),
        (Some(leaf), param) => Inner::Leaf {
            leaf,
            param: param.map_or(PATH.to_owned(), Text::owned),
        },
    }
}

fn is_boolean(object: &Object<'_>, key: &str) -> bool {
    object
        .get(key)
        .is_some_and(|node| node.kind() == Kind::Boolean)
}

/// Reports keys that cannot be beside another.
fn are_alone(object: &Object<'_>, key: &str, others: &[&str], why: &str, report: &mut Report) {
    for other in others {
        if let Some(node) = object.get(other) {
            report
                .add(
                    Rule::Causes,
                    node.span,
                    format!("`{other}` beside `{key}`: {why}"),
                )
                .help(format!("remove `{other}`, or `{key}`"));
        }
    }
}
