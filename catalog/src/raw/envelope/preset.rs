//! Envelopes of standards.

use super::super::object::{one_or_more, Object, Text};
use super::place::{case_of, Role, Value};
use super::{body, problem, Envelope};
use crate::json::{Document, Node};
use crate::model::{self, Location};
use crate::preset::{preset, PRESETS};
use crate::source::Spanned;
use crate::suggest::names;
use crate::{Report, Rule, Source};

/// The preset whose codes are URIs, of which `type` and `case` say what the code is.
const PROBLEMS: &str = "rfc9457";

/// Reads the envelopes of a preset. A key beside `preset` replaces that of each envelope.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Vec<Envelope> {
    let Some(own) = Object::open(node, "an envelope", &body::KEYS, report) else {
        return Vec::new();
    };
    let Some(name) = own.text("preset", report) else {
        return Vec::new();
    };
    let Some(text) = preset(&name.value) else {
        let message = format!("unknown preset `{}`", name.value);
        report
            .add(Rule::Preset, name.span(), message)
            .suggest(&name.value, &names(&PRESETS, |(known, _)| known));
        return Vec::new();
    };
    let codes = codes(&own, &name, report);
    let title = own.text("name", report).unwrap_or_else(|| name.clone());
    let source = Source::new(&*name.value, text);
    let Some(document) = Document::read(&source, report) else {
        return Vec::new();
    };
    let Some(root) = document.root() else {
        return Vec::new();
    };
    let mut envelopes = Vec::new();
    for node in &one_or_more(root) {
        let mut found = Report::new();
        let names = (&name, &title);
        if let Some(envelope) = one(&own, *node, names, codes.as_deref(), &mut found) {
            envelopes.push(envelope);
            report.absorb(found);
        }
    }
    envelopes
}

/// Reads an envelope of a preset; the names are those of the preset and of the envelope.
fn one(
    own: &Object<'_>,
    node: Node<'_>,
    (name, title): (&Text<'_>, &Text<'_>),
    codes: Option<&[model::Place]>,
    report: &mut Report,
) -> Option<Envelope> {
    let preset = Object::open(node, "an envelope", &body::KEYS, report)?;
    let suffix = preset.string("name", report)?;
    let suffix = suffix.strip_prefix(&*name.value).unwrap_or_default();
    let object = own.over(&preset);
    let (mut body, by) = body::read(&object, report);
    body.preset = Some(name.owned());
    if let Some(codes) = codes {
        body.code = codes.to_vec();
    }
    let envelope = model::Envelope {
        name: format!("{}{suffix}", title.value),
        description: object.string("description", report),
        location: Location::Body(body),
    };
    Some(Envelope {
        envelope: Spanned::new(envelope, title.span()),
        by,
    })
}

/// Reports the keys that only problems have.
pub(super) fn has_no_keys_of_problems(object: &Object<'_>, report: &mut Report) {
    for key in &["type", "case"] {
        if let Some(node) = object.get(key) {
            let message = format!("`{key}` without the preset `{PROBLEMS}`");
            report.add(Rule::Preset, node.span, message).help(format!(
                "remove `{key}`, or add `\"preset\": \"{PROBLEMS}\"`"
            ));
        }
    }
}

/// Reads the places of codes in the types of problems, if there is a `type`.
fn codes(own: &Object<'_>, name: &Text<'_>, report: &mut Report) -> Option<Vec<model::Place>> {
    if name.value != PROBLEMS {
        has_no_keys_of_problems(own, report);
        return None;
    }
    let case = own.text("case", report);
    let Some(template) = own.text("type", report) else {
        if let Some(case) = case {
            report
                .add(Rule::Preset, case.span(), "`case` without `type`")
                .help("add `type`, such as `https://api.example.com/problems/{code}`");
        }
        return None;
    };
    if let Some(code) = own.get("code") {
        report
            .add(Rule::Preset, code.span, "`code` beside `type`")
            .help("remove one of the two: both say where the code is");
    }
    let role = Role::new("code", Value::Code);
    let case = match case {
        None => Some(model::Case::Kebab),
        Some(case) if case.value == "none" => None,
        Some(case) => case_of(&case, role, report),
    };
    problem::codes(&template, case, report)
}
