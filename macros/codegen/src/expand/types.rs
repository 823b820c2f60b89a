//! The types of fields: by full path in the enum, by short name where only generated code sees them.

use crate::plan::{FieldType, ValueType};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

impl FieldType {
    /// The type as the enum has it.
    pub(super) fn tokens(self, runtime: &Path) -> TokenStream {
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
pub(super) fn alias(value: ValueType) -> TokenStream {
    match value {
        ValueType::Text => quote!(__Text),
        ValueType::CompactText => quote!(__CompactText),
        ValueType::BoxedText => quote!(__BoxedText),
        ValueType::Integer => quote!(__Integer),
        ValueType::Boolean => quote!(__Boolean),
        ValueType::List => quote!(__List),
        ValueType::BoxedList => quote!(__BoxedList),
    }
}

/// The short name of the type of an optional field.
pub(super) fn optional(value: &TokenStream) -> TokenStream {
    quote!(__Option<#value>)
}
