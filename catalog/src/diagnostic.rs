//! Errors and warnings, with their places and help.

use crate::suggest::nearest_of;
use crate::{Catalog, Compiled, Rule, Severity, Span};

/// How many diagnostics are kept; the others are only counted.
const MOST: usize = 1_000;

/// An error or a warning.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The broken rule.
    pub rule: Rule,
    /// The message.
    pub message: String,
    /// The place.
    pub span: Span,
    /// How to fix it.
    pub help: Option<String>,
    /// Related places.
    pub related: Vec<Label>,
    /// Whether it is kept, so that it is worth searching for what was meant.
    is_kept: bool,
}

/// A place, and how it relates to a diagnostic.
#[derive(Debug, Clone)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The text of the label.
    pub text: String,
}

impl Diagnostic {
    /// Returns whether it is an error or a warning.
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    const fn place(&self) -> (usize, usize, Rule) {
        (self.span.file, self.span.start, self.rule)
    }

    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Adds help with the known name that was probably meant, or with all known names if they are few.
    pub(crate) fn suggest(&mut self, name: &str, known: &[&str]) -> &mut Self {
        if !self.is_kept {
            return self;
        }
        if let Some(near) = nearest_of(name, known) {
            return self.help(format!("did you mean `{near}`?"));
        }
        match known {
            [] => self,
            [only] => self.help(format!("expected `{only}`")),
            _ if known.len() <= 32 => {
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
#[must_use = "a report that is not finished loses its diagnostics"]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
    dropped: usize,
    /// The last diagnostic that is not kept.
    spare: Option<Diagnostic>,
    failed: bool,
}

impl Report {
    /// Returns an empty report.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic, and returns it so that the caller can add help and labels.
    pub(crate) fn add(
        &mut self,
        rule: Rule,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add_message(rule, span, message.into())
    }

    fn add_message(&mut self, rule: Rule, span: Span, message: String) -> &mut Diagnostic {
        self.failed |= rule.severity() == Severity::Error;
        let diagnostic = Diagnostic {
            rule,
            message,
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

    /// Reports what a reader finds that does not know which file it reads.
    pub(crate) fn in_file(&mut self, file: usize, read: &dyn Fn(&mut Self)) {
        let before = self.diagnostics.len();
        read(self);
        for diagnostic in self.diagnostics.get_mut(before..).unwrap_or_default() {
            diagnostic.span.file = file;
            for label in &mut diagnostic.related {
                label.span.file = file;
            }
        }
    }

    /// Adds the diagnostics of another report that are new.
    pub(crate) fn absorb(&mut self, other: Self) {
        for diagnostic in other.diagnostics {
            let mut known = self.diagnostics.iter();
            let is_known = known
                .any(|known| known.span == diagnostic.span && known.message == diagnostic.message);
            if !is_known {
                let Diagnostic {
                    rule,
                    message,
                    span,
                    help,
                    related,
                    ..
                } = diagnostic;
                let added = self.add(rule, span, message);
                added.help = help;
                added.related = related;
            }
        }
        self.dropped += other.dropped;
        self.failed |= other.failed;
    }

    /// Returns the catalog with its warnings, or all diagnostics if one is an error, in the order of the files.
    pub(crate) fn finish(self, catalog: Option<Catalog>) -> Result<Compiled, Failure> {
        let diagnostics = in_order(self.diagnostics);
        match catalog {
            Some(catalog) if !self.failed => Ok(Compiled {
                catalog,
                warnings: diagnostics,
            }),
            _ => Err(Failure {
                diagnostics,
                dropped: self.dropped,
            }),
        }
    }
}

/// Sorts diagnostics by their places. They are few, and most are in order; a sort of the standard library would be built
/// with this crate, which takes longer.
fn in_order(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut sorted: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let at = sorted.partition_point(|earlier| earlier.place() <= diagnostic.place());
        sorted.insert(at, diagnostic);
    }
    sorted
}

/// Why a catalog is not valid: its errors, at least one, and its warnings.
#[derive(Debug)]
pub struct Failure {
    diagnostics: Vec<Diagnostic>,
    dropped: usize,
}

impl Failure {
    /// Returns the diagnostics, in the order of the files; at most 1,000.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns how many more diagnostics were found.
    pub const fn dropped(&self) -> usize {
        self.dropped
    }
}
