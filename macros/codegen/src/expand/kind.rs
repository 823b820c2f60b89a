//! The kind type: errors without their fields.

use super::documentation::Documentations;
use super::serde;
use crate::attributes::Names;
use crate::plan::Status;
use crate::source;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream};
use quote::{quote, TokenStreamExt};
use syn::Path;

/// The kind type of a generated error type or of your own enum.
pub(crate) struct KindEnum<'t> {
    pub(crate) names: &'t Names,
    pub(crate) variants: Vec<KindVariant>,
    pub(crate) status: Status,
    pub(crate) entries: Entries,
    /// Whether a `match` needs no wildcard in other crates.
    pub(crate) is_exhaustive: bool,
}

/// Where the entries of kinds are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entries {
    /// In metadata that has these only.
    Own,
    /// In a list, in catalogs that are compiled elsewhere.
    Listed,
    /// In metadata that has others, too.
    Subset,
}

impl Entries {
    fn entry(self, runtime: &Path, index: &TokenStream) -> TokenStream {
        match self {
            Self::Own => quote!(#runtime::Entry::of(&META, #index)),
            Self::Listed => quote!(ENTRIES[#index as ::core::primitive::usize]),
            Self::Subset => quote!(CATALOG.entry(SUBSET[#index as ::core::primitive::usize])),
        }
    }

    fn documentation(self, runtime: &Path, index: &TokenStream) -> TokenStream {
        match self {
            Self::Own => quote!(#runtime::Documentation::new(PROSE, PROSE_BYTES, #index)),
            Self::Listed => {
                let entry = self.entry(runtime, index);
                quote!(CATALOG.documentation(#entry))
            }
            Self::Subset => {
                quote!(CATALOG.documentation_at(SUBSET[#index as ::core::primitive::usize]))
            }
        }
    }

    /// The formats of the envelopes.
    fn formats(self) -> TokenStream {
        match self {
            Self::Own => quote!(META.formats()),
            Self::Listed | Self::Subset => quote!(CATALOG.meta().formats()),
        }
    }

    /// The lookup of a kind by code and status.
    fn find(self, runtime: &Path, status: &TokenStream) -> TokenStream {
        match self {
            Self::Own => quote! {
                META.find(&::core::convert::Into::into(code), #status)
                    .map(|entry| KINDS[entry.index() as ::core::primitive::usize])
            },
            Self::Listed => quote! {
                #runtime::__private::find(CATALOG, &ENTRIES, &::core::convert::Into::into(code), #status)
                    .map(|index| KINDS[index])
            },
            Self::Subset => quote! {
                CATALOG.meta().find(&::core::convert::Into::into(code), #status)
                    .and_then(|entry| #runtime::__private::position(SUBSET, entry))
                    .map(|index| KINDS[index])
            },
        }
    }

    /// The lookup of a kind by id.
    fn find_by_id(self, runtime: &Path) -> TokenStream {
        match self {
            Self::Own => quote! {
                META.find_by_id(id)
                    .map(|entry| KINDS[entry.index() as ::core::primitive::usize])
                    .ok_or(#runtime::UnknownId::new(META.name()))
            },
            Self::Listed => quote! {
                #runtime::__private::find_by_id(&ENTRIES, id)
                    .map(|index| KINDS[index])
                    .ok_or(#runtime::UnknownId::new(CATALOG.meta().name()))
            },
            Self::Subset => quote! {
                CATALOG.meta().find_by_id(id)
                    .and_then(|entry| #runtime::__private::position(SUBSET, entry))
                    .map(|index| KINDS[index])
                    .ok_or(#runtime::UnknownId::new(CATALOG.meta().name()))
            },
        }
    }
}

/// A variant: an entry, or the kind of another catalog's error.
pub(crate) struct KindVariant {
    pub(crate) name: Ident,
    pub(crate) docs: String,
    pub(crate) deprecated: Option<TokenStream>,
    /// The type of the other catalog's kind.
    pub(crate) inner: Option<TokenStream>,
}

impl Status {
    /// Writes the method `status`, for errors and for kinds.
    pub(crate) fn method(
        self,
        names: &Names,
        constness: Option<&TokenStream>,
        receiver: &TokenStream,
    ) -> Option<TokenStream> {
        let Names {
            visibility,
            runtime,
            ..
        } = names;
        match self {
            Self::None => None,
            Self::Always => Some(quote! {
                /// Returns the HTTP status of the response.
                #[inline]
                #visibility #constness fn status(#receiver) -> #runtime::Status {
                    self.entry().documented_status()
                }
            }),
            Self::Perhaps => Some(quote! {
                /// Returns the HTTP status of the response; `None` if the error's catalog has no statuses.
                #[inline]
                #visibility fn status(#receiver) -> ::core::option::Option<#runtime::Status> {
                    self.entry().status()
                }
            }),
        }
    }
}

impl KindEnum<'_> {
    pub(crate) fn definition(&self) -> TokenStream {
        let Names {
            visibility,
            error,
            kind,
            ..
        } = self.names;
        let docs = format!("The kinds of [`{error}`]: its variants without their fields.");
        let non_exhaustive = (!self.is_exhaustive).then(|| quote!(#[non_exhaustive]));
        let mut variants = TokenStream::new();
        let mut docs_of_variants = Documentations::default();
        for variant in &self.variants {
            docs_of_variants.add(&variant.docs);
        }
        for variant in &self.variants {
            docs_of_variants.next(&mut variants);
            variants.extend(variant.deprecated.clone());
            variants.append(variant.name.clone());
            if let Some(inner) = &variant.inner {
                variants.append(Group::new(Delimiter::Parenthesis, inner.clone()));
            }
            variants.append(Punct::new(',', Spacing::Alone));
        }
        quote! {
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
            #visibility enum #kind {
                #variants
            }
        }
    }

    pub(crate) fn impls(&self) -> TokenStream {
        let Names { kind, runtime, .. } = self.names;
        let all = self.all();
        let methods = self.methods();
        let formatting = self.formatting();
        let find_by_id = self.entries.find_by_id(runtime);
        let formats = self.entries.formats();
        let mut inner_formats = TokenStream::new();
        for inner in self.inner().filter_map(|variant| variant.inner.as_ref()) {
            inner_formats.extend(Some(
                quote!(.and(<#inner as #runtime::CatalogKind>::FORMATS)),
            ));
        }
        let serde = serde::kind(self.names, self.inner().next().is_none());
        quote! {
            #all
            #methods
            #formatting
            #serde

            #[automatically_derived]
            impl #runtime::CatalogKind for #kind {
                const ALL: &'static [Self] = &KINDS;
                const FORMATS: #runtime::envelope::Formats = #formats #inner_formats;

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
        }
    }

    /// Writes all kinds by index, in a static, which the compiler evaluates once and not at each use.
    fn all(&self) -> TokenStream {
        let kind = &self.names.kind;
        let mut all = String::new();
        let mut count = 0_usize;
        for variant in self.variants.iter().filter(|it| it.inner.is_none()) {
            source::add(&mut all, format_args!("{kind}::{},", variant.name));
            count += 1;
        }
        let all = source::parse(&all);
        quote! {
            #[allow(deprecated)]
            static KINDS: [#kind; #count] = [#all];
        }
    }

    fn formatting(&self) -> TokenStream {
        let Names { kind, runtime, .. } = self.names;
        let mut arms = TokenStream::new();
        for variant in self.inner() {
            let (inner, name) = (&variant.name, variant.name.to_string());
            arms.extend(Some(quote! {
                Self::#inner(ref inner) => formatter.debug_tuple(#name).field(inner).finish(),
            }));
        }
        let own = quote!(#runtime::__private::write_variant(self.entry(), formatter));
        let debug = if arms.is_empty() {
            own
        } else {
            quote!(match *self { #arms _ => #own, })
        };
        quote! {
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
        }
    }

    fn methods(&self) -> TokenStream {
        let Names {
            visibility,
            kind,
            runtime,
            ..
        } = self.names;
        let status = self
            .status
            .method(self.names, Some(&quote!(const)), &quote!(self));
        let from_code = self.lookup();
        let entry = self.by_index(&quote!(entry), Entries::entry);
        let documentation = self.by_index(&quote!(documentation), Entries::documentation);
        let constness = self.constness();
        quote! {
            #[allow(dead_code, deprecated)]
            impl #kind {
                /// Every kind, in the catalog's order.
                #visibility const ALL: &'static [Self] = &KINDS;

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
        }
    }

    /// Writes an expression of the entry's index, or a call of the method on another catalog's kind.
    fn by_index(
        &self,
        method: &TokenStream,
        own: fn(Entries, &Path, &TokenStream) -> TokenStream,
    ) -> TokenStream {
        let runtime = &self.names.runtime;
        if self.variants.is_empty() {
            return quote!(match self {});
        }
        if self.inner().next().is_none() {
            let index = quote!(self as ::core::primitive::u16);
            return own(self.entries, runtime, &index);
        }
        let mut next = 0_u16;
        let mut arms = TokenStream::new();
        for variant in &self.variants {
            let name = &variant.name;
            arms.extend(Some(if variant.inner.is_some() {
                quote!(Self::#name(inner) => #runtime::CatalogKind::#method(inner),)
            } else {
                let own = own(self.entries, runtime, &quote!(#next));
                next += 1;
                quote!(Self::#name => #own,)
            }));
        }
        quote!(match self { #arms })
    }

    /// Writes the lookup by code and status.
    fn lookup(&self) -> TokenStream {
        let Names {
            visibility,
            runtime,
            ..
        } = self.names;
        let (docs, parameter, status) = if self.status == Status::None {
            (
                "Returns the kind with this code.",
                quote!(),
                quote!(::core::option::Option::None),
            )
        } else {
            (
                "Returns the kind with this code and status.\n\n\
                 Of several errors with the code, it is the first that documents the status, or the first one if none \
                 does. Without a code, the status must be documented.",
                quote!(status: impl ::core::convert::Into<::core::option::Option<::core::primitive::u16>>),
                quote!(::core::convert::Into::into(status)),
            )
        };
        let find = self.entries.find(runtime, &status);
        quote! {
            #[doc = #docs]
            #[inline]
            #visibility fn from_code<'code>(
                code: impl ::core::convert::Into<#runtime::Code<'code>>,
                #parameter
            ) -> ::core::option::Option<Self> {
                #find
            }
        }
    }

    fn inner(&self) -> impl Iterator<Item = &KindVariant> {
        self.variants
            .iter()
            .filter(|variant| variant.inner.is_some())
    }

    /// Returns `const` if no trait of another catalog is called.
    pub(crate) fn constness(&self) -> Option<TokenStream> {
        let is_const = self.entries != Entries::Listed && self.inner().next().is_none();
        is_const.then(|| quote!(const))
    }
}
