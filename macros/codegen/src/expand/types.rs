//! The types of fields: by full path in the enum, by short name where only generated code sees them.

use crate::plan::{FieldType, ValueType};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::Path;

/// The types as the enum has them, each put together once.
pub(super) struct Types<'t> {
    runtime: &'t Path,
    known: Vec<(FieldType, Vec<TokenTree>)>,
}

impl<'t> Types<'t> {
    pub(super) const fn new(runtime: &'t Path) -> Self {
        Self {
            runtime,
            known: Vec::new(),
        }
    }

    pub(super) fn of(&mut self, field_type: FieldType) -> &[TokenTree] {
        let known = self
            .known
            .iter()
            .position(|(known, _)| *known == field_type);
        let index = known.unwrap_or_else(|| {
            let tokens = field_type.tokens(self.runtime).into_iter().collect();
            self.known.push((field_type, tokens));
            self.known.len() - 1
        });
        &self.known[index].1
    }
}

impl FieldType {
    fn tokens(self, runtime: &Path) -> TokenStream {
        let value = match self.value {
            ValueType::Text => quote!(#runtime::Text),
            ValueType::CompactText => quote!(#runtime::CompactText),
            ValueType::BoxedText => quote!(#runtime::__private::Box<#runtime::CompactText>),
            ValueType::Integer => quote!(::core::primitive::i64),
            ValueType::Boolean => quote!(::core::primitive::bool),
            ValueType::List => quote!(#runtime::__private::Vec<#runtime::Text>),
            ValueType::BoxedList => {
                quote!(#runtime::__private::Box<#runtime::__private::Vec<#runtime::Text>>)
            }
        };
        if self.is_optional {
            quote!(::core::option::Option<#value>)
        } else {
            value
        }
    }
}

/// The names that [`alias`] and the rest of the generated code use instead of long paths, of which every token would be
/// written thousands of times.
pub(super) fn aliases(runtime: &Path) -> TokenStream {
    quote! {
        #[allow(unused_imports)]
        use #runtime::__private::{
            self as __private, BoxedList as __BoxedList, BoxedText as __BoxedText,
            Boolean as __Boolean, Clone as __Clone, CompactText as __CompactText, From as __From,
            Integer as __Integer, Into as __Into, List as __List, None as __None,
            Option as __Option, Text as __Text, Value as __Value,
        };
    }
}

/// The short name of a type.
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

impl FieldType {
    /// The type as generated code has it.
    pub(super) fn alias(self) -> String {
        let value = alias(self.value);
        if self.is_optional {
            format!("__Option<{value}>")
        } else {
            value.to_owned()
        }
    }
}
