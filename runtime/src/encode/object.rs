//! Objects and arrays from JSON pointers: members of one object are written together.

use crate::json::Writer;
use alloc::vec::Vec;

/// What is at a place.
pub(super) trait Write {
    fn write(&self, writer: &mut Writer<'_>);
}

/// A place, and what is there.
#[derive(Clone, Copy)]
pub(super) struct Slot<'s, W> {
    pub(super) path: &'s [&'s str],
    pub(super) item: W,
}

impl<W: Copy> Slot<'_, W> {
    /// Whether its path starts with this member.
    #[inline]
    fn begins_with(&self, key: &str) -> bool {
        matches!(self.path, [first, ..] if *first == key)
    }

    /// The same, relative to the member that its path starts with.
    fn inner(self, key: &str) -> Option<Self> {
        let (first, path) = self.path.split_first()?;
        (*first == key).then_some(Self { path, ..self })
    }
}

/// Writes an object with these members or, if each path starts with an index, an array with these elements.
///
/// The recursion is as deep as a pointer of the catalog is long.
pub(super) fn write<W: Write + Copy>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
    match array_length(slots) {
        Some(length) => array(slots, length, writer),
        None => object(slots, writer),
    }
}

/// The members come in the order in which they, or the first of those that share an object, come. Of two at one place
/// the first stays.
fn object<W: Write + Copy>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
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
            write(&within(slots, key), writer);
        }
    }
    writer.end('}');
}

/// Elements that no path leads to, before one that a path leads to, are `null`.
fn array<W: Write + Copy>(slots: &[Slot<'_, W>], length: usize, writer: &mut Writer<'_>) {
    writer.begin('[');
    for element in 0..length {
        writer.item();
        let mut tokens = slots.iter().filter_map(|slot| slot.path.first());
        let token = tokens.find(|token| index(token) == Some(element));
        let inner = token.map_or_else(Vec::new, |token| within(slots, token));
        match inner.first() {
            None => writer.written("null"),
            Some(slot) if slot.path.is_empty() => slot.item.write(writer),
            Some(_) => write(&inner, writer),
        }
    }
    writer.end(']');
}

/// What is within a member or element.
fn within<'s, W: Copy>(slots: &[Slot<'s, W>], token: &str) -> Vec<Slot<'s, W>> {
    slots.iter().filter_map(|slot| slot.inner(token)).collect()
}

/// How many elements the array has that all paths lead into; `None` where they lead into an object.
fn array_length<W>(slots: &[Slot<'_, W>]) -> Option<usize> {
    slots.iter().try_fold(None, |length, slot| {
        let index = index(slot.path.first()?)?;
        Some(length.max(Some(index + 1)))
    })?
}

/// The index of a token, from 0 to 99 (RFC 6901 section 4); a longer number is the name of a member.
fn index(token: &str) -> Option<usize> {
    let digit = |byte: u8| usize::from(byte - b'0');
    match *token.as_bytes() {
        [units @ b'0'..=b'9'] => Some(digit(units)),
        [tens @ b'1'..=b'9', units @ b'0'..=b'9'] => Some(digit(tens) * 10 + digit(units)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{write, Slot, Write};
    use crate::json::Writer;
    use crate::Json;
    use alloc::string::String;
    use alloc::vec::Vec;

    impl Write for u64 {
        fn write(&self, writer: &mut Writer<'_>) {
            writer.unsigned(*self);
        }
    }

    /// A body with 0 at the first path, 1 at the second and so on.
    fn body(paths: &[&[&str]]) -> String {
        let slots: Vec<_> = paths
            .iter()
            .zip(0..)
            .map(|(path, item)| Slot { path, item })
            .collect();
        let mut body = String::new();
        write::<u64>(&slots, &mut Writer::new(&mut body));
        for slot in &slots {
            let value = Json::parse(body.as_bytes())
                .ok()
                .and_then(|json| json.pointer(slot.path));
            let number = value.and_then(Json::as_number);
            assert_eq!(
                number.and_then(|it| it.parse().ok()),
                Some(slot.item),
                "{body}"
            );
        }
        body
    }

    #[test]
    fn members_of_one_object_are_written_together() {
        let paths: [&[&str]; 3] = [&["error", "code"], &["status"], &["error", "message"]];
        assert_eq!(
            body(&paths),
            r#"{"error":{"code":0,"message":2},"status":1}"#
        );
        assert_eq!(body(&[]), "{}");
    }

    #[test]
    fn an_index_is_that_of_an_element_also_at_the_top() {
        assert_eq!(
            body(&[&["0", "code"], &["0", "message"]]),
            r#"[{"code":0,"message":1}]"#
        );
        assert_eq!(body(&[&["0"], &["1"]]), "[0,1]");
        assert_eq!(body(&[&["errors", "0", "0"]]), r#"{"errors":[[0]]}"#);
    }

    #[test]
    fn elements_are_in_their_order_and_those_between_are_null() {
        assert_eq!(
            body(&[&["errors", "2"], &["errors", "0"]]),
            r#"{"errors":[1,null,0]}"#
        );
        assert_eq!(body(&[&["10", "a"]]).matches("null").count(), 10);
    }

    #[test]
    fn what_is_not_an_index_is_the_name_of_a_member() {
        assert_eq!(body(&[&["01"]]), r#"{"01":0}"#);
        assert_eq!(body(&[&["-"]]), r#"{"-":0}"#);
        assert_eq!(body(&[&[""]]), r#"{"":0}"#);
        assert_eq!(
            body(&[&["4000000000", "code"]]),
            r#"{"4000000000":{"code":0}}"#
        );
        assert_eq!(
            body(&[&["a", "0"], &["a", "total"]]),
            r#"{"a":{"0":0,"total":1}}"#
        );
    }
}
