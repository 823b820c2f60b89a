//! Builds the fallbacks of a catalog.

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
    let has_server_errors = value
        .iter()
        .any(|(fallback, _)| fallback.value == Fallback::Class(5));
    let is_http = entries.iter().any(|entry| entry.states_status);
    if !value.is_empty() && !has_server_errors && is_http {
        report
            .add(
                Rule::NoServerErrors,
                span,
                "no fallback for `5xx`: a server has no error to send when it fails",
            )
            .help("add `\"5xx\": \"…\"` with the id of an entry");
    }
    let build = |(fallback, id): (Spanned<Fallback>, raw::Text<'_>)| {
        let entry = entries.iter().position(|entry| entry.id == id.value);
        if entry.is_none() {
            let ids: Vec<&str> = entries.iter().map(|entry| &*entry.id).collect();
            let message = format!("no entry has the id `{}`", id.value);
            report
                .add(Rule::Fallback, id.span(), message)
                .suggest(&id.value, &ids);
        }
        Some(FallbackEntry {
            fallback: fallback.value,
            entry: entry?,
            span: id.span(),
        })
    };
    value.into_iter().filter_map(build).collect()
}
