//! Reads a response with a catalog, for people and as data.
//!
//! ```text
//! Response ──Reader──▶ Decoded<Dynamic> ──rank──▶ the catalog that knows it best ──▶ Reading ──human, JSON──▶ Output
//! ```

mod human;
mod members;
mod parts;
mod rank;
mod shown;
#[cfg(test)]
mod tests;

pub(crate) use human::print;
pub(crate) use rank::Rank;
pub(crate) use shown::{has_sensitive_params, Shown};

use crate::dynamic::{Dynamic, Tables};
use crate::entry::retry_as_data;
use error_catalog::{CatalogKind, Decoded, Outcome, Response, Warning};
use error_catalog_model::{variant_name, Catalog, Entry};
use members::Members;
use parts::{Causes, Documented, Elements, Equals, Field, Identity, Params, Raw};
use serde::Serialize;
use serde_json::Value;
use std::time::Duration;

/// A catalog that responses are read with.
pub(crate) struct Reader<'c> {
    pub(crate) catalog: &'c Catalog,
    tables: &'static Tables,
}

impl<'c> Reader<'c> {
    pub(crate) fn new(catalog: &'c Catalog) -> Self {
        Self {
            catalog,
            tables: Tables::new(catalog),
        }
    }

    /// How well the catalog knows the response.
    pub(crate) fn rank(&self, response: Response<'_>) -> Rank {
        self.tables.read(response, |decoded| Rank::of(&decoded))
    }

    /// Reads the response, and passes the result to `look`.
    pub(crate) fn read<T>(
        &self,
        response: Response<'_>,
        shown: Shown,
        look: impl FnOnce(Reading<'_>) -> T,
    ) -> T {
        self.tables.read(response, |decoded| {
            look(Reading::whole(&decoded, self.catalog, shown))
        })
    }
}

/// The content of a response, or of an error within one. Keys without a value are left out.
#[derive(Serialize)]
pub(crate) struct Reading<'d> {
    /// Null if none of several catalogs knows the response.
    catalog: Option<&'d str>,
    /// `known`, `partial`, `unknown`, `batch`, or `foreign`.
    outcome: &'static str,
    /// Whether the response is an error; only of the whole response.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_error: Option<bool>,
    /// Status, code and message in one line, as logs show them.
    summary: String,
    /// The HTTP status.
    status: u16,
    /// The status in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    body_status: Option<u16>,
    /// The meaning of the status for the API, if nothing more is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_meaning: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    envelope: Option<&'static str>,
    /// The code that was sent: a string, a number, or null.
    code: Value,
    /// The message that was sent, redacted if it contains a sensitive value.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    /// The entry, which may be known without its fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Identity<'d>>,
    /// The fields of the typed error.
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<Field>>,
    /// Whether no other reading is possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    certain: Option<bool>,
    /// The documented retry advice.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<Value>,
    /// How long to wait, in seconds, rounded up.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
    #[serde(skip_serializing_if = "Members::is_empty")]
    extras: Members<Raw>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
    /// The errors within the error.
    #[serde(skip_serializing_if = "Causes::is_empty")]
    causes: Causes<'d>,
    /// The errors of equal rank, in an envelope with an array of errors; only of the whole response.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Equals<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch: Option<Elements<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<Documented<'d>>,
    /// Other catalogs that know the response equally well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<&'d str>,
    /// The parameters in the response.
    #[serde(skip)]
    params: Params<'d>,
    #[serde(skip)]
    title: &'d str,
    #[serde(skip)]
    entry: Option<&'d Entry>,
}

impl<'d> Reading<'d> {
    /// Reads a whole response, with its batch and its documentation.
    fn whole(decoded: &'d Decoded<'d, Dynamic>, catalog: &'d Catalog, shown: Shown) -> Self {
        let reading = Self::of(decoded, catalog, shown);
        let documentation = reading.entry.and_then(Documented::of);
        Self {
            is_error: Some(decoded.is_error()),
            errors: Equals::of(decoded, catalog, shown),
            batch: Elements::of(decoded, catalog, shown),
            status_meaning: status_meaning(decoded.status(), catalog)
                .filter(|_| documentation.is_none()),
            documentation,
            ..reading
        }
    }

