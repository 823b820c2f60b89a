//! Errors as events of the crate `tracing`.

use crate::decode::in_one_line;
use crate::encode::{shown_params, View};
use crate::{CatalogError, Code, Occurrence, Severity, Status};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;
use tracing::{enabled, event, Level};

/// The target of the events, which subscribers filter by.
const TARGET: &str = "error_catalog";

impl<E: CatalogError> Occurrence<E> {
    /// Emits an event of the crate `tracing`: one for the error, and one for each error of equal rank.
    ///
    /// Call it once, where the error leaves the service. The level is that of [`CatalogError::severity`]: what the
    /// catalog says, else `ERROR` for a status of the class 5xx, and `INFO` for all others. `fatal` is at the level
    /// `ERROR` too, and differs in the field `error_catalog.severity`. The target is `error_catalog`.
    ///
    /// | field | value |
    /// | --- | --- |
    /// | `message` | the message |
    /// | `error.type` | the code as the catalog has it, with its placeholders, or else the id |
    /// | `http.response.status_code` | the status |
    /// | `exception.message` | the sources, from the error's own source to the first cause, joined by `: ` |
    /// | `error_catalog.name`, `error_catalog.id` | the name of the catalog, and the id of the entry |
    /// | `error_catalog.severity` | the severity, as a catalog names it |
    /// | `error_catalog.reference` | the reference |
    /// | `error_catalog.params` | the parameters, as a JSON object |
    ///
    /// The first four are named as OpenTelemetry names them. What there is none of is left out. Sensitive parameters are
    /// redacted. Every value is on one line. It needs the feature `tracing`.
    ///
    /// ```
    /// use error_catalog::{apis::EdgesError, Occurrence};
    ///
    /// // INFO error_catalog: You are not connected with Ada. error.type="NOT_CONNECTED" http.response.status_code=424 …
    /// Occurrence::new(EdgesError::not_connected("Ada")).with_reference("r-17").log();
    /// ```
    pub fn log(&self) {
        log(self.view());
    }
}

/// Emits an event for the error, and one for each error of equal rank.
pub(super) fn log<E: CatalogError>(view: View<'_, E>) {
    for one in view.errors() {
        log_one(one, one.reference.or(view.reference));
    }
}

fn log_one<E: CatalogError>(view: View<'_, E>, reference: Option<&str>) {
    let severity = view.error.severity();
    // The level of an event is a constant.
    macro_rules! emit {
        ($level:expr) => {
            if enabled!(target: TARGET, $level) {
                let facts = Facts::of(view);
                event!(
                    target: TARGET,
                    $level,
                    "error.type" = &*facts.error_type,
                    "http.response.status_code" = facts.status,
                    "exception.message" = facts.sources.as_deref(),
                    "error_catalog.name" = facts.catalog,
                    "error_catalog.id" = facts.id,
                    "error_catalog.severity" = severity.as_str(),
                    "error_catalog.reference" = reference.map(in_one_line).as_deref(),
                    "error_catalog.params" = facts.params.as_deref(),
                    "{}",
                    facts.message
                );
            }
        };
    }
    match severity {
        Severity::Trace => emit!(Level::TRACE),
        Severity::Debug => emit!(Level::DEBUG),
        Severity::Info => emit!(Level::INFO),
        Severity::Warn => emit!(Level::WARN),
        _ => emit!(Level::ERROR),
    }
}

/// What an event says, without anything that is sensitive or acts on a terminal.
struct Facts {
    message: String,
    error_type: String,
    status: Option<u16>,
    sources: Option<String>,
    catalog: &'static str,
    id: &'static str,
    params: Option<String>,
}

impl Facts {
    fn of<E: CatalogError>(view: View<'_, E>) -> Self {
        let error = view.error;
        let entry = error.entry();
        Self {
            message: in_one_line(&error.redacted().to_string()),
            error_type: match entry.code() {
                Code::None => String::from(entry.id()),
                code => code.to_string(),
            },
            status: error.status().map(Status::as_u16),
            sources: sources(view.source),
            catalog: entry.catalog().name(),
            id: entry.id(),
            params: shown_params(error),
        }
    }
}

/// The most sources that are read.
const MOST: usize = 100;

/// Returns the source of an error and its own sources; `None` if there are none.
fn sources(source: Option<&(dyn Error + 'static)>) -> Option<String> {
    let mut next = source;
    let mut sources = Vec::new();
    while let Some(source) = next.filter(|_| sources.len() < MOST) {
        sources.push(in_one_line(&source.to_string()));
        next = source.source();
    }
    (!sources.is_empty()).then(|| sources.join(": "))
}
