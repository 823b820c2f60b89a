//! The entry that a record is.

use super::names::Role;
use super::{shown, values, Member, Record, Roles};
use crate::subcommands::import::draft::{Code, Entry, Message};
use crate::subcommands::import::report::Report;
use crate::subcommands::import::values::Value;
use crate::text::counted;

/// Whether the messages stand in quotes that are not a part of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    Around,
    None,
}

/// Finds out whether most messages stand in quotes, and reports it.
pub(super) fn quotes(roles: &Roles, records: &[Record], report: &mut Report) -> Quotes {
    let Some(member) = roles.get(Role::Message) else {
        return Quotes::None;
    };
    let messages: Vec<(String, &Record)> = records
        .iter()
        .filter_map(|record| Some((record.get(member)?.lines()?, record)))
        .filter(|(text, _)| !text.trim().is_empty())
        .collect();
    let mut quoted = messages.iter().filter(|(text, _)| unquoted(text).is_some());
    let first = quoted.next().map(|(_, record)| record.place.clone());
    let count = usize::from(first.is_some()) + quoted.count();
    if count == 0 || count * 5 < messages.len() * 4 {
        return Quotes::None;
    }
    let text = format!(
        "the quotes around {} are not a part of them",
        counted(count, "message", "messages")
    );
    report.guessed(text, first);
    Quotes::Around
}

/// Returns a text without the quotes around it, if it has no others.
fn unquoted(text: &str) -> Option<&str> {
    let text = text.trim();
    [('"', '"'), ('“', '”')]
        .into_iter()
        .find_map(|(open, close)| {
            let inner = text.strip_prefix(open)?.strip_suffix(close)?;
            (!inner.contains([open, close])).then_some(inner)
        })
}

/// Returns the entry that a record is.
///
/// # Errors
///
/// It has nothing of an error.
pub(super) fn entry(
    record: &Record,
    roles: &Roles,
    quotes: Quotes,
    report: &mut Report,
) -> Result<Entry, String> {
    let value = |role| roles.get(role).and_then(|member| record.get(member));
    let text = |role| {
        value(role)
            .and_then(|value| value.lines())
            .filter(|text| !text.trim().is_empty())
    };
    let code = match text(Role::Code) {
        Some(text) => {
            let is_typed = record.has_types && roles.get(Role::Code) != Some(&Member::Key);
            let typed = value(Role::Code).filter(|_| is_typed);
            typed
                .as_ref()
                .and_then(Code::of_value)
                .map_or_else(|| Code::of(&text), Ok)?
        }
        None if roles.get(Role::Code).is_some() => return Err("it has no code".to_owned()),
        None => Code::None,
    };
    let mut entry = Entry {
        place: record.place.clone(),
        code,
        title: text(Role::Title),
        description: text(Role::Description),
        message: text(Role::Message).map(|text| message(&text, quotes)),
        resolution: text(Role::Resolution),
        category: text(Role::Category),
        ..Entry::default()
    };
    entry.causes = value(Role::Cause).as_ref().map(causes).unwrap_or_default();
    if let Some(value) = value(Role::Status) {
        entry.statuses = values::statuses(&value);
        if entry.statuses.is_empty() && !is_empty(&value) {
            let text = format!("the status `{}` of `{}`", shown(&value), entry.code);
            report.left_out(text, Some(record.place.clone()));
        }
    }
    let mut advice = |role, known: fn(&Value) -> Option<&'static str>| {
        let value = value(role).filter(|value| !is_empty(value))?;
        let found = known(&value);
        if found.is_none() {
            let text = format!(
                "the {} `{}` of `{}`",
                role.name(),
                shown(&value),
                entry.code
            );
            report.left_out(text, Some(record.place.clone()));
        }
        found
    };
    entry.severity = advice(Role::Severity, values::severity);
    entry.retry = advice(Role::Retry, values::retry);
    if value(Role::Deprecated).is_some_and(|value| values::is_true(&value)) {
        entry.deprecated = Some(String::new());
    }
    // What people call it is a better name than a number.
    let key = record
        .key
        .as_deref()
        .filter(|_| roles.get(Role::Code) != Some(&Member::Key));
    let words = key.or(entry.title.as_deref()).or(match &entry.message {
        Some(Message::Foreign(text)) => Some(text),
        _ => entry.description.as_deref(),
    });
    entry.name = reason(record, roles).or_else(|| words.map(without_placeholders));
    if entry.code == Code::None
        && !entry.statuses.is_empty()
        && entry.statuses.iter().all(|status| *status < 400)
    {
        return Err("its status is not one of an error".to_owned());
    }
    if entry.code == Code::None
        && entry.statuses.is_empty()
        && entry.message.is_none()
        && entry.description.is_none()
    {
        return Err("it has no code, status, message, or description".to_owned());
    }
    Ok(entry)
}

fn message(text: &str, quotes: Quotes) -> Message {
    let inner = unquoted(text).filter(|_| quotes == Quotes::Around);
    Message::Foreign(inner.unwrap_or(text).trim().to_owned())
}

fn causes(value: &Value) -> Vec<String> {
    let of_text = |value: &Value| value.text().filter(|text| !text.trim().is_empty());
    if value.elements().is_empty() {
        return of_text(value).into_iter().collect();
    }
    value.elements().iter().filter_map(of_text).collect()
}

fn is_empty(value: &Value) -> bool {
    value.text().is_none_or(|text| text.trim().is_empty())
}

/// Returns the words beside the number of a status, which name an entry without a code: `404 (Not Found)`.
fn reason(record: &Record, roles: &Roles) -> Option<String> {
    if roles.get(Role::Code).is_some() {
        return None;
    }
    let value = record.get(roles.get(Role::Status)?)?;
    let words = value.string()?.split(|it: char| !it.is_alphabetic());
    let words: Vec<&str> = words
        .filter(|word| !matches!(*word, "" | "HTTP" | "xx" | "XX"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Returns the words of a message outside braces and angle brackets.
fn without_placeholders(text: &str) -> String {
    let mut depth = 0_u32;
    let mut words = String::new();
    for character in text.chars().take(400) {
        match character {
            '{' | '<' => depth += 1,
            '}' | '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => words.push(character),
            _ => {}
        }
    }
    if words.contains(|it: char| it.is_ascii_alphanumeric()) {
        words
    } else {
        text.to_owned()
    }
}
