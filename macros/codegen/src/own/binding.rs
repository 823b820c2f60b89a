//! Binds the enum to the catalog: each variant to its entry.

use super::binder::{Binder, Bound, Found};
use super::item::{Item, Role, Variant};
use crate::errors::Errors;
use crate::expand::entries::Entries;
use crate::expand::metadata;
use crate::name::identifier;
use crate::plan::Status;
use crate::source::add;
use error_catalog_model::{variant_name, Catalog, Entry, Source};
use proc_macro2::{Ident, TokenStream};
use syn::{Error, Result};

/// The enum, with each variant bound to its entry.
pub(crate) struct Binding<'b, 'i> {
    pub(crate) variants: Vec<Bound<'b, 'i>>,
    pub(crate) status: Status,
    /// The items that hold the entries.
    pub(crate) tables: TokenStream,
    /// How the entries are found in them.
    pub(crate) entries: Entries,
}

impl<'b, 'i> Binding<'b, 'i> {
    pub(crate) fn new(item: &'b Item<'i>, catalog: Catalog, file: &Source) -> Result<Self> {
        let status = status(item, &catalog);
        let (variants, found) = bind_all(item, &catalog, file, status)?;
        let catalog = with_entries(catalog, found);
        Ok(Self {
            variants,
            status,
            tables: metadata(&item.target.names.runtime, &catalog, &[]),
            entries: Entries::Own,
        })
    }
}

/// Binds every variant to an entry, unless it is transparent.
fn bind_all<'b, 'i>(
    item: &'b Item<'i>,
    catalog: &Catalog,
    file: &Source,
    status: Status,
) -> Result<(Vec<Bound<'b, 'i>>, Vec<Found>)> {
    let binder = Binder::new(item, catalog, file, status)?;
    let mut taken: Vec<Option<&Ident>> = vec![None; catalog.entries.len()];
    let (mut variants, mut all_found) = (Vec::new(), Vec::new());
    let mut errors = Errors::default();
    for variant in &item.variants {
        let Some((bound, found)) = errors.keep(binder.bind(variant)) else {
            continue;
        };
        if let Some(Found::Known(position)) = found {
            if let Some(first) = taken[position].replace(variant.ident) {
                let name = binder.name(&catalog.entries[position]);
                let message = format!("{name} already has a variant: `{first}`");
                errors.add(Error::new(variant.ident.span(), message));
            }
        }
        variants.push(bound);
        if let Some(found) = found {
            all_found.push(found);
        }
    }
    errors.finish()?;
    if item.target.is_exhaustive {
        let mut missing = Vec::new();
        for (position, entry) in catalog.entries.iter().enumerate() {
            if taken[position].is_none() && binder.allows(position) {
                missing.push(entry);
            }
        }
        check_exhaustive(item, &missing)?;
    }
    Ok((variants, all_found))
}

/// Returns the catalog with the entries that were found, and the fallbacks that are among them.
fn with_entries(catalog: Catalog, found: Vec<Found>) -> Catalog {
    let mut known = Vec::with_capacity(catalog.entries.len());
    for entry in catalog.entries {
        known.push(Some(entry));
    }
    let mut positions = Vec::with_capacity(found.len());
    let mut entries = Vec::with_capacity(found.len());
    for found in found {
        match found {
            Found::Known(position) => {
                // Each is found only once.
                if let Some(entry) = known[position].take() {
                    positions.push(Some(position));
                    entries.push(entry);
                }
            }
            Found::Outside(entry) => {
                positions.push(None);
                entries.push(*entry);
            }
        }
    }
    let mut fallbacks = Vec::new();
    for mut fallback in catalog.fallbacks {
        let before = Some(fallback.entry);
        if let Some(position) = positions.iter().position(|it| *it == before) {
            fallback.entry = position;
            fallbacks.push(fallback);
        }
    }
    Catalog {
        entries,
        fallbacks,
        ..catalog
    }
}

fn status(item: &Item<'_>, catalog: &Catalog) -> Status {
    let is_transparent = |variant: &Variant<'_>| matches!(variant.role, Role::Transparent);
    if item.variants.iter().any(is_transparent) {
        Status::Perhaps
    } else {
        Status::of(&catalog.entries)
    }
}

fn check_exhaustive(item: &Item<'_>, missing: &[&Entry]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let mut variants = String::new();
    for entry in missing {
        add(&mut variants, format_args!("\n    {}", source(entry)));
    }
    let whose = match item.target.operation {
        Some(_) => "operation",
        None => "catalog",
    };
    let message = format!(
        "missing variants for {} of the {whose}'s errors; add{variants}",
        missing.len(),
    );
    Err(Error::new(item.input.ident.span(), message))
}

/// Writes the variant of an entry as source to paste.
fn source(entry: &Entry) -> String {
    let name = variant_name(&entry.id);
    if entry.params.is_empty() {
        return format!("{name},");
    }
    let mut text = format!("{name} {{");
    for (index, param) in entry.params.iter().enumerate() {
        let between = if index == 0 { "" } else { "," };
        let field = identifier(param.field.clone());
        let value = if param.is_optional {
            "Option<String>"
        } else {
            "String"
        };
        add(&mut text, format_args!("{between} {field}: {value}"));
    }
    text.push_str(" },");
    text
}
