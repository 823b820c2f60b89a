//! Decides all names and types of the output before anything is written.

use crate::docs;
use crate::name::identifier;
use error_catalog_model::{
    constructor_name, variant_name, Entry, Param, ParamType, Storage, Table,
};

/// The names and types of the output.
pub(crate) struct Plan {
    pub(crate) variants: Vec<Variant>,
    pub(crate) groups: Vec<Group>,
    pub(crate) status: Status,
}

/// A variant of the error. Names that are keywords are raw identifiers.
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) constructor: String,
    /// The documentation of its kind.
    pub(crate) docs: String,
    pub(crate) fields: Vec<Field>,
    /// The position of its group.
    pub(crate) group: usize,
}

/// Variants whose fields have the same types in the same order, which share generated code.
pub(crate) struct Group {
    pub(crate) types: Vec<FieldType>,
    /// The positions of the variants.
    pub(crate) variants: Vec<usize>,
}

/// A field of a variant.
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) field_type: FieldType,
}

/// The type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FieldType {
    pub(crate) value: ValueType,
    pub(crate) is_optional: bool,
}

impl FieldType {
    /// A character that no other type has.
    fn character(self) -> char {
        let number = 2 * self.value as u8 + u8::from(self.is_optional);
        char::from(number)
    }
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueType {
    Text,
    CompactText,
    BoxedText,
    Integer,
    Boolean,
    List,
    BoxedList,
}

/// What `status()` returns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// The method does not exist: no entry has a status.
    None,
    /// A status.
    Always,
    /// An optional status, because the enum holds errors of other catalogs.
    Perhaps,
}

impl Plan {
    pub(crate) fn new(entries: &[&Entry]) -> Self {
        let mut variants = Vec::with_capacity(entries.len());
        let mut status = Status::None;
        for entry in entries {
            variants.push(Variant::new(entry));
            // Either all errors of a catalog have a status or none has.
            if !entry.statuses.is_empty() {
                status = Status::Always;
            }
        }
        Self {
            groups: group(&mut variants),
            variants,
            status,
        }
    }
}

impl Plan {
    /// Returns what the function makes of the type of each field, by group.
    pub(crate) fn types_by_group<T>(&self, of: impl Fn(&FieldType) -> T) -> Vec<Vec<T>> {
        let mut types = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            let mut of_group = Vec::with_capacity(group.types.len());
            for field_type in &group.types {
                of_group.push(of(field_type));
            }
            types.push(of_group);
        }
        types
    }

    /// Returns the position of each variant's group.
    pub(crate) fn groups_of_variants(&self) -> Vec<usize> {
        let mut groups = Vec::with_capacity(self.variants.len());
        for variant in &self.variants {
            groups.push(variant.group);
        }
        groups
    }
}

/// Groups the variants by the types of their fields.
fn group(variants: &mut [Variant]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // By a character for each type.
    let mut known = Table::default();
    for (index, variant) in variants.iter_mut().enumerate() {
        let mut types = Vec::with_capacity(variant.fields.len());
        let mut key = String::with_capacity(variant.fields.len());
        for field in &variant.fields {
            types.push(field.field_type);
            key.push(field.field_type.character());
        }
        let earlier = known.known(&key, groups.len());
        variant.group = earlier.unwrap_or(groups.len());
        if variant.group == groups.len() {
            groups.push(Group {
                types,
                variants: Vec::new(),
            });
        }
        groups[variant.group].variants.push(index);
    }
    groups
}

impl Variant {
    fn new(entry: &Entry) -> Self {
        let storage = entry.storage();
        let mut fields = Vec::with_capacity(entry.params.len());
        for param in &entry.params {
            fields.push(Field::new(param, storage));
        }
        Self {
            name: identifier(variant_name(&entry.id)),
            constructor: identifier(constructor_name(&entry.id)),
            docs: docs::kind(entry),
            fields,
            group: 0,
        }
    }
}

impl Field {
    fn new(param: &Param, storage: Storage) -> Self {
        let value = match (param.param_type, storage) {
            (ParamType::Integer, _) => ValueType::Integer,
            (ParamType::Boolean, _) => ValueType::Boolean,
            (ParamType::List, Storage::Boxed) => ValueType::BoxedList,
            (ParamType::List, _) => ValueType::List,
            (_, Storage::Text) => ValueType::Text,
            (_, Storage::Compact) => ValueType::CompactText,
            (_, Storage::Boxed) => ValueType::BoxedText,
        };
        Self {
            name: identifier(param.field.clone()),
            field_type: FieldType {
                value,
                is_optional: param.is_optional,
            },
        }
    }
}

impl Status {
    /// Either all errors of a catalog have a status or none has.
    pub(crate) fn of(entries: &[Entry]) -> Self {
        if entries.iter().any(|entry| !entry.statuses.is_empty()) {
            Self::Always
        } else {
            Self::None
        }
    }
}
