//! Reads the responses of an HTTP archive one by one.

use super::batches::Batches;
use super::record::Raw;
use crate::subcommands::import::draft::Place;
use base64::prelude::{Engine, BASE64_STANDARD};
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::io::{self, BufRead};
use std::sync::Arc;

/// An exchange. A request that was not answered has no response, or one without a status or a body.
#[derive(Deserialize)]
struct Entry {
    response: Option<Response>,
}

#[derive(Deserialize)]
struct Response {
    status: Option<f64>,
    content: Option<Content>,
}

#[derive(Default, Deserialize)]
struct Content {
    text: Option<String>,
    encoding: Option<String>,
}

/// Reads an archive.
pub(super) fn read(
    input: impl BufRead,
    name: &Arc<str>,
    batches: &mut Batches<'_, '_>,
) -> io::Result<()> {
    let mut json = serde_json::Deserializer::from_reader(input);
    let archive = Archive {
        name,
        batches,
        depth: 0,
    };
    match archive.deserialize(&mut json) {
        Ok(()) => Ok(()),
        Err(error) if error.is_io() => Err(error.into()),
        Err(error) => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("it is not an HTTP archive: {error}"),
        )),
    }
}

/// An archive: `{"log": {"entries": […]}}`.
struct Archive<'a, 's, 'f> {
    name: &'a Arc<str>,
    batches: &'a mut Batches<'s, 'f>,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Archive<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.depth {
            2 => deserializer.deserialize_seq(self),
            _ => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Archive<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.depth == 2 {
            "an array of entries"
        } else {
            "an object"
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let wanted = if self.depth == 0 { "log" } else { "entries" };
        while let Some(key) = map.next_key::<String>()? {
            if key == wanted {
                map.next_value_seed(Archive {
                    name: self.name,
                    batches: &mut *self.batches,
                    depth: self.depth + 1,
                })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(Entry { response }) = entries.next_element::<Entry>()? {
            let Some(Response { status, content }) = response else {
                continue;
            };
            let mut errors = 400..600;
            let Some(status) = errors.find(|error| status == Some(f64::from(*error))) else {
                continue;
            };
            let Content { text, encoding } = content.unwrap_or_default();
            let text = text.unwrap_or_default();
            let body = match encoding.as_deref() {
                Some("base64") => BASE64_STANDARD.decode(text.trim()).unwrap_or_default(),
                _ => text.into_bytes(),
            };
            let place = Place::new(self.name, 0);
            self.batches.push(Raw::body(body, status, place));
        }
        Ok(())
    }
}