    /// Adds other catalogs that know the response equally well.
    pub(crate) fn with_others(self, others: Vec<&'d str>) -> Self {
        Self { others, ..self }
    }

    /// Removes the catalog, for a response that no catalog knows.
    pub(crate) fn of_no_catalog(self) -> Self {
        Self {
            catalog: None,
            status_meaning: None,
            ..self
        }
    }

    /// Reads an error.
    fn of(decoded: &'d Decoded<'d, Dynamic>, catalog: &'d Catalog, shown: Shown) -> Self {
        let entry = entry(decoded, catalog);
        Self {
            catalog: Some(&catalog.name),
            outcome: match decoded.outcome() {
                Outcome::Known(_) => "known",
                Outcome::Partial(_) => "partial",
                Outcome::Unknown(_) => "unknown",
                Outcome::Batch => "batch",
                Outcome::Foreign(_) => "foreign",
            },
            is_error: None,
            summary: shown.summary(decoded),
            status: decoded.status(),
            body_status: decoded.body_status(),
            status_meaning: None,
            envelope: decoded.envelope(),
            code: shown.code(decoded),
            message: shown.message(decoded),
            scope: decoded.scope().map(|scope| match entry {
                Some(entry) if entry.scope.as_deref() == Some(&*scope) => scope.into_owned(),
                _ => shown.text(scope),
            }),
            reference: decoded.reference().map(|reference| shown.text(reference)),
            error: entry.map(|entry| Identity {
                id: &entry.id,
                variant: variant_name(&entry.id),
            }),
            fields: shown.fields(decoded),
            certain: decoded.error().map(|_| decoded.is_certain()),
            retry: entry.and_then(retry_as_data),
            retry_after: decoded.retry_after().map(whole_seconds),
            extras: decoded
                .extras()
                .map(|(name, value)| (name.to_owned(), shown.json(value)))
                .collect(),
            warnings: warnings(decoded, shown),
            causes: Causes::of(decoded, catalog, shown),
            errors: None,
            batch: None,
            documentation: None,
            others: Vec::new(),
            params: Params::of(decoded, shown),
            title: catalog.title.as_deref().unwrap_or(&catalog.name),
            entry,
        }
    }
}

/// The entry in the model, which has more details than the compiled form.
fn entry<'c>(decoded: &Decoded<'_, Dynamic>, catalog: &'c Catalog) -> Option<&'c Entry> {
    let index = decoded.kind()?.entry().index();
    catalog.entries.get(usize::from(index))
}

/// The warnings, without text that must not be shown.
fn warnings(decoded: &Decoded<'_, Dynamic>, shown: Shown) -> Vec<String> {
    let warnings = decoded.warnings();
    let text = |warning: &Warning<'_>| match (warning, shown) {
        (Warning::UnknownMember(_), Shown::NoText) => {
            Warning::UnknownMember("[redacted]".into()).to_string()
        }
        _ => warning.to_string(),
    };
    warnings.iter().map(text).collect()
}

/// Rounds up, because retrying too early is worse than too late.
fn whole_seconds(delay: Duration) -> u64 {
    delay.as_secs() + u64::from(delay.subsec_nanos() > 0)
}

/// The documented meaning of the status, or else of its class.
fn status_meaning(status: u16, catalog: &Catalog) -> Option<&str> {
    let names = [status.to_string(), format!("{}xx", status / 100)];
    let mut meanings = names
        .iter()
        .filter_map(|name| catalog.statuses.iter().find(|it| it.name == *name));
    meanings.next().map(|meaning| &*meaning.description)
}
