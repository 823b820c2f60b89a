//! Whether reading an error from a response can be certain.

use crate::model::{Entry, Message};
use crate::{Report, Rule};
use error_catalog_core::{ParamType, Pattern};

/// The most entries with the same code that are compared with each other.
const MOST: usize = 500;

/// Warns about entries whose messages all match another entry with the same code and status.
pub(super) fn messages_do_not_all_match_others(entries: &[&Entry], report: &mut Report) {
    if entries.len() > MOST {
        return;
    }
    let with_template = entries.iter().filter(|entry| !entry.is_free_text);
    for narrow in with_template.clone() {
        let messages = [witness(narrow, 0), witness(narrow, 1)];
        let literals = narrow.message.template.literals();
        let mut others = with_template.clone();
        let wide = others.find(|wide| {
            share_a_status(narrow, wide)
                && wide.message.template.literals() != literals
                && messages.iter().all(|message| fits(wide, message))
        });
        if let Some(wide) = wide {
            let message = format!(
                "every message of `{}` also matches `{}`",
                narrow.id, wide.id
            );
            report
                .add(Rule::NeverCertain, narrow.message_span, message)
                .help("give one of them a different code, status, or message")
                .related(wide.message_span, "the other message");
        }
    }
}

pub(super) fn share_a_status(left: &Entry, right: &Entry) -> bool {
    let mut statuses = left.statuses.iter();
    left.statuses.is_empty() || statuses.any(|status| right.statuses.contains(status))
}

/// Returns a message whose values occur in no other message.
fn witness(entry: &Entry, variant: usize) -> String {
    let Message { template, params } = &entry.message;
    let mut params = params.iter();
    let mut message = String::new();
    for (index, literal) in template.literals().iter().enumerate() {
        if index > 0 {
            let param = params.next().copied().unwrap_or_default();
            let known = entry.params.get(param);
            let param_type = known.map_or(ParamType::String, |param| param.param_type);
            message.push_str(&value(param_type, param, variant));
        }
        message.push_str(literal);
    }
    message
}

/// Returns a value for a parameter. Only values of numbers and booleans can be equal to those of others.
fn value(param_type: ParamType, param: usize, variant: usize) -> String {
    match param_type {
        ParamType::Integer => format!("{}{}", ["", "-"][variant % 2], param + 10),
        ParamType::Decimal => format!("{}{}.5", ["", "-"][variant % 2], param + 10),
        ParamType::Boolean => ["true", "false"][variant % 2].to_owned(),
        _ => "\u{0}".repeat(param + 1 + 100 * variant),
    }
}

/// Whether the message matches the entry.
fn fits(entry: &Entry, message: &str) -> bool {
    let Message { template, params } = &entry.message;
    let mut values = Vec::new();
    if !Pattern::new(template.literals()).split(message, |value| values.push(value)) {
        return false;
    }
    let of_params = || params.iter().zip(&values);
    let has_type = |(param, value): (&usize, &&str)| {
        let known = entry.params.get(*param);
        known.is_none_or(|param| {
            let is_number = matches!(
                param.param_type,
                ParamType::Integer | ParamType::Decimal | ParamType::Boolean
            );
            !is_number || param.param_type.accepts(value)
        })
    };
    let is_one = |(param, value): (&usize, &&str)| {
        let mut same = of_params().filter(|(other, _)| *other == param);
        same.all(|(_, other)| other == value)
    };
    of_params().all(has_type) && of_params().all(is_one)
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    /// Returns the warnings about a catalog with two messages of one code.
    fn warnings(first: &str, second: &str) -> Vec<String> {
        let text = format!(
            r#"{{ "name": "a", "errors": [
                {{ "code": "X", "id": "A", "status": 400, {first} }},
                {{ "code": "X", "id": "B", "status": [400, 409], {second} }}
            ] }}"#
        );
        let compiled = compile(&Source::new("a.json", text)).expect("there are no errors");
        let warnings = compiled.warnings.iter();
        warnings
            .map(|warning| format!("{} {}", warning.rule.code(), warning.message))
            .collect()
    }

    #[test]
    fn a_message_within_another_is_never_certain() {
        let wide = r#""message": "Error while {a}""#;
        let within = ["C036 every message of `B` also matches `A`"];
        for narrow in [
            r#""message": "Error while parsing {b}""#,
            r#""message": "Error while parsing""#,
            r#""message": "Error while {a} and {b}""#,
        ] {
            assert_eq!(warnings(wide, narrow), within, "{narrow}");
        }
        let other = r#""message": "An error while {b}""#;
        assert!(warnings(wide, other).is_empty());
    }

    #[test]
    fn types_and_repeated_placeholders_tell_messages_apart() {
        let number = r#""message": "At {n}", "params": { "n": { "type": "integer" } }"#;
        let text = r#""message": "At {a} or {b}""#;
        assert!(warnings(number, text).is_empty());
        let word = r#""message": "At noon""#;
        assert!(warnings(number, word).is_empty());
        let repeated = r#""message": "{a} is {a}""#;
        let different = r#""message": "{a} is {b}.""#;
        assert!(warnings(repeated, different).is_empty());
        let longer = r#""message": "At {n} of {all}", "params": { "n": { "type": "integer" } }"#;
        let wide = r#""message": "At {place}""#;
        assert_eq!(warnings(wide, longer).len(), 1);
    }

    #[test]
    fn free_text_and_other_statuses_are_not_reported() {
        assert!(warnings(r#""message": "No {a}""#, r#""title": "Free""#).is_empty());
        let text = r#"{ "name": "a", "errors": [
            { "code": "X", "id": "A", "status": 400, "message": "No {a}" },
            { "code": "X", "id": "B", "status": 409, "message": "No {a}, sorry" }
        ] }"#;
        let compiled = compile(&Source::new("a.json", text)).expect("there are no errors");
        assert!(compiled.warnings.is_empty());
    }
}
