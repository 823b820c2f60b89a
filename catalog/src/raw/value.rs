//! Values with a form of their own: names, codes, statuses, headers, and types.

use super::mistyped::wrong_type;
use super::object::{text, texts, Object, Text};
use crate::bytes::{all, has, starts};
use crate::json::{Kind, Node};
use crate::model::ParamType;
use crate::source::Spanned;
use crate::suggest::names;
use crate::table::Table;
use crate::text::parsed;
use crate::{Report, Rule};
use error_catalog_core::Severity;

/// Reads the name of a catalog.
pub(crate) fn catalog_name(node: Node<'_>, report: &mut Report) -> Option<String> {
    let name = text(node, report)?;
    if !is_catalog_name(&name.value) {
        report
            .add(
                Rule::CatalogName,
                node.span,
                format!("`{}` is not a valid catalog name", name.value),
            )
            .help(
                "use lower-case letters and digits in words joined by `-`, such as `linkedin-marketing`",
            );
    }
    Some(name.owned())
}

fn is_catalog_name(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    name.len() <= 100
        && starts(name, |first| first.is_ascii_lowercase())
        && !name.ends_with('-')
        && !has(name, "--", '-')
        && all(name, is_part)
}

/// A code as written in the file.
pub(crate) enum Code<'a> {
    Null,
    Number(i64),
    Text(Text<'a>),
}

/// Reads a code: `null`, an integer, or a string.
pub(crate) fn code<'a>(node: Node<'a>, report: &mut Report) -> Option<Spanned<Code<'a>>> {
    let code = match node.kind() {
        Kind::Null => Code::Null,
        Kind::String => Code::Text(text(node, report)?),
        Kind::Number => Code::Number(number(node, report)?),
        _ => {
            let diagnostic = wrong_type(node, "a string, a number, or null", report);
            if node.kind() == Kind::Boolean {
                diagnostic.help(format!("write `\"{}\"`", node.text()));
            } else {
                diagnostic.help("give each code its own entry");
            }
            return None;
        }
    };
    Some(Spanned::new(code, node.span))
}

/// Reads a code that is sent: an integer or a string.
pub(crate) fn sent_code<'a>(node: Node<'a>, report: &mut Report) -> Option<Spanned<Code<'a>>> {
    if node.kind() == Kind::Null {
        wrong_type(node, "a string or a number", report);
        return None;
    }
    code(node, report)
}

fn number(node: Node<'_>, report: &mut Report) -> Option<i64> {
    let number = node.text().parse().ok();
    if number.is_none() {
        report
            .add(
                Rule::CodeGrammar,
                node.span,
                "a numeric code must be a 64-bit integer",
            )
            .help("write it as a string if the API sends a string");
    }
    number
}

/// Reads a status, or an array of statuses, from 100 to 599 and without duplicates.
pub(crate) fn statuses(node: Node<'_>, report: &mut Report) -> Spanned<Vec<u16>> {
    let mut statuses = Vec::new();
    if node.kind() != Kind::Array {
        add_status(node, &mut statuses, report);
        return Spanned::new(statuses, node.span);
    }
    let elements = node.elements();
    if elements.is_empty() {
        report
            .add(Rule::Status, node.span, "expected at least one status")
            .help("add a status, or remove the key if the errors are not sent over HTTP");
    }
    for element in elements {
        add_status(element, &mut statuses, report);
    }
    Spanned::new(statuses, node.span)
}

fn add_status(node: Node<'_>, statuses: &mut Vec<u16>, report: &mut Report) {
    if node.kind() != Kind::Number {
        mistyped_status(node, report);
        return;
    }
    match status(node.text()) {
        Some(status) if statuses.contains(&status) => {
            report
                .add(
                    Rule::Repeated,
                    node.span,
                    format!("duplicate status `{status}`"),
                )
                .help("remove one of the two");
        }
        Some(status) => statuses.push(status),
        None => {
            let message = format!("`{}` is not a valid HTTP status", node.text());
            let diagnostic = report.add(Rule::Status, node.span, message);
            match whole_status(node.text()) {
                Some(status) => diagnostic.help(format!("write `{status}`")),
                None => diagnostic.help("use an integer from 100 to 599"),
            };
        }
    }
}

/// Parses a status.
fn status(digits: &str) -> Option<u16> {
    match u16::try_from(parsed(digits, 10)?) {
        Ok(status @ 100..=599) => Some(status),
        _ => None,
    }
}

