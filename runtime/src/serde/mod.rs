//! Serde for errors, occurrences, and JSON values, as the body that the API sends.

#[cfg(feature = "http")]
mod attempts;
mod depth;
mod response;
mod text;

use crate::decode::{decode_plain, WithoutStatus};
use crate::encode::{plain_body, BatchBody, Occurrence};
use crate::{Catalog, CatalogError, Json, Response};
use alloc::string::String;
use core::fmt::Write;
use depth::{TooDeep, DEEPEST};
use serde_core::de::{DeserializeSeed, Deserializer, Error};
use serde_core::ser::{self, SerializeMap, SerializeSeq, Serializer};
use serde_core::Serialize;
use text::Text;

/// Serializes the body of an error. An error that is sent in a header has a plain body here, with `code`, `message`,
/// `status`, and `params`, so that it can be read back.
///
/// # Errors
///
/// Returns the errors of the serializer.
pub fn serialize<E: CatalogError, S: Serializer>(
    error: &E,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    written(&plain_body(error), serializer)
}

/// Deserializes an error from a body. A number has the digits that the deserializer keeps: `serde_json` keeps all
/// digits with its feature `arbitrary_precision`, and otherwise those of a double.
///
/// # Errors
///
/// Returns an error that describes the body, if it is not a known error of the catalog.
pub fn deserialize<'de, C: Catalog, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C::Error, D::Error> {
    let mut body = String::new();
    Text::new(&mut body).deserialize(deserializer)?;
    let decoded = decode_plain::<C>(Response::new(0, &body));
    decoded.into_error().map_err(|decoded| {
        D::Error::custom(format_args!(
            "expected an error of the catalog `{}`, found {}",
            C::meta().name(),
            WithoutStatus(&decoded),
        ))
    })
}

/// Serializes any value. A number that a double cannot represent digit for digit becomes a string. A value that is
/// nested deeper than 128 levels is an error, because serializers recurse for each.
impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Nested(*self, DEEPEST).serialize(serializer)
    }
}

/// A value, and how many more levels it can have.
struct Nested<'b>(Json<'b>, usize);

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(value, depth) = *self;
        let inner = || {
            depth
                .checked_sub(1)
                .ok_or_else(|| <S::Error as ser::Error>::custom(TooDeep))
        };
        if value.is_object() {
            let depth = inner()?;
            let mut map = serializer.serialize_map(None)?;
            for (key, value) in value.members() {
                map.serialize_entry(&*key, &Nested(value, depth))?;
            }
            return map.end();
        }
        if value.is_array() {
            let depth = inner()?;
            let mut sequence = serializer.serialize_seq(None)?;
            for element in value.elements() {
                sequence.serialize_element(&Nested(element, depth))?;
            }
            return sequence.end();
        }
        match (value.as_number(), value.as_str(), value.as_bool()) {
            (Some(number), _, _) => serialize_number(number, serializer),
            (_, Some(text), _) => serializer.serialize_str(&text),
            (_, _, Some(flag)) => serializer.serialize_bool(flag),
            _ => serializer.serialize_unit(),
        }
    }
}

fn serialize_number<S: Serializer>(number: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = number.parse() {
        return serializer.serialize_i64(number);
    }
    if let Ok(number) = number.parse() {
        return serializer.serialize_u64(number);
    }
    match number.parse::<f64>() {
        Ok(double) if is_written_as(double, number) => serializer.serialize_f64(double),
        _ => serializer.serialize_str(number),
    }
}

/// Returns whether this is the shortest text of a number.
fn is_written_as(double: f64, text: &str) -> bool {
    let mut shortest = String::new();
    write!(shortest, "{double:?}").is_ok() && shortest == text
}

/// Serializes the body, with everything around the error.
impl<E: CatalogError> Serialize for Occurrence<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(
            &self.view().body_within(Some(&crate::envelope::PLAIN)),
            serializer,
        )
    }
}

impl<C: Catalog> Serialize for BatchBody<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(&self.body(), serializer)
    }
}

fn written<S: Serializer>(body: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let body = Json::parse(body.as_bytes()).map_err(ser::Error::custom)?;
    body.serialize(serializer)
}
