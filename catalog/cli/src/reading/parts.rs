//! The parts of a reading.

use super::shown::Shown;
use super::Reading;
use crate::dynamic::{Dynamic, Error};
use error_catalog::{Batch, CatalogError, Decoded, Json, Param, ParamType, Value};
use error_catalog_model::{Catalog, Entry, Location};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::json;
use serde_json::value::RawValue;

/// The identity of an error.
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
    /// Null if the parameter was not sent or is hidden.
    pub(super) value: Data,
}

impl Field {
    /// Returns all fields. Without `is_shown`, all values are redacted.
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

/// A JSON value, written as in the response.
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

/// The inner errors of an error. Each is read only when it is shown, because there can be any number of them.
pub(super) struct Causes<'d> {
    decoded: &'d Decoded<'d, Dynamic>,
    catalog: &'d Catalog,
    shown: Shown,
}

impl<'d> Causes<'d> {
    pub(super) const fn of(
        decoded: &'d Decoded<'d, Dynamic>,
        catalog: &'d Catalog,
        shown: Shown,
    ) -> Self {
        Self {
            decoded,
            catalog,
            shown,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.decoded.causes().next().is_none()
    }

    /// Shows the first ones, and returns the number of those that are not shown.
    pub(super) fn first(&self, most: usize, mut show: impl FnMut(&Reading<'_>)) -> usize {
        let mut causes = self.decoded.causes();
        for cause in causes.by_ref().take(most) {
            show(&Reading::of(&cause, self.catalog, self.shown));
        }
        causes.count()
    }
}

impl Serialize for Causes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut causes = serializer.serialize_seq(None)?;
        for cause in self.decoded.causes() {
            causes.serialize_element(&Reading::of(&cause, self.catalog, self.shown))?;
        }
        causes.end()
    }
}

/// The errors of an array of errors. Each is read only when it is shown, because there can be any number of them.
pub(super) struct Equals<'d> {
    decoded: &'d Decoded<'d, Dynamic>,
    catalog: &'d Catalog,
    shown: Shown,
}

impl<'d> Equals<'d> {
    /// Returns `None` if the error is not in an array of errors.
    pub(super) fn of(
        decoded: &'d Decoded<'d, Dynamic>,
        catalog: &'d Catalog,
        shown: Shown,
    ) -> Option<Self> {
        let name = decoded.envelope()?;
        let envelope = catalog.envelopes.iter().find(|it| it.name == name)?;
        let is_in_array = match &envelope.location {
            Location::Body(body) => !body.errors.is_empty(),
            Location::Header(_) => false,
        };
        let has_any = is_in_array && decoded.errors().next().is_some();
        has_any.then_some(Self {
            decoded,
            catalog,
            shown,
        })
    }

    /// Shows the first ones after the first of all, and returns the number of those that are not shown.
    pub(super) fn others(&self, most: usize, mut show: impl FnMut(&Reading<'_>)) -> usize {
        let mut errors = self.decoded.errors().skip(1);
        for error in errors.by_ref().take(most) {
            show(&Reading::of(&error, self.catalog, self.shown));
        }
        errors.count()
    }
}

impl Serialize for Equals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut errors = serializer.serialize_seq(None)?;
        for error in self.decoded.errors() {
            errors.serialize_element(&Reading::of(&error, self.catalog, self.shown))?;
        }
        errors.end()
    }
}

/// The parameters in a response, which are read only when they are shown.
pub(super) struct Params<'d> {
    decoded: &'d Decoded<'d, Dynamic>,
    shown: Shown,
}

impl<'d> Params<'d> {
    pub(super) const fn of(decoded: &'d Decoded<'d, Dynamic>, shown: Shown) -> Self {
        Self { decoded, shown }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (String, Raw)> + '_ {
        let params = self.decoded.params().zip(1..);
        params.map(|((name, value), number)| (self.shown.key(number, name), self.shown.json(value)))
    }
}

/// The errors and results of a batch, by the keys of its elements.
#[derive(Serialize)]
pub(super) struct Elements<'d> {
    pub(super) errors: Errors<'d>,
    pub(super) results: Results<'d>,
}

impl<'d> Elements<'d> {
    pub(super) fn of(
        decoded: &'d Decoded<'d, Dynamic>,
        catalog: &'d Catalog,
        shown: Shown,
    ) -> Option<Self> {
        Some(Self {
            errors: Errors {
                batch: decoded.batch()?,
                catalog,
                shown,
            },
            results: Results {
                batch: decoded.batch()?,
                shown,
            },
        })
    }
}

/// The errors of a batch. Each is read only when it is shown, because there can be any number of them.
pub(super) struct Errors<'d> {
    batch: Batch<'d, Dynamic>,
    catalog: &'d Catalog,
    shown: Shown,
}

impl Errors<'_> {
    /// Shows the first ones, and returns the number of those that are not shown.
    pub(super) fn first(&self, most: usize, mut show: impl FnMut(&str, &Reading<'_>)) -> usize {
        let mut errors = self.batch.errors().zip(1..);
        for ((key, error), number) in errors.by_ref().take(most) {
            let reading = Reading::of(&error, self.catalog, self.shown);
            show(&self.shown.key(number, key), &reading);
        }
        errors.count()
    }
}

impl Serialize for Errors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut errors = serializer.serialize_map(None)?;
        for ((key, error), number) in self.batch.errors().zip(1..) {
            let reading = Reading::of(&error, self.catalog, self.shown);
            errors.serialize_entry(&self.shown.key(number, key), &reading)?;
        }
        errors.end()
    }
}

/// The results of the elements that succeeded.
pub(super) struct Results<'d> {
    batch: Batch<'d, Dynamic>,
    shown: Shown,
}

impl Results<'_> {
    pub(super) fn all(&self) -> impl Iterator<Item = (String, Raw)> + '_ {
        let results = self.batch.results().zip(1..);
        results
            .map(|((key, result), number)| (self.shown.key(number, key), self.shown.json(result)))
    }
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.all())
    }
}

/// The documentation of an error.
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
    /// Returns `None` if the entry has no documentation.
    pub(super) fn of(entry: &'c Entry) -> Option<Self> {
        let texts = [&entry.title, &entry.description, &entry.resolution];
        let has_any = texts.iter().any(|text| text.is_some()) || !entry.causes.is_empty();
        has_any.then_some(Self {
            title: entry.title.as_deref(),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
        })
    }
}
