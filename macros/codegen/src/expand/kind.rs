//! The kind type: errors without their fields.

use super::documentation::OfKind;
use super::entries::Entries;
use super::serde;
use crate::attributes::Names;
use crate::plan::{Plan, Status};
use crate::source::{self, write};
use error_catalog_model::Entry;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::fmt::{Display, Formatter, Result};

/// The kind type of a generated error type or of your own enum.
pub(crate) struct KindEnum<'t> {
    pub(crate) names: &'t Names,
    /// The variants, in braces.
    pub(crate) variants: TokenStream,
    /// The kinds of entries by index, each with a comma after it.
    pub(crate) all: TokenStream,
    /// How many those are.
    pub(crate) count: usize,
    /// Every variant, if one of them is the kind of another catalog's error.
    pub(crate) mixed: Vec<KindVariant>,
    pub(crate) status: Status,
    pub(crate) entries: Entries,
    /// Whether a `match` needs no wildcard in other crates.
    pub(crate) is_exhaustive: bool,
}

/// A variant: an entry, or the kind of another catalog's error.
pub(crate) struct KindVariant {
    pub(crate) name: Ident,
    /// The type of the other catalog's kind.
    pub(crate) inner: Option<TokenStream>,
}

/// Writes the variants of the kinds of entries.
pub(super) fn variants(entries: &[&Entry], plan: &Plan) -> TokenStream {
    source::parse(&write(&Variants { entries, plan }))
}

struct Variants<'p> {
    entries: &'p [&'p Entry],
    plan: &'p Plan,
}

impl Display for Variants<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.write_str("{")?;
        for (entry, variant) in self.entries.iter().zip(&self.plan.variants) {
            write!(out, "{}{},", OfKind(entry, variant), variant.name)?;
        }
        out.write_str("}")
    }
}

/// Writes the kinds of entries by index.
pub(super) fn all(names: &Names, plan: &Plan) -> TokenStream {
    source::parse(&write(&All {
        kind: names.kind.to_string(),
        plan,
    }))
}

struct All<'p> {
    kind: String,
    plan: &'p Plan,
}

impl Display for All<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        for variant in &self.plan.variants {
            write!(out, "{}::{},", self.kind, variant.name)?;
        }
        Ok(())
    }
}

impl Status {
    /// Writes the method `status`, for errors and for kinds.
    pub(crate) fn method(
        self,
        names: &Names,
        constness: Option<&TokenStream>,
        receiver: &TokenStream,
    ) -> Option<TokenStream> {
        match self {
            Self::None => None,
            Self::Always => Some(names.fill(
                "
                /// Returns the HTTP status of the response.
                #[inline]
                #visibility #constness fn status(#receiver) -> #runtime::Status {
                    self.entry().documented_status()
                }
                ",
                &[("constness", &constness), ("receiver", receiver)],
            )),
            Self::Perhaps => Some(names.fill(
                "
                /// Returns the HTTP status of the response; `None` if the error's catalog has no statuses.
                #[inline]
                #visibility fn status(#receiver) -> ::core::option::Option<#runtime::Status> {
                    self.entry().status()
                }
                ",
                &[("receiver", receiver)],
            )),
        }
    }
}

