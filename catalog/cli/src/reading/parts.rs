//! The parts of a reading.

use super::members::Members;
use super::shown::Shown;
use super::Reading;
use crate::dynamic::{Dynamic, Error};
use error_catalog::{CatalogError, Decoded, Json, Param, ParamType, Value};
use error_catalog_model::{Catalog, Entry};
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

/// Which error it is.
#[derive(Serialize)]
pub(super) struct Identity<'c> {
    pub(super) id: &'c str,
    /// The name of its variant in Rust.
    pub(super) variant: String,
}

/// A field of a typed error.
#[derive(Serialize)]
pub(super) struct Field {
    /// The name of the parameter.
    pub(super) name: &'static str,
    /// The name of the field in Rust.
    pub(super) field: &'static str,
    #[serde(rename = "type")]
    pub(super) param_type: &'static str,
    /// Whether the value is hidden.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) sensitive: bool,
    /// Null where the parameter was not sent, or is hidden.
    pub(super) value: Data,
}

impl Field {
    /// All fields, with their values or, but for what they are, redacted.
    pub(super) fn all(error: &Error, is_shown: bool) -> Vec<Self> {
        let mut all = Vec::new();
        error.fields(&mut |values| {
            let fields = error.entry().params().zip(values);
            all = fields
                .map(|(param, value)| Self::new(param, *value, is_shown))
                .collect();
        });
        all
    }

    fn new(param: Param, value: Value<'_>, is_shown: bool) -> Self {
        let is_redacted = param.is_sensitive() || !is_shown;
        Self {
            name: param.name(),
            field: param.field(),
            param_type: param.param_type().as_str(),
            sensitive: is_redacted,
            value: match value {
                _ if is_redacted => Data::Value(serde_json::Value::Null),
                value => Data::of(value, param.param_type()),
            },
        }
    }
}

/// The value of a field.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Data {
    Value(serde_json::Value),
    Raw(Raw),
}

impl Data {
    fn of(value: Value<'_>, param_type: ParamType) -> Self {
        Self::Value(match value {
            Value::Text(text) if param_type == ParamType::Json => {
                return RawValue::from_string(text.to_owned())
                    .map_or_else(|_| Self::Value(json!(text)), |raw| Self::Raw(Raw(raw)));
            }
            Value::Text(text) => json!(text),
            Value::Integer(number) => json!(number),
            Value::Boolean(flag) => json!(flag),
            Value::List(list) => list.iter().map(|text| json!(&**text)).collect(),
            _ => serde_json::Value::Null,
        })
    }

    /// The value as JSON.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Value(value) => value.to_string(),
            Self::Raw(raw) => raw.text().to_owned(),
        }
    }
}

/// A JSON value as it came.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Raw(Box<RawValue>);

impl Raw {
    pub(super) fn of(value: Json<'_>) -> Self {
        // The decoder has read it as JSON.
        let raw = RawValue::from_string(value.as_written().to_owned());
        Self(raw.unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }

    pub(super) fn redacted() -> Self {
        let raw = RawValue::from_string("\"[redacted]\"".to_owned());
        Self(raw.unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }

    pub(super) fn text(&self) -> &str {
        self.0.get()
    }
}

/// The errors and results of a batch, by the keys of their things.
#[derive(Serialize)]
pub(super) struct Things<'c> {
    pub(super) errors: Members<Reading<'c>>,
    pub(super) results: Members<Raw>,
}

impl<'c> Things<'c> {
    pub(super) fn of(
        decoded: &Decoded<'_, Dynamic>,
        catalog: &'c Catalog,
        shown: Shown,
    ) -> Option<Self> {
        let batch = decoded.batch()?;
        let errors = batch.errors().zip(1..);
        let results = batch.results().zip(1..);
        Some(Self {
            errors: errors
                .map(|((key, error), number)| {
                    (shown.key(number, key), Reading::of(&error, catalog, shown))
                })
                .collect(),
            results: results
                .map(|((key, result), number)| (shown.key(number, key), shown.json(result)))
                .collect(),
        })
    }
}

/// What the catalog tells people about the error.
#[derive(Serialize)]
pub(super) struct Documented<'c> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'c str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) causes: &'c [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) resolution: Option<&'c str>,
}

impl<'c> Documented<'c> {
    /// `None` where the catalog tells nothing.
    pub(super) fn of(entry: &'c Entry) -> Option<Self> {
        let texts = [&entry.title, &entry.description, &entry.resolution];
        let tells = texts.iter().any(|text| text.is_some()) || !entry.causes.is_empty();
        tells.then_some(Self {
            title: entry.title.as_deref(),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
        })
    }
}
