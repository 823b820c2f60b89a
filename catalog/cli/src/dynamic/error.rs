//! The errors of a catalog that is known only at run time.

use super::Tables;
use error_catalog::__private as generated;
use error_catalog::{
    CatalogError, CatalogKind, Documentation, Entry, FieldValue, UnknownId, Value,
};
use std::fmt;
use std::str::FromStr;

/// An error: its entry, and its fields in the order of the entry's parameters.
#[derive(Clone)]
pub(crate) struct Error {
    kind: Kind,
    fields: Vec<FieldValue>,
}

impl Error {
    pub(super) const fn new(kind: Kind, fields: Vec<FieldValue>) -> Self {
        Self { kind, fields }
    }
}

impl Error {
    /// The error of the entry at this position of the selected catalog.
    pub(crate) const fn at(position: u16, fields: Vec<FieldValue>) -> Self {
        Self::new(Kind(position), fields)
    }
}

impl CatalogError for Error {
    type Kind = Kind;

    fn kind(&self) -> Kind {
        self.kind
    }

    fn fields(&self, visit: &mut dyn FnMut(&[Value<'_>])) {
        let values: Vec<Value<'_>> = self.fields.iter().map(value).collect();
        visit(&values);
    }
}

fn value(field: &FieldValue) -> Value<'_> {
    match field {
        FieldValue::Text(text) => Value::from(text),
        FieldValue::Integer(number) => Value::from(number),
        FieldValue::Boolean(flag) => Value::from(flag),
        FieldValue::List(list) => Value::from(list),
        _ => Value::Absent,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        generated::display(self, formatter)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        generated::debug(self, formatter)
    }
}

impl std::error::Error for Error {}

/// The kind of an error: the position of its entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Kind(u16);

/// Every position that an entry can have. A catalog uses the first ones.
static POSITIONS: [Kind; 1 << 16] = {
    let mut kinds = [Kind(0); 1 << 16];
    let mut position = 0;
    while position < u16::MAX {
        position += 1;
        kinds[position as usize] = Kind(position);
    }
    kinds
};

impl Kind {
    /// The kinds of the entries at these positions of the selected catalog.
    pub(crate) fn at(positions: impl IntoIterator<Item = u16>) -> Vec<Self> {
        positions.into_iter().map(Self).collect()
    }
}

impl CatalogKind for Kind {
    const ALL: &'static [Self] = &POSITIONS;

    fn entry(self) -> Entry {
        Entry::of(Tables::selected().meta, self.0)
    }

    fn documentation(self) -> Documentation {
        Tables::selected().documentation(self.0)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.entry().id())
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        generated::write_variant(self.entry(), formatter)
    }
}

impl FromStr for Kind {
    type Err = UnknownId;

    fn from_str(id: &str) -> Result<Self, UnknownId> {
        let meta = Tables::selected().meta;
        let entry = meta.find_by_id(id);
        entry
            .map(|entry| Self(entry.index()))
            .ok_or(UnknownId::new(meta.name()))
    }
}
