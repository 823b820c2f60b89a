//! What findings and differences have in common when they are printed: the formats, and the places in files.

pub(crate) mod github;
pub(crate) mod sarif;

use clap::ValueEnum;
use error_catalog_model::{Source, Span};
use serde::Serialize;

/// How a report is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// One object, for programs of one's own.
    Json,
    /// Workflow commands of GitHub Actions, which show them beside the lines of a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// The lines of a file. Lines and columns are counted from 1, columns in characters; the end is behind the last.
#[derive(Debug, Serialize)]
pub(crate) struct Lines {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

impl Lines {
    pub(crate) fn of(source: &Source, span: Span) -> Self {
        let start = source.position(span.start);
        let end = source.position(span.end.max(span.start));
        Self {
            file: path(source),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// The path of a file, with `/` on every system.
pub(crate) fn path(source: &Source) -> String {
    source.name().replace(std::path::MAIN_SEPARATOR, "/")
}
