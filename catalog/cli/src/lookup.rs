//! Finds errors by text from a log, a response, or Rust code.

use crate::entry;
use crate::known::Known;
use error_catalog_model::{constructor_name, Code, Message};
use std::collections::HashSet;

/// Finds the errors for a text. Interprets it in the first of these ways that finds any: a code or an id, ignoring case; a
/// Rust name; a code with values for its placeholders; a status; a message or a line of a log.
pub(crate) fn find<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    let text = text.trim_matches(|it: char| it.is_whitespace() || matches!(it, '"' | '\'' | '`'));
    if text.is_empty() {
        return Vec::new();
    }
    let ways = [by_name, by_rust_name, by_pattern, by_status, by_line];
    let mut found = ways.iter().map(|way| way(entries, text));
    found.find(|found| !found.is_empty()).unwrap_or_default()
}

fn filtered<'a>(entries: &[Known<'a>], predicate: impl Fn(&Known<'a>) -> bool) -> Vec<Known<'a>> {
    entries.iter().copied().filter(predicate).collect()
}

fn by_name<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    filtered(entries, |known| {
        known.entry.id.eq_ignore_ascii_case(text)
            || entry::code(known.entry).eq_ignore_ascii_case(text)
    })
}

/// Finds a variant or a constructor: `CardDeclined`, `PaymentsError::CardDeclined { reason: "…" }`, `card_declined`.
fn by_rust_name<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | ':' | '#');
    let end = text.find(|it| !is_part(it)).unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    if !(rest.is_empty() || rest.trim_start().starts_with(['{', '('])) {
        return Vec::new();
    }
    let mut parts = path.rsplit("::");
    let name = parts.next().unwrap_or_default();
    let name = name.strip_prefix("r#").unwrap_or(name);
    let found = filtered(entries, |known| {
        known.variant().eq_ignore_ascii_case(name) || constructor_name(&known.entry.id) == name
    });
    let Some(owner) = parts.next() else {
        return found;
    };
    let of_owner = filtered(&found, |known| {
        let marker = known.marker();
        let names = ["", "Error", "ErrorKind"].map(|end| format!("{marker}{end}"));
        names.iter().any(|name| name.eq_ignore_ascii_case(owner))
    });
    // The types of a derive can have other names.
    if of_owner.is_empty() {
        found
    } else {
        of_owner
    }
}

fn by_pattern<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    filtered(entries, |known| match &known.entry.code {
        Code::Pattern(pattern) => fits(&pattern.template.literals(), text),
        _ => false,
    })
}

/// Finds a status: `402`, `HTTP 402`.
fn by_status<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    let mut words = text.rsplit([' ', ':', '=']);
    let status = words.next().filter(|it| it.len() == 3);
    let is_prefix = |word: &str| {
        let prefixes = ["", "http", "status", "code"];
        prefixes.iter().any(|it| word.eq_ignore_ascii_case(it))
    };
    match status.and_then(|it| it.parse::<u16>().ok()) {
        Some(status) if words.all(is_prefix) => {
            filtered(entries, |known| known.entry.statuses.contains(&status))
        }
        _ => Vec::new(),
    }
}

/// Finds the errors in a line of a log: by code and message, or else by code, or else by message.
fn by_line<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    let with_code = by_word(entries, text);
    let with_message = by_message(entries, text);
    let with_both = filtered(&with_code, |known| {
        with_message.iter().any(|other| other.is(known))
    });
    [with_both, with_code, with_message]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Finds errors whose code, id or variant is a word of the text. Plain words, such as `expired`, do not count.
fn by_word<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.' | ':');
    let is_name = |word: &&str| {
        let marks = |it: char| it == '_' || it.is_uppercase() || it.is_ascii_digit();
        word.len() > 3 && word.contains(marks)
    };
    let words = text.split(|it| !is_part(it));
    let words = words.map(|word| word.trim_matches(['-', '.', ':']));
    let words: HashSet<&str> = words
        .map(|word| word.rsplit("::").next().unwrap_or(word))
        .filter(is_name)
        .collect();
    filtered(entries, |known| {
        words.contains(&*known.entry.id)
            || words.contains(&*entry::code(known.entry))
            || words.contains(&*known.variant())
    })
}

