//! Builds the fallbacks of a catalog.

use crate::ids::Ids;
use crate::model::{Entry, Fallback, FallbackEntry};
use crate::raw;
use crate::source::Spanned;
use crate::{Report, Rule};

/// Finds the entries of fallbacks; reports unknown ids, and that there is none for server errors.
pub(super) fn build(
    fallbacks: Option<Spanned<Vec<raw::Fallback<'_>>>>,
    entries: &[Entry],
    report: &mut Report,
) -> Vec<FallbackEntry> {
    let Some(Spanned { value, span }) = fallbacks else {
        return Vec::new();
    };
    let is_http = entries.iter().any(|entry| entry.states_status);
    if !value.is_empty() && !has_server_errors(&value) && is_http {
        report
            .add(
                Rule::NoServerErrors,
                span,
                "no fallback for `5xx`: a server has no error to send when it fails",
            )
            .help("add `\"5xx\": \"…\"` with the id of an entry");
    }
    let mut fallbacks = Vec::new();
    let ids = Ids::of(entries);
    for (fallback, id) in &value {
        match ids.position(&id.value) {
            Some(entry) => fallbacks.push(FallbackEntry {
                fallback: fallback.value,
                entry,
                span: id.span(),
            }),
            None => ids.check(&id.value, id.span(), Rule::Fallback, report),
        }
    }
    fallbacks
}

fn has_server_errors(fallbacks: &[raw::Fallback<'_>]) -> bool {
    for (fallback, _) in fallbacks {
        if fallback.value == Fallback::Class(5) {
            return true;
        }
    }
    false
}
