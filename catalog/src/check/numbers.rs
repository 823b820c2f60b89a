//! Whether what is written as the numbers of a language is a number.

use super::certainty::forms;
use crate::model::{Entry, Message, ParamType};
use crate::{Report, Rule, Span};
use std::collections::HashMap;

/// Checks the placeholders of numbers in all messages of an entry.
pub(super) fn placeholders_are_numbers(entry: &Entry, report: &mut Report) {
    for form in forms(entry) {
        check(entry, form.message, form.span, report);
    }
    for message in entry.history.iter().filter_map(|it| it.message.as_ref()) {
        check(entry, message, entry.id_span, report);
    }
}

fn check(entry: &Entry, message: &Message, span: Span, report: &mut Report) {
    if !message.template.has_numbers() {
        return;
    }
    let mut written: HashMap<usize, bool> = HashMap::new();
    let params = message.params.iter().copied();
    for (param, is_number) in params.zip(message.template.are_numbers()) {
        let known = entry.params.get(param);
        let name = known.map_or("", |param| &param.name);
        let is_same = *written.entry(param).or_insert(is_number) == is_number;
        if is_same && !is_number {
            continue;
        }
        let type_of = known.map(|param| param.param_type);
        let (problem, help) = match known {
            _ if !is_same => (
                format!("`{{{name}}}` and `{{{name}:number}}` in one message"),
                "write the number in one way",
            ),
            Some(param) if param.is_sensitive => (
                format!("the parameter `{name}` is sensitive"),
                "remove `:number`",
            ),
            _ if matches!(type_of, Some(ParamType::Integer | ParamType::Decimal)) => continue,
            _ => (
                format!("the parameter `{name}` is not a number"),
                "remove `:number`, or set its `type` in `params` to `integer` or `decimal`",
            ),
        };
        report.add(Rule::Number, span, problem).help(help);
    }
}
