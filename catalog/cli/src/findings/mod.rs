//! The mistakes and warnings of catalogs, as people and tools read them.

mod github;
mod human;
mod json;
mod sarif;

use crate::catalogs::Loaded;
use crate::failure::Failure;
use crate::output::Output;
use crate::policy::WorkspacePolicy;
use crate::report::{Format, Lines};
use error_catalog_model::{Diagnostic, Label, Severity, Span};
use std::borrow::Cow;

/// A mistake or warning, and the catalog that has it.
pub(crate) struct Finding<'a> {
    pub(crate) loaded: &'a Loaded,
    /// The code of the rule.
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) message: Cow<'a, str>,
    pub(crate) help: Option<Cow<'a, str>>,
    pub(crate) span: Span,
    pub(crate) related: &'a [Label],
}

/// What was found in some catalogs.
pub(crate) struct Findings<'a> {
    pub(crate) loaded: &'a [Loaded],
    pub(crate) all: Vec<Finding<'a>>,
    /// How many there are beyond those, as a catalog keeps 1,000.
    pub(crate) dropped: usize,
}

impl<'a> Findings<'a> {
    /// What breaks the rules of the format, and, in catalogs without mistakes, those of policies.
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
        Self {
            loaded,
            all,
            dropped,
        }
    }

    /// How many have this severity.
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

impl<'a> Finding<'a> {
    fn new(loaded: &'a Loaded, diagnostic: &'a Diagnostic) -> Self {
        Self {
            loaded,
            rule: diagnostic.rule.code(),
            severity: diagnostic.severity(),
            message: Cow::Borrowed(&diagnostic.message),
            help: diagnostic.help.as_deref().map(Cow::Borrowed),
            span: diagnostic.span,
            related: &diagnostic.related,
        }
    }

    /// The finding as people read it.
    pub(crate) fn render(&self) -> String {
        let heading = format!("{}[{}]: {}", self.severity, self.rule, self.message);
        let source = &self.loaded.source;
        source.show(&heading, self.span, self.related, self.help.as_deref())
    }

    /// A place in its file.
    pub(crate) fn lines(&self, span: Span) -> Lines {
        Lines::of(&self.loaded.source, span)
    }

    /// What is wrong, and what to do.
    pub(crate) fn message_with_help(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\n{help}", self.message),
            None => self.message.clone().into_owned(),
        }
    }
}
