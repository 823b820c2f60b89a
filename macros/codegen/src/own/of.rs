//! Your own enum over a catalog that is compiled elsewhere, `#[catalog(of = other::Payments)]`.
//!
//! The derive cannot read the catalog. It writes the variants down in constants, which the compiler compares with the
//! catalog: each check is a constant at the variant or field that it is about. The constants that the rest of the output
//! uses do not fail.

use super::binding::{is_source_by_name, Binder, Binding, Bound};
use super::item::{all, Field, Item, Role, Variant};
use crate::expand::kind::Entries;
use crate::plan::Status;
use crate::tables::Tables;
use error_catalog_model::Entry;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned, ToTokens};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Path, Result};

/// Binds the variants to the entries of this catalog.
///
/// Whether its entries have a status is not known here: each may have one.
pub(super) fn bind<'b, 'i>(item: &'b Item<'i>, catalog: &Path) -> Result<Binding<'b, 'i>> {
    let binder = Binder {
        entries: &[],
        operation: None,
        file: None,
        status: Status::Perhaps,
    };
    let mut count = 0;
    let mut others = Vec::new();
    let variants = all(item.variants.iter().map(|variant| {
        if let Role::Entry(_) = variant.role {
            count += 1;
            return Ok(compared(variant, count - 1, catalog));
        }
        let (bound, entry) = binder.bind(variant)?;
        others.extend(entry);
        Ok(bound)
    }))?;
    Ok(Binding {
        tables: tables(item, &variants, &others, catalog),
        variants,
        status: Status::Perhaps,
        entries: Entries::Listed,
    })
}

/// A variant whose entry the compiler finds.
fn compared<'b, 'i>(variant: &'b Variant<'i>, number: usize, catalog: &Path) -> Bound<'b, 'i> {
    let marked = variant.fields.iter().find(|field| field.is_source);
    let by_name = || variant.fields.iter().find(|field| is_source_by_name(field));
    let params = variant.fields.iter().filter(|field| !field.is_skipped);
    let catalog = catalog.to_token_stream().to_string().replace(' ', "");
    Bound {
        variant,
        params: Some(params.map(Some).collect()),
        source: marked.or_else(by_name),
        docs: format!("An error of `{catalog}`."),
        number: Some(number),
    }
}