impl KindEnum<'_> {
    pub(crate) fn definition(&self) -> TokenStream {
        let docs = format!(
            "The kinds of [`{}`]: its variants without their fields.",
            self.names.error
        );
        let non_exhaustive = (!self.is_exhaustive).then(|| quote!(#[non_exhaustive]));
        self.names.fill(
            "
            #[doc = #docs]
            #[derive(
                ::core::clone::Clone,
                ::core::marker::Copy,
                ::core::cmp::PartialEq,
                ::core::cmp::Eq,
                ::core::cmp::PartialOrd,
                ::core::cmp::Ord,
                ::core::hash::Hash,
            )]
            #non_exhaustive
            #visibility enum #kind #variants
            ",
            &[
                ("docs", &docs),
                ("non_exhaustive", &non_exhaustive),
                ("variants", &self.variants),
            ],
        )
    }

    pub(crate) fn impls(&self) -> TokenStream {
        let all = self.all();
        let methods = self.methods();
        let formatting = self.formatting();
        let find_by_id = self.names.fill(self.entries.find_by_id(), &[]);
        let formats = self.names.fill(self.entries.formats(), &[]);
        let mut inner_formats = TokenStream::new();
        for variant in &self.mixed {
            if let Some(inner) = &variant.inner {
                inner_formats.extend(self.names.fill(
                    ".and(<#inner as #runtime::CatalogKind>::FORMATS)",
                    &[("inner", inner)],
                ));
            }
        }
        let templates = (self.entries == Entries::Own && self.mixed.is_empty()).then(|| {
            self.names.fill(
                "
                const TEMPLATES: ::core::option::Option<&'static #runtime::__private::Templates> =
                    META.templates_alone();
                ",
                &[],
            )
        });
        let serde = serde::kind(self.names, self.mixed.is_empty());
        self.names.fill(
            "
            #all
            #methods
            #formatting
            #serde

            #[automatically_derived]
            impl #runtime::CatalogKind for #kind {
                const ALL: &'static [Self] = kinds::<()>();
                const FORMATS: #runtime::envelope::Formats = #formats #inner_formats;
                #templates

                #[inline]
                fn entry(self) -> #runtime::Entry {
                    self.entry()
                }

                #[inline]
                fn documentation(self) -> #runtime::Documentation {
                    self.documentation()
                }
            }

            #[automatically_derived]
            impl ::core::str::FromStr for #kind {
                type Err = #runtime::UnknownId;

                #[inline]
                fn from_str(id: &::core::primitive::str) -> ::core::result::Result<Self, #runtime::UnknownId> {
                    #find_by_id
                }
            }
            ",
            &[
                ("all", &all),
                ("methods", &methods),
                ("formatting", &formatting),
                ("serde", &serde),
                ("formats", &formats),
                ("templates", &templates),
                ("inner_formats", &inner_formats),
                ("find_by_id", &find_by_id),
            ],
        )
    }

    /// Writes the function that returns all kinds by index.
    ///
    /// The compiler evaluates a list of kinds one by one, and searches the variants for each. It evaluates this one where
    /// the list is used, in whichever crate that is, because the function has a type parameter.
    fn all(&self) -> TokenStream {
        self.names.fill(
            "
            #[allow(deprecated, clippy::extra_unused_type_parameters)]
            const fn kinds<Later>() -> &'static [#kind] {
                &[#all]
            }
            ",
            &[("all", &self.all)],
        )
    }

    fn formatting(&self) -> TokenStream {
        let mut arms = TokenStream::new();
        for variant in self.mixed.iter().filter(|it| it.inner.is_some()) {
            let (inner, name) = (&variant.name, variant.name.to_string());
            arms.extend(Some(quote! {
                Self::#inner(ref inner) => formatter.debug_tuple(#name).field(inner).finish(),
            }));
        }
        let own = "#runtime::__private::write_variant(self.entry(), formatter)";
        let mut debug = self.names.fill(own, &[]);
        if !arms.is_empty() {
            debug = quote!(match *self { #arms _ => #debug, });
        }
        self.names.fill(
            "
            #[automatically_derived]
            impl ::core::fmt::Debug for #kind {
                #[inline]
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #debug
                }
            }

            #[automatically_derived]
            impl ::core::fmt::Display for #kind {
                #[inline]
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    formatter.pad(self.as_str())
                }
            }
            ",
            &[("debug", &debug)],
        )
    }

    fn methods(&self) -> TokenStream {
        let status = self
            .status
            .method(self.names, Some(&quote!(const)), &quote!(self));
        let from_code = self.lookup();
        let entry = self.by_index(&quote!(entry), self.entries.entry());
        let documentation = self.by_index(&quote!(documentation), self.entries.documentation());
        let constness = self.constness();
        self.names.fill(
            "
            #[allow(dead_code, deprecated)]
            impl #kind {
                /// Every kind, in the catalog's order.
                #visibility const ALL: &'static [Self] = kinds::<()>();

                /// Returns the id: the unique name in the catalog.
                #[inline]
                #visibility fn as_str(self) -> &'static ::core::primitive::str {
                    self.entry().id()
                }

                /// Returns the code that is sent; a parameterised code has its placeholders.
                #[inline]
                #visibility fn code(self) -> #runtime::Code<'static> {
                    self.entry().code()
                }

                #status

                /// Returns the documented advice on retrying the request.
                #[inline]
                #visibility fn retry(self) -> #runtime::Retry {
                    self.entry().retry()
                }

                /// Returns the error's entry in the catalog.
                #[inline]
                #visibility #constness fn entry(self) -> #runtime::Entry {
                    #entry
                }

                /// Returns the error's documentation in the catalog.
                #[inline]
                #visibility #constness fn documentation(self) -> #runtime::Documentation {
                    #documentation
                }

                #from_code
            }
            ",
            &[
                ("status", &status),
                ("constness", &constness),
                ("entry", &entry),
                ("documentation", &documentation),
                ("from_code", &from_code),
            ],
        )
    }

    /// Writes an expression of the entry's index, or a call of the method on another catalog's kind.
    fn by_index(&self, method: &TokenStream, own: &str) -> TokenStream {
        if self.mixed.is_empty() && self.count == 0 {
            return quote!(match self {});
        }
        if self.mixed.is_empty() {
            let index = quote!(self as ::core::primitive::u16);
            return self.names.fill(own, &[("index", &index)]);
        }
        let mut next = 0_u16;
        let mut arms = TokenStream::new();
        for variant in &self.mixed {
            let name = &variant.name;
            arms.extend(if variant.inner.is_some() {
                self.names.fill(
                    "Self::#name(inner) => #runtime::CatalogKind::#method(inner),",
                    &[("name", name), ("method", method)],
                )
            } else {
                let own = self.names.fill(own, &[("index", &next)]);
                next += 1;
                quote!(Self::#name => #own,)
            });
        }
        quote!(match self { #arms })
    }

    /// Writes the lookup by code and status.
    fn lookup(&self) -> TokenStream {
        let (docs, parameter, status) = if self.status == Status::None {
            (
                "Returns the kind with this code.",
                "",
                "::core::option::Option::None",
            )
        } else {
            (
                "Returns the kind with this code and status.\n\n\
                 Of several errors with the code, it is the first that documents the status, or the first one if none \
                 does. Without a code, the status must be documented.",
                "status: impl ::core::convert::Into<::core::option::Option<::core::primitive::u16>>",
                "::core::convert::Into::into(status)",
            )
        };
        let (parameter, status) = (source::parse(parameter), source::parse(status));
        let find = self.names.fill(self.entries.find(), &[("status", &status)]);
        self.names.fill(
            "
            #[doc = #docs]
            #[inline]
            #visibility fn from_code<'code>(
                code: impl ::core::convert::Into<#runtime::Code<'code>>,
                #parameter
            ) -> ::core::option::Option<Self> {
                #find
            }
            ",
            &[("docs", &docs), ("parameter", &parameter), ("find", &find)],
        )
    }

    /// Returns `const` if no trait of another catalog is called.
    pub(crate) fn constness(&self) -> Option<TokenStream> {
        let is_const = self.entries != Entries::Listed && self.mixed.is_empty();
        is_const.then(|| quote!(const))
    }
}
