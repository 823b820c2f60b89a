//! Objects and arrays from paths: members of one object are written together.

use crate::envelope::{Filter, Literal, Step};
use crate::json::Writer;
use alloc::vec::Vec;

/// What is at a place.
pub(super) trait Write: Copy {
    /// A value that a condition of a path requires.
    fn literal(literal: Literal) -> Self;

    fn write(&self, writer: &mut Writer<'_>);

    /// Whether it is an object whose members are written together with others.
    fn is_object(&self) -> bool;

    /// Writes the members of an object, except those that are written already.
    fn write_members(&self, is_written: &dyn Fn(&str) -> bool, writer: &mut Writer<'_>);
}

/// A place, and what is there.
#[derive(Clone, Copy)]
pub(super) struct Slot<'s, W> {
    pub(super) path: &'s [Step],
    pub(super) item: W,
}

impl<W: Write> Slot<'_, W> {
    /// Whether its path starts with this step.
    #[inline]
    pub(super) fn begins_with(&self, step: Step) -> bool {
        matches!(self.path, [first, ..] if is_same(*first, step))
    }

    /// Whether its path starts with the member of this name.
    #[inline]
    fn is_within(&self, key: &str) -> bool {
        matches!(self.path, [Step::Name(name), ..] if *name == key)
    }

    /// The same, relative to the step that its path starts with.
    fn inner(self, step: Step) -> Option<Self> {
        let (first, path) = self.path.split_first()?;
        is_same(*first, step).then_some(Self { path, ..self })
    }

    /// The condition that its path starts with.
    pub(super) fn filter(&self) -> Option<&'static Filter> {
        match self.path {
            [Step::Filter(filter), ..] => Some(filter),
            _ => None,
        }
    }
}

/// Writes an object with these members or, if each path starts with an index, an array with these elements, or the value
/// that is the whole.
///
/// The recursion is as deep as a path of the catalog is long.
pub(super) fn write<W: Write>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
    match Whole::of(slots) {
        Whole::Value(item) => item.write(writer),
        Whole::Elements => elements(slots, writer),
        Whole::Object => object(slots, writer),
        Whole::Array(length) => array(slots, length, writer),
    }
}

/// Like [`write`], for slots that are not needed afterwards: what is within one member, as most errors are, is written
/// without a copy.
pub(super) fn write_once<W: Write>(slots: &mut [Slot<'_, W>], writer: &mut Writer<'_>) {
    let Some(key) = member_around(slots) else {
        return write(slots, writer);
    };
    for slot in &mut *slots {
        slot.path = slot.path.get(1..).unwrap_or_default();
    }
    writer.begin('{');
    writer.key(key);
    write_once(slots, writer);
    writer.end('}');
}

/// The name of the member that everything is within.
#[inline]
fn member_around<'s, W: Write>(slots: &[Slot<'s, W>]) -> Option<&'s str> {
    let [first, others @ ..] = slots else {
        return None;
    };
    let [Step::Name(key), _, ..] = first.path else {
        return None;
    };
    for slot in others {
        if slot.path.len() < 2 || !slot.is_within(key) {
            return None;
        }
    }
    index(key).is_none().then_some(*key)
}

/// What values at some places are together.
#[derive(Clone, Copy)]
pub(super) enum Whole<W> {
    /// The value that is the whole.
    Value(W),
    /// An array with an element for each condition.
    Elements,
    Object,
    /// An array of this length.
    Array(usize),
}

impl<W: Write> Whole<W> {
    #[inline]
    pub(super) fn of(slots: &[Slot<'_, W>]) -> Self {
        let (mut has_conditions, mut has_names, mut length) = (false, false, 0);
        for slot in slots {
            match slot.path {
                [] if !slot.item.is_object() => return Self::Value(slot.item),
                [Step::Filter(_), ..] => has_conditions = true,
                [Step::Name(name), ..] => match index(name) {
                    Some(index) => length = length.max(index + 1),
                    None => has_names = true,
                },
                [] => has_names = true,
            }
        }
        if has_conditions {
            Self::Elements
        } else if has_names || length == 0 {
            Self::Object
        } else {
            Self::Array(length)
        }
    }
}

/// The members come in the order in which they, or the first of those that share an object, come. Of two at one place
/// the first stays.
fn object<W: Write>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
    writer.begin('{');
    // A bit for each length of the keys before, modulo 64: a key of another length is a new one.
    let mut lengths = 0_u64;
    for (index, slot) in slots.iter().enumerate() {
        let Some((Step::Name(key), rest)) = slot.path.split_first() else {
            continue;
        };
        let length = 1 << (key.len() % 64);
        let before = slots.get(..index).unwrap_or_default();
        if lengths & length != 0 && any_within(before, key) {
            continue;
        }
        lengths |= length;
        writer.key(key);
        let after = slots.get(index + 1..).unwrap_or_default();
        if rest.is_empty() && (!slot.item.is_object() || !any_within(after, key)) {
            slot.item.write(writer);
        } else {
            write(&within(slots, Step::Name(key)), writer);
        }
    }
    for slot in slots {
        if slot.path.is_empty() {
            let is_written = |key: &str| any_within(slots, key);
            slot.item.write_members(&is_written, writer);
        }
    }
    writer.end('}');
}

