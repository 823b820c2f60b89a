//! The languages of a catalog file, and the files that translate it.

use super::message::Message;
use super::object::{Object, Text};
use crate::json::Node;
use crate::language::{is_language_tag, meant};
use crate::{Report, Rule, Span};

/// The most translations of a catalog.
const MOST: usize = 200;

/// The languages that a catalog file names.
#[derive(Default)]
pub(crate) struct Languages<'a> {
    /// The language of the catalog itself.
    pub(crate) own: Option<Text<'a>>,
    /// The languages of its translations.
    pub(crate) translations: Vec<Text<'a>>,
}

/// A translation as written in its file.
pub(crate) struct Translation<'a> {
    pub(crate) language: Option<Text<'a>>,
    pub(crate) fallback: Option<Text<'a>>,
    pub(crate) errors: Vec<(Text<'a>, Translated<'a>)>,
    /// The start of the file.
    pub(crate) span: Span,
}

/// What a translation says about one error.
pub(crate) struct Translated<'a> {
    pub(crate) message: Option<Message<'a>>,
    pub(crate) title: Option<String>,
    pub(crate) resolution: Option<String>,
}

impl<'a> Languages<'a> {
    pub(super) fn read(object: &Object<'a>, report: &mut Report) -> Self {
        let own = tag(object, "language", report);
        let mut translations = Vec::new();
        for tag in object.texts("translations", report) {
            if is_tag(&tag, report) {
                translations.push(tag);
            }
        }
        if let Some(first_too_many) = translations.get(MOST) {
            let message = format!("a catalog can have at most {MOST} translations");
            report
                .add(Rule::Limit, first_too_many.span(), message)
                .help("remove some of them");
            translations.truncate(MOST);
        }
        Self { own, translations }
    }
}

fn tag<'a>(object: &Object<'a>, key: &str, report: &mut Report) -> Option<Text<'a>> {
    let tag = object.text(key, report)?;
    is_tag(&tag, report).then_some(tag)
}

/// Checks the syntax of a tag.
fn is_tag(tag: &Text<'_>, report: &mut Report) -> bool {
    let is_valid = is_language_tag(&tag.value);
    if !is_valid {
        let message = format!("`{}` is not a valid language tag", tag.value);
        let help = match meant(&tag.value) {
            Some(meant) => format!("write `{meant}`"),
            None => "write a tag of BCP 47, such as `ja` or `pt-BR`".to_owned(),
        };
        report.add(Rule::Language, tag.span(), message).help(help);
    }
    is_valid
}

impl<'a> Translation<'a> {
    pub(crate) fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = ["$schema", "language", "fallback", "errors"];
        let object = Object::open(node, "a translation", &keys, report)?;
        object.text("$schema", report);
        object.required("language", report);
        let language = tag(&object, "language", report);
        let fallback = tag(&object, "fallback", report);
        object.required("errors", report);
        let members = object.members("errors", "the translated errors", report);
        Some(Self {
            language,
            fallback,
            errors: errors(members, report),
            span: node.span.first(),
        })
    }
}

fn errors<'a>(
    members: Vec<(Text<'a>, Node<'a>)>,
    report: &mut Report,
) -> Vec<(Text<'a>, Translated<'a>)> {
    let mut errors = Vec::new();
    for (id, node) in members {
        if let Some(translated) = Translated::read(node, report) {
            errors.push((id, translated));
        }
    }
    errors
}

impl<'a> Translated<'a> {
    fn read(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let keys = ["message", "title", "resolution"];
        let object = Object::open(node, "a translated error", &keys, report)?;
        Some(Self {
            message: Message::read(&object, report),
            title: object.string("title", report),
            resolution: object.string("resolution", report),
        })
    }
}
