//! Mistakes: what is wrong, where, and what to do.

use crate::{Catalog, Compiled, Rule, Severity, Span};

/// How many diagnostics are kept; the rest is counted.
const MOST: usize = 1_000;

/// One mistake.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong here.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to do.
    pub help: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Label>,
    /// Whether it is among those that are shown, and worth the search for what was meant.
    is_kept: bool,
}

/// A place and what it has to do with the mistake.
#[derive(Debug, Clone)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub text: String,
}

impl Diagnostic {
    /// Whether it stops the catalog from being used.
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Names the known name that is near, if one is; lists all where they are few.
    pub(crate) fn suggest(&mut self, name: &str, known: &[&str]) -> &mut Self {
        if !self.is_kept {
            return self;
        }
        if let Some(near) = crate::nearest(name, known.iter().copied()) {
            return self.help(format!("did you mean `{near}`?"));
        }
        match known {
            [] => self,
            [only] => self.help(format!("expected `{only}`")),
            _ if known.len() <= 24 => {
                self.help(format!("expected one of `{}`", known.join("`, `")))
            }
            _ => self,
        }
    }

    pub(crate) fn related(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.related.push(Label {
            span,
            text: text.into(),
        });
        self
    }
}

/// Collects diagnostics; [`Report::finish`] turns them into the outcome.
#[derive(Debug, Default)]
#[must_use = "a report that is not finished loses its mistakes"]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
    dropped: usize,
    /// Takes what comes after the most that are kept.
    spare: Option<Diagnostic>,
    failed: bool,
}

impl Report {
    /// No mistake yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a mistake; the returned diagnostic takes help and other places.
    pub(crate) fn add(
        &mut self,
        rule: Rule,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.failed |= rule.severity() == Severity::Error;
        let diagnostic = Diagnostic {
            rule,
            message: message.into(),
            span,
            help: None,
            related: Vec::new(),
            is_kept: self.diagnostics.len() < MOST,
        };
        if diagnostic.is_kept {
            self.diagnostics.push(diagnostic);
            let last = self.diagnostics.len() - 1;
            &mut self.diagnostics[last]
        } else {
            self.dropped += 1;
            self.spare.insert(diagnostic)
        }
    }

    /// The catalog with its warnings, or all mistakes in the order of the file.
    pub(crate) fn finish(mut self, catalog: Option<Catalog>) -> Result<Compiled, Failure> {
        self.diagnostics
            .sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.rule));
        match catalog {
            Some(catalog) if !self.failed => Ok(Compiled {
                catalog,
                warnings: self.diagnostics,
            }),
            _ => Err(Failure {
                diagnostics: self.diagnostics,
                dropped: self.dropped,
            }),
        }
    }
}

/// Why a catalog cannot be used: at least one error, and the warnings found on the way.
#[derive(Debug)]
pub struct Failure {
    diagnostics: Vec<Diagnostic>,
    dropped: usize,
}

impl Failure {
    /// The mistakes, in the order of the file; at most 1,000.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many mistakes were found beyond those.
    pub const fn dropped(&self) -> usize {
        self.dropped
    }
}
