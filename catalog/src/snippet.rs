//! Diagnostics as text: each with its line of the file, underlined.

use crate::{columns, inert_in_logs, Diagnostic, Label, Source, Span};
use std::fmt::Write;

/// The most characters of a line that are shown.
const WIDTH: usize = 100;

/// The most characters of a message, a help, or a name that are shown.
const LONGEST: usize = 1_000;

impl Source {
    /// Renders a diagnostic for people: the message, the place, the underlined text, and the help.
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        render(self, diagnostic)
    }

    /// Renders a place as [`Source::render`] does, with a heading of your own.
    ///
    /// ```
    /// use error_catalog_model::{Source, Span};
    ///
    /// let shown = Source::new("a.json", "{ }").show("warning: it is empty", Span::new(0, 3), &[], None);
    /// assert!(shown.contains(" --> a.json:1:1"));
    /// ```
    pub fn show(&self, heading: &str, span: Span, related: &[Label], help: Option<&str>) -> String {
        show(self, heading, span, related, help)
    }
}

fn render(source: &Source, diagnostic: &Diagnostic) -> String {
    let heading = format!(
        "{}[{}]: {}",
        diagnostic.severity(),
        diagnostic.rule.code(),
        diagnostic.message
    );
    let help = diagnostic.help.as_deref();
    show(source, &heading, diagnostic.span, &diagnostic.related, help)
}

fn show(
    source: &Source,
    heading: &str,
    span: Span,
    related: &[Label],
    help: Option<&str>,
) -> String {
    let mut last = line_of(source, span);
    for label in related {
        last = last.max(line_of(source, label.span));
    }
    let gutter = last.to_string().len();
    let mut out = format!("{}\n", line(heading));
    place(&mut out, source, gutter, span, '^', "");
    for label in related {
        place(&mut out, source, gutter, label.span, '-', &label.text);
    }
    if let Some(help) = help {
        // Writing to a `String` cannot fail, here and below.
        let _ = write!(out, "{:gutter$} = help: {}", "", line(help));
    }
    out.truncate(out.trim_end().len());
    out
}

fn line_of(source: &Source, span: Span) -> usize {
    source.containing(span).position(span.start).line
}

fn place(out: &mut String, source: &Source, gutter: usize, span: Span, mark: char, label: &str) {
    let source = source.containing(span);
    let position = source.position(span.start);
    let (text, before, marked) = window(source, position.line, span);
    let shown = inert_in_logs(&text);
    let (head, tail) = split(&shown, before);
    let (before, marked) = (columns(head), columns(split(tail, marked).0));
    let underline = String::from(mark).repeat(marked.max(1));
    let _ = write!(
        out,
        "{:gutter$}--> {}:{}:{}\n\
         {:gutter$} |\n\
         {:>gutter$} | {}\n\
         {:gutter$} | {:before$}{} {}",
        "",
        line(source.name()),
        position.line,
        position.column,
        "",
        position.line,
        shown,
        "",
        "",
        underline,
        line(label),
    );
    out.truncate(out.trim_end().len());
    out.push('\n');
}

/// Returns the part of a line around a place, how many characters are before the place, and how many are in it.
fn window(source: &Source, line: usize, span: Span) -> (String, usize, usize) {
    let text = source.line(line);
    let column = source.position(span.start).column - 1;
    let end = span.end.min(source.line_start(line) + text.len());
    let marked = source.text().get(span.start..end).unwrap_or_default();
    let marked = marked.chars().count().min(WIDTH);
    let skipped = if column + marked > WIDTH {
        column.saturating_sub((WIDTH - marked) / 2)
    } else {
        let words = text.trim_start();
        let indent = text.chars().count() - words.chars().count();
        indent.saturating_sub(4).min(column)
    };
    let (_, rest) = split(text, skipped);
    let (shown, hidden) = split(rest, WIDTH);
    let mut shown = shown.to_owned();
    let mut before = column - skipped;
    if skipped > 0 && column + marked > WIDTH {
        shown.insert(0, '…');
        before += 1;
    }
    if !hidden.is_empty() {
        shown.push('…');
    }
    (shown, before, marked)
}

/// Returns the text on one line, cut off if it is very long.
fn line(text: &str) -> String {
    let text = inert_in_logs(text).replace('\n', "↵");
    match split(&text, LONGEST) {
        (_, "") => text,
        (shown, _) => format!("{shown}…"),
    }
}

/// Splits a text after this many characters.
fn split(text: &str, characters: usize) -> (&str, &str) {
    let mut rest = text.chars();
    for _ in 0..characters {
        if rest.next().is_none() {
            break;
        }
    }
    text.split_at(text.len() - rest.as_str().len())
}

#[cfg(test)]
mod tests {
    use crate::{Report, Rule, Source, Span};

    fn render(text: &str, start: usize, end: usize) -> String {
        let source = Source::new("a.json", text);
        let mut report = Report::new();
        report
            .add(Rule::UnknownKey, Span::new(start, end), "no")
            .help("yes");
        let failure = report.finish(None).unwrap_err();
        source.render(&failure.diagnostics()[0])
    }

    #[test]
    fn the_place_is_underlined() {
        assert_eq!(
            render("{\n  \"mesage\": 1\n}", 4, 12),
            "error[C003]: no\n --> a.json:2:3\n  |\n2 |   \"mesage\": 1\n  |   ^^^^^^^^\n  = help: yes"
        );
    }

    #[test]
    fn the_place_is_underlined_behind_and_below_wide_characters() {
        let text = "{ \"残り\": 1, \"点\": 2 }";
        let start = text.find("\"点").unwrap();
        let shown = render(text, start, start + "\"点\"".len());
        assert!(
            shown.ends_with("\n  |              ^^^^\n  = help: yes"),
            "{shown}"
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}HERE{}", "x".repeat(100_000), "y".repeat(100_000));
        let shown = render(&text, 100_000, 100_004);
        assert!(
            shown.lines().all(|line| line.chars().count() < 120),
            "{shown}"
        );
        let place = shown.lines().nth(3).and_then(|line| line.find("HERE"));
        let mark = shown.lines().nth(4).and_then(|line| line.find("^^^^"));
        assert_eq!(place.map(|at| at - '…'.len_utf8() + 1), mark, "{shown}");
    }

    #[test]
    fn text_from_the_file_is_shown_on_one_line_of_limited_length() {
        let source = Source::new("a\n::error::b.json", "{}");
        let long = format!("a\n##[error]b{}", "x".repeat(100_000));
        let shown = source.show(&long, Span::new(0, 1), &[], Some("c\n::error::d"));
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines.len(), 6, "{shown}");
        assert!(lines[0].starts_with("a↵#\u{fffd}[error]b"), "{shown}");
        assert_eq!(lines[0].chars().count(), 1_001);
        assert_eq!(lines[1], " --> a↵\u{fffd}:error::b.json:1:1");
        assert_eq!(lines[5], "  = help: c↵\u{fffd}:error::d");
    }

    #[test]
    fn terminal_sequences_and_direction_marks_are_replaced() {
        let shown = render("{\"\u{1b}[31m\u{202e}\": 1}", 1, 10);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }
}
