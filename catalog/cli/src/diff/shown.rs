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

/// Both codes of a change. If a number became a string that looks the same, or the other way round, the string is in
/// quotes.
pub(super) fn codes(old: Option<&Code>, new: Option<&Code>) -> (Option<String>, Option<String>) {
    let shown = |code: Option<&Code>| code.map(self::code);
    if shown(old) != shown(new) {
        return (shown(old), shown(new));
    }
    let quoted = |code: Option<&Code>| match code? {
        Code::Text(text) => Some(format!("\"{text}\"")),
        other => Some(self::code(other)),
    };
    (quoted(old), quoted(new))
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

#[cfg(test)]
mod tests {
    use super::codes;
    use error_catalog_model::Code;

    #[test]
    fn codes_that_look_the_same_are_told_apart() {
        let text = |text: &str| Code::Text(text.to_owned());
        let shown = |old: &Code, new: &Code| {
            let (old, new) = codes(Some(old), Some(new));
            format!("{} {}", old.unwrap(), new.unwrap())
        };
        assert_eq!(shown(&Code::Number(7), &text("7")), "7 \"7\"");
        assert_eq!(shown(&text("null"), &Code::None), "\"null\" null");
        assert_eq!(shown(&text("7"), &text("A")), "7 A");
        assert_eq!(codes(None, Some(&text("A"))), (None, Some("A".to_owned())));
    }
}
