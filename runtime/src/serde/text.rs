//! Any value of a deserializer as JSON text.

use super::depth::{TooDeep, DEEPEST};
use crate::json::write_string;
use alloc::string::String;
use core::fmt::{self, Write};
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A visitor that writes any value as JSON.
pub(super) struct Text<'o> {
    out: &'o mut String,
    /// How many more levels the value can have.
    depth: usize,
}

/// How a value was passed, which distinguishes the numbers of `serde_json` from objects.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    /// As a string that the deserializer has created.
    Made,
    /// As a string of the input.
    Borrowed,
    /// As anything else.
    Otherwise,
}

/// With its feature `arbitrary_precision`, which any dependency can enable, `serde_json` passes a number as an object
/// with this name, borrowed, and the digits in a string that it has created. It never passes a member of the input that
/// has this name in this way.
const NUMBER: &str = "$serde_json::private::Number";

impl<'o> Text<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        let depth = DEEPEST;
        Self { out, depth }
    }

    /// Returns the visitor for a value within this one.
    fn inner<E: Error>(&mut self) -> Result<Text<'_>, E> {
        let depth = self.depth.checked_sub(1);
        let depth = depth.ok_or_else(|| E::custom(TooDeep))?;
        Ok(Text {
            out: self.out,
            depth,
        })
    }

    fn display<E: Error>(self, value: impl fmt::Display) -> Result<Came, E> {
        write!(self.out, "{value}").map_err(E::custom)?;
        Ok(Came::Otherwise)
    }

    fn double<E: Error>(self, value: impl fmt::Debug, is_finite: bool) -> Result<Came, E> {
        if !is_finite {
            return self.visit_unit();
        }
        // `500.0` is kept and does not become an integer.
        self.display(format_args!("{value:?}"))
    }

    fn string(self, text: &str) -> Came {
        write_string(self.out, text);
        Came::Otherwise
    }
}

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = Came;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Came, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text<'_> {
    type Value = Came;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the body of an error")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Came, E> {
        self.display(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Came, E> {
        self.display(value)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Came, E> {
        self.display(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Came, E> {
        self.display(value)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Came, E> {
        self.display(value)
    }

    fn visit_f32<E: Error>(self, value: f32) -> Result<Came, E> {
        self.double(value, value.is_finite())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Came, E> {
        self.double(value, value.is_finite())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Came, E> {
        Ok(self.string(value))
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Came, E> {
        self.string(value);
        Ok(Came::Borrowed)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Came, E> {
        self.string(&value);
        Ok(Came::Made)
    }

    fn visit_unit<E: Error>(self) -> Result<Came, E> {
        self.display("null")
    }

    fn visit_none<E: Error>(self) -> Result<Came, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Came, D::Error> {
        self.inner()?.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        mut self,
        deserializer: D,
    ) -> Result<Came, D::Error> {
        self.inner()?.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut sequence: A) -> Result<Came, A::Error> {
        self.out.push('[');
        let mut separator = "";
        loop {
            let length = self.out.len();
            self.out.push_str(separator);
            if sequence.next_element_seed(self.inner()?)?.is_none() {
                self.out.truncate(length);
                self.out.push(']');
                return Ok(Came::Otherwise);
            }
            separator = ",";
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Came, A::Error> {
        let start = self.out.len();
        self.out.push('{');
        let mut digits = None;
        let mut separator = "";
        loop {
            let length = self.out.len();
            self.out.push_str(separator);
            let Some(name) = map.next_key_seed(Key(self.inner()?))? else {
                self.out.truncate(length);
                self.out.push('}');
                break;
            };
            let is_first = separator.is_empty();
            let is_number = is_first && name == Came::Borrowed && self.has_number_since(start + 1);
            self.out.push(':');
            let value = self.out.len();
            let came = map.next_value_seed(self.inner()?)?;
            digits = (is_number && came == Came::Made)
                .then_some(self.out.len())
                .map(|end| (value, end));
            separator = ",";
        }
        if let Some((value, end)) = digits {
            self.make_number(start, value, end);
        }
        Ok(Came::Otherwise)
    }
}

impl Text<'_> {
    /// Returns whether the name that begins here is that of a number.
    fn has_number_since(&self, start: usize) -> bool {
        let name = self.out.get(start..).unwrap_or_default();
        name.trim_matches('"') == NUMBER
    }

    /// Replaces the object that contains a number with its digits, which are a string between `value` and `end`.
    fn make_number(&mut self, start: usize, value: usize, end: usize) {
        let string = self.out.get(value..end).unwrap_or_default();
        let digits = String::from(string.trim_matches('"'));
        self.out.truncate(start);
        self.out.push_str(&digits);
    }
}

/// A visitor for a name, which must be a string in JSON.
struct Key<'o>(Text<'o>);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Came;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Came, D::Error> {
        let mut name = String::new();
        let text = Text {
            out: &mut name,
            depth: self.0.depth,
        };
        let came = text.deserialize(deserializer)?;
        if name.starts_with('"') {
            self.0.out.push_str(&name);
        } else {
            write_string(self.0.out, &name);
        }
        Ok(came)
    }
}
