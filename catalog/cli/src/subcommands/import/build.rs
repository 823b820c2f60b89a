//! Turns a draft into the values of a catalog.

use super::doc::Doc;
use super::draft::{Code, Draft, Entry, Message, Param};
use super::ids;
use super::report::Report;
use error_catalog_model::{field_name, ParamType, Template};
use std::collections::HashMap;

/// The longest message, in bytes: a longer text is not what an API sends.
const LONGEST_MESSAGE: usize = 16 << 10;

/// Joins entries that a response cannot tell apart, and leaves out messages that are too long.
pub(super) fn tidy(draft: &mut Draft, report: &mut Report) {
    let mut known: HashMap<_, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::new();
    let mut moved = Vec::new();
    for mut entry in std::mem::take(&mut draft.entries) {
        shorten(&mut entry, report);
        let literals = entry.message.as_ref().and_then(literals);
        // Entries without a code are told apart by their statuses.
        let statuses = match entry.code {
            Code::None => entry.statuses.clone(),
            _ => Vec::new(),
        };
        let next = kept.len();
        let at = *known
            .entry((
                entry.code.clone(),
                entry.envelope.clone(),
                literals,
                statuses,
            ))
            .or_insert(next);
        moved.push(at);
        match kept.get_mut(at) {
            None => kept.push(entry),
            Some(same) => {
                let text = format!(
                    "`{}` is the same as in {}, and joined with it",
                    entry.code, same.place
                );
                report.left_out(text, Some(entry.place.clone()));
                join(same, entry);
            }
        }
    }
    draft.entries = kept;
    for operation in &mut draft.operations {
        operation.entries = operation
            .entries
            .iter()
            .filter_map(|index| moved.get(*index).copied())
            .collect();
        operation.entries.sort_unstable();
        operation.entries.dedup();
    }
}

fn shorten(entry: &mut Entry, report: &mut Report) {
    let Some(Message::Template(template)) = &entry.message else {
        return;
    };
    if template.len() <= LONGEST_MESSAGE {
        return;
    }
    let text = format!(
        "the message of `{}`: it has {} bytes",
        entry.code,
        template.len()
    );
    report.left_out(text, Some(entry.place.clone()));
    entry.message = None;
    entry.params.clear();
}

fn join(same: &mut Entry, other: Entry) {
    for status in other.statuses {
        if !same.statuses.contains(&status) {
            same.statuses.push(status);
        }
    }
    same.title = same.title.take().or(other.title);
    same.description = match (same.description.take(), other.description) {
        (Some(first), Some(second))
            if first.trim().to_lowercase() != second.trim().to_lowercase() =>
        {
            Some(format!("{}\n\n{}", first.trim(), second.trim()))
        }
        (first, second) => first.or(second),
    };
    same.causes.extend(other.causes);
    same.resolution = same.resolution.take().or(other.resolution);
    same.retry = same.retry.or(other.retry);
}

fn literals(message: &Message) -> Option<Vec<String>> {
    match message {
        Message::Template(template) => Template::new(template).ok().map(|it| it.literals()),
        Message::Foreign(text) => Some(vec![text.clone()]),
    }
}

/// Returns the entry with this id as a value of a catalog.
pub(super) fn entry(entry: &Entry, id: &str) -> Doc {
    let code = match &entry.code {
        Code::None => Doc::Scalar("null".to_owned()),
        Code::Number(number) => Doc::number(*number),
        Code::Text(text) => Doc::string(text),
    };
    let is_default = ids::default(&entry.code).as_deref() == Some(id);
    let mut members = vec![
        ("code", Some(code)),
        ("id", (!is_default).then(|| Doc::string(id))),
    ];
    let text = |text: &Option<String>| {
        text.as_deref()
            .and_then(prose)
            .map(|text| Doc::string(&text))
    };
    members.push(("title", text(&entry.title)));
    members.push(("status", statuses(&entry.statuses)));
    members.push(("envelope", entry.envelope.as_deref().map(Doc::string)));
    let message = entry.message.as_ref().map(|message| match message {
        Message::Template(template) | Message::Foreign(template) => template,
    });
    members.push(("message", message.map(|message| Doc::string(message))));
    members.push(("category", entry.category.as_deref().map(Doc::string)));
    members.push(("severity", entry.severity.map(Doc::string)));
    members.push(("retry", entry.retry.map(Doc::string)));
    members.push((
        "params",
        params(entry, message.map_or("", |message| message)),
    ));
    members.push(("description", text(&entry.description)));
    let causes: Vec<String> = entry
        .causes
        .iter()
        .filter_map(|cause| prose(cause))
        .collect();
    members.push(("causes", (!causes.is_empty()).then(|| Doc::strings(causes))));
    members.push(("resolution", text(&entry.resolution)));
    let examples = &entry.examples;
    members.push((
        "examples",
        (!examples.is_empty()).then(|| Doc::strings(examples)),
    ));
    members.push(("deprecated", entry.deprecated.as_deref().map(deprecated)));
    let members = members.into_iter();
    let members = members.filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Doc::Object(members.collect())
}

fn deprecated(note: &str) -> Doc {
    match prose(note) {
        Some(note) => Doc::object([("note", Doc::string(&note))]),
        None => Doc::Object(Vec::new()),
    }
}

/// Returns the text without spaces around it; `None` if nothing is left.
fn prose(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn statuses(statuses: &[u16]) -> Option<Doc> {
    match statuses {
        [] => None,
        [one] => Some(Doc::number(i64::from(*one))),
        more => {
            let more = more.iter().map(|status| Doc::number(i64::from(*status)));
            Some(Doc::Array(more.collect()))
        }
    }
}

/// Returns the parameters about which there is more to say than that they are placeholders.
fn params(entry: &Entry, message: &str) -> Option<Doc> {
    let template = Template::new(message).unwrap_or_default();
    let is_placeholder = |name: &str| {
        template
            .placeholders()
            .any(|(placeholder, _)| placeholder == name)
    };
    let mut fields: Vec<String> = template
        .placeholders()
        .map(|(name, _)| field_name(name))
        .collect();
    let mut params = Vec::new();
    for param in &entry.params {
        let is_placeholder = is_placeholder(&param.name);
        let field = field_name(&param.name);
        if !is_placeholder {
            if fields.contains(&field) {
                continue;
            }
            fields.push(field);
        }
        let value = self::param(param, is_placeholder);
        if !is_placeholder || !value.members().is_empty() {
            params.push((param.name.clone(), value));
        }
    }
    (!params.is_empty()).then_some(Doc::Object(params))
}

fn param(param: &Param, is_placeholder: bool) -> Doc {
    let param_type =
        (param.param_type != ParamType::String).then(|| Doc::string(param.param_type.as_str()));
    let optional = (param.is_optional && !is_placeholder).then(|| Doc::Scalar("true".to_owned()));
    let values = (!param.values.is_empty()).then(|| Doc::strings(&param.values));
    let description = param
        .description
        .as_deref()
        .and_then(prose)
        .map(|text| Doc::string(&text));
    let members = [
        ("type", param_type),
        ("optional", optional),
        ("values", values),
        ("description", description),
    ];
    let members = members.into_iter();
    let members = members.filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Doc::Object(members.collect())
}
