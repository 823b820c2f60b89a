//! What an import took, what it guessed, and what it could not carry over.

use super::draft::Place;
use crate::failure::Failure;
use crate::output::{Output, CYAN, GREEN, YELLOW};
use crate::text::{counted, cut, in_one_line};
use serde::Serialize;
use std::fmt::Write as _;

/// The longest line, in characters.
const LONGEST: usize = 400;

/// The report of an import.
#[derive(Debug, Default)]
pub(super) struct Report {
    guessed: Vec<Line>,
    left_out: Vec<Line>,
    changes: Vec<Line>,
    pub(super) counts: Counts,
}

/// What happened to the entries of the source.
#[derive(Debug, Default, Clone, Serialize)]
pub(super) struct Counts {
    /// The entries of the source that are in the catalog.
    pub(super) taken: usize,
    pub(super) added: usize,
    pub(super) updated: usize,
    /// The entries that the source no longer has.
    pub(super) gone: usize,
    pub(super) operations: usize,
    pub(super) envelopes: usize,
    guessed: usize,
    left_out: usize,
}

/// A line of the report, with its evidence.
#[derive(Debug, Serialize)]
struct Line {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

impl Line {
    fn new(text: impl Into<String>, place: Option<Place>) -> Self {
        let line = place
            .as_ref()
            .map(|place| place.line)
            .filter(|line| *line > 0);
        let file = place
            .map(|place| place.file.to_string())
            .filter(|file| !file.is_empty());
        Self {
            text: text.into(),
            file,
            line,
        }
    }

    fn shown(&self) -> String {
        let mut shown = in_one_line(&cut(&self.text, LONGEST));
        if let Some(file) = &self.file {
            let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
            let _ = write!(shown, " ({}{line})", in_one_line(file));
        }
        shown
    }
}

impl Report {
    /// Adds what the source does not say, with the first place that suggests it.
    pub(super) fn guessed(&mut self, text: impl Into<String>, place: Option<Place>) {
        self.guessed.push(Line::new(text, place));
    }

    /// Adds what the source says and the catalog does not.
    pub(super) fn left_out(&mut self, text: impl Into<String>, place: Option<Place>) {
        self.left_out.push(Line::new(text, place));
    }

    /// Adds what changes in a catalog that already exists.
    pub(super) fn changed(&mut self, text: impl Into<String>, place: Option<Place>) {
        self.changes.push(Line::new(text, place));
    }

    /// Writes the report to standard error, for people.
    pub(super) fn print(&self, from: &str, output: &mut Output) {
        output.write_stderr(&format!("{}{}\n", self.lines(), self.summary(from)));
    }

    /// Writes what is known about a source that cannot be imported.
    pub(super) fn print_lines(&self, output: &mut Output) {
        output.write_stderr(&self.lines());
    }

    fn lines(&self) -> String {
        let mut text = String::new();
        for (kind, style, lines) in [
            ("guessed", CYAN, &self.guessed),
            ("changed", GREEN, &self.changes),
            ("left out", YELLOW, &self.left_out),
        ] {
            for line in lines {
                let _ = writeln!(text, "{style}{kind}{style:#}: {}", line.shown());
            }
        }
        text
    }

    /// Writes the report to standard output, for programs.
    pub(super) fn json(
        &self,
        from: &str,
        to: &str,
        changed: bool,
        output: &mut Output,
    ) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Json<'r> {
            from: &'r str,
            to: &'r str,
            changed: bool,
            counts: Counts,
            guessed: &'r [Line],
            changes: &'r [Line],
            left_out: &'r [Line],
        }
        let mut counts = self.counts.clone();
        counts.guessed = self.guessed.len();
        counts.left_out = self.left_out.len();
        output.json(&Json {
            from,
            to,
            changed,
            counts,
            guessed: &self.guessed,
            changes: &self.changes,
            left_out: &self.left_out,
        })
    }

    fn summary(&self, from: &str) -> String {
        let Counts {
            taken,
            added,
            updated,
            gone,
            operations,
            envelopes,
            ..
        } = self.counts;
        let mut parts = vec![format!("{added} new")];
        let mut add = |count: usize, text: String| {
            if count > 0 {
                parts.push(text);
            }
        };
        add(updated, format!("{updated} changed"));
        add(gone, format!("{gone} no longer in the source"));
        add(envelopes, counted(envelopes, "envelope", "envelopes"));
        add(operations, counted(operations, "operation", "operations"));
        add(
            self.guessed.len(),
            counted(self.guessed.len(), "guess", "guesses"),
        );
        add(
            self.left_out.len(),
            format!("{} left out", self.left_out.len()),
        );
        let taken = counted(taken, "entry", "entries");
        format!("{taken} from {}: {}", in_one_line(from), parts.join(", "))
    }
}
