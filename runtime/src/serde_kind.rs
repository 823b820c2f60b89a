//! Kinds for serde: a kind is written as its id.

use crate::CatalogKind;
use core::fmt;
use core::marker::PhantomData;
use serde_core::de::{Deserializer, Error, Unexpected, Visitor};
use serde_core::ser::Serializer;

/// Serializes a kind as its id.
///
/// # Errors
///
/// Returns the errors of the serializer.
pub fn serialize_kind<K: CatalogKind, S: Serializer>(
    kind: K,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.entry().id())
}

/// Deserializes a kind from its id.
///
/// # Errors
///
/// Returns an error if the value is not a string, or if the catalog has no entry with this id.
pub fn deserialize_kind<'de, K: CatalogKind, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<K, D::Error> {
    deserializer.deserialize_str(Id(PhantomData))
}

/// A visitor for an id.
struct Id<K>(PhantomData<K>);

impl<K: CatalogKind> Visitor<'_> for Id<K> {
    type Value = K;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the id of an error of the catalog")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<K, E> {
        id.parse()
            .map_err(|_| E::invalid_value(Unexpected::Str(id), &self))
    }
}
