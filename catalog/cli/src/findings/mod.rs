//! The mistakes and warnings of catalogs, as people and tools read them.

mod github;
mod human;
mod json;
mod sarif;

use crate::catalogs::Loaded;
use crate::failure::Failure;
use crate::output::Output;
use clap::ValueEnum;
use error_catalog_model::{Diagnostic, Position, Severity, Span};

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Each with the lines that it is about.
    #[default]
    Human,
    /// One object: `findings`, an array, and `dropped`, how many there are beyond them.
    Json,
    /// Workflow commands of GitHub Actions, which show them beside the lines of a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// A mistake or warning, and the catalog that has it.
#[derive(Clone, Copy)]
pub(crate) struct Finding<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) diagnostic: &'a Diagnostic,
}

/// What was found in some catalogs.
pub(crate) struct Findings<'a> {
    pub(crate) loaded: &'a [Loaded],
    pub(crate) all: Vec<Finding<'a>>,
    /// How many there are beyond those, as a catalog keeps 1,000.
    pub(crate) dropped: usize,
}

impl<'a> Findings<'a> {
    pub(crate) fn of(loaded: &'a [Loaded]) -> Self {
        let mut all = Vec::new();
        let mut dropped = 0;
        for loaded in loaded {
            let diagnostics = match &loaded.outcome {
                Ok(compiled) => &compiled.warnings[..],
                Err(failure) => {
                    dropped += failure.dropped();
                    failure.diagnostics()
                }
            };
            all.extend(
                diagnostics
                    .iter()
                    .map(|diagnostic| Finding { loaded, diagnostic }),
            );
        }
        Self {
            loaded,
            all,
            dropped,
        }
    }

    /// How many have this severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.all
            .iter()
            .filter(|it| it.diagnostic.severity() == severity)
            .count()
    }

    pub(crate) fn print(&self, format: Format, output: &mut Output) -> Result<(), Failure> {
        match format {
            Format::Human => human::print(self, output),
            Format::Json => json::print(self, output),
            Format::Github => github::print(self, output),
            Format::Sarif => sarif::print(self, output),
        }
    }
}

impl Finding<'_> {
    /// The path of the file, with `/` on every system.
    pub(crate) fn file(&self) -> String {
        self.loaded
            .source
            .name()
            .replace(std::path::MAIN_SEPARATOR, "/")
    }

    /// Where a place begins and ends.
    pub(crate) fn place(&self, span: Span) -> (Position, Position) {
        let position = |offset| self.loaded.source.position(offset);
        (position(span.start), position(span.end.max(span.start)))
    }

    /// What is wrong, and what to do.
    pub(crate) fn message_with_help(&self) -> String {
        match &self.diagnostic.help {
            Some(help) => format!("{}\n{help}", self.diagnostic.message),
            None => self.diagnostic.message.clone(),
        }
    }
}
