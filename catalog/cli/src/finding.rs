//! An error or warning that a rule of the format, of a policy, or of the use of a catalog finds.

use crate::catalogs::Loaded;
use crate::report::Lines;
use error_catalog_model::{Diagnostic, Label, Severity, Source, Span};
use std::borrow::Cow;

/// An error or warning, and the file that has it.
pub(crate) struct Finding<'a> {
    /// The file that has it: a catalog with its other files, or a Rust file.
    pub(crate) source: &'a Source,
    /// The code of the rule.
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) message: Cow<'a, str>,
    pub(crate) help: Option<Cow<'a, str>>,
    pub(crate) span: Span,
    pub(crate) related: &'a [Label],
}

impl<'a> Finding<'a> {
    pub(crate) fn new(loaded: &'a Loaded, diagnostic: &'a Diagnostic) -> Self {
        Self {
            source: &loaded.source,
            rule: diagnostic.rule.code(),
            severity: diagnostic.severity(),
            message: Cow::Borrowed(&diagnostic.message),
            help: diagnostic.help.as_deref().map(Cow::Borrowed),
            span: diagnostic.span,
            related: &diagnostic.related,
        }
    }

    /// Returns the finding as text for people.
    pub(crate) fn render(&self) -> String {
        let heading = format!("{}[{}]: {}", self.severity, self.rule, self.message);
        self.source
            .show(&heading, self.span, self.related, self.help.as_deref())
    }

    /// Returns the lines of a span in its file.
    pub(crate) fn lines(&self, span: Span) -> Lines {
        Lines::of(self.source, span)
    }

    /// Returns the message, followed by the help.
    pub(crate) fn message_with_help(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\n{help}", self.message),
            None => self.message.clone().into_owned(),
        }
    }
}
