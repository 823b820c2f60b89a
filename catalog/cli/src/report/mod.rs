//! The formats of reports and places in files, which findings and differences share.

pub(crate) mod github;
pub(crate) mod sarif;

use clap::ValueEnum;
use error_catalog_model::{Source, Span};
use serde::Serialize;

/// The format of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// One JSON object, for your own programs.
    Json,
    /// Workflow commands for GitHub Actions, which shows them at the lines of a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// A range in a file. Lines and columns start at 1, columns count characters, and the end is exclusive.
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
        let source = source.containing(span);
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

/// The path of a file, with `/` on every platform.
pub(crate) fn path(source: &Source) -> String {
    source.name().replace(std::path::MAIN_SEPARATOR, "/")
}
