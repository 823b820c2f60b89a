//! Text for terminals.

use error_catalog_model::{columns, inert_in_logs};

/// The maximum number of columns of a line of prose.
const WIDTH: usize = 100;

/// Replaces everything in the text that could act on a terminal, or on a CI runner that shows it in a log.
pub(crate) fn inert(text: &str) -> String {
    by_line(text, inert_in_logs)
}

/// Changes the few lines of a text that are not [plain](is_plain).
fn by_line(text: &str, change: fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if is_plain(line) {
            out.push_str(line);
        } else {
            out.push_str(&change(line));
        }
    }
    out
}

/// Whether a line has nothing that could act on what shows it.
// Without branches, so that many bytes are compared at once.
#[allow(clippy::needless_bitwise_bool)]
fn is_plain(line: &str) -> bool {
    let bytes = line.as_bytes();
    let is_shown = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n');
    let all_are_shown = bytes.iter().fold(true, |all, byte| all & is_shown(byte));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let has_marks = pairs.fold(false, |any, (one, next)| {
        any | ((*one == b'#') & (*next == b'#'))
    });
    all_are_shown && !has_marks && !line.trim_start().starts_with("::")
}

/// The styles of the command and of clap.
const STYLES: [&str; 8] = [
    "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[4m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[36m",
];

/// Makes the text [`inert`], but keeps the tabs that indent its lines.
pub(crate) fn inert_but_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches('\t');
        out.extend(std::iter::repeat_n('\t', line.len() - rest.len()));
        if is_plain(rest) {
            out.push_str(rest);
        } else {
            out.push_str(&inert_in_logs(rest));
        }
    }
    out
}

/// Makes the text [`inert`], but keeps its styles.
pub(crate) fn inert_but_styles(text: &str) -> String {
    by_line(text, line_but_styles)
}

fn line_but_styles(text: &str) -> String {
    let unstyled: String = pieces(text).map(|(_, piece)| piece).collect();
    if unstyled.split_inclusive('\n').all(is_plain) {
        return text.to_owned();
    }
    let shown = inert_in_logs(&unstyled);
    // Each character is replaced by one character.
    let mut shown = shown.chars();
    let mut out = String::with_capacity(text.len());
    for (style, piece) in pieces(text) {
        out.push_str(style);
        out.extend(shown.by_ref().take(piece.chars().count()));
    }
    out
}

/// Splits the text into pieces, each with the style before it.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let escapes = || text.match_indices('\x1b').map(|(at, _)| at);
    let starts = std::iter::once(0).chain(escapes());
    let ends = escapes().chain(std::iter::once(text.len()));
    starts.zip(ends).map(|(start, end)| {
        let piece = text.get(start..end).unwrap_or_default();
        let style = STYLES.iter().find(|style| piece.starts_with(**style));
        piece.split_at(style.map_or(0, |style| style.len()))
    })
}

/// Returns the text in one line, with single spaces.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    inert(&words.join(" "))
}

/// Returns the text in one line, with a symbol for each line break.
pub(crate) fn in_one_line(text: &str) -> String {
    inert(&text.replace('\n', "↵"))
}

/// Wraps the text. Each line begins with `indent`, but the first one with `first`, which has the same length.
pub(crate) fn wrapped(text: &str, first: &str, indent: &str) -> String {
    let mut out = String::new();
    for (number, paragraph) in inert(text).lines().enumerate() {
        let mut line = if number == 0 { first } else { indent }.to_owned();
        let mut is_empty = true;
        for word in paragraph.split_whitespace() {
            if !is_empty && columns(&line) + 1 + columns(word) > WIDTH {
                out.push_str(&line);
                out.push('\n');
                indent.clone_into(&mut line);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Cuts a text after `most` characters, and adds how many were removed.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let (shown, rest) = text.split_at(end);
            format!("{shown}… ({} more characters)", rest.chars().count())
        }
        None => text.to_owned(),
    }
}

/// Returns a count with its noun, such as `1 error` and `2 errors`.
pub(crate) fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

#[cfg(test)]
mod tests {
    use super::{
        inert, inert_but_styles, inert_but_tabs, inert_in_logs, line_but_styles, one_line, wrapped,
    };
    use proptest::prelude::*;

    #[test]
    fn long_text_is_broken_between_words() {
        let text = "word ".repeat(50);
        let shown = wrapped(&text, "  - ", "    ");
        assert!(shown.lines().all(|line| line.len() <= 100), "{shown}");
        assert!(shown.starts_with("  - word word"), "{shown}");
        assert!(
            shown
                .lines()
                .skip(1)
                .all(|line| line.starts_with("    word")),
            "{shown}"
        );
    }

    proptest! {
        #[test]
        fn lines_that_are_plain_need_no_change(text in "(\\PC|[ :#\n\t]|::|##|\u{1b}|\u{ad}){0,40}") {
            prop_assert_eq!(inert(&text), inert_in_logs(&text));
            let lines = text.split_inclusive('\n').map(line_but_styles);
            prop_assert_eq!(lines.collect::<String>(), line_but_styles(&text));
            prop_assert_eq!(inert_but_styles(&text), line_but_styles(&text));
        }
    }

    #[test]
    fn tabs_that_indent_a_line_stay() {
        assert_eq!(
            inert_but_tabs("\t\ta\tb\n\t::c\nd\u{1b}[31m\n"),
            "\t\ta b\n\t\u{fffd}:c\nd\u{fffd}[31m\n"
        );
    }

    #[test]
    fn text_cannot_control_the_terminal() {
        assert_eq!(one_line("a\n\tb\u{1b}[31m"), "a b\u{fffd}[31m");
    }

    #[test]
    fn styles_are_kept_and_cannot_hide_a_command() {
        for (text, shown) in [
            (
                "\x1b[31m::error\x1b[0m::a",
                "\x1b[31m\u{fffd}:error\x1b[0m::a",
            ),
            ("\x1b[1m:\x1b[0m:a", "\x1b[1m\u{fffd}\x1b[0m:a"),
            ("a #\x1b[2m#\x1b[0m[b]", "a #\x1b[2m\u{fffd}\x1b[0m[b]"),
            (
                "\x1b[8ma\x1b]8;;b\x07c",
                "\u{fffd}[8ma\u{fffd}]8;;b\u{fffd}c",
            ),
            ("a\n\x1b[36m::b", "a\n\x1b[36m\u{fffd}:b"),
            ("\x1b[32m+a\x1b[0m", "\x1b[32m+a\x1b[0m"),
            ("", ""),
        ] {
            assert_eq!(inert_but_styles(text), shown);
        }
    }
}
