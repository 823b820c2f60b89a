//! Reading a catalog in constants, where only `const fn`s can be called.

use crate::layout::{self, param, rest, ABSENT};
use crate::{Entry, Meta};

/// Some bytes; empty where there are none.
#[inline]
pub(super) const fn slice(bytes: &[u8], start: usize, length: usize) -> &[u8] {
    if start > bytes.len() || length > bytes.len() - start {
        return &[];
    }
    bytes.split_at(start).1.split_at(length).0
}

/// Whether two strings are the same.
#[inline]
pub(super) const fn is_same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && common(left, right, false) == left.len()
}

/// How many bytes are the same at the start, or at the end.
#[inline]
pub(super) const fn common(left: &[u8], right: &[u8], at_end: bool) -> usize {
    let mut count = 0;
    while count < left.len() && count < right.len() {
        let is_same = if at_end {
            left[left.len() - 1 - count] == right[right.len() - 1 - count]
        } else {
            left[count] == right[count]
        };
        if !is_same {
            break;
        }
        count += 1;
    }
    count
}

#[inline]
const fn text(meta: &'static Meta, at: usize) -> &'static [u8] {
    match meta.u32(at) {
        ABSENT => &[],
        start => bytes(meta, start as usize, meta.u16(at + 4) as usize),
    }
}

#[inline]
const fn bytes(meta: &'static Meta, start: usize, length: usize) -> &'static [u8] {
    slice(meta.literals().text.as_bytes(), start, length)
}

/// The id of an entry.
#[inline]
pub(super) const fn id(entry: Entry) -> &'static [u8] {
    text(entry.meta(), entry.at(layout::ID))
}

/// How many parameters an entry has.
#[inline]
pub(super) const fn params(entry: Entry) -> usize {
    entry.meta().u16(entry.at(layout::PARAMS) + 4) as usize
}

/// A parameter of an entry.
#[derive(Clone, Copy)]
pub(super) struct Param {
    /// The wire name.
    pub(super) name: &'static [u8],
    /// The name of the field.
    pub(super) field: &'static [u8],
    pub(super) is_optional: bool,
    pub(super) is_detail: bool,
}

/// The parameter in this place.
#[inline]
pub(super) const fn param(entry: Entry, place: usize) -> Param {
    let meta = entry.meta();
    let at = meta.u32(entry.at(layout::PARAMS)) as usize + place * layout::PARAM;
    let start = meta.u32(at + param::NAME) as usize;
    let length = meta.u8(at + param::NAME_LENGTH) as usize;
    let name = bytes(meta, start, length);
    let flags = meta.u8(at + param::FLAGS);
    Param {
        name,
        field: match meta.u8(at + param::FIELD_LENGTH) {
            0 => name,
            field => bytes(meta, start + length, field as usize),
        },
        is_optional: flags & param::OPTIONAL != 0,
        is_detail: flags & param::DETAIL != 0,
    }
}

/// Whether an entry's variant has this name.
#[inline]
pub(super) const fn is_variant(entry: Entry, name: &[u8]) -> bool {
    let mut variant = VariantName::of(entry);
    let mut read = 0;
    while let Some(byte) = variant.next() {
        if read == name.len() || name[read] != byte {
            return false;
        }
        read += 1;
    }
    read == name.len()
}

/// The bytes of the name of an entry's variant, as [`variant_of`](crate::variant_of) makes it.
pub(super) struct VariantName {
    source: &'static [u8],
    read: usize,
    is_id: bool,
    begins: bool,
}

impl VariantName {
    #[inline]
    pub(super) const fn of(entry: Entry) -> Self {
        let given = text(entry.meta(), entry.rest(rest::VARIANT));
        let is_id = given.is_empty();
        Self {
            source: if is_id { id(entry) } else { given },
            read: 0,
            is_id,
            begins: true,
        }
    }

    #[inline]
    pub(super) const fn next(&mut self) -> Option<u8> {
        while self.read < self.source.len() {
            let byte = self.source[self.read];
            self.read += 1;
            if !self.is_id {
                return Some(byte);
            }
            let begins = self.begins;
            self.begins = byte == b'_';
            if byte != b'_' {
                return Some(if begins {
                    byte
                } else {
                    byte.to_ascii_lowercase()
                });
            }
        }
        None
    }
}
