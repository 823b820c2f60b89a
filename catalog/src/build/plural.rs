//! Builds the plural forms of messages.

use super::params::names;
use super::placeholders::Placeholders;
use crate::model::{Entry, ParamType};
use crate::plural::{Plural, PluralForm};
use crate::raw::{self, Text};
use crate::{Report, Rule};

/// Builds the forms of a message of an entry for some numbers.
pub(super) fn build(
    plural: &raw::Plural<'_>,
    param: usize,
    entry: &Entry,
    rule: Rule,
    report: &mut Report,
) -> Plural {
    let placeholders = Placeholders {
        entry,
        number: Some(param),
        rule,
    };
    let mut forms = Vec::new();
    for (case, text) in &plural.forms {
        if let Some(message) = placeholders.message(text, report) {
            forms.push(PluralForm {
                case: *case,
                message,
                span: text.span(),
            });
        }
    }
    Plural { param, forms }
}

/// Returns the parameter with the number that decides between the forms.
pub(super) fn param(name: &Text<'_>, entry: &Entry, report: &mut Report) -> Option<usize> {
    let Some(position) = entry.param(&name.value) else {
        let message = format!("unknown parameter `{}`", name.value);
        let diagnostic = report
            .add(Rule::Plural, name.span(), message)
            .suggest(&name.value, &names(&entry.params));
        if diagnostic.help.is_none() {
            diagnostic.help("add it to the message or to `params`");
        }
        return None;
    };
    let param = entry.params.get(position)?;
    let problem = match param.param_type {
        _ if param.is_sensitive => Some(("sensitive", "name another parameter")),
        ParamType::Integer | ParamType::Decimal => None,
        _ => Some((
            "not a number",
            "set its `type` in `params` to `integer` or `decimal`",
        )),
    };
    let Some((problem, help)) = problem else {
        return Some(position);
    };
    let message = format!("the parameter `{}` is {problem}", name.value);
    report
        .add(Rule::Plural, name.span(), message)
        .help(help)
        .related(entry.id_span, "the entry");
    None
}
