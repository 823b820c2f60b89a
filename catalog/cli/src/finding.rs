//! An error or warning of a catalog that a rule of the format or of a policy finds.

use crate::catalogs::Loaded;
use crate::report::Lines;
use error_catalog_model::{Diagnostic, Label, Severity, Span};
use std::borrow::Cow;

/// An error or warning, and the catalog that has it.
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

impl<'a> Finding<'a> {
    pub(crate) fn new(loaded: &'a Loaded, diagnostic: &'a Diagnostic) -> Self {
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

    /// Returns the finding as text for people.
    pub(crate) fn render(&self) -> String {
        let heading = format!("{}[{}]: {}", self.severity, self.rule, self.message);
        let source = &self.loaded.source;
        source.show(&heading, self.span, self.related, self.help.as_deref())
    }

    /// Returns the lines of a span in its file.
    pub(crate) fn lines(&self, span: Span) -> Lines {
        Lines::of(&self.loaded.source, span)
    }

    /// Returns the message, followed by the help.
    pub(crate) fn message_with_help(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\n{help}", self.message),
            None => self.message.clone().into_owned(),
        }
    }
}
