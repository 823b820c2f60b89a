//! How changes show the parts of entries.

use error_catalog_model::{Code, Entry};

/// The entry in one line, for an entry without a counterpart.
pub(super) fn entry(entry: &Entry) -> String {
    let status = statuses(&entry.statuses).map(|statuses| format!(" ({statuses})"));
    format!(
        "{}{}: {}",
        with_subcode(&entry.code, entry.subcode.as_ref()),
        status.unwrap_or_default(),
        message(entry)
    )
}

pub(super) fn code(code: &Code) -> String {
    match code {
        Code::None => "null".to_owned(),
        Code::Text(text) => text.clone(),
        Code::Number(number) => number.to_string(),
        Code::Pattern(pattern) => pattern.template.source().to_owned(),
    }
}

/// The code, and the subcode if it has one: `190/463`.
pub(super) fn with_subcode(code: &Code, subcode: Option<&Code>) -> String {
    let code = self::code(code);
    match subcode {
        Some(subcode) => format!("{code}/{}", self::code(subcode)),
        None => code,
    }
}

pub(super) fn statuses(statuses: &[u16]) -> Option<String> {
    let shown: Vec<String> = statuses.iter().map(u16::to_string).collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}

/// The template of the message, or that it is free text.
pub(super) fn message(entry: &Entry) -> &str {
    if entry.is_free_text {
        "free text"
    } else {
        entry.message.template.source()
    }
}
