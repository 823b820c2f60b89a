//! The entries of a catalog file.

use super::message::Message;
use super::object::{text, texts, Object, Text};
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
            code: match code {
                Some(node) => value::code(node, report),
                None => None,
            },
            subcode: object.read("subcode", value::sent_code, report),
            id: object.text("id", report),
            title: object.string("title", report),
            status: statuses(&object, report),
            envelope: object.text("envelope", report),
            message: Message::read(&object, report),
            category: object.text("category", report),
            scope: object.text("scope", report),
            severity: object.read("severity", value::severity, report),
            retry: object.read("retry", retry::read, report),
            params: params(&object, report),
            description: object.string("description", report),
            causes: object.strings("causes", report),
            resolution: object.string("resolution", report),
            examples: object.texts("examples", report),
            history: object.list("history", History::read, report),
            deprecated: object.read("deprecated", Deprecated::read, report),
        })
    }
}

fn statuses(object: &Object<'_>, report: &mut Report) -> Option<Spanned<Vec<u16>>> {
    Some(value::statuses(object.get("status")?, report))
}

fn params<'a>(object: &Object<'a>, report: &mut Report) -> Vec<Param<'a>> {
    let mut params = Vec::new();
    for (name, node) in object.members("params", "parameters", report) {
        if let Some(param) = Param::read(name, node, report) {
            params.push(param);
        }
    }
    params
}

impl<'a> Defaults<'a> {
    pub(crate) fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = ["status", "retry", "category", "scope", "severity"];
        let object = Object::open(node, "the defaults", &keys, report)?;
        Some(Self {
            status: statuses(&object, report),
            retry: object.read("retry", retry::read, report),
            category: object.text("category", report),
            scope: object.text("scope", report),
            severity: object.read("severity", value::severity, report),
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
                .read("type", value::param_type, report)
                .unwrap_or_default(),
            optional: object.boolean("optional", report).unwrap_or_default(),
            sensitive: object.boolean("sensitive", report).unwrap_or_default(),
            sent: sent(&object, report),
            values: value::values(&object, report),
            slots: slots(&object, report),
            description: object.string("description", report),
        })
    }
}

fn slots<'a>(object: &Object<'a>, report: &mut Report) -> Option<Spanned<Vec<Text<'a>>>> {
    let node = object.get("slots")?;
    Some(Spanned::new(texts(node, report), node.span))
}

/// Reads whether a sensitive value is sent; other values always are.
fn sent(object: &Object<'_>, report: &mut Report) -> bool {
    let Some(node) = object.get("sent") else {
        return false;
    };
    let is_sent = object.boolean("sent", report);
    let is_sensitive = match object.get("sensitive") {
        Some(node) => node.text() != "false",
        None => false,
    };
    if is_sent.is_some() && !is_sensitive {
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
        let renamed = object.members("params", "parameters", report);
        Some(Self {
            status: statuses(&object, report),
            message: object.text("message", report),
            params: new_names(renamed, report),
        })
    }
}

fn new_names<'a>(
    renamed: Vec<(Text<'a>, Node<'a>)>,
    report: &mut Report,
) -> Vec<(Text<'a>, Option<Text<'a>>)> {
    let mut names = Vec::new();
    for (name, node) in renamed {
        if node.kind() == Kind::Null {
            names.push((name, None));
        } else if let Some(to) = text(node, report) {
            names.push((name, Some(to)));
        }
    }
    names
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
