//! A mistake or warning of a catalog: what the rules of the format and those of policies find.

use crate::catalogs::Loaded;
use crate::report::Lines;
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