/// Finds errors whose message is the whole text, or the rest of it after a colon, or else a part of it; the most literal
/// ones, if several fit.
fn by_message<'a>(entries: &[Known<'a>], text: &str) -> Vec<Known<'a>> {
    const MOST: usize = 10;
    let after_colons = text.match_indices(": ").map(|(at, colon)| at + colon.len());
    let starts = std::iter::once(0).chain(after_colons).take(MOST);
    let mut texts = starts.filter_map(|start| text.get(start..));
    let whole = texts.find_map(|text| most_literal(entries, 1, |literals| fits(literals, text)));
    // A few letters occur in any line.
    let part = || most_literal(entries, 8, |literals| is_within(literals, text));
    whole.or_else(part).unwrap_or_default()
}

/// Returns the errors with a message that fits and has the most letters and digits in its literals, at least this many;
/// `None` if there are none.
fn most_literal<'a>(
    entries: &[Known<'a>],
    least: usize,
    fits: impl Fn(&[String]) -> bool,
) -> Option<Vec<Known<'a>>> {
    let scored = entries.iter().map(|known| (score(known, &fits), *known));
    let fitting: Vec<_> = scored.filter(|(score, _)| *score >= least).collect();
    let best = fitting.iter().map(|(score, _)| *score).max()?;
    let best = fitting.into_iter().filter(|(score, _)| *score == best);
    Some(best.map(|(_, known)| known).collect())
}

/// Returns how many letters and digits are in the literals of a message of the entry that fits; 0 if none does.
fn score(known: &Known<'_>, fits: impl Fn(&[String]) -> bool) -> usize {
    let entry = known.entry;
    let today = (!entry.is_free_text).then_some(&entry.message);
    let translated = entry.translated_messages().map(|(_, message)| message);
    let earlier = entry.history.iter().filter_map(|it| it.message.as_ref());
    let score = |message: &Message| {
        let literals = message.template.literals();
        let letters = |literal: &String| literal.chars().filter(|it| it.is_alphanumeric()).count();
        if fits(&literals) {
            literals.iter().map(letters).sum()
        } else {
            0
        }
    };
    today
        .into_iter()
        .chain(translated)
        .chain(earlier)
        .flat_map(Message::all)
        .map(score)
        .max()
        .unwrap_or(0)
}

/// Whether a part of the text, which begins and ends between words, consists of the literals with a value between each
/// two.
fn is_within(literals: &[String], text: &str) -> bool {
    let mut rest = text;
    for (index, literal) in literals.iter().enumerate() {
        let value = usize::from(index > 0) * rest.chars().next().map_or(1, char::len_utf8);
        let Some(at) = rest.get(value..).and_then(|rest| rest.find(&**literal)) else {
            return false;
        };
        let (before, found) = rest.split_at(value + at);
        if index == 0 && joins(before, literal) {
            return false;
        }
        rest = found.get(literal.len()..).unwrap_or_default();
    }
    literals.last().is_some_and(|last| !joins(last, rest))
}

/// Whether a word goes on from one text into the other.
fn joins(before: &str, after: &str) -> bool {
    let is_part = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    is_part(before.chars().next_back()) && is_part(after.chars().next())
}