/// Whether the path of one of them starts with the member of this name.
#[inline]
fn any_within<W: Write>(slots: &[Slot<'_, W>], key: &str) -> bool {
    for slot in slots {
        if slot.is_within(key) {
            return true;
        }
    }
    false
}

/// Elements that no path leads to, before one that a path leads to, are `null`.
fn array<W: Write>(slots: &[Slot<'_, W>], length: usize, writer: &mut Writer<'_>) {
    writer.begin('[');
    for element in 0..length {
        writer.item();
        let mut inner = Vec::new();
        for slot in slots {
            match slot.path {
                [Step::Name(name), path @ ..] if index(name) == Some(element) => {
                    inner.push(Slot { path, ..*slot });
                }
                _ => {}
            }
        }
        if inner.is_empty() {
            writer.written("null");
        } else {
            write(&inner, writer);
        }
    }
    writer.end(']');
}

/// Writes an array with an element for each condition, which holds for the element.
fn elements<W: Write>(slots: &[Slot<'_, W>], writer: &mut Writer<'_>) {
    writer.begin('[');
    for (index, slot) in slots.iter().enumerate() {
        let Some(filter) = slot.filter() else {
            continue;
        };
        let step = Step::Filter(filter);
        let before = slots.get(..index).unwrap_or_default();
        if before.iter().any(|slot| slot.begins_with(step)) {
            continue;
        }
        let condition = Slot {
            path: filter.member,
            item: W::literal(filter.literal),
        };
        let mut element = within(slots, step);
        element.insert(0, condition);
        writer.item();
        write(&element, writer);
    }
    writer.end(']');
}

/// What is within a member or element.
pub(super) fn within<'s, W: Write>(slots: &[Slot<'s, W>], step: Step) -> Vec<Slot<'s, W>> {
    let mut within = Vec::new();
    for slot in slots {
        if let Some(slot) = slot.inner(step) {
            within.push(slot);
        }
    }
    within
}

/// Whether two steps are equal.
#[inline]
fn is_same(step: Step, other: Step) -> bool {
    match (step, other) {
        (Step::Name(name), Step::Name(other)) => name == other,
        (Step::Filter(filter), Step::Filter(other)) => filter == other,
        _ => false,
    }
}

/// The index that a name is, from 0 to 99 (RFC 6901 section 4); a longer number is the name of a member.
#[inline]
pub(super) fn index(name: &str) -> Option<usize> {
    let digit = |byte: u8| usize::from(byte - b'0');
    match *name.as_bytes() {
        [units @ b'0'..=b'9'] => Some(digit(units)),
        [tens @ b'1'..=b'9', units @ b'0'..=b'9'] => Some(digit(tens) * 10 + digit(units)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{write, Slot, Write};
    use crate::envelope::{Filter, Literal, Step};
    use crate::json::Writer;
    use crate::Json;
    use alloc::string::String;
    use alloc::vec::Vec;

    impl Write for u64 {
        fn literal(literal: Literal) -> Self {
            match literal {
                Literal::Number(number) => number.parse().unwrap(),
                _ => 0,
            }
        }

        fn write(&self, writer: &mut Writer<'_>) {
            writer.unsigned(*self);
        }

        fn is_object(&self) -> bool {
            false
        }

        fn write_members(&self, _: &dyn Fn(&str) -> bool, _: &mut Writer<'_>) {}
    }

    /// A body with 0 at the first path, 1 at the second and so on.
    fn body(paths: &[&[&'static str]]) -> String {
        let steps = |path: &&[&'static str]| path.iter().map(|name| Step::Name(name)).collect();
        let steps: Vec<Vec<Step>> = paths.iter().map(steps).collect();
        let slots: Vec<_> = steps
            .iter()
            .zip(0..)
            .map(|(path, item)| Slot { path, item })
            .collect();
        let mut body = String::new();
        write::<u64>(&slots, &mut Writer::new(&mut body));
        for slot in &slots {
            let value = Json::parse(body.as_bytes())
                .ok()
                .and_then(|json| json.path(slot.path));
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
    fn a_condition_holds_for_the_element_that_is_written() {
        static SEVEN: Filter = Filter {
            member: &[Step::Name("type")],
            literal: Literal::Number("7"),
        };
        static EIGHT: Filter = Filter {
            member: &[Step::Name("type")],
            literal: Literal::Number("8"),
        };
        let path = |filter, name| {
            [
                Step::Name("details"),
                Step::Filter(filter),
                Step::Name(name),
            ]
        };
        let paths = [path(&SEVEN, "a"), path(&EIGHT, "a"), path(&SEVEN, "b")];
        let slots: Vec<_> = paths
            .iter()
            .zip(0..)
            .map(|(path, item)| Slot { path, item })
            .collect();
        let mut body = String::new();
        write::<u64>(&slots, &mut Writer::new(&mut body));
        assert_eq!(
            body,
            r#"{"details":[{"type":7,"a":0,"b":2},{"type":8,"a":1}]}"#
        );
        let json = Json::parse(body.as_bytes()).unwrap();
        assert_eq!(json.path(&paths[2]).and_then(Json::as_number), Some("2"));
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
