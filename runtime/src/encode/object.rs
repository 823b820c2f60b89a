//! Objects from JSON pointers: members that stand within one object are written together.

use crate::json::Writer;
use alloc::vec::Vec;

/// What stands at a place.
pub(super) trait Write {
    fn write(&self, writer: &mut Writer<'_>);
}

/// A place, and what stands there.
#[derive(Clone, Copy)]
pub(super) struct Slot<'s, W> {
    pub(super) path: &'s [&'s str],
    pub(super) item: W,
}

impl<W: Copy> Slot<'_, W> {
    /// Whether its path begins with this member.
    #[inline]
    fn begins_with(&self, key: &str) -> bool {
        matches!(self.path, [first, ..] if *first == key)
    }

    /// The same, seen from the member that its path begins with.
    fn inner(self, key: &str) -> Option<Self> {
        let (first, path) = self.path.split_first()?;
        (*first == key).then_some(Self { path, ..self })
    }
}

/// Writes an object with these members, in the order in which they, or the first of those that share an object, come. Of
/// two at one place the first stands.
///
/// The pointers of a catalog are short: this recurses as deep as they are long.
pub(super) fn write<W: Write + Copy>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
    writer.begin('{');
    for (index, slot) in slots.iter().enumerate() {
        let Some((key, rest)) = slot.path.split_first() else {
            continue;
        };
        let before = slots.get(..index).unwrap_or_default();
        if before.iter().any(|slot| slot.begins_with(key)) {
            continue;
        }
        writer.key(key);
        if rest.is_empty() {
            slot.item.write(writer);
        } else {
            let shared: Vec<Slot<'_, W>> =
                slots.iter().filter_map(|slot| slot.inner(key)).collect();
            container(&shared, writer);
        }
    }
    writer.end('}');
}

/// Writes an object or, where the paths go on with indexes, an array.
fn container<W: Write + Copy>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
    let is_index = |key: &&str| key.bytes().all(|byte| byte.is_ascii_digit());
    if !slots
        .iter()
        .all(|slot| slot.path.first().is_some_and(is_index))
    {
        return write(slots, writer);
    }
    writer.begin('[');
    // A catalog names the first elements, from 0 on, without a gap.
    let mut written: Vec<&str> = Vec::new();
    for key in slots.iter().filter_map(|slot| slot.path.first()) {
        if written.contains(key) {
            continue;
        }
        written.push(key);
        writer.item();
        let inner: Vec<Slot<'_, W>> = slots.iter().filter_map(|slot| slot.inner(key)).collect();
        match inner.first() {
            Some(only) if only.path.is_empty() => only.item.write(writer),
            _ => container(&inner, writer),
        }
    }
    writer.end(']');
}