/// Whether the text consists of the literals with a value between each two.
fn fits(literals: &[String], text: &str) -> bool {
    let [first, middle @ .., last] = literals else {
        return literals.first().is_some_and(|literal| literal == text);
    };
    let Some(mut rest) = text.strip_prefix(&**first) else {
        return false;
    };
    for literal in middle {
        let value = rest.chars().next().map_or(0, char::len_utf8);
        let Some(at) = rest.get(value..).and_then(|rest| rest.find(&**literal)) else {
            return false;
        };
        rest = rest.get(value + at + literal.len()..).unwrap_or_default();
    }
    rest.strip_suffix(&**last)
        .is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{find, fits, is_within};
    use crate::catalogs::Loaded;
    use crate::known::Known;
    use error_catalog_model::Source;

    const CATALOG: &str = r#"{ "name": "payments", "errors": [
        { "code": "card_declined", "status": 402, "message": "The card {number} was declined: {reason}." },
        { "code": "card_expired", "status": 402, "message": "The card {number} was declined: it is expired.",
          "history": [{ "message": "Expired: {number}" }] },
        { "code": 9109, "id": "INVALID_TOKEN", "status": 401, "message": "Invalid access token" },
        { "code": "{RESOURCE}_GONE", "id": "GONE", "status": 410, "message": "{RESOURCE}" },
        { "code": "type", "status": 409 }
    ] }"#;

    #[test]
    fn an_error_is_found_by_text_from_logs() {
        let loaded = [Loaded::new(Source::new("payments.json", CATALOG), false)];
        let entries = Known::all(&loaded);
        for (text, ids) in [
            ("CARD_DECLINED", "CARD_DECLINED"),
            ("card_declined", "CARD_DECLINED"),
            ("CardDeclined", "CARD_DECLINED"),
            ("PaymentsError::CardDeclined", "CARD_DECLINED"),
            ("PaymentsErrorKind::CardDeclined", "CARD_DECLINED"),
            ("other::Name::CardDeclined", "CARD_DECLINED"),
            ("PaymentsError::card_declined(\"1\", x)", "CARD_DECLINED"),
            (
                "CardDeclined { number: \"1\", reason: \"no\" }",
                "CARD_DECLINED",
            ),
            ("PaymentsError::r#type", "TYPE"),
            ("9109", "INVALID_TOKEN"),
            ("INVOICE_GONE", "GONE"),
            ("402", "CARD_DECLINED CARD_EXPIRED"),
            ("HTTP 402", "CARD_DECLINED CARD_EXPIRED"),
            ("status: 410", "GONE"),
            ("The card 17 was declined: no money.", "CARD_DECLINED"),
            ("\"The card 17 was declined: no money.\"\n", "CARD_DECLINED"),
            ("The card 17 was declined: it is expired.", "CARD_EXPIRED"),
            ("Expired: 17", "CARD_EXPIRED"),
            (
                "402 card_declined: The card 17 was declined: no money.",
                "CARD_DECLINED",
            ),
            (
                "ERROR pay: 402 card_declined: another message",
                "CARD_DECLINED",
            ),
            ("WARN pay failed: Invalid access token", "INVALID_TOKEN"),
            (
                "payment failed error=CardExpired { number: \"1\" }",
                "CARD_EXPIRED",
            ),
            ("{\"error\":{\"code\":\"card_expired\"}}", "CARD_EXPIRED"),
            (
                "INFO pay: The card 17 was declined: no money. status=402",
                "CARD_DECLINED",
            ),
            (
                "{\"level\":30,\"msg\":\"Invalid access token\",\"time\":1}",
                "INVALID_TOKEN",
            ),
            ("Invalid access tokens", ""),
            ("Expired: 17 Expired: 18", "CARD_EXPIRED"),
            ("the type of it", ""),
            ("something else", ""),
            ("", ""),
            ("418", ""),
        ] {
            let found = find(&entries, text);
            let found: Vec<&str> = found.iter().map(|known| &*known.entry.id).collect();
            assert_eq!(found.join(" "), ids, "{text}");
        }
    }

    #[test]
    fn a_text_fits_a_template_if_each_placeholder_has_a_value() {
        let literals = |parts: &[&str]| parts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let pattern = literals(&["", "_NOT_FOUND"]);
        assert!(fits(&pattern, "USER_NOT_FOUND"));
        assert!(!fits(&pattern, "_NOT_FOUND"));
        assert!(!fits(&pattern, "USER_NOT_FOUND_"));
        let two = literals(&["A_", "_B_", "_C"]);
        assert!(fits(&two, "A_x_B_y_C"));
        assert!(!fits(&two, "A__B_y_C"));
        assert!(!fits(&two, "A_x_B__C"));
        assert!(fits(&literals(&["", "aa", ""]), "éaaa"));
    }

    #[test]
    fn a_part_of_a_text_begins_and_ends_between_words() {
        let literals = |parts: &[&str]| parts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let text = "a: é is not found, b";
        for (parts, is_part) in [
            (&["", " is not found"][..], true),
            (&["is not found"], true),
            (&["", " is not ", ""], true),
            (&["is no"], false),
            (&["s not found"], false),
            (&["", " is ", " found"], true),
            (&["a: ", " is not found, b", ""], false),
            (&["b", ""], false),
            (&[""], true),
        ] {
            assert_eq!(is_within(&literals(parts), text), is_part, "{parts:?}");
        }
    }
}
