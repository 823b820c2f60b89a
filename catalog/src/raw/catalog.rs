//! The outermost object of a catalog file.

use super::mistyped::wrong_type;
use super::object::{elements, read_each, Object, Text};
use super::{
    envelope, evolution, extends, fallbacks, operation, value, Defaults, Entry, Envelope, Fallback,
    Languages, Operation, Policy, Retired,
};
use crate::json::{Kind, Node};
use crate::source::Spanned;
use crate::{Acknowledgement, Report, Rule};

/// A catalog as written in its file.
pub(crate) struct Catalog<'a> {
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) docs: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) description: Option<String>,
    /// The paths of the files that it extends.
    pub(crate) extends: Vec<Text<'a>>,
    pub(crate) languages: Languages<'a>,
    pub(crate) envelopes: Vec<Envelope>,
    pub(crate) statuses: Vec<(Text<'a>, String)>,
    pub(crate) categories: Vec<(Text<'a>, String)>,
    pub(crate) scopes: Vec<(Text<'a>, String)>,
    pub(crate) fallbacks: Option<Spanned<Vec<Fallback<'a>>>>,
    /// The entries of each file.
    pub(crate) errors: Vec<Errors<'a>>,
    pub(crate) operations: Vec<Operation<'a>>,
    pub(crate) changes: Vec<Acknowledgement>,
    pub(crate) retired: Vec<Retired<'a>>,
    pub(crate) policy: Policy<'a>,
}

/// The entries of a file, and the values of those that do not set their own.
pub(crate) struct Errors<'a> {
    pub(crate) defaults: Defaults<'a>,
    pub(crate) entries: Vec<Entry<'a>>,
}

const KEYS: [&str; 21] = [
    "$schema",
    "name",
    "title",
    "version",
    "docs",
    "source",
    "description",
    "extends",
    "language",
    "translations",
    "envelopes",
    "statuses",
    "categories",
    "scopes",
    "defaults",
    "fallbacks",
    "errors",
    "operations",
    "changes",
    "retired",
    "policy",
];

/// The most entries of a catalog: their indexes take 16 bits.
pub(crate) const MOST_ENTRIES: usize = 65_000;

impl<'a> Catalog<'a> {
    pub(crate) fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let object = Object::open(node, "a catalog", &KEYS, report)?;
        object.text("$schema", report);
        let name = object.required("name", report);
        let errors = object.required("errors", report);
        Some(Self {
            name: match name {
                Some(node) => value::catalog_name(node, report).unwrap_or_default(),
                None => String::new(),
            },
            title: object.string("title", report),
            version: object.string("version", report),
            docs: object.string("docs", report),
            source: object.string("source", report),
            description: object.string("description", report),
            extends: extends::read(&object, report),
            languages: Languages::read(&object, report),
            envelopes: envelopes(&object, report),
            statuses: value::status_meanings(&object, report),
            categories: object.described("categories", "the categories", report),
            scopes: object.described("scopes", "the scopes", report),
            fallbacks: fallbacks::read(&object, report),
            errors: vec![Errors {
                defaults: object
                    .read("defaults", Defaults::read, report)
                    .unwrap_or_default(),
                entries: match errors {
                    Some(node) => entries(node, report),
                    None => Vec::new(),
                },
            }],
            operations: operation::operations(&object, report),
            changes: evolution::changes(&object, report),
            retired: evolution::retired(&object, report),
            policy: object
                .read("policy", Policy::read, report)
                .unwrap_or_default(),
        })
    }
}

fn envelopes(object: &Object<'_>, report: &mut Report) -> Vec<Envelope> {
    let mut envelopes = Vec::new();
    if let Some(node) = object.get("envelopes") {
        for node in &elements(node, report) {
            envelopes.append(&mut envelope::read(*node, report));
        }
    }
    envelopes
}

fn entries<'a>(node: Node<'a>, report: &mut Report) -> Vec<Entry<'a>> {
    if node.kind() == Kind::Object {
        let members = node.members();
        let code = match members.first() {
            Some((key, _)) => key.text(),
            None => "\"…\"",
        };
        wrong_type(node, "an array", report).help(format!("write `[{{ \"code\": {code}, … }}]`"));
        return Vec::new();
    }
    let mut elements = elements(node, report);
    if let Some(first_too_many) = elements.get(MOST_ENTRIES) {
        let message = format!(
            "a catalog can have at most {MOST_ENTRIES} entries, found {}",
            elements.len()
        );
        report
            .add(Rule::Limit, first_too_many.span, message)
            .help("split the catalog");
        elements.truncate(MOST_ENTRIES);
    }
    read_each(&elements, Entry::read, report)
}
