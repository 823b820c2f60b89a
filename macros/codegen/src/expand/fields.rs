//! Fields to values, and back to errors.
//!
//! Variants whose fields have the same types share one arm and one function: what is written for each variant of its
//! own is a pattern or an expression, and no more, because large catalogs have thousands. And all is `#[inline]`: code is
//! made of it where it is used, if it is used.

use super::types::{alias, optional};
use crate::attributes::{Names, Target};
use crate::plan::{Group, Plan, Variant};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// How many variants share an arm: the compiler compares each alternative of a pattern with each other one.
const ALTERNATIVES: usize = 64;

/// A group with what its output needs.
struct Arms<'p> {
    group: &'p Group,
    variants: Vec<&'p Variant>,
    /// One name for each field, whatever the variants call it.
    bindings: Vec<Ident>,
    /// Patterns that together take all of them.
    patterns: Vec<TokenStream>,
}

pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let Names {
        error,
        kind,
        runtime,
        ..
    } = &target.names;
    let groups: Vec<Arms<'_>> = plan
        .groups
        .iter()
        .map(|group| Arms::new(group, plan))
        .collect();
    let functions = groups.iter().map(|group| group.function(target));
    let values = groups.iter().map(Arms::values);
    let clones = groups.iter().map(Arms::clones);
    quote! {
        #(#functions)*

        #[automatically_derived]
        #[allow(deprecated)]
        impl #runtime::CatalogError for #error {
            type Kind = #kind;

            #[inline]
            fn kind(&self) -> #kind {
                self.kind()
            }

            #[inline]
            fn fields(&self, visit: &mut dyn ::core::ops::FnMut(&[#runtime::Value<'_>])) {
                match *self { #(#values)* }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::clone::Clone for #error {
            #[inline]
            fn clone(&self) -> Self {
                match *self { #(#clones)* }
            }
        }
    }
}

impl<'p> Arms<'p> {
    fn new(group: &'p Group, plan: &'p Plan) -> Self {
        let variants: Vec<&Variant> = group
            .variants
            .iter()
            .map(|index| &plan.variants[*index])
            .collect();
        let bindings: Vec<Ident> = (0..group.types.len())
            .map(|index| format_ident!("field_{index}"))
            .collect();
        let pattern = |variant: &&Variant| {
            let name = &variant.name;
            let fields = variant.fields.iter().map(|field| &field.name);
            quote!(Self::#name { #(#fields: ref #bindings),* })
        };
        let patterns = variants
            .chunks(ALTERNATIVES)
            .map(|variants| {
                let patterns = variants.iter().map(pattern);
                quote!(#(#patterns)|*)
            })
            .collect();
        Self {
            group,
            variants,
            bindings,
            patterns,
        }
    }

    /// The arms that hand over the values of the fields.
    fn values(&self) -> TokenStream {
        let patterns = &self.patterns;
        let values = self
            .group
            .types
            .iter()
            .zip(&self.bindings)
            .map(|(field_type, binding)| {
                if field_type.is_optional {
                    quote!(__Value::optional(#binding))
                } else {
                    quote!(<__Value<'_> as __From<_>>::from(#binding))
                }
            });
        let body = quote!(visit(&[#(#values),*]));
        quote!(#(#patterns => { #body; })*)
    }

    /// The arms that make the same error again.
    fn clones(&self) -> TokenStream {
        let patterns = &self.patterns;
        let bindings = &self.bindings;
        let function = &self.group.function;
        let body = quote!(#function(self.kind(), (#(__Clone::clone(#bindings),)*)));
        quote!(#(#patterns => #body,)*)
    }

    /// The function that makes an error of the group from its kind and fields.
    fn function(&self, target: &Target) -> TokenStream {
        let Names { error, kind, .. } = &target.names;
        let Self {
            group,
            variants,
            bindings,
            ..
        } = self;
        let function = &group.function;
        let types = group.types.iter().map(|field_type| {
            let value = alias(field_type.value);
            if field_type.is_optional {
                optional(&value)
            } else {
                value
            }
        });
        let mut arms = variants.iter().map(|variant| {
            let name = &variant.name;
            let fields = variant.fields.iter().map(|field| &field.name);
            (name, quote!(#error::#name { #(#fields: #bindings),* }))
        });
        // Only kinds of the group come here: the last takes the place of an arm that could only panic.
        let last = arms.next_back().map(|(_, last)| last);
        let (names, errors): (Vec<_>, Vec<_>) = arms.unzip();
        let body = if names.is_empty() {
            quote!(#last)
        } else {
            quote!(match kind { #(#kind::#names => #errors,)* _ => #last })
        };
        quote! {
            #[allow(deprecated, dead_code, unused_variables, clippy::needless_pass_by_value)]
            #[inline]
            fn #function(kind: #kind, (#(#bindings,)*): (#(#types,)*)) -> #error {
                #body
            }
        }
    }
}