/// The constants that compare, and the list of entries.
fn tables(
    item: &Item<'_>,
    variants: &[Bound<'_, '_>],
    others: &[Entry],
    catalog: &Path,
) -> TokenStream {
    let runtime = &item.target.names.runtime;
    let operation = item.target.operation.as_ref();
    let of_operation = operation.map(|name| quote!(.of_operation(#name)));
    let compiled = quote_spanned! {catalog.span()=>
        const CATALOG: #runtime::__private::Compiled =
            #runtime::__private::Compiled::of::<#catalog>()#of_operation;
    };
    let check_operation = operation
        .map(|name| quote_spanned!(name.span()=> const _: () = CATALOG.check_operation(#name);));
    let compared = variants.iter().filter(|bound| bound.number.is_some());
    let constants = compared.clone().map(|bound| constant(bound, runtime));
    let checks = compared.map(checks);
    let exhaustive = item.target.is_exhaustive.then(|| {
        quote_spanned! {item.input.ident.span()=>
            const _: () = CATALOG.check_exhaustive(VARIANTS);
        }
    });
    let other_tables = other_tables(others, runtime);
    let mut other = 0_u16..;
    let entries = variants.iter().filter_map(|bound| {
        if let Some(number) = bound.number {
            return Some(quote!(VARIANTS[#number].entry()));
        }
        bound.params.as_ref()?;
        let index = other.next()?;
        Some(quote!(#runtime::Entry::of(&OTHERS, #index)))
    });
    let entries: Vec<TokenStream> = entries.collect();
    let count = entries.len();
    quote! {
        #compiled
        #check_operation
        const VARIANTS: &[#runtime::__private::Variant] = &[#(#constants),*];
        #(#checks)*
        #exhaustive
        #other_tables
        static ENTRIES: [#runtime::Entry; #count] = [#(#entries),*];
    }
}

/// The metadata of the errors outside the catalog.
fn other_tables(others: &[Entry], runtime: &Path) -> Option<TokenStream> {
    if others.is_empty() {
        return None;
    }
    let tables = Tables::new(others, &[]);
    let text = &tables.text;
    let bytes = Literal::byte_string(&tables.bytes);
    let (entries, [lookup, history]) = (tables.entries, tables.offsets());
    Some(quote! {
        static OTHERS: #runtime::Meta = #runtime::Meta::new(
            CATALOG.meta().name(),
            #text,
            #bytes,
            #entries,
            [#lookup, #history],
            CATALOG.meta().envelopes(),
        );
    })
}

/// A variant as a constant.
fn constant(bound: &Bound<'_, '_>, runtime: &Path) -> TokenStream {
    let name = bound.variant.ident.unraw().to_string();
    let id = id(bound).map_or_else(
        || quote!(::core::option::Option::None),
        |(id, _)| quote!(::core::option::Option::Some(#id)),
    );
    let fields = fields(bound).map(|field| {
        let (constructor, name) = match &field.param {
            Some(param) => (quote!(param), param.value()),
            None if is_source(field) => (quote!(source), field.name()),
            None => (quote!(named), field.name()),
        };
        quote!(#runtime::__private::Field::#constructor(#name))
    });
    quote!(#runtime::__private::Variant::new(CATALOG, #name, #id, &[#(#fields),*]))
}

/// The constants that fail where the variant or one of its fields does not agree with the catalog.
fn checks(bound: &Bound<'_, '_>) -> TokenStream {
    let number = bound.number;
    let span = bound.variant.ident.span();
    let entry_span = id(bound).map_or(span, |(_, span)| span);
    let field_checks = fields(bound).enumerate().map(|(index, field)| {
        let span = field
            .param
            .as_ref()
            .map_or_else(|| field.span(), Spanned::span);
        quote_spanned!(span=> const _: () = VARIANTS[#number].check_field(#index);)
    });
    let check = quote_spanned!(entry_span=> const _: () = VARIANTS[#number].check(););
    let check_unique = quote_spanned! {span=>
        const _: () = VARIANTS[#number].check_unique(VARIANTS, #number);
    };
    let check_params = quote_spanned!(span=> const _: () = VARIANTS[#number].check_params(););
    quote!(#check #check_unique #check_params #(#field_checks)*)
}

/// The id of a variant and its place, if it is given.
fn id(bound: &Bound<'_, '_>) -> Option<(String, Span)> {
    match &bound.variant.role {
        Role::Entry(Some(literal)) => Some((literal.value(), literal.span())),
        _ => None,
    }
}

/// The fields that can be parameters.
fn fields<'f, 'b, 'i>(bound: &'f Bound<'b, 'i>) -> impl Iterator<Item = &'b Field<'i>> + 'f {
    bound.params.iter().flatten().copied().flatten()
}

fn is_source(field: &Field<'_>) -> bool {
    field.is_source || is_source_by_name(field)
}

/// The arm that passes the values of a variant's fields, each in the place that its parameter has in the catalog.
pub(super) fn compared_values(
    error: &Ident,
    bound: &Bound<'_, '_>,
    number: usize,
    runtime: &Path,
) -> TokenStream {
    let name = bound.variant.ident;
    let mut patterns = Vec::new();
    let puts: Vec<TokenStream> = fields(bound)
        .enumerate()
        .map(|(index, field)| {
            let variable = format_ident!("field_{index}", span = field.span());
            let member = &field.member;
            patterns.push(quote!(#member: ref #variable,));
            let value = field.shown(&variable, runtime);
            quote! {
                const PLACE: ::core::primitive::usize = VARIANTS[#number].place(#index);
                #runtime::__private::put(&mut values, PLACE, #value);
            }
        })
        .collect();
    let mutable = (!puts.is_empty()).then(|| quote!(mut));
    quote! {
        #error::#name { #(#patterns)* .. } => {
            let #mutable values = [#runtime::Value::Absent; VARIANTS[#number].params()];
            #({ #puts })*
            visit(&values);
        }
    }
}