/// Reports a status that is not a number.
fn mistyped_status(node: Node<'_>, report: &mut Report) {
    let diagnostic = wrong_type(node, "a number", report);
    if node.kind() == Kind::Null {
        return;
    }
    let is_around = |character| matches!(character, '"' | ' ');
    let text = node
        .text()
        .trim_start_matches(is_around)
        .trim_end_matches(is_around);
    let (digits, after) = text.split_at_checked(3).unwrap_or_default();
    let status = match after.chars().next() {
        Some(after) if after.is_alphanumeric() => None,
        _ => whole_status(digits),
    };
    match status {
        Some(status) => diagnostic.help(format!("write `{status}`")),
        None => diagnostic.help("write a number from 100 to 599, or an array of them"),
    };
}

/// Returns the status that equals a number, which can have a fraction or an exponent.
fn whole_status(number: &str) -> Option<u16> {
    let number: f64 = number.parse().ok()?;
    (100..600).find(|status| f64::from(*status).to_bits() == number.to_bits())
}

/// Reads the meanings of statuses, or of classes of statuses such as `4xx`.
pub(crate) fn status_meanings<'a>(
    object: &Object<'a>,
    report: &mut Report,
) -> Vec<(Text<'a>, String)> {
    let meanings = object.described("statuses", "the statuses", report);
    for (name, _) in &meanings {
        if !is_status_or_class(&name.value) {
            report
                .add(
                    Rule::Status,
                    name.span(),
                    format!("`{}` is not a valid HTTP status", name.value),
                )
                .help("write a status from 100 to 599, or a class such as `4xx`");
        }
    }
    meanings
}

fn is_status_or_class(name: &str) -> bool {
    match name.strip_suffix("xx") {
        Some(class) => matches!(class, "1" | "2" | "3" | "4" | "5"),
        None => name.len() == 3 && status(name).is_some(),
    }
}

/// Reads the name of a header; its case stays.
pub(crate) fn header_name(text: &Text<'_>, report: &mut Report) -> Option<String> {
    if !is_header_name(&text.value) {
        report
            .add(
                Rule::Header,
                text.span(),
                format!("`{}` is not a valid header name", text.value),
            )
            .help("use letters, digits, and `-`, such as `Retry-After`");
        return None;
    }
    Some(text.owned())
}

pub(super) fn is_header_name(text: &str) -> bool {
    text.len() <= 100 && is_token(text)
}

/// Returns whether it is a token (RFC 9110, section 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && all(text, is_part)
}

pub(crate) fn param_type(node: Node<'_>, report: &mut Report) -> Option<ParamType> {
    let name = text(node, report)?;
    for known in &ParamType::ALL {
        if known.as_str() == name.value {
            return Some(*known);
        }
    }
    let names = names(&ParamType::ALL, ParamType::as_str);
    report
        .add(
            Rule::ParamType,
            node.span,
            format!("unknown parameter type `{}`", name.value),
        )
        .suggest(&name.value, &names);
    None
}

pub(crate) fn severity(node: Node<'_>, report: &mut Report) -> Option<Severity> {
    let name = text(node, report)?;
    let known = Severity::from_name(&name.value);
    if known.is_none() {
        let message = format!("unknown severity `{}`", name.value);
        let diagnostic = report.add(Rule::Severity, node.span, message);
        match other_severity(&name.value) {
            Some(meant) => diagnostic.help(format!("did you mean `{}`?", meant.as_str())),
            None => diagnostic.suggest(&name.value, &names(&Severity::ALL, Severity::as_str)),
        };
    }
    known
}

/// Returns the severity that others, such as syslog, have another name for.
fn other_severity(name: &str) -> Option<Severity> {
    match &*name.to_ascii_lowercase() {
        "information" | "informational" | "notice" => Some(Severity::Info),
        "warning" => Some(Severity::Warn),
        "err" => Some(Severity::Error),
        "critical" | "crit" | "alert" | "emergency" | "emerg" | "panic" => Some(Severity::Fatal),
        _ => None,
    }
}

/// Reads the documented values of a parameter: an array, or an object with the meaning of each.
pub(crate) fn values<'a>(object: &Object<'a>, report: &mut Report) -> Vec<(Text<'a>, String)> {
    match object.get("values") {
        Some(node) if node.kind() == Kind::Array => {
            let texts = texts(node, report);
            repeated(&texts, "value", report);
            let mut values = Vec::new();
            for value in texts {
                values.push((value, String::new()));
            }
            values
        }
        // Its keys are not duplicates, which has been checked.
        _ => object.described("values", "the values", report),
    }
}

/// Reports duplicate strings.
pub(crate) fn repeated(texts: &[Text<'_>], what: &str, report: &mut Report) {
    let mut seen = Table::default();
    for (index, text) in texts.iter().enumerate() {
        let first = seen.known(&text.value, index);
        if let Some(first) = first.and_then(|at| texts.get(at)) {
            let message = format!("duplicate {what} `{}`", text.value);
            report
                .add(Rule::Repeated, text.span(), message)
                .help("remove one of the two")
                .related(first.span(), "first used here");
        }
    }
}
