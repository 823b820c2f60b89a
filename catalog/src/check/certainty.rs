//! Whether reading an error from a response can be certain.

use crate::model::{Code, Entry, Message};
use crate::overlap::{filled_values, values, Values};
use crate::{ParamType, Report, Rule, Span};
use std::cell::OnceCell;

/// The most entries with the same code that are compared with each other.
const MOST: usize = 500;

/// Warns about entries whose messages all match another entry with the same code and status.
pub(super) fn messages_do_not_all_match_others(entries: &[&Entry], report: &mut Report) {
    let mut all: Vec<Form<'_>> = Vec::new();
    for entry in entries {
        if !entry.is_free_text {
            all.append(&mut forms(entry));
        }
    }
    if all.len() > MOST {
        return;
    }
    for form in &all {
        if let Some(other) = wider(form, &all) {
            let message = format!(
                "every message of `{}` also matches `{}`",
                form.entry.id, other.entry.id
            );
            report
                .add(Rule::NeverCertain, form.span, message)
                .help("give one of them a different code, status, or message")
                .related(other.span, "the other message");
        }
    }
}

/// Returns a message of another entry that every text of a message also matches.
fn wider<'f, 'c>(form: &Form<'_>, all: &'f [Form<'c>]) -> Option<&'f Form<'c>> {
    let narrow = form.entry;
    let texts = witnesses(narrow, form.message);
    all.iter().find(|other| {
        !std::ptr::eq(narrow, other.entry)
            && share_a_status(narrow, other.entry)
            && other.literals() != form.literals()
            && all_fit(other.entry, other.message, &texts, values)
    })
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
pub(super) fn forms(entry: &Entry) -> Vec<Form<'_>> {
    let mut forms = Vec::with_capacity(1 + entry.translations.len());
    let own = Form {
        entry,
        message: &entry.message,
        literals: OnceCell::new(),
        span: entry.message_span,
        translation: None,
        is_main: true,
    };
    add_forms(own, &mut forms);
    for (translated, message) in entry.translated_messages() {
        let form = Form {
            entry,
            message,
            literals: OnceCell::new(),
            span: translated.span,
            translation: Some(translated.translation),
            is_main: false,
        };
        add_forms(form, &mut forms);
    }
    forms
}

/// Adds a message, and its plural forms.
fn add_forms<'c>(main: Form<'c>, forms: &mut Vec<Form<'c>>) {
    let (entry, translation) = (main.entry, main.translation);
    let plural = main.message.forms();
    forms.push(main);
    for form in plural {
        forms.push(Form {
            entry,
            message: &form.message,
            literals: OnceCell::new(),
            span: form.span,
            translation,
            is_main: false,
        });
    }
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
        for (wide, pattern, wide_literals) in &patterns {
            if *wide_literals != literals
                && narrow.envelope == wide.envelope
                && share_a_status(narrow, wide)
                && all_fit(wide, pattern, &codes, filled_values)
                && all_messages_match(narrow, wide)
            {
                let message = format!(
                    "every code and message of `{}` also matches `{}`",
                    narrow.id, wide.id
                );
                report
                    .add(Rule::NeverCertain, narrow.id_span, message)
                    .help("give one of them a different code, status, or message")
                    .related(wide.id_span, "the other entry");
                break;
            }
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
            let codes = witnesses(entry, pattern);
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
    all_fit(
        wide,
        &wide.message,
        &witnesses(narrow, &narrow.message),
        values,
    )
}

pub(super) fn share_a_status(left: &Entry, right: &Entry) -> bool {
    let mut statuses = left.statuses.iter();
    left.statuses.is_empty() || statuses.any(|status| right.statuses.contains(status))
}

/// Returns two texts of a template, with different values.
fn witnesses(entry: &Entry, of: &Message) -> Vec<String> {
    vec![witness(entry, of, 0), witness(entry, of, 1)]
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
            let param_type = match entry.params.get(param) {
                Some(param) => param.param_type,
                None => ParamType::String,
            };
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

/// Whether all texts match a message or the code of the entry.
fn all_fit(entry: &Entry, of: &Message, texts: &[String], values: Values) -> bool {
    let literals = of.template.literals();
    for text in texts {
        match values(&literals, text) {
            Some(values) if are_values(entry, of, &values) => {}
            _ => return false,
        }
    }
    true
}

/// Whether the entry can have these values at the placeholders of a template.
fn are_values(entry: &Entry, of: &Message, values: &[&str]) -> bool {
    for (param, value) in of.params.iter().zip(values) {
        let Some(param) = entry.params.get(*param) else {
            continue;
        };
        let is_checked = matches!(
            param.param_type,
            ParamType::Integer | ParamType::Decimal | ParamType::Boolean
        );
        if is_checked && !param.param_type.accepts(value) {
            return false;
        }
    }
    agree(&of.params, values)
}

/// Whether the values of each parameter are the same.
pub(super) fn agree(params: &[usize], values: &[&str]) -> bool {
    for (at, first) in first_uses(params).iter().enumerate() {
        if values.get(at) != values.get(*first) {
            return false;
        }
    }
    true
}

/// Returns the first placeholder of the parameter of each placeholder.
pub(super) fn first_uses(params: &[usize]) -> Vec<usize> {
    let mut of_param: Vec<Option<usize>> = Vec::new();
    let mut first = Vec::with_capacity(params.len());
    for (at, param) in params.iter().enumerate() {
        while of_param.len() <= *param {
            of_param.push(None);
        }
        first.push(*of_param[*param].get_or_insert(at));
    }
    first
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
