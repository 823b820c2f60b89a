//! Writes the tokens. Everything is already decided, so nothing here can fail.

mod chunks;
mod constructors;
mod documentation;
pub(crate) mod entries;
mod envelopes;
pub(crate) mod error;
mod fields;
mod groups;
pub(crate) mod kind;
pub(crate) mod languages;
mod operations;
mod pattern;
mod serde;
pub(crate) mod subset;
mod types;

use crate::attributes::{Names, Target};
use crate::docs;
use crate::locate::Located;
use crate::path::Watched;
use crate::plan::Plan;
use crate::source;
use crate::tables::{Documentation, Tables};
use entries::Entries;
use error_catalog_model::{Catalog, Entry, Fallback};
use groups::Arms;
use kind::KindEnum;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use subset::Whole;
use syn::ext::IdentExt;
use syn::Path;
use types::Shown;

/// Writes the two enums and their impls, for these entries of the catalog.
pub(crate) fn catalog(
    target: &Target,
    located: &Located,
    catalog: &Catalog,
    entries: &[&Entry],
    plan: &Plan,
    whole: Option<&Whole<'_>>,
) -> TokenStream {
    let watch = watch(&located.watched);
    let docs = whole.map_or_else(|| docs::catalog(catalog), Whole::docs);
    let is_exhaustive = whole.is_some_and(|whole| whole.subset.is_exhaustive);
    let non_exhaustive = (!is_exhaustive).then(|| quote!(#[non_exhaustive]));
    let definition = error::definition(target, entries, plan, &docs, non_exhaustive.as_ref());
    let kinds = KindEnum {
        names: &target.names,
        variants: kind::variants(entries, plan),
        all: kind::all(&target.names, plan),
        count: plan.variants.len(),
        mixed: Vec::new(),
        status: plan.status,
        entries: if whole.is_some() {
            Entries::Subset
        } else {
            Entries::Own
        },
        is_exhaustive,
    };
    let kind_definition = kinds.definition();
    let metadata = match whole {
        Some(whole) => whole.metadata(&target.names.runtime),
        None => metadata(&target.names.runtime, catalog, &plan.groups_of_variants()),
    };
    let marker_impls = marker(target, plan, whole);
    let conversions = whole.and_then(|whole| whole.conversions(&target.names, plan));
    let aliases = types::aliases(&target.names.runtime);
    let shown = Shown::new(&target.names);
    let shown_types = shown.imports();
    let error_impls = error::impls(target, plan);
    let constructors = constructors::expand(target, entries, plan, &shown);
    let groups = groups::expand(target, plan);
    let fields = fields::expand(target, plan);
    let kind_impls = kinds.impls();
    let serde = serde::expand(&target.names);
    let describe = describe(&target.names);
    target.names.fill(
        "
        #watch
        #definition
        #kind_definition
        const _: () = {
            #aliases
            #shown_types
            #metadata
            #marker_impls
            #error_impls
            #constructors
            #groups
            #fields
            #conversions
            #kind_impls
            #serde
            #runtime::__respond! { [] [#error] [] }
            #runtime::__with_miette! { #error }
            #describe
        };
        ",
        &[
            ("watch", &watch),
            ("definition", &definition),
            ("kind_definition", &kind_definition),
            ("aliases", &aliases),
            ("shown_types", &shown_types),
            ("metadata", &metadata),
            ("marker_impls", &marker_impls),
            ("error_impls", &error_impls),
            ("constructors", &constructors),
            ("groups", &groups),
            ("fields", &fields),
            ("conversions", &conversions),
            ("kind_impls", &kind_impls),
            ("serde", &serde),
            ("describe", &describe),
        ],
    )
}

/// Describes the errors in documents of OpenAPI: those of the marker are the same.
fn describe(names: &Names) -> TokenStream {
    let marker_name = names.marker.unraw().to_string();
    let error_name = names.error.unraw().to_string();
    names.fill(
        r#"
        #runtime::__describe! { [] [#marker] [] #kind #marker_name "" [] }
        #runtime::__describe! { [] [#error] [] #kind #error_name "" [] }
        "#,
        &[("marker_name", &marker_name), ("error_name", &error_name)],
    )
}

/// Makes cargo rebuild when one of the files changes; adds nothing to the program.
pub(crate) fn watch(files: &[Watched]) -> Option<TokenStream> {
    if files.is_empty() {
        return None;
    }
    let mut included = String::new();
    for file in files {
        let (variable, path) = (file.variable, format!("/{}", file.path));
        source::add(
            &mut included,
            format_args!(
                "let _ = ::core::include_bytes!(::core::concat!(::core::env!({variable:?}), {path:?}));"
            ),
        );
    }
    let text = format!("const _: fn() = || {{ {included} }};");
    Some(source::parse(&text))
}

/// Writes the compiled form of the catalog.
pub(crate) fn metadata(runtime: &Path, catalog: &Catalog, groups: &[usize]) -> TokenStream {
    let name = &catalog.name;
    let tables = Tables::new(&catalog.entries, groups);
    let text = source::quoted(&tables.text);
    let bytes = Literal::byte_string(&tables.bytes);
    let templates = templates(runtime, &tables, "TEMPLATES");
    let (entries, lookup, history) = (tables.entries, tables.lookup, tables.history);
    let envelopes = envelopes::expand(runtime, &catalog.envelopes);
    let subcodes = envelopes::subcodes(runtime, catalog);
    let fallbacks = fallbacks(runtime, catalog);
    let operations = operations::expand(runtime, catalog);
    let languages = languages::expand(catalog);
    let rules = languages::rules(runtime, catalog);
    let documentation = Documentation::new(catalog);
    let prose = source::quoted(&documentation.text);
    let prose_bytes = Literal::byte_string(&documentation.bytes);
    source::fill(
        "
        #envelopes
        #templates
        static META: #runtime::Meta =
            #runtime::Meta::new(
                #name, #text, #bytes, #entries, [#lookup, #history], ENVELOPES, &TEMPLATES,
            )
                #subcodes
                #fallbacks
                #operations
                #languages
                #rules;
        static PROSE: &::core::primitive::str = #prose;
        static PROSE_BYTES: &[::core::primitive::u8] = #prose_bytes;
        ",
        &[
            ("envelopes", &envelopes),
            ("runtime", runtime),
            ("name", name),
            ("text", &text),
            ("bytes", &bytes),
            ("templates", &templates),
            ("entries", &entries),
            ("lookup", &lookup),
            ("history", &history),
            ("subcodes", &subcodes),
            ("fallbacks", &fallbacks),
            ("operations", &operations),
            ("languages", &languages),
            ("rules", &rules),
            ("prose", &prose),
            ("prose_bytes", &prose_bytes),
        ],
    )
}

/// Writes the messages, apart from what a program does not need that only shows errors.
pub(crate) fn templates(runtime: &Path, tables: &Tables, name: &str) -> TokenStream {
    let templates = &tables.templates;
    let (text, are_enough) = (source::quoted(&templates.text), templates.are_enough);
    let bytes = Literal::byte_string(&templates.bytes);
    let name = Ident::new(name, Span::call_site());
    quote! {
        static #name: #runtime::__private::Templates =
            #runtime::__private::Templates::new(#text, #bytes, #are_enough);
    }
}

/// Writes the entries of fallbacks, unless there are none: a call on the metadata.
fn fallbacks(runtime: &Path, catalog: &Catalog) -> Option<TokenStream> {
    let mut fallbacks = String::new();
    for (fallback, index) in &catalog.fallback_indexes() {
        let fallback = match fallback {
            Fallback::Status(status) => format!("Status({status}u16)"),
            Fallback::Class(class) => format!("Class({class}u8)"),
            Fallback::Panic => "Panic".to_owned(),
            _ => "Timeout".to_owned(),
        };
        source::add(
            &mut fallbacks,
            format_args!("(#runtime::Fallback::{fallback}, {index}u16),"),
        );
    }
    if fallbacks.is_empty() {
        return None;
    }
    let text = format!(".with_fallbacks(&[{fallbacks}])");
    Some(source::fill(&text, &[("runtime", runtime)]))
}

fn marker(target: &Target, plan: &Plan, whole: Option<&Whole<'_>>) -> TokenStream {
    let (constants, construct) = if whole.is_some() {
        (subset::CONSTANTS, subset::construct(plan))
    } else {
        (CONSTANTS, construct(plan))
    };
    let constants = target.names.fill(constants, &[]);
    target.names.fill(
        "
        // A private marker struct counts as used.
        const _: #marker = #marker;

        #decode

        #[automatically_derived]
        impl __private::OfCatalog for #error {
            type Catalog = #marker;
        }

        #[automatically_derived]
        impl #runtime::Catalog for #marker {
            type Error = #error;
            type Kind = #kind;
            #constants

            #[inline]
            #[allow(unused_variables)]
            fn construct(
                kind: #kind,
                next: &mut #runtime::__private::NextField<'_>,
            ) -> __Option<#error> {
                #construct
            }
        }
        ",
        &[
            ("decode", &decode(&target.names)),
            ("constants", &constants),
            ("construct", &construct),
        ],
    )
}

fn decode(names: &Names) -> TokenStream {
    let Names {
        visibility,
        marker,
        runtime,
        ..
    } = names;
    quote! {
        #runtime::__with_wire! {
            #[allow(dead_code)]
            impl #marker {
                /// Reads a response into the typed error, if the catalog knows it, and keeps everything else.
                #[inline]
                #visibility fn decode(
                    response: #runtime::Response<'_>,
                ) -> #runtime::Decoded<'_, #marker> {
                    #runtime::decode(response)
                }
            }
        }
    }
}

/// The constants of the trait, as source for [`Names::fill`].
const CONSTANTS: &str = "
    const META: &'static #runtime::Meta = &META;
    const PROSE: (&'static ::core::primitive::str, &'static [::core::primitive::u8]) =
        (PROSE, PROSE_BYTES);
";

fn construct(plan: &Plan) -> TokenStream {
    let index = "entry.index()";
    let arms = Arms { plan, index };
    source::parse(&format!(
        "let entry = kind.entry();
        match entry.group() {{
            {arms}
            _ => __None,
        }}"
    ))
}
