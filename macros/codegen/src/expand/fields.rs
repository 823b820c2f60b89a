//! Fields to values, and back to errors.
//!
//! Variants whose fields have the same types share one arm and one function: what is written for each variant of its
//! own is a pattern or an expression, and no more, because large catalogs have thousands.

use super::types::{alias, optional};
use crate::attributes::Target;
use crate::plan::{FieldType, Plan, Variant};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeMap;

/// Variants whose fields have the same types.
struct Group<'p> {
    types: Vec<FieldType>,
    variants: Vec<&'p Variant>,
    /// One name for each field, whatever the variants call it.
    bindings: Vec<Ident>,
    /// The function that makes an error of the group.
    function: Ident,
}

pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let Target {
        error,
        kind,
        runtime,
        ..
    } = target;
    let groups = groups(plan);
    let functions = groups.iter().map(|group| group.function(target));
    let values = groups.iter().map(Group::values);
    let clones = groups.iter().map(Group::clones);
    quote! {
        #(#functions)*

        #[automatically_derived]
        #[allow(deprecated)]
        impl #runtime::CatalogError for #error {
            type Kind = #kind;

            fn kind(&self) -> #kind {
                self.kind()
            }

            fn fields(&self, visit: &mut dyn ::core::ops::FnMut(&[#runtime::Value<'_>])) {
                match *self { #(#values)* }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::clone::Clone for #error {
            fn clone(&self) -> Self {
                match *self { #(#clones)* }
            }
        }
    }
}

fn groups(plan: &Plan) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<Vec<FieldType>, Vec<&Variant>> = BTreeMap::new();
    for variant in &plan.variants {
        let types = variant
            .fields
            .iter()
            .map(|field| field.field_type)
            .collect();
        groups.entry(types).or_default().push(variant);
    }
    groups
        .into_iter()
        .enumerate()
        .map(|(index, (types, variants))| Group {
            bindings: (0..types.len())
                .map(|index| format_ident!("field_{index}"))
                .collect(),
            function: format_ident!("make_{index}"),
            types,
            variants,
        })
        .collect()
}

impl Group<'_> {
    /// A pattern for all variants of the group.
    fn pattern(&self) -> TokenStream {
        let bindings = &self.bindings;
        let patterns = self.variants.iter().map(|variant| {
            let name = &variant.name;
            let fields = variant.fields.iter().map(|field| &field.name);
            quote!(Self::#name { #(#fields: ref #bindings),* })
        });
        quote!(#(#patterns)|*)
    }

    /// The arm that hands over the values of the fields.
    fn values(&self) -> TokenStream {
        let pattern = self.pattern();
        let values = self
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
        quote!(#pattern => { visit(&[#(#values),*]); })
    }

    /// The arm that makes the same error again.
    fn clones(&self) -> TokenStream {
        let pattern = self.pattern();
        let Self {
            bindings, function, ..
        } = self;
        quote!(#pattern => #function(self.kind(), #(__Clone::clone(#bindings)),*),)
    }

    /// The function that makes an error of the group from its kind and fields.
    fn function(&self, target: &Target) -> TokenStream {
        let Target { error, kind, .. } = target;
        let Self {
            types,
            variants,
            bindings,
            function,
        } = self;
        let types = types.iter().map(|field_type| {
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
            #[allow(deprecated, dead_code, unused_variables, clippy::too_many_arguments)]
            fn #function(kind: #kind, #(#bindings: #types),*) -> #error {
                #body
            }
        }
    }
}
