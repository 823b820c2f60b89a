//! Decides which parts of a response are shown.
//!
//! If a catalog has sensitive parameters, a string of a response is shown only if it is known not to contain one.

use super::parts::{Field, Raw};
use crate::dynamic::Dynamic;
use error_catalog::{CatalogError, Code, Decoded, Json, Warning};
use error_catalog_model::Catalog;
use serde_json::{json, Value};

const REDACTED: &str = "[redacted]";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Everything: no catalog has sensitive parameters.
    All,
    /// Documented parts, except sensitive parameters.
    Documented,
    /// No strings: the response may belong to another catalog, which has sensitive parameters.
    NoText,
}

/// Whether a parameter of the catalog is sensitive.
pub(crate) fn has_sensitive_params(catalog: &Catalog) -> bool {
    let mut params = catalog.entries.iter().flat_map(|entry| &entry.params);
    params.any(|param| param.is_sensitive)
}

impl Shown {
    pub(super) fn summary(self, decoded: &Decoded<'_, Dynamic>) -> String {
        match self {
            Self::NoText => format!("{} {REDACTED}", decoded.status()),
            Self::All | Self::Documented => decoded.to_string(),
        }
    }

    pub(super) fn code(self, decoded: &Decoded<'_, Dynamic>) -> Value {
        match (self, decoded.code()) {
            (_, Code::None) => Value::Null,
            (Self::NoText, _) => json!(REDACTED),
            (Self::Documented, code) if decoded.shown_code() != code.to_string() => {
                json!(decoded.shown_code())
            }
            (_, Code::Number(number)) => json!(number),
            (_, code) => json!(code.to_string()),
        }
    }

    pub(super) fn message(self, decoded: &Decoded<'_, Dynamic>) -> Option<String> {
        let sent = decoded.message()?;
        match self {
            Self::All => Some(sent.to_owned()),
            Self::Documented => decoded.shown_message().map(Into::into),
            Self::NoText => Some(REDACTED.to_owned()),
        }
    }

    pub(super) fn fields(self, decoded: &Decoded<'_, Dynamic>) -> Option<Vec<Field>> {
        let error = decoded.error()?;
        let is_shown = match self {
            Self::All => true,
            Self::Documented => {
                let is_reworded = decoded.warnings().contains(&Warning::Reworded);
                !is_reworded && decoded.is_certain() && !error.entry().is_free_text()
            }
            Self::NoText => false,
        };
        Some(Field::all(error, is_shown))
    }

    /// A string that the catalog does not document.
    pub(super) fn text(self, text: impl Into<String>) -> String {
        match self {
            Self::All => text.into(),
            Self::Documented | Self::NoText => REDACTED.to_owned(),
        }
    }

    /// The key of the element of a batch with this number.
    pub(super) fn key(self, number: usize, key: impl Into<String>) -> String {
        match self {
            Self::All => key.into(),
            Self::Documented | Self::NoText => format!("{REDACTED} {number}"),
        }
    }

    pub(super) fn json(self, value: Json<'_>) -> Raw {
        match self {
            Self::All => Raw::of(value),
            Self::Documented | Self::NoText => Raw::redacted(),
        }
    }
}
