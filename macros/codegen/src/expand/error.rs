//! The error type.

use super::chunks;
use super::documentation::{deprecated, Documentations};
use super::types::Types;
use crate::attributes::{Names, Target};
use crate::docs;
use crate::plan::{Field, Plan, Status, Variant};
use crate::source;
use error_catalog_core::__private::is_variant_index_hashed;
use error_catalog_model::Entry;
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream};
use quote::{quote, TokenStreamExt};

pub(super) fn definition(
    target: &Target,
    entries: &[&Entry],
    plan: &Plan,
    docs: &str,
    non_exhaustive: Option<&TokenStream>,
) -> TokenStream {
    let Names {
        visibility,
        error,
        runtime,
        ..
    } = &target.names;
    let mut writer = Writer {
        types: Types::new(runtime),
        attributes: documentations(entries, plan),
    };
    let mut variants = TokenStream::new();
    for (entry, variant) in entries.iter().zip(&plan.variants) {
        writer.definition_of(entry, variant, &mut variants);
    }
    quote! {
        #[doc = #docs]
        #non_exhaustive
        #[allow(missing_docs)]
        #visibility enum #error {
            #variants
        }
    }
}

/// Writes the documentation of variants and their fields, in order.
fn documentations(entries: &[&Entry], plan: &Plan) -> Documentations {
    let mut documentations = Documentations::default();
    for (entry, variant) in entries.iter().zip(&plan.variants) {
        documentations.add(&docs::variant(entry, &variant.identity));
        for param in &entry.params {
            documentations.add(&docs::field(param));
        }
    }
    documentations
}

/// Writes variants. It builds the tokens one by one: for thousands of variants, nested `quote!`s take several times as
/// long.
struct Writer<'t> {
    types: Types<'t>,
    attributes: Documentations,
}

impl Writer<'_> {
    fn definition_of(&mut self, entry: &Entry, variant: &Variant, tokens: &mut TokenStream) {
        self.attributes.next(tokens);
        tokens.extend(deprecated(entry));
        tokens.append(variant.name.ident());
        if !variant.fields.is_empty() {
            let mut fields = TokenStream::new();
            for field in &variant.fields {
                self.attributes.next(&mut fields);
                self.definition_of_field(field, &mut fields);
            }
            tokens.append(Group::new(Delimiter::Brace, fields));
        }
        tokens.append(Punct::new(',', Spacing::Alone));
    }

    fn definition_of_field(&mut self, field: &Field, tokens: &mut TokenStream) {
        tokens.append(field.name.ident());
        tokens.append(Punct::new(':', Spacing::Alone));
        tokens.append_all(self.types.of(field.field_type));
        tokens.append(Punct::new(',', Spacing::Alone));
    }
}

pub(super) fn impls(target: &Target, plan: &Plan) -> TokenStream {
    let error = &target.names.error;
    let methods = Methods {
        names: &target.names,
        impl_header: quote!(impl #error),
        kind_of: quote!(KINDS[index(self) as ::core::primitive::usize]),
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
