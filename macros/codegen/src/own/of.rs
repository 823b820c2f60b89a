//! Your own enum over a catalog that is compiled elsewhere, `#[catalog(of = other::Payments)]`.
//!
//! The derive cannot read the catalog. It writes the variants down in constants, which the compiler compares with the
//! catalog: each check is a constant at the variant or field that it is about. The constants that the rest of the output
//! uses do not fail.

use super::binder::{is_source_by_name, source_field, Binder, Bound, Found};
use super::binding::Binding;
use super::item::{Field, Item, Role, Variant};
use crate::errors::Errors;
use crate::expand::entries::Entries;
use crate::expand::templates;
use crate::plan::Status;
use crate::source;
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
    let binder = Binder::without_entries(Status::Perhaps);
    let mut count = 0;
    let mut others = Vec::new();
    let mut variants = Vec::with_capacity(item.variants.len());
    let mut errors = Errors::default();
    for variant in &item.variants {
        if let Role::Entry(_) = variant.role {
            variants.push(compared(variant, count, catalog));
            count += 1;
        } else if let Some((bound, found)) = errors.keep(binder.bind(variant)) {
            variants.push(bound);
            if let Some(Found::Outside(entry)) = found {
                others.push(*entry);
            }
        }
    }
    errors.finish()?;
    Ok(Binding {
        tables: tables(item, &variants, &others, catalog),
        variants,
        status: Status::Perhaps,
        entries: Entries::Listed,
    })
}

/// A variant whose entry the compiler finds.
fn compared<'b, 'i>(variant: &'b Variant<'i>, number: usize, catalog: &Path) -> Bound<'b, 'i> {
    let mut params = Vec::with_capacity(variant.fields.len());
    for field in &variant.fields {
        if !field.is_skipped {
            params.push(Some(field));
        }
    }
    let catalog = catalog.to_token_stream().to_string().replace(' ', "");
    Bound {
        variant,
        params: Some(params),
        source: source_field(variant, &[]),
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
    let names = &item.target.names;
    let runtime = &names.runtime;
    let operation = item.target.operation.as_ref();
    let of_operation = operation.map(|name| quote!(.of_operation(#name)));
    let compiled = quote_spanned! {catalog.span()=>
        const CATALOG: #runtime::__private::Compiled =
            #runtime::__private::Compiled::of::<#catalog>()#of_operation;
    };
    let check_operation = operation
        .map(|name| quote_spanned!(name.span()=> const _: () = CATALOG.check_operation(#name);));
    let (mut constants, mut checked) = (TokenStream::new(), TokenStream::new());
    let mut entries = String::new();
    let mut count = 0_usize;
    let mut other = 0_u16;
    for bound in variants {
        if let Some(number) = bound.number {
            constants.extend(constant(bound, runtime));
            checks(bound, &mut checked);
            source::add(
                &mut entries,
                format_args!("VARIANTS[{number}usize].entry(),"),
            );
        } else if bound.params.is_some() {
            source::add(
                &mut entries,
                format_args!("#runtime::Entry::of(&OTHERS, {other}u16),"),
            );
            other += 1;
        } else {
            continue;
        }
        count += 1;
    }
    let exhaustive = item.target.is_exhaustive.then(|| {
        quote_spanned! {item.input.ident.span()=>
            const _: () = CATALOG.check_exhaustive(VARIANTS);
        }
    });
    let other_tables = other_tables(others, runtime);
    let entries = names.fill(&entries, &[]);
    names.fill(
        "
        #compiled
        #check_operation
        const VARIANTS: &[#runtime::__private::Variant] = &[#constants];
        #checked
        #exhaustive
        #other_tables
        static ENTRIES: [#runtime::Entry; #count] = [#entries];
        ",
        &[
            ("compiled", &compiled),
            ("check_operation", &check_operation),
            ("constants", &constants),
            ("checked", &checked),
            ("exhaustive", &exhaustive),
            ("other_tables", &other_tables),
            ("count", &count),
            ("entries", &entries),
        ],
    )
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
    let templates = templates(runtime, &tables, "OTHER_TEMPLATES");
    Some(quote! {
        #templates
        static OTHERS: #runtime::Meta = #runtime::Meta::new(
            CATALOG.meta().name(),
            #text,
            #bytes,
            #entries,
            [#lookup, #history],
            CATALOG.meta().envelopes(),
            &OTHER_TEMPLATES,
        );
    })
}

/// A variant as a constant, with a comma after it.
fn constant(bound: &Bound<'_, '_>, runtime: &Path) -> TokenStream {
    let name = bound.variant.ident.unraw().to_string();
    let id = if let Some((id, _)) = id(bound) {
        quote!(::core::option::Option::Some(#id))
    } else {
        quote!(::core::option::Option::None)
    };
    let mut fields = TokenStream::new();
    for field in bound.fields() {
        let (constructor, name) = match &field.param {
            Some(param) => (quote!(param), param.value()),
            None if is_source(field) => (quote!(source), field.name()),
            None => (quote!(named), field.name()),
        };
        fields.extend(Some(
            quote!(#runtime::__private::Field::#constructor(#name),),
        ));
    }
    quote!(#runtime::__private::Variant::new(CATALOG, #name, #id, &[#fields]),)
}

/// Writes the constants that fail where the variant or one of its fields does not agree with the catalog.
fn checks(bound: &Bound<'_, '_>, tokens: &mut TokenStream) {
    let number = bound.number;
    let span = bound.variant.ident.span();
    let entry_span = id(bound).map_or(span, |(_, span)| span);
    tokens.extend(Some(
        quote_spanned!(entry_span=> const _: () = VARIANTS[#number].check();),
    ));
    tokens.extend(Some(quote_spanned! {span=>
        const _: () = VARIANTS[#number].check_unique(VARIANTS, #number);
        const _: () = VARIANTS[#number].check_params();
    }));
    for (index, field) in bound.fields().into_iter().enumerate() {
        let span = match &field.param {
            Some(param) => param.span(),
            None => field.span(),
        };
        tokens.extend(Some(
            quote_spanned!(span=> const _: () = VARIANTS[#number].check_field(#index);),
        ));
    }
}

/// The id of a variant and its place, if it is given.
fn id(bound: &Bound<'_, '_>) -> Option<(String, Span)> {
    match &bound.variant.role {
        Role::Entry(Some(literal)) => Some((literal.value(), literal.span())),
        _ => None,
    }
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
    let (mut patterns, mut puts) = (TokenStream::new(), TokenStream::new());
    for (index, field) in bound.fields().into_iter().enumerate() {
        let variable = format_ident!("field_{index}", span = field.span());
        let member = &field.member;
        patterns.extend(Some(quote!(#member: ref #variable,)));
        let value = field.shown(&variable, runtime);
        puts.extend(Some(quote!({
            const PLACE: ::core::primitive::usize = VARIANTS[#number].place(#index);
            #runtime::__private::put(&mut values, PLACE, #value);
        })));
    }
    let mutable = (!puts.is_empty()).then(|| quote!(mut));
    quote! {
        #error::#name { #patterns .. } => {
            let #mutable values = [#runtime::Value::Absent; VARIANTS[#number].params()];
            #puts
            visit(&values);
        }
    }
}
