//! Whether what is written as the numbers of a language is a number.

use super::certainty::{first_uses, Form};
use crate::model::{Entry, Message};
use crate::{Report, Rule, Span};

/// Checks the placeholders of numbers in all messages of an entry.
pub(super) fn placeholders_are_numbers(entry: &Entry, forms: &[Form<'_>], report: &mut Report) {
    for form in forms {
        check(entry, form.message, form.span, report);
    }
    for earlier in &entry.history {
        if let Some(message) = &earlier.message {
            check(entry, message, entry.id_span, report);
        }
    }
}

fn check(entry: &Entry, message: &Message, span: Span, report: &mut Report) {
    if !message.template.has_numbers() {
        return;
    }
    let mut are_numbers = Vec::new();
    for is_number in message.template.are_numbers() {
        are_numbers.push(is_number);
    }
    let first = first_uses(&message.params);
    for (at, param) in message.params.iter().enumerate() {
        let is_number = are_numbers.get(at) == Some(&true);
        let is_same = are_numbers.get(first[at]) == are_numbers.get(at);
        if is_same && !is_number {
            continue;
        }
        let known = entry.params.get(*param);
        let name = known.map_or("", |param| &param.name);
        let (problem, help) = match known {
            _ if !is_same => (
                format!("`{{{name}}}` and `{{{name}:number}}` in one message"),
                "write the number in one way",
            ),
            Some(param) if param.is_sensitive => (
                format!("the parameter `{name}` is sensitive"),
                "remove `:number`",
            ),
            Some(param) if param.is_number() => continue,
            _ => (
                format!("the parameter `{name}` is not a number"),
                "remove `:number`, or set its `type` in `params` to `integer` or `decimal`",
            ),
        };
        report.add(Rule::Number, span, problem).help(help);
    }
}
