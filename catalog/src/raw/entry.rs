//! The entries of a catalog file.

use super::message::Message;
use super::object::{elements, members, texts, Object, Text};
use super::retry::{self, Advice};
use super::value::{self, Code};
use crate::json::{Kind, Node};
use crate::model::ParamType;
use crate::source::Spanned;
use crate::{Report, Rule, Span};
use error_catalog_core::Severity;

/// An entry as written in its file.
pub(crate) struct Entry<'a> {
    pub(crate) span: Span,
    pub(crate) code: Option<Spanned<Code<'a>>>,
    pub(crate) subcode: Option<Spanned<Code<'a>>>,
    pub(crate) id: Option<Text<'a>>,
    pub(crate) title: Option<String>,
    pub(crate) status: Option<Spanned<Vec<u16>>>,
    pub(crate) envelope: Option<Text<'a>>,
    pub(crate) message: Option<Message<'a>>,
    pub(crate) category: Option<Text<'a>>,
    pub(crate) scope: Option<Text<'a>>,
    pub(crate) severity: Option<Severity>,
    pub(crate) retry: Option<Spanned<Advice>>,
    pub(crate) params: Vec<Param<'a>>,
    pub(crate) description: Option<String>,
    pub(crate) causes: Vec<String>,
    pub(crate) resolution: Option<String>,
    pub(crate) examples: Vec<Text<'a>>,
    pub(crate) history: Vec<History<'a>>,
    pub(crate) deprecated: Option<Deprecated<'a>>,
}

/// The values of entries that do not set their own.
#[derive(Default)]
pub(crate) struct Defaults<'a> {
    pub(crate) status: Option<Spanned<Vec<u16>>>,
    pub(crate) retry: Option<Spanned<Advice>>,
    pub(crate) category: Option<Text<'a>>,
    pub(crate) scope: Option<Text<'a>>,
    pub(crate) severity: Option<Severity>,
}

/// A parameter with a declaration in the file.
pub(crate) struct Param<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) param_type: ParamType,
    pub(crate) optional: bool,
    pub(crate) sensitive: bool,
    pub(crate) sent: bool,
    pub(crate) values: Vec<(Text<'a>, String)>,
    pub(crate) slots: Option<Spanned<Vec<Text<'a>>>>,
    pub(crate) description: Option<String>,
}

/// An earlier form of an error.
pub(crate) struct History<'a> {
    pub(crate) status: Option<Spanned<Vec<u16>>>,
    pub(crate) message: Option<Text<'a>>,
    /// The parameter for each earlier placeholder; `None` for one that the error no longer has.
    pub(crate) params: Vec<(Text<'a>, Option<Text<'a>>)>,
}

/// The deprecation of an error.
pub(crate) struct Deprecated<'a> {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) renamed_to: Option<Text<'a>>,
}

const KEYS: [&str; 18] = [
    "code",
    "subcode",
    "id",
    "title",
    "status",
    "envelope",
    "message",
    "category",
    "scope",
    "severity",
    "retry",
    "params",
    "description",
    "causes",
    "resolution",
    "examples",
    "history",
    "deprecated",
];

impl<'a> Entry<'a> {
    pub(crate) fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let object = Object::open(node, "an entry", &KEYS, report)?;
        let code = object.required("code", report);
        Some(Self {
            span: node.span,
            code: code.and_then(|node| value::code(node, report)),
            subcode: object
                .get("subcode")
                .and_then(|node| value::sent_code(node, report)),
            id: object.text("id", report),
            title: object.string("title", report),
            status: statuses(&object, report),
            envelope: object.text("envelope", report),
            message: Message::read(&object, report),
            category: object.text("category", report),
            scope: object.text("scope", report),
            severity: severity(&object, report),
            retry: object
                .get("retry")
                .and_then(|node| retry::read(node, report)),
            params: params(&object, report),
            description: object.string("description", report),
            causes: object.strings("causes", report),
            resolution: object.string("resolution", report),
            examples: object.texts("examples", report),
            history: object
                .get("history")
                .map(|node| elements(node, report))
                .unwrap_or_default()
                .into_iter()
                .filter_map(|node| History::read(node, report))
                .collect(),
            deprecated: object
                .get("deprecated")
                .and_then(|node| Deprecated::read(node, report)),
        })
    }
}

