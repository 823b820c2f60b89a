//! Finds and prints the errors and warnings of catalogs, for people and tools.

mod github;
mod human;
mod json;
mod sarif;

use crate::catalogs::Loaded;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::output::Output;
use crate::policy::WorkspacePolicy;
use crate::report::Format;
use error_catalog_model::Severity;
use std::collections::HashSet;

/// The findings in some catalogs.
pub(crate) struct Findings<'a> {
    pub(crate) loaded: &'a [Loaded],
    pub(crate) all: Vec<Finding<'a>>,
    /// The number of further errors, because only the first 1,000 of a catalog are kept.
    pub(crate) dropped: usize,
}

impl<'a> Findings<'a> {
    /// Checks the rules of the format and, in catalogs without errors, those of policies.
    pub(crate) fn of(loaded: &'a [Loaded], policy: &WorkspacePolicy) -> Self {
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
                    .map(|diagnostic| Finding::new(loaded, diagnostic)),
            );
            all.extend(policy.check(loaded));
        }
        // What is wrong with a file that several catalogs extend is reported once.
        let mut known = HashSet::new();
        all.retain(|it| {
            let file = it.source.containing(it.span).name();
            known.insert((it.rule, file, it.span.range(), it.message.clone()))
        });
        Self {
            loaded,
            all,
            dropped,
        }
    }

    /// Returns findings that something else found in valid catalogs.
    pub(crate) const fn new(loaded: &'a [Loaded], all: Vec<Finding<'a>>) -> Self {
        Self {
            loaded,
            all,
            dropped: 0,
        }
    }

    /// The number of findings with this severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|it| it.severity == severity).count()
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
