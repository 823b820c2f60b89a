//! The error type.

use super::chunks;
use super::documentation::Deprecated;
use crate::attributes::{Names, Target};
use crate::docs;
use crate::plan::{Plan, Status, Variant};
use crate::source::{self, write, Docs};
use error_catalog_core::__private::is_variant_index_hashed;
use error_catalog_model::Entry;
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::{Display, Formatter, Result};

pub(super) fn definition(
    target: &Target,
    entries: &[&Entry],
    plan: &Plan,
    docs: &str,
    non_exhaustive: Option<&TokenStream>,
) -> TokenStream {
    let names = &target.names;
    let runtime = names.runtime_source();
    let variants = names.parse(&write(&Variants {
        entries,
        plan,
        types: plan.types_by_group(|field_type| field_type.path(runtime)),
    }));
    let Names {
        visibility, error, ..
    } = names;
    quote! {
        #[doc = #docs]
        #non_exhaustive
        #[allow(missing_docs)]
        #visibility enum #error #variants
    }
}

/// The variants, in braces.
struct Variants<'p> {
    entries: &'p [&'p Entry],
    plan: &'p Plan,
    /// The types of the fields of each group.
    types: Vec<Vec<String>>,
}

impl Display for Variants<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.write_str("{")?;
        for (entry, variant) in self.entries.iter().zip(&self.plan.variants) {
            let of_kind = &variant.docs;
            let docs = write(&docs::Variant { entry, of_kind });
            write!(out, "{}{}{}", Docs(&docs), Deprecated(entry), variant.name)?;
            if !variant.fields.is_empty() {
                self.fields(entry, variant, out)?;
            }
            out.write_str(",")?;
        }
        out.write_str("}")
    }
}

impl Variants<'_> {
    fn fields(&self, entry: &Entry, variant: &Variant, out: &mut Formatter<'_>) -> Result {
        out.write_str("{")?;
        let types = &self.types[variant.group];
        for (index, field) in variant.fields.iter().enumerate() {
            let docs = docs::field(&entry.params[index]);
            if !docs.is_empty() {
                write!(out, "{}", Docs(&docs))?;
            }
            write!(out, "{}: {},", field.name, types[index])?;
        }
        out.write_str("}")
    }
}

pub(super) fn impls(target: &Target, plan: &Plan) -> TokenStream {
    let Names { error, runtime, .. } = &target.names;
    let methods = Methods {
        names: &target.names,
        impl_header: quote!(impl #error),
        kind_of: quote!(#runtime::__private::kind_at(index(self) as ::core::primitive::usize)),
        constness: None,
        status: plan.status,
    }
    .expand();
    let index = index(target, plan, is_variant_index_hashed());
    target.names.fill(
        "
        #index
        #methods

        #[automatically_derived]
        impl ::core::fmt::Display for #error {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::display(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #error {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::debug(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #error {}

        #[automatically_derived]
        impl ::core::cmp::PartialEq for #error {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                #runtime::__private::equal(self, other)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::Eq for #error {}
        ",
        &[("index", &index), ("methods", &methods)],
    )
}

/// The inherent methods.
pub(crate) struct Methods<'t> {
    pub(crate) names: &'t Names,
    pub(crate) impl_header: TokenStream,
    /// The expression for the kind of `*self`.
    pub(crate) kind_of: TokenStream,
    pub(crate) constness: Option<TokenStream>,
    pub(crate) status: Status,
}

impl Methods<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let Self {
            impl_header,
            kind_of,
            constness,
            ..
        } = self;
        let status = self
            .status
            .method(self.names, constness.as_ref(), &quote!(&self));
        self.names.fill(
            "
            #[allow(deprecated, dead_code)]
            #impl_header {
                /// Returns the kind of the error: which one it is, without its fields.
                #[inline]
                #visibility #constness fn kind(&self) -> #kind {
                    #kind_of
                }

                /// Returns the code that is sent, with its placeholders filled.
                #[inline]
                #visibility fn code(&self) -> #runtime::Code<'static> {
                    #runtime::__private::code(self)
                }

                #status

                /// Returns the documented advice on retrying the request.
                #[inline]
                #visibility fn retry(&self) -> #runtime::Retry {
                    self.kind().retry()
                }

                /// Returns the error's entry in the catalog.
                #[inline]
                #visibility #constness fn entry(&self) -> #runtime::Entry {
                    self.kind().entry()
                }

                /// Returns the error's documentation in the catalog.
                #[inline]
                #visibility #constness fn documentation(&self) -> #runtime::Documentation {
                    self.kind().documentation()
                }

                /// Returns the message: the template filled with the fields. Faster than `to_string()`.
                #[inline]
                #visibility fn message(&self) -> #runtime::__private::String {
                    #runtime::__private::message(self)
                }
            }

            #to_body
            ",
            &[
                ("impl_header", impl_header),
                ("constness", constness),
                ("kind_of", kind_of),
                ("status", &status),
                ("to_body", &self.to_body()),
            ],
        )
    }

    fn to_body(&self) -> TokenStream {
        let Names {
            visibility,
            runtime,
            ..
        } = self.names;
        let impl_header = &self.impl_header;
        quote! {
            #runtime::__with_wire! {
                #[allow(dead_code)]
                #impl_header {
                    /// Returns the body of the response, as bytes; empty if the error is sent in a header.
                    #[inline]
                    #visibility fn to_body(
                        &self,
                    ) -> #runtime::__private::Vec<::core::primitive::u8> {
                        #runtime::__private::to_body(self)
                    }
                }
            }
        }
    }
}

/// Names the function that returns the index of an error, or writes it where the toolchain has none.
fn index(target: &Target, plan: &Plan, is_hashed: bool) -> TokenStream {
    let Names { error, runtime, .. } = &target.names;
    if is_hashed {
        return quote!(use #runtime::__private::variant_index as index;);
    }
    let mut arms = Vec::with_capacity(plan.variants.len());
    for (index, variant) in plan.variants.iter().enumerate() {
        let pattern = format!("{error}::{} {{ .. }}", variant.name);
        arms.push((pattern, index.to_string()));
    }
    let body = source::parse(&chunks::in_turn("*error", &arms));
    target.names.fill(
        "
        #[allow(deprecated)]
        #[inline]
        fn index(error: &#error) -> ::core::primitive::u16 {
            #body
        }
        ",
        &[("body", &body)],
    )
}
