//! Whether reading an error from a response can be certain.

use crate::model::{Code, Entry, Message};
use crate::{Report, Rule, Span};
use error_catalog_core::{ParamType, Pattern};
use std::cell::OnceCell;

/// The most entries with the same code that are compared with each other.
const MOST: usize = 500;

/// Warns about entries whose messages all match another entry with the same code and status.
pub(super) fn messages_do_not_all_match_others(entries: &[&Entry], report: &mut Report) {
    let with_template = entries.iter().filter(|entry| !entry.is_free_text);
    let forms: Vec<Form<'_>> = with_template.flat_map(|entry| forms(entry)).collect();
    if forms.len() > MOST {
        return;
    }
    for form in &forms {
        let narrow = form.entry;
        let all_match = matcher(narrow, form.message);
        let wide = forms.iter().find(|other| {
            !std::ptr::eq(narrow, other.entry)
                && share_a_status(narrow, other.entry)
                && other.literals() != form.literals()
                && all_match(other.entry, other.message)
        });
        if let Some(other) = wide {
            let wide = other.entry;
            let message = format!(
                "every message of `{}` also matches `{}`",
                narrow.id, wide.id
            );
            report
                .add(Rule::NeverCertain, form.span, message)
                .help("give one of them a different code, status, or message")
                .related(other.span, "the other message");
        }
    }
}

/// A message of an entry, in one of its languages, or a plural form of it.
pub(super) struct Form<'c> {
    pub(super) entry: &'c Entry,
    pub(super) message: &'c Message,
    literals: OnceCell<Vec<String>>,
    pub(super) span: Span,
    /// The translation that it is in; `None` for the language of the catalog.
    pub(super) translation: Option<usize>,
    /// Whether it is the message itself: in the language of the catalog, and not for some numbers only.
    pub(super) is_main: bool,
}

impl Form<'_> {
    /// Returns the literals of the template, which few callers need.
    pub(super) fn literals(&self) -> &[String] {
        self.literals
            .get_or_init(|| self.message.template.literals())
    }
}

/// Returns the message of an entry in each of its languages, each with its plural forms.
pub(super) fn forms(entry: &Entry) -> impl Iterator<Item = Form<'_>> {
    let own = std::iter::once((None, entry.message_span, &entry.message));
    let translated = entry.translated_messages();
    let translated = translated.map(|(it, message)| (Some(it.translation), it.span, message));
    own.chain(translated)
        .flat_map(move |(translation, span, message)| {
            let forms = message.forms().iter();
            let forms = forms.map(|form| (false, form.span, &form.message));
            let all = std::iter::once((translation.is_none(), span, message)).chain(forms);
            all.map(move |(is_main, span, message)| Form {
                entry,
                message,
                literals: OnceCell::new(),
                span,
                translation,
                is_main,
            })
        })
}

/// Warns about entries that another entry, whose code has placeholders, can always be sent as: it matches all of their
/// codes and messages. The entries are those whose codes are sent.
pub(super) fn codes_do_not_all_match_others(entries: &[&Entry], report: &mut Report) {
    let mut patterns = Vec::new();
    for entry in entries {
        if let Code::Pattern(pattern) = &entry.code {
            patterns.push((*entry, pattern, pattern.template.literals()));
        }
    }
    if patterns.is_empty() || patterns.len() * entries.len() > MOST * MOST {
        return;
    }
    for narrow in entries {
        let Some((codes, literals)) = codes(narrow) else {
            continue;
        };
        let wide = patterns.iter().find(|(wide, pattern, wide_literals)| {
            *wide_literals != literals
                && narrow.envelope == wide.envelope
                && share_a_status(narrow, wide)
                && codes.iter().all(|code| fits_code(wide, pattern, code))
                && all_messages_match(narrow, wide)
        });
        if let Some((wide, ..)) = wide {
            let message = format!(
                "every code and message of `{}` also matches `{}`",
                narrow.id, wide.id
            );
            report
                .add(Rule::NeverCertain, narrow.id_span, message)
                .help("give one of them a different code, status, or message")
                .related(wide.id_span, "the other entry");
        }
    }
}

/// Returns examples of the entry's codes, and the literals of their template; `None` if they are not strings.
fn codes(entry: &Entry) -> Option<(Vec<String>, Vec<String>)> {
    match &entry.code {
        Code::Text(text) if !text.contains(char::is_whitespace) => {
            Some((vec![text.clone()], vec![text.clone()]))
        }
        Code::Pattern(pattern) => {
            let codes = witnesses(entry, pattern).into();
            Some((codes, pattern.template.literals()))
        }
        _ => None,
    }
}

/// Whether every message of one entry also matches the other. Free text matches every message, but is only reported
/// beside free text.
fn all_messages_match(narrow: &Entry, wide: &Entry) -> bool {
    if narrow.is_free_text || wide.is_free_text {
        return narrow.is_free_text && wide.is_free_text;
    }
    matcher(narrow, &narrow.message)(wide, &wide.message)
}

