//! Writes the kinds and the impls for your own enum.

use super::binder::{is_param, is_source, Bound};
use super::binding::Binding;
use super::item::{Field, Item, Role};
use super::of::compared_values;
use crate::expand::entries::Entries;
use crate::expand::error::Methods;
use crate::expand::kind::{KindEnum, KindVariant};
use crate::generics::predicates;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{GenericParam, Type};

pub(super) fn expand(
    item: &Item<'_>,
    binding: &Binding<'_, '_>,
    watch: Option<&TokenStream>,
) -> TokenStream {
    let names = &item.target.names;
    let kinds = kinds(item, binding);
    let kind_definition = kinds.definition();
    let kind_impls = kinds.impls();
    let tables = &binding.tables;
    // The entries of large catalogs are many.
    let is_compared = binding.entries == Entries::Listed;
    let allow = is_compared.then(|| quote!(#[allow(long_running_const_eval)]));
    let mut attributes = item.input.attrs.iter();
    let is_deprecated = attributes.any(|it| it.path().is_ident("deprecated"));
    let allow_deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    let methods = Methods {
        names,
        impl_header: header(item, &quote!(), &bounds(item, binding)),
        kind_of: kind_of(item, binding),
        constness: kinds.constness(),
        status: kinds.status,
    }
    .expand();
    let error_impls = error_impls(item, binding);
    let respond = respond(item, &bounds(item, binding));
    let describe = describe(item);
    let mut from_impls = TokenStream::new();
    for bound in &binding.variants {
        from_impls.extend(from_impl(item, bound));
    }
    names.fill(
        "
        #watch
        #kind_definition
        #allow
        #allow_deprecated
        const _: () = {
            #[allow(unused_imports)]
            use #runtime::__private::{AsDynError as _, OwnValue as _};
            #tables
            #kind_impls
            #methods
            #error_impls
            #respond
            #describe
            #from_impls
        };
        ",
        &[
            ("watch", &watch),
            ("kind_definition", &kind_definition),
            ("allow", &allow),
            ("allow_deprecated", &allow_deprecated),
            ("tables", tables),
            ("kind_impls", &kind_impls),
            ("methods", &methods),
            ("error_impls", &error_impls),
            ("respond", &respond),
            ("describe", &describe),
            ("from_impls", &from_impls),
        ],
    )
}

/// Writes `impl<…> trait_name Enum<…> where …`, with bounds in addition to those of the enum.
fn header(item: &Item<'_>, trait_name: &TokenStream, bounds: &TokenStream) -> TokenStream {
    let (generics, type_generics, _) = item.input.generics.split_for_impl();
    let name = &item.input.ident;
    let bounds = clause(item, bounds);
    quote!(impl #generics #trait_name #name #type_generics #bounds)
}

/// Makes errors the responses of servers.
fn respond(item: &Item<'_>, bounds: &TokenStream) -> TokenStream {
    let runtime = &item.target.names.runtime;
    let (generics, type_generics, _) = item.input.generics.split_for_impl();
    let name = &item.input.ident;
    let bounds = clause(item, bounds);
    quote!(#runtime::__respond! { [#generics] [#name #type_generics] [#bounds] })
}

/// Describes the errors in documents of OpenAPI.
fn describe(item: &Item<'_>) -> TokenStream {
    let runtime = &item.target.names.runtime;
    let kind = &item.target.names.kind;
    let (generics, type_generics, _) = item.input.generics.split_for_impl();
    let ident = &item.input.ident;
    let name = ident.unraw().to_string();
    let bounds = clause(item, &TokenStream::new());
    let mut inner = Vec::new();
    for variant in &item.variants {
        if let (Role::Transparent, Some(field)) = (&variant.role, variant.inner()) {
            inner.push(&field.field.ty);
        }
    }
    quote!(#runtime::__describe! { [#generics] [#ident #type_generics] [#bounds] #kind #name #name [#(#inner),*] })
}

/// Writes the predicates of the enum, and these bounds.
fn clause(item: &Item<'_>, bounds: &TokenStream) -> TokenStream {
    let generics = &item.input.generics;
    if generics.where_clause.is_none() && bounds.is_empty() {
        return TokenStream::new();
    }
    let own = predicates(generics);
    quote!(where #own #bounds)
}

/// The type of the kinds: a variant of another catalog's error has its kind.
fn kinds<'i>(item: &'i Item<'_>, binding: &Binding<'_, '_>) -> KindEnum<'i> {
    let names = &item.target.names;
    let (kind, runtime) = (&names.kind, &names.runtime);
    let (mut variants, mut all) = (TokenStream::new(), TokenStream::new());
    let mut mixed = Vec::with_capacity(binding.variants.len());
    let mut count = 0;
    for bound in &binding.variants {
        let (name, docs) = (bound.variant.ident, &bound.docs);
        let inner = match bound.variant.role {
            Role::Transparent => bound.variant.inner().map(|field| &field.field.ty),
            _ => None,
        };
        // If the type is not an error of a catalog, the compiler reports it at the type.
        let inner = inner.map(|inner| {
            let kind = quote!(<#inner as #runtime::CatalogError>::Kind);
            respan(kind, inner.span())
        });
        let content = inner.as_ref().map(|inner| quote!((#inner)));
        variants.extend(Some(quote!(#[doc = #docs] #name #content,)));
        if inner.is_none() {
            all.extend(Some(quote!(#kind::#name,)));
            count += 1;
        }
        mixed.push(KindVariant {
            name: name.clone(),
            inner,
        });
    }
    if mixed.len() == count {
        mixed.clear();
    }
    KindEnum {
        names,
        variants: quote!({ #variants }),
        all,
        count,
        mixed,
        status: binding.status,
        entries: binding.entries,
        is_exhaustive: false,
    }
}

fn kind_of(item: &Item<'_>, binding: &Binding<'_, '_>) -> TokenStream {
    let kind = &item.target.names.kind;
    let runtime = &item.target.names.runtime;
    let error = &item.input.ident;
    let mut arms = TokenStream::new();
    for bound in &binding.variants {
        let name = bound.variant.ident;
        arms.extend(Some(if let Role::Transparent = bound.variant.role {
            let inner = inner(bound);
            quote!(#error::#name { #inner .. } => #kind::#name(#runtime::CatalogError::kind(inner)),)
        } else {
            quote!(#error::#name { .. } => #kind::#name,)
        }));
    }
    quote!(match *self { #arms })
}

/// Writes the pattern for a transparent variant's error, without skipped fields.
fn inner(bound: &Bound<'_, '_>) -> Option<TokenStream> {
    let member = &bound.variant.inner()?.member;
    Some(quote!(#member: ref inner,))
}

/// Writes the impls of traits. Functions are `#[inline]`, so that they are compiled only where they are used. Variants
/// are named through the enum, because the compiler searches a list for those of `Self`.
fn error_impls(item: &Item<'_>, binding: &Binding<'_, '_>) -> TokenStream {
    let names = &item.target.names;
    let runtime = &names.runtime;
    let bounds = bounds(item, binding);
    let catalog_error = header(item, &quote!(#runtime::CatalogError for), &bounds);
    let display = header(item, &quote!(::core::fmt::Display for), &bounds);
    let error_trait = header(item, &quote!(::core::error::Error for), &bounds);
    let enum_name = &item.input.ident;
    let (mut arms, mut sources) = (TokenStream::new(), TokenStream::new());
    for bound in &binding.variants {
        arms.extend(Some(values(enum_name, bound, runtime)));
        sources.extend(source_arm(enum_name, bound));
    }
    let source = (!sources.is_empty()).then(|| {
        names.fill(
            "
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                match *self { #sources _ => ::core::option::Option::None }
            }
            ",
            &[("sources", &sources)],
        )
    });
    names.fill(
        "
        #[automatically_derived]
        #[allow(deprecated)]
        #catalog_error {
            type Kind = #kind;

            #[inline]
            fn kind(&self) -> #kind {
                self.kind()
            }

            #[inline]
            fn fields(&self, visit: &mut dyn ::core::ops::FnMut(&[#runtime::Value<'_>])) {
                match *self { #arms }
            }
        }

        #[automatically_derived]
        #display {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::display(self, formatter)
            }
        }

        #[automatically_derived]
        #[allow(deprecated, unreachable_patterns)]
        #error_trait {
            #source
        }
        ",
        &[
            ("catalog_error", &catalog_error),
            ("arms", &arms),
            ("display", &display),
            ("error_trait", &error_trait),
            ("source", &source),
        ],
    )
}

/// Writes the bounds under which a generic enum is an error: its `Debug`, and the bounds of its fields.
fn bounds(item: &Item<'_>, binding: &Binding<'_, '_>) -> TokenStream {
    if item.input.generics.params.is_empty() {
        return TokenStream::new();
    }
    // Not `Self`: some of the impls are for other types.
    let (_, type_generics, _) = item.input.generics.split_for_impl();
    let name = &item.input.ident;
    let mut bounds = quote!(#name #type_generics: ::core::fmt::Debug,);
    for field in &generic_fields(item, binding, is_param) {
        bounds.extend(Some(quote!(#field: ::core::fmt::Display,)));
    }
    for field in &generic_fields(item, binding, is_source) {
        bounds.extend(Some(quote!(#field: ::core::error::Error + 'static,)));
    }
    bounds
}

/// Returns the types of these fields that mention a type parameter of the enum.
fn generic_fields<'b>(
    item: &Item<'_>,
    binding: &'b Binding<'_, '_>,
    is_needed: fn(&Bound<'_, '_>, &Field<'_>) -> bool,
) -> Vec<&'b Type> {
    let mut parameters = Vec::new();
    for param in &item.input.generics.params {
        if let GenericParam::Type(param) = param {
            parameters.push(param.ident.to_string());
        }
    }
    let mut types = Vec::new();
    for bound in &binding.variants {
        for field in &bound.variant.fields {
            let shown = field_type(field);
            if is_needed(bound, field) && mentions(shown.to_token_stream(), &parameters) {
                types.push(shown);
            }
        }
    }
    types
}

/// Returns the type of a field's value: the one inside of an `Option`.
fn field_type<'f>(field: &'f Field<'_>) -> &'f Type {
    let Type::Path(path) = &field.field.ty else {
        return &field.field.ty;
    };
    let last = path.path.segments.last().filter(|_| field.is_option());
    match last.map(|last| &last.arguments) {
        Some(syn::PathArguments::AngleBracketed(arguments)) => match arguments.args.first() {
            Some(syn::GenericArgument::Type(inner)) => inner,
            _ => &field.field.ty,
        },
        _ => &field.field.ty,
    }
}

fn mentions(tokens: TokenStream, names: &[String]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.iter().any(|name| ident == name),
        TokenTree::Group(group) => mentions(group.stream(), names),
        _ => false,
    })
}

/// Writes the arm that passes the values of a variant's fields, in the order of its entry's parameters.
fn values(error: &Ident, bound: &Bound<'_, '_>, runtime: &syn::Path) -> TokenStream {
    let name = bound.variant.ident;
    let Some(params) = &bound.params else {
        let inner = inner(bound);
        return quote! {
            #error::#name { #inner .. } => #runtime::CatalogError::fields(inner, visit),
        };
    };
    if let Some(number) = bound.number {
        return compared_values(error, bound, number, runtime);
    }
    let mut patterns = TokenStream::new();
    let mut values = Vec::with_capacity(params.len());
    for (index, field) in params.iter().enumerate() {
        let Some(field) = field else {
            values.push(quote!(#runtime::Value::Absent));
            continue;
        };
        let binding = format_ident!("field_{index}", span = field.span());
        let member = &field.member;
        patterns.extend(Some(quote!(#member: ref #binding,)));
        values.push(field.shown(&binding, runtime));
    }
    quote!(#error::#name { #patterns .. } => { visit(&[#(#values),*]); })
}

fn source_arm(error: &Ident, bound: &Bound<'_, '_>) -> Option<TokenStream> {
    let name = bound.variant.ident;
    if let Role::Transparent = bound.variant.role {
        let inner = inner(bound);
        return Some(quote!(#error::#name { #inner .. } => ::core::error::Error::source(inner),));
    }
    let source = bound.source?;
    let member = &source.member;
    // If the type is not an error, the compiler reports it at the field.
    let as_dyn_error = Ident::new("as_dyn_error", source.span());
    let value = if source.is_option() {
        quote!(source.as_ref().map(|source| source.#as_dyn_error()))
    } else {
        quote!(::core::option::Option::Some(source.#as_dyn_error()))
    };
    Some(quote!(#error::#name { #member: ref source, .. } => #value,))
}

/// Writes `From` for a variant with `#[from]`.
fn from_impl(item: &Item<'_>, bound: &Bound<'_, '_>) -> Option<TokenStream> {
    let field = bound.variant.fields.iter().find(|field| field.is_from)?;
    let name = bound.variant.ident;
    let from = &field.field.ty;
    let member = &field.member;
    let header = header(item, &quote!(::core::convert::From<#from> for), &quote!());
    let docs = format!("Converts the source into `{}`.", name.unraw());
    Some(item.target.names.fill(
        "
        #[automatically_derived]
        #[allow(deprecated)]
        #header {
            #[doc = #docs]
            fn from(source: #from) -> Self {
                Self::#name { #member: source }
            }
        }
        ",
        &[
            ("header", &header),
            ("docs", &docs),
            ("from", &from),
            ("name", &name),
            ("member", &member),
        ],
    ))
}

/// Moves the tokens to this span.
fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let mut moved = TokenStream::new();
    for mut token in tokens {
        token.set_span(span);
        moved.append(token);
    }
    moved
}
