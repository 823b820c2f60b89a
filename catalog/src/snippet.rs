//! A diagnostic as text: the line of the file with the place underlined.

use crate::{Diagnostic, Label, Source, Span};
use std::fmt::Write;

/// How many characters of a line are shown, at most.
const WIDTH: usize = 100;

pub(crate) fn render(source: &Source, diagnostic: &Diagnostic) -> String {
    let heading = format!(
        "{}[{}]: {}",
        diagnostic.severity(),
        diagnostic.rule.code(),
        diagnostic.message
    );
    let help = diagnostic.help.as_deref();
    show(source, &heading, diagnostic.span, &diagnostic.related, help)
}

pub(crate) fn show(
    source: &Source,
    heading: &str,
    span: Span,
    related: &[Label],
    help: Option<&str>,
) -> String {
    let places = std::iter::once(span).chain(related.iter().map(|label| label.span));
    let gutter = places
        .map(|span| source.position(span.start).line.to_string().len())
        .max()
        .unwrap_or(1);
    let mut out = format!("{}\n", inert(heading));
    place(&mut out, source, gutter, span, '^', "");
    for label in related {
        place(&mut out, source, gutter, label.span, '-', &label.text);
    }
    if let Some(help) = help {
        // Writing to a `String` cannot fail, here and below.
        let _ = write!(out, "{:gutter$} = help: {}", "", inert(help));
    }
    out.truncate(out.trim_end().len());
    out
}

fn place(out: &mut String, source: &Source, gutter: usize, span: Span, mark: char, label: &str) {
    let position = source.position(span.start);
    let (text, before, marked) = window(source, position.line, span);
    let underline: String = std::iter::repeat_n(mark, marked.max(1)).collect();
    let _ = write!(
        out,
        "{:gutter$}--> {}:{}:{}\n\
         {:gutter$} |\n\
         {:>gutter$} | {}\n\
         {:gutter$} | {:before$}{} {}",
        "",
        source.name(),
        position.line,
        position.column,
        "",
        position.line,
        inert(&text),
        "",
        "",
        underline,
        inert(label),
    );
    out.truncate(out.trim_end().len());
    out.push('\n');
}

/// The part of a line around a place, and where the place stands in it: characters before, characters of its own.
fn window(source: &Source, line: usize, span: Span) -> (String, usize, usize) {
    let text = source.line(line);
    let column = source.position(span.start).column - 1;
    let end = span.end.min(source.line_start(line) + text.len());
    let marked = source
        .text()
        .get(span.start..end)
        .map_or(0, |text| text.chars().count())
        .min(WIDTH);
    let skipped = if column + marked > WIDTH {
        column.saturating_sub((WIDTH - marked) / 2)
    } else {
        text.chars()
            .take_while(|character| character.is_whitespace())
            .count()
            .saturating_sub(4)
            .min(column)
    };
    let mut shown: String = text.chars().skip(skipped).take(WIDTH).collect();
    let mut before = column - skipped;
    if skipped > 0 && column + marked > WIDTH {
        shown.insert(0, '…');
        before += 1;
    }
    if text.chars().count() > skipped + WIDTH {
        shown.push('…');
    }
    (shown, before, marked)
}

/// The text with every control and direction character replaced, so that no file can write to a terminal through it.
///
/// ```
/// assert_eq!(error_catalog_model::inert("\u{1b}[2J"), "\u{fffd}[2J");
/// ```
pub fn inert(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\t' => ' ',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
            '\n' => '\n',
            control if control.is_control() => char::REPLACEMENT_CHARACTER,
            other => other,
        })
        .collect()
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
    fn terminal_sequences_and_direction_marks_are_not_passed_on() {
        let shown = render("{\"\u{1b}[31m\u{202e}\": 1}", 1, 10);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }
}