/// Returns whether all texts of a template also match a template of another entry.
fn matcher(narrow: &Entry, texts: &Message) -> impl Fn(&Entry, &Message) -> bool {
    let texts = witnesses(narrow, texts);
    move |wide, template| texts.iter().all(|text| fits(wide, template, text))
}

pub(super) fn share_a_status(left: &Entry, right: &Entry) -> bool {
    let mut statuses = left.statuses.iter();
    left.statuses.is_empty() || statuses.any(|status| right.statuses.contains(status))
}

/// Returns two texts of a template, with different values.
fn witnesses(entry: &Entry, of: &Message) -> [String; 2] {
    [witness(entry, of, 0), witness(entry, of, 1)]
}

/// Returns a text of a template whose values occur in no other text.
fn witness(entry: &Entry, of: &Message, variant: usize) -> String {
    let Message {
        template, params, ..
    } = of;
    let mut params = params.iter();
    let mut text = String::new();
    for (index, literal) in template.literals().iter().enumerate() {
        if index > 0 {
            let param = params.next().copied().unwrap_or_default();
            let known = entry.params.get(param);
            let param_type = known.map_or(ParamType::String, |param| param.param_type);
            text.push_str(&value(param_type, param, variant));
        }
        text.push_str(literal);
    }
    text
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

/// Whether the text matches the entry's message.
fn fits(entry: &Entry, message: &Message, text: &str) -> bool {
    let mut values = Vec::new();
    let pattern = Pattern::new(message.template.literals());
    pattern.split(text, |value| values.push(value)) && are_values(entry, message, &values)
}

/// Whether the text matches the entry's code, whose values are not empty.
fn fits_code(entry: &Entry, code: &Message, text: &str) -> bool {
    let mut values = Vec::new();
    let pattern = Pattern::filled(code.template.literals());
    pattern.split(text, |value| values.push(value)) && are_values(entry, code, &values)
}

/// Whether the entry can have these values at the placeholders of a template.
fn are_values(entry: &Entry, of: &Message, values: &[&str]) -> bool {
    let params = &of.params;
    let of_params = || params.iter().zip(values);
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
        warnings_of(text)
    }

    fn warnings_of(catalog: String) -> Vec<String> {
        let compiled = compile(&Source::new("a.json", catalog)).expect("a valid catalog");
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

    /// Returns the warnings about an entry beside one whose code has placeholders.
    fn beside(code: &str, entry: &str, pattern: &str, other: &str) -> Vec<String> {
        let text = format!(
            r#"{{ "name": "a", "errors": [
                {{ "code": "{code}", "id": "A", "status": [400, 423], {entry} }},
                {{ "code": "{pattern}", "id": "B", "status": 423, {other} }}
            ] }}"#
        );
        warnings_of(text)
    }

    #[test]
    fn a_code_within_a_code_with_placeholders_is_never_certain() {
        let told = ["C036 every code and message of `A` also matches `B`"];
        let free = r#""title": "Free""#;
        for code in ["DOOR_LOCKED", "{DOOR}_IS_LOCKED", "A_{B}_{C}_LOCKED"] {
            assert_eq!(beside(code, free, "{KEY}_LOCKED", free), told, "{code}");
        }
        let integer = r#""params": { "n": { "type": "integer" } }"#;
        assert_eq!(beside("E_404", free, "E_{n}", integer), told);
        for message in ["Door locked", "{key} locked", "{a} and {b} locked"] {
            let narrow = format!(r#""message": "{message}""#);
            let wide = r#""message": "{thing} locked""#;
            let found = beside("DOOR_LOCKED", &narrow, "{KEY}_LOCKED", wide);
            assert_eq!(found, told, "{message}");
        }
    }

    #[test]
    fn codes_or_messages_tell_an_entry_from_a_code_with_placeholders() {
        let free = r#""title": "Free""#;
        let message = r#""message": "The door is locked.""#;
        let integer = r#""params": { "n": { "type": "integer" } }"#;
        for (code, entry, pattern, other) in [
            ("DOOR_OPEN", free, "{KEY}_LOCKED", free),
            ("_LOCKED", free, "{KEY}_LOCKED", free),
            ("DOOR IS_LOCKED", free, "{KEY}_LOCKED", free),
            ("E_NOW", free, "E_{n}", integer),
            ("A_OR_B", free, "{X}_OR_{X}", free),
            ("DOOR_LOCKED", message, "{KEY}_LOCKED", free),
            ("DOOR_LOCKED", free, "{KEY}_LOCKED", message),
            (
                "DOOR_LOCKED",
                message,
                "{KEY}_LOCKED",
                r#""message": "A {KEY}""#,
            ),
        ] {
            let found = beside(code, entry, pattern, other);
            assert!(found.is_empty(), "{code} {pattern}: {found:?}");
        }
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
