//! The types of fields, and how their values are seen.

use crate::plan::{FieldType, ValueType};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Path;

impl FieldType {
    /// The type as the enum has it.
    pub(super) fn tokens(self, runtime: &Path) -> TokenStream {
        let value = self.value.tokens(runtime);
        if self.is_optional {
            quote!(::core::option::Option<#value>)
        } else {
            value
        }
    }

    /// The expression for the value of a field bound to this name by reference.
    pub(super) fn value(self, binding: &Ident, runtime: &Path) -> TokenStream {
        if self.is_optional {
            quote!(#runtime::Value::optional(#binding))
        } else {
            quote!(<#runtime::Value<'_> as ::core::convert::From<_>>::from(#binding))
        }
    }
}

impl ValueType {
    fn tokens(self, runtime: &Path) -> TokenStream {
        match self {
            Self::Text => quote!(#runtime::Text),
            Self::CompactText => quote!(#runtime::CompactText),
            Self::BoxedText => quote!(#runtime::__private::Box<#runtime::CompactText>),
            Self::Integer => quote!(::core::primitive::i64),
            Self::Boolean => quote!(::core::primitive::bool),
            Self::List => quote!(#runtime::__private::Vec<#runtime::Text>),
            Self::BoxedList => {
                quote!(#runtime::__private::Box<#runtime::__private::Vec<#runtime::Text>>)
            }
        }
    }
}
