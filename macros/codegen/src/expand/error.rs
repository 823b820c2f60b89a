//! The enum of errors.

use crate::attributes::Target;
use crate::docs;
use crate::plan::{FieldType, Plan, Variant};
use error_catalog_model::{Catalog, Entry};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeMap;
use syn::Path;

pub(super) fn definition(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let Target {
        visibility,
        error,
        runtime,
        ..
    } = target;
    let docs = docs::catalog(catalog);
    let variants = catalog
        .entries
        .iter()
        .zip(&plan.variants)
        .map(|(entry, variant)| definition_of(entry, variant, runtime));
    quote! {
        #[doc = #docs]
        #[derive(::core::clone::Clone)]
        #[non_exhaustive]
        #visibility enum #error {
            #(#variants)*
        }
    }
}

fn definition_of(entry: &Entry, variant: &Variant, runtime: &Path) -> TokenStream {
    let docs = docs::variant(entry);
    let deprecated = deprecated(entry);
    let name = &variant.name;
    if variant.fields.is_empty() {
        return quote!(#[doc = #docs] #deprecated #name,);
    }
    let fields = entry
        .params
        .iter()
        .zip(&variant.fields)
        .map(|(param, field)| {
            let docs = docs::field(param);
            let name = &field.name;
            let field_type = field.field_type.tokens(runtime);
            quote!(#[doc = #docs] #name: #field_type,)
        });
    quote!(#[doc = #docs] #deprecated #name { #(#fields)* },)
}

/// The attribute that makes the compiler warn of the use of a deprecated error.
fn deprecated(entry: &Entry) -> Option<TokenStream> {
    let deprecated = entry.deprecated.as_ref()?;
    let renamed = deprecated
        .renamed_to
        .as_ref()
        .map(|id| format!("renamed to {id}"));
    let notes: Vec<&str> = deprecated
        .note
        .iter()
        .chain(&renamed)
        .map(|note| &**note)
        .collect();
    let note = notes.join("; ");
    let since = deprecated
        .since
        .as_ref()
        .map(|since| quote!(since = #since,));
    Some(quote!(#[deprecated(#since note = #note)]))
}

pub(super) fn impls(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let Target { error, runtime, .. } = target;
    let methods = methods(target, catalog, plan);
    let catalog_error = catalog_error(target, plan);
    quote! {
        #methods
        #catalog_error

        #[automatically_derived]
        impl ::core::fmt::Display for #error {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::display(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #error {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::debug(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #error {}

        #[automatically_derived]
        impl ::core::cmp::PartialEq for #error {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                #runtime::__private::equal(self, other)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::Eq for #error {}
    }
}

/// The methods that users call without importing a trait.
fn methods(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let Target {
        visibility,
        error,
        kind,
        runtime,
        ..
    } = target;
    let kind_of = kind_of(target, plan);
    let status = plan.is_http.then(|| {
        quote! {
            /// The status that the error is answered with.
            #visibility const fn status(&self) -> #runtime::Status {
                self.kind().status()
            }
        }
    });
    let constructors = catalog
        .entries
        .iter()
        .zip(&plan.variants)
        .map(|(entry, variant)| constructor(target, entry, variant));
    quote! {
        #[allow(deprecated, dead_code, clippy::too_many_arguments)]
        impl #error {
            /// The error without its fields.
            #visibility const fn kind(&self) -> #kind {
                #kind_of
            }

            /// The code that travels, its placeholders filled.
            #visibility fn code(&self) -> #runtime::Code<'static> {
                #runtime::__private::code(self)
            }

            #status

            /// The documented advice on sending the same request again.
            #visibility fn retry(&self) -> #runtime::Retry {
                self.kind().retry()
            }

            /// What the catalog says about the error.
            #visibility const fn entry(&self) -> #runtime::Entry {
                self.kind().entry()
            }

            /// The message: the template filled with the fields. Faster than `to_string()`.
            #visibility fn message(&self) -> #runtime::__private::String {
                #runtime::__private::message(self)
            }

            #(#constructors)*
        }
    }
}

fn kind_of(target: &Target, plan: &Plan) -> TokenStream {
    let kind = &target.kind;
    let arms = plan.variants.iter().map(|variant| {
        let name = &variant.name;
        quote!(Self::#name { .. } => #kind::#name,)
    });
    quote!(match *self { #(#arms)* })
}

/// The function that makes an error; optional fields start out absent.
fn constructor(target: &Target, entry: &Entry, variant: &Variant) -> TokenStream {
    let Target {
        visibility,
        runtime,
        ..
    } = target;
    let docs = docs::short(entry);
    let Variant {
        name, constructor, ..
    } = variant;
    let required = variant
        .fields
        .iter()
        .filter(|field| !field.field_type.is_optional);
    let arguments = required.map(|field| {
        let name = &field.name;
        let field_type = field.field_type.tokens(runtime);
        quote!(#name: impl ::core::convert::Into<#field_type>)
    });
    let values = variant.fields.iter().map(|field| {
        let name = &field.name;
        if field.field_type.is_optional {
            quote!(#name: ::core::option::Option::None)
        } else {
            quote!(#name: ::core::convert::Into::into(#name))
        }
    });
    quote! {
        #[doc = #docs]
        #visibility fn #constructor(#(#arguments),*) -> Self {
            Self::#name { #(#values),* }
        }
    }
}

fn catalog_error(target: &Target, plan: &Plan) -> TokenStream {
    let Target {
        error,
        kind,
        runtime,
        ..
    } = target;
    let arms = groups(plan)
        .into_iter()
        .map(|(types, variants)| arm(&types, &variants, runtime));
    let rest = plan
        .variants
        .iter()
        .any(|variant| variant.fields.is_empty())
        .then(|| quote!(_ => visit(&[]),));
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #runtime::CatalogError for #error {
            type Kind = #kind;

            fn kind(&self) -> #kind {
                self.kind()
            }

            fn fields(&self, visit: &mut dyn ::core::ops::FnMut(&[#runtime::Value<'_>])) {
                match *self { #(#arms)* #rest }
            }
        }
    }
}

/// The variants with fields, by the types of these: one arm for each group keeps the build short.
fn groups(plan: &Plan) -> BTreeMap<Vec<FieldType>, Vec<&Variant>> {
    let mut groups: BTreeMap<Vec<FieldType>, Vec<&Variant>> = BTreeMap::new();
    for variant in plan
        .variants
        .iter()
        .filter(|variant| !variant.fields.is_empty())
    {
        let types = variant
            .fields
            .iter()
            .map(|field| field.field_type)
            .collect();
        groups.entry(types).or_default().push(variant);
    }
    groups
}

fn arm(types: &[FieldType], variants: &[&Variant], runtime: &Path) -> TokenStream {
    let bindings: Vec<Ident> = (0..types.len())
        .map(|index| format_ident!("field_{index}"))
        .collect();
    let patterns = variants.iter().map(|variant| {
        let name = &variant.name;
        let fields = variant.fields.iter().map(|field| &field.name);
        quote!(Self::#name { #(#fields: ref #bindings),* })
    });
    let values = types
        .iter()
        .zip(&bindings)
        .map(|(field_type, binding)| field_type.value(binding, runtime));
    quote!(#(#patterns)|* => visit(&[#(#values),*]),)
}
