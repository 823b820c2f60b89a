//! Errors, occurrences and JSON values for serde: what is written is the body that the API sends.

use crate::decode::decode_plain;
use crate::encode::{plain_body, BatchBody, Occurrence};
use crate::{Catalog, CatalogError, Json, Response};
use alloc::string::String;
use core::fmt::{self, Write};
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_core::ser::{SerializeMap, SerializeSeq, Serializer};
use serde_core::Serialize;

/// Writes the body of an error. One that travels in a header has a body of its own here, with `code`, `message`, `status`
/// and `params`, so that it can be read back.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<E: CatalogError, S: Serializer>(
    error: &E,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    written(&plain_body(error), serializer)
}

/// Reads an error from a body.
///
/// # Errors
///
/// Says what it is instead, if it is no error that the catalog knows.
pub fn deserialize<'de, C: Catalog, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C::Error, D::Error> {
    let mut body = String::new();
    Text(&mut body).deserialize(deserializer)?;
    let decoded = decode_plain::<C>(Response::new(0, &body));
    decoded.into_error().map_err(|decoded| {
        D::Error::custom(format_args!(
            "no error of the catalog `{}`: {decoded}",
            C::meta().name()
        ))
    })
}

/// Whatever the value is; a number that a double does not hold digit for digit is written as a string.
impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_object() {
            let mut map = serializer.serialize_map(None)?;
            for (key, value) in self.members() {
                map.serialize_entry(&*key, &value)?;
            }
            return map.end();
        }
        if self.is_array() {
            let mut sequence = serializer.serialize_seq(None)?;
            for element in self.elements() {
                sequence.serialize_element(&element)?;
            }
            return sequence.end();
        }
        match (self.as_number(), self.as_str(), self.as_bool()) {
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

/// Whether a number's shortest text is this one.
fn is_written_as(double: f64, text: &str) -> bool {
    let mut shortest = String::new();
    write!(shortest, "{double:?}").is_ok() && shortest == text
}

/// Writes the body, with all that was said beside the error.
impl<E: CatalogError> Serialize for Occurrence<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(&self.body_within(Some(&crate::envelope::PLAIN)), serializer)
    }
}

impl<C: Catalog> Serialize for BatchBody<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(&self.body(), serializer)
    }
}

fn written<S: Serializer>(body: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let body = Json::parse(body.as_bytes()).map_err(serde_core::ser::Error::custom)?;
    body.serialize(serializer)
}

/// Takes any value and writes it as JSON.
struct Text<'o>(&'o mut String);

impl Text<'_> {
    fn display<E: Error>(self, value: impl fmt::Display) -> Result<(), E> {
        write!(self.0, "{value}").map_err(E::custom)
    }
}

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the body of an error")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.display(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.display(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.display(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if value.is_finite() {
            self.display(value)
        } else {
            self.visit_unit()
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        crate::json::write_string(self.0, value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.display("null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        self.0.push('[');
        let mut separator = "";
        loop {
            let length = self.0.len();
            self.0.push_str(separator);
            if sequence.next_element_seed(Text(self.0))?.is_none() {
                self.0.truncate(length);
                self.0.push(']');
                return Ok(());
            }
            separator = ",";
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.push('{');
        let mut separator = "";
        loop {
            let length = self.0.len();
            self.0.push_str(separator);
            if map.next_key_seed(Key(self.0))?.is_none() {
                self.0.truncate(length);
                self.0.push('}');
                return Ok(());
            }
            self.0.push(':');
            map.next_value_seed(Text(self.0))?;
            separator = ",";
        }
    }
}

/// Takes a key, which JSON has as a string only.
struct Key<'o>(&'o mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut key = String::new();
        Text(&mut key).deserialize(deserializer)?;
        if key.starts_with('"') {
            self.0.push_str(&key);
        } else {
            crate::json::write_string(self.0, &key);
        }
        Ok(())
    }
}
