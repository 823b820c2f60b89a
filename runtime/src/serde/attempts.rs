//! Serde for what was tried before a response.

use crate::decode::Attempt;
use serde_core::ser::{Serialize, SerializeMap, Serializer};

/// Writes the member `attempts`, unless there are none.
pub(super) fn write<M: SerializeMap>(attempts: &[Attempt], map: &mut M) -> Result<(), M::Error> {
    if attempts.is_empty() {
        return Ok(());
    }
    map.serialize_entry("attempts", attempts)
}

/// Serializes the status and the id, where they are known, and the delay in seconds.
impl Serialize for Attempt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(status) = self.status() {
            map.serialize_entry("status", &status)?;
        }
        if let Some(id) = self.id() {
            map.serialize_entry("id", id)?;
        }
        map.serialize_entry("delay", &self.delay().as_secs_f64())?;
        map.end()
    }
}
