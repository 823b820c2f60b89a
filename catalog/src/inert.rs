//! Untrusted text made harmless for terminals and for the logs of CI runners.

use crate::bytes::{are_from, has_byte};

/// Replaces each character that could act on what shows the text with U+FFFD: control characters, which begin the
/// commands of terminals, and characters that change the direction of text.
///
/// Line ends stay, and a tab becomes a space. The number of characters stays the same.
///
/// ```
/// assert_eq!(error_catalog_model::inert("\u{1b}[2J"), "\u{fffd}[2J");
/// ```
pub fn inert(text: &str) -> String {
    // Nearly all texts are inert, and derives run unoptimized.
    if are_from(b' ', text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        out.push(passive(character));
    }
    out
}

/// Makes text inert as [`inert`] does, and breaks every command that a CI runner would execute from a log.
///
/// A line is a command if it begins with `::` (GitHub), or contains `##[` (GitHub, Azure), `##vso[` (Azure), or
/// `##teamcity[`. One character of each such mark is replaced.
///
/// ```
/// use error_catalog_model::inert_in_logs;
///
/// assert_eq!(inert_in_logs("a\n ::error::b"), "a\n \u{fffd}:error::b");
/// assert_eq!(inert_in_logs("a ##[error]b"), "a #\u{fffd}[error]b");
/// ```
pub fn inert_in_logs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let marks = marks(line);
        let mut next = 0;
        for (at, character) in line.chars().enumerate() {
            if marks.get(next) == Some(&at) {
                out.push(char::REPLACEMENT_CHARACTER);
                next += 1;
            } else {
                out.push(passive(character));
            }
        }
    }
    out
}

/// Returns the positions of the characters of a line that are replaced, so that it is not a command.
fn marks(line: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    if let Some(at) = colons(line) {
        marks.push(at);
    }
    add_hashes(line, &mut marks);
    marks
}

/// Whether the character can act on a terminal, or on anything else that shows text.
fn is_active(character: char) -> bool {
    match character {
        '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control() && other != '\n',
    }
}

/// Returns the character, or what replaces an active one.
fn passive(character: char) -> char {
    match character {
        '\t' => ' ',
        active if is_active(active) => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// Whether some runners ignore the character where they compare others.
const fn is_ignored(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200c}'..='\u{200d}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Returns the position of the two colons that a line begins with.
fn colons(line: &str) -> Option<usize> {
    let mut first = None;
    for (at, character) in line.chars().enumerate() {
        match (first, passive(character)) {
            (_, ignored) if is_ignored(ignored) => {}
            (None, ':') => first = Some(at),
            (None, space) if space.is_whitespace() => {}
            (Some(_), ':') => return first,
            _ => return None,
        }
    }
    None
}

/// Adds the position of the last `#` of each `##…[` that has only letters and digits before the bracket.
fn add_hashes(line: &str, found: &mut Vec<usize>) {
    if !has_byte(line, b'#') {
        return;
    }
    let (mut count, mut last, mut is_named) = (0, 0, false);
    for (at, character) in line.chars().enumerate() {
        match passive(character) {
            ignored if is_ignored(ignored) => {}
            '#' => {
                count = if is_named { 1 } else { count + 1 };
                (last, is_named) = (at, false);
            }
            '[' if count > 1 => {
                found.push(last);
                count = 0;
            }
            name if count > 1 && name.is_ascii_alphanumeric() => is_named = true,
            _ => count = 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{inert, inert_in_logs};

    #[test]
    fn a_command_after_two_colons_is_broken_at_the_start_of_a_line() {
        for (text, shown) in [
            ("::error::a", "\u{fffd}:error::a"),
            (
                "a\n::set-output name=a::b",
                "a\n\u{fffd}:set-output name=a::b",
            ),
            (
                "\u{3000} \u{ad}::add-mask::a",
                "\u{3000} \u{ad}\u{fffd}:add-mask::a",
            ),
            (":\u{200d}:error::a", "\u{fffd}\u{200d}:error::a"),
            ("a ::error::b", "a ::error::b"),
            (": :error::", ": :error::"),
        ] {
            assert_eq!(inert_in_logs(text), shown);
        }
    }

    #[test]
    fn a_command_in_brackets_is_broken_anywhere_in_a_line() {
        for (text, shown) in [
            ("a ##[error]b", "a #\u{fffd}[error]b"),
            ("##vso[task.complete]", "#\u{fffd}vso[task.complete]"),
            ("####teamcity[a]", "###\u{fffd}teamcity[a]"),
            ("#a##[b]##[c]", "#a#\u{fffd}[b]#\u{fffd}[c]"),
            ("##a#[b]", "##a#[b]"),
            ("## a [b]", "## a [b]"),
            ("#\u{fe0f}#[error]", "#\u{fe0f}\u{fffd}[error]"),
        ] {
            assert_eq!(inert_in_logs(text), shown);
        }
    }

    #[test]
    fn each_active_character_is_replaced_by_one_character() {
        let text = "\u{1b}[2J\u{9b}\u{202e}\r\u{200f}\u{2028}\t\u{7}a\n👩\u{200d}👧";
        let shown = "\u{fffd}[2J\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd} \u{fffd}a\n👩\u{200d}👧";
        assert_eq!(inert_in_logs(text), shown);
    }

    #[test]
    fn inert_text_is_unchanged() {
        let once = inert_in_logs("##[a]\n::b::\u{1b}\n\u{1b}::c::");
        assert_eq!(inert_in_logs(&once), once);
        assert_eq!(inert(&once), once);
    }
}
