//! A variant of the enum, and its entry in the catalog.

use super::compiled::Compiled;
use super::read::{self, is_same};
use crate::layout::NO_ENTRY;
use crate::{Entry, Meta, Value};

/// A variant as the user writes it. An entry or a parameter that the catalog does not have is an error in one place
/// only, where it is [checked](Variant::check); whatever else asks for it gets another one.
#[derive(Clone, Copy)]
pub struct Variant {
    pub(super) catalog: Compiled,
    pub(super) index: u16,
    pub(super) name: &'static str,
    /// The id, where it is given.
    pub(super) id: Option<&'static str>,
    pub(super) fields: &'static [Field],
}

/// A field that can be a parameter.
#[derive(Clone, Copy)]
pub struct Field {
    pub(super) name: &'static str,
    pub(super) role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A parameter with the field's name.
    Named,
    /// The parameter with this wire name.
    Param,
    /// The source of the error, which can be a parameter with the field's name.
    Source,
}

impl Field {
    /// A field with this name, or the position of one without a name.
    #[inline]
    pub const fn named(name: &'static str) -> Self {
        let role = Role::Named;
        Self { name, role }
    }

    /// A field with `#[catalog(param = "…")]`.
    #[inline]
    pub const fn param(name: &'static str) -> Self {
        let role = Role::Param;
        Self { name, role }
    }

    /// The source.
    #[inline]
    pub const fn source(name: &'static str) -> Self {
        let role = Role::Source;
        Self { name, role }
    }

    #[inline]
    const fn takes(self, param: read::Param) -> bool {
        let name = self.name.as_bytes();
        is_same(name, param.name) || (!self.is_wire_name() && is_same(name, param.field))
    }

    #[inline]
    pub(super) const fn is_wire_name(self) -> bool {
        matches!(self.role, Role::Param)
    }

    #[inline]
    pub(super) const fn is_source(self) -> bool {
        matches!(self.role, Role::Source)
    }
}

impl Variant {
    /// The variant with this name, and with this id if it is given.
    #[inline]
    pub const fn new(
        catalog: Compiled,
        name: &'static str,
        id: Option<&'static str>,
        fields: &'static [Field],
    ) -> Self {
        let meta = catalog.meta();
        let mut index = 0;
        while let Some(entry) = meta.entry(index) {
            let is_entry = match id {
                Some(id) => is_same(read::id(entry), id.as_bytes()),
                None => read::is_variant(entry, name.as_bytes()),
            };
            if is_entry {
                break;
            }
            index += 1;
        }
        Self {
            catalog,
            index: if (index as usize) < meta.len() {
                index
            } else {
                NO_ENTRY
            },
            name,
            id,
            fields,
        }
    }

    #[inline]
    pub(super) const fn meta(self) -> &'static Meta {
        self.catalog.meta()
    }

    /// The entry that the catalog has for it.
    #[inline]
    pub(super) const fn known(self) -> Option<Entry> {
        self.meta().entry(self.index)
    }

    /// Its entry.
    #[inline]
    pub const fn entry(self) -> Entry {
        match self.known() {
            Some(entry) => entry,
            None => Entry::of(self.meta(), 0),
        }
    }

    /// How many parameters its entry has.
    #[inline]
    pub const fn params(self) -> usize {
        match self.known() {
            Some(entry) => read::params(entry),
            None => 0,
        }
    }

    /// The place of a field's parameter among those of the entry; behind all of them if there is none.
    #[inline]
    pub const fn place(self, field: usize) -> usize {
        let count = self.params();
        let mut place = 0;
        while place < count && !self.fields[field].takes(read::param(self.entry(), place)) {
            place += 1;
        }
        place
    }
}

/// Puts a value into its place, if there is one.
#[inline]
pub fn put<'v>(values: &mut [Value<'v>], place: usize, value: Value<'v>) {
    if let Some(slot) = values.get_mut(place) {
        *slot = value;
    }
}
