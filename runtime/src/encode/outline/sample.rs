//! An error with made-up values, which needs nothing but its entry.

use crate::{CatalogError, CatalogKind, Documentation, Entry, Param, ParamType, Value};
use crate::{FieldValue, Text, UnknownId};
use alloc::format;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

/// An error with made-up values.
#[derive(Clone)]
pub(crate) struct Sample {
    kind: SampleKind,
    values: Vec<FieldValue>,
}

/// Which error it is.
#[derive(Clone, Copy)]
pub(crate) struct SampleKind {
    entry: Entry,
    documentation: Documentation,
}

impl Sample {
    /// Each value from an example of the catalog, or made up for its type.
    pub(crate) fn new(entry: Entry, documentation: Documentation) -> Self {
        let mut examples = documentation.examples();
        let example = examples.find_map(|example| entry.match_message(example));
        let values = entry.params().enumerate().map(|(index, param)| {
            let documented = example.as_ref().and_then(|example| example.value(index));
            let documented = documented.filter(|text| !text.is_empty());
            let documented = documented.and_then(|text| read(param, text));
            documented.unwrap_or_else(|| made_up(param))
        });
        Self {
            values: values.collect(),
            kind: SampleKind {
                entry,
                documentation,
            },
        }
    }

    /// The same without the parameters that a response can lack.
    pub(super) fn without_optional(&self) -> Self {
        let params = self.kind.entry.params();
        let values = params.zip(&self.values).map(|(param, value)| {
            if param.is_optional() {
                FieldValue::Absent
            } else {
                value.clone()
            }
        });
        Self {
            kind: self.kind,
            values: values.collect(),
        }
    }
}

fn read(param: Param, text: &str) -> Option<FieldValue> {
    let param_type = param.param_type();
    param_type
        .accepts(text)
        .then(|| FieldValue::from_text(text, param_type))?
}

fn made_up(param: Param) -> FieldValue {
    let text = |text: &'static str| FieldValue::Text(Text::Borrowed(text));
    match param.param_type() {
        ParamType::Integer => FieldValue::Integer(10),
        ParamType::Decimal => text("9.99"),
        ParamType::Boolean => FieldValue::Boolean(true),
        ParamType::Timestamp => text("2030-01-31T12:00:00Z"),
        ParamType::List => FieldValue::List(["one", "two"].map(Text::Borrowed).into()),
        ParamType::Json => text("{}"),
        _ => FieldValue::Text(Text::Owned(format!("<{}>", param.name()))),
    }
}

impl CatalogError for Sample {
    type Kind = SampleKind;

    fn kind(&self) -> SampleKind {
        self.kind
    }

    fn fields(&self, visit: &mut dyn FnMut(&[Value<'_>])) {
        let values = self.values.iter().map(|value| match value {
            FieldValue::Text(text) => Value::from(text),
            FieldValue::Integer(number) => Value::Integer(*number),
            FieldValue::Boolean(flag) => Value::Boolean(*flag),
            FieldValue::List(items) => Value::List(items),
            _ => Value::Absent,
        });
        let values: Vec<Value<'_>> = values.collect();
        visit(&values);
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl fmt::Debug for Sample {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.kind, formatter)
    }
}

impl Error for Sample {}

impl CatalogKind for SampleKind {
    /// Not known: a sample is made from its entry.
    const ALL: &'static [Self] = &[];

    fn entry(self) -> Entry {
        self.entry
    }

    fn documentation(self) -> Documentation {
        self.documentation
    }
}

impl fmt::Display for SampleKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.entry.id())
    }
}

impl fmt::Debug for SampleKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.entry.id())
    }
}

impl FromStr for SampleKind {
    type Err = UnknownId;

    fn from_str(_: &str) -> Result<Self, UnknownId> {
        Err(UnknownId::new(""))
    }
}

impl PartialEq for SampleKind {
    fn eq(&self, other: &Self) -> bool {
        self.entry == other.entry
    }
}

impl Eq for SampleKind {}

impl PartialOrd for SampleKind {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SampleKind {
    fn cmp(&self, other: &Self) -> Ordering {
        self.entry.index().cmp(&other.entry.index())
    }
}

impl Hash for SampleKind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.entry.index().hash(state);
    }
}
