//! Explains why a file is not valid JSON.
//!
//! Reading stops at one place. Each function recognizes one sort of error there, and the first that does explains it.

mod comma;
mod end;
mod language;
mod other;
mod quote;
mod stop;
mod string;
#[cfg(test)]
mod tests;
mod word;

pub(crate) use stop::Stop;
pub(crate) use string::half_of_a_pair;

use crate::{Report, Rule, Span};

/// An error in the syntax, and how to fix it.
struct SyntaxError {
    span: Span,
    message: String,
    help: String,
    related: Vec<(Span, String)>,
}

impl SyntaxError {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::of(span, message.into(), help.into())
    }

    const fn of(span: Span, message: String, help: String) -> Self {
        Self {
            span,
            message,
            help,
            related: Vec::new(),
        }
    }

    fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push((span, text.into()));
        self
    }

    fn add_to(self, report: &mut Report) {
        let diagnostic = report.add(Rule::Syntax, self.span, self.message);
        diagnostic.help(self.help);
        for (span, text) in self.related {
            diagnostic.related(span, text);
        }
    }
}

/// Reports why reading stopped.
pub(crate) fn report(stop: &Stop<'_>, report: &mut Report) {
    const SORTS: [fn(&Stop<'_>) -> Option<SyntaxError>; 10] = [
        end::empty,
        language::of_the_file,
        string::in_a_string,
        end::end_of_file,
        other::comment,
        quote::other_quotes,
        quote::quote_in_a_string,
        comma::too_many,
        word::word,
        comma::missing,
    ];
    for sort in &SORTS {
        if let Some(error) = sort(stop) {
            error.add_to(report);
            return;
        }
    }
    other::unexpected(stop).add_to(report);
}
