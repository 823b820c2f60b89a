//! The types of fields: by full path in the enum, by short name in the rest of the generated code.

use crate::attributes::Names;
use crate::plan::{FieldType, ValueType};
use crate::source;
use proc_macro2::TokenStream;
use std::fmt::{Display, Formatter, Result};
use syn::Path;

impl FieldType {
    /// Writes the type by its full path.
    pub(super) fn path(self, runtime: &str) -> String {
        let value = match self.value {
            ValueType::Text => format!("{runtime}::Text"),
            ValueType::CompactText => format!("{runtime}::CompactText"),
            ValueType::BoxedText => format!("{runtime}::__private::Box<{runtime}::CompactText>"),
            ValueType::Integer => "::core::primitive::i64".to_owned(),
            ValueType::Boolean => "::core::primitive::bool".to_owned(),
            ValueType::List => format!("{runtime}::__private::Vec<{runtime}::Text>"),
            ValueType::BoxedList => {
                format!("{runtime}::__private::Box<{runtime}::__private::Vec<{runtime}::Text>>")
            }
        };
        if self.is_optional {
            format!("::core::option::Option<{value}>")
        } else {
            value
        }
    }
}

/// Imports the names that [`alias`] and the rest of the generated code use. Every token of a full path would be
/// repeated thousands of times.
pub(super) fn aliases(runtime: &Path) -> TokenStream {
    let text = "
        #[allow(unused_imports)]
        use #runtime::__private::{
            self as __private, BoxedList as __BoxedList, BoxedText as __BoxedText,
            Boolean as __Boolean, Clone as __Clone, CompactText as __CompactText, From as __From,
            Integer as __Integer, IntoField as __IntoField, List as __List, None as __None,
            Option as __Option, Text as __Text, Value as __Value,
        };
    ";
    source::fill(text, &[("runtime", runtime)])
}

/// Returns the short name of a type.
pub(super) const fn alias(value: ValueType) -> &'static str {
    match value {
        ValueType::Text => "__Text",
        ValueType::CompactText => "__CompactText",
        ValueType::BoxedText => "__BoxedText",
        ValueType::Integer => "__Integer",
        ValueType::Boolean => "__Boolean",
        ValueType::List => "__List",
        ValueType::BoxedList => "__BoxedList",
    }
}

/// The names of types in the signatures of constructors, as the documentation of the user's crate shows them: their
/// real names, unless the user's items have the same names.
pub(super) struct Shown<'n> {
    names: &'n Names,
}

impl<'n> Shown<'n> {
    /// The names that come from the runtime, and the primitive types.
    const RUNTIME: [&'static str; 5] = ["Box", "CompactText", "IntoField", "Text", "Vec"];
    const PRIMITIVE: [&'static str; 2] = ["bool", "i64"];

    pub(super) const fn new(names: &'n Names) -> Self {
        Self { names }
    }

    /// Whether importing the name does not shadow one of the user's items.
    fn is_free(&self, name: &str) -> bool {
        let Names {
            marker,
            error,
            kind,
            runtime,
            ..
        } = self.names;
        let first = runtime.segments.first();
        let is_first = first.is_some_and(|segment| segment.ident == name);
        !is_first && marker != name && error != name && kind != name
    }

    pub(super) fn imports(&self) -> TokenStream {
        let runtime = &self.names.runtime;
        let from_runtime = self.free(&Self::RUNTIME);
        let primitive = self.free(&Self::PRIMITIVE);
        let text = format!(
            "#[allow(unused_imports)]
            use #runtime::__private::{{{from_runtime}}};
            #[allow(unused_imports)]
            use ::core::primitive::{{{primitive}}};"
        );
        source::fill(&text, &[("runtime", runtime)])
    }

    /// Writes those of the names that are free.
    fn free(&self, names: &[&str]) -> String {
        let mut free = String::new();
        for name in names {
            if self.is_free(name) {
                source::add(&mut free, format_args!("{name},"));
            }
        }
        free
    }

    pub(super) fn into(&self) -> &'static str {
        if self.is_free("IntoField") {
            "IntoField"
        } else {
            "__IntoField"
        }
    }

    pub(super) fn of(&self, value: ValueType) -> &'static str {
        let (names, shown): (&[&str], _) = match value {
            ValueType::Text => (&["Text"], "Text"),
            ValueType::CompactText => (&["CompactText"], "CompactText"),
            ValueType::BoxedText => (&["Box", "CompactText"], "Box<CompactText>"),
            ValueType::Integer => (&["i64"], "i64"),
            ValueType::Boolean => (&["bool"], "bool"),
            ValueType::List => (&["Vec", "Text"], "Vec<Text>"),
            ValueType::BoxedList => (&["Box", "Vec", "Text"], "Box<Vec<Text>>"),
        };
        if names.iter().all(|name| self.is_free(name)) {
            shown
        } else {
            alias(value)
        }
    }
}

/// A type by its short name.
impl Display for FieldType {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let value = alias(self.value);
        if self.is_optional {
            write!(out, "__Option<{value}>")
        } else {
            out.write_str(value)
        }
    }
}