fn statuses(object: &Object<'_>, report: &mut Report) -> Option<Spanned<Vec<u16>>> {
    object
        .get("status")
        .map(|node| value::statuses(node, report))
}

fn severity(object: &Object<'_>, report: &mut Report) -> Option<Severity> {
    object
        .get("severity")
        .and_then(|node| value::severity(node, report))
}

fn params<'a>(object: &Object<'a>, report: &mut Report) -> Vec<Param<'a>> {
    let members = object
        .get("params")
        .and_then(|node| members(node, "parameters", report));
    members
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(name, node)| Param::read(name, node, report))
        .collect()
}

impl<'a> Defaults<'a> {
    pub(crate) fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = ["status", "retry", "category", "scope", "severity"];
        let object = Object::open(node, "the defaults", &keys, report)?;
        Some(Self {
            status: statuses(&object, report),
            retry: object
                .get("retry")
                .and_then(|node| retry::read(node, report)),
            category: object.text("category", report),
            scope: object.text("scope", report),
            severity: severity(&object, report),
        })
    }
}

impl<'a> Param<'a> {
    fn read(name: Text<'a>, node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = [
            "type",
            "optional",
            "sensitive",
            "sent",
            "values",
            "slots",
            "description",
        ];
        let object = Object::open(node, "a parameter", &keys, report)?;
        Some(Self {
            name,
            param_type: object
                .get("type")
                .and_then(|node| value::param_type(node, report))
                .unwrap_or_default(),
            optional: object.boolean("optional", report).unwrap_or_default(),
            sensitive: object.boolean("sensitive", report).unwrap_or_default(),
            sent: sent(&object, report),
            values: value::values(&object, report),
            slots: object
                .get("slots")
                .map(|node| Spanned::new(texts(node, report), node.span)),
            description: object.string("description", report),
        })
    }
}

/// Reads whether a sensitive value is sent; other values always are.
fn sent(object: &Object<'_>, report: &mut Report) -> bool {
    let Some(node) = object.get("sent") else {
        return false;
    };
    let is_sent = object.boolean("sent", report);
    let sensitive = object.get("sensitive").map(|node| node.text());
    if is_sent.is_some() && !matches!(sensitive, Some(text) if text != "false") {
        report
            .add(Rule::Sent, node.span, "`sent` without `sensitive`")
            .help(if is_sent == Some(true) {
                "remove `sent`: only a sensitive value is not sent"
            } else {
                "write `\"sensitive\": true` instead"
            });
    }
    is_sent.unwrap_or_default()
}

impl<'a> History<'a> {
    fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let object = Object::open(
            node,
            "a history item",
            &["status", "message", "params"],
            report,
        )?;
        let renamed = object
            .get("params")
            .and_then(|node| members(node, "parameters", report))
            .unwrap_or_default();
        Some(Self {
            status: statuses(&object, report),
            message: object.text("message", report),
            params: renamed
                .into_iter()
                .filter_map(|(name, node)| match node.kind() {
                    Kind::Null => Some((name, None)),
                    _ => Some((name, Some(super::object::text(node, report)?))),
                })
                .collect(),
        })
    }
}

impl<'a> Deprecated<'a> {
    fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let object = Object::open(
            node,
            "`deprecated`",
            &["since", "note", "renamed_to"],
            report,
        )?;
        Some(Self {
            since: object.string("since", report),
            note: object.string("note", report),
            renamed_to: object.text("renamed_to", report),
        })
    }
}
