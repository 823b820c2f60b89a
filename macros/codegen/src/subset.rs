//! Some of a catalog's errors: those of an operation, or those that the attributes name.

use crate::errors::Errors;
use error_catalog_model::{nearest, Catalog, Operation, Table};
use proc_macro2::Span;
use syn::{Error, LitStr, Path, Result};

/// What the attributes say about which errors of the catalog the enum has.
pub(crate) enum Chosen {
    /// Those of this operation.
    Operation(LitStr),
    /// Those with these ids, and the place of the key.
    Only(Span, Vec<LitStr>),
}

/// A marker struct with some of the catalog's errors.
pub(crate) struct Subset {
    pub(crate) chosen: Chosen,
    /// The error type of the whole catalog.
    pub(crate) whole: Option<Path>,
    pub(crate) is_exhaustive: bool,
}

impl Chosen {
    /// Returns the positions of the errors in the catalog, in its order.
    ///
    /// # Errors
    ///
    /// The catalog does not have what the attributes name.
    pub(crate) fn positions(&self, catalog: &Catalog) -> Result<Vec<usize>> {
        match self {
            Self::Operation(name) => Ok(catalog.errors_of(operation(catalog, name)?)),
            Self::Only(span, ids) => only(catalog, *span, ids),
        }
    }
}

/// Returns the operation with this name.
///
/// # Errors
///
/// The catalog does not have it.
pub(crate) fn operation<'c>(catalog: &'c Catalog, name: &LitStr) -> Result<&'c Operation> {
    let value = name.value();
    catalog.operation(&value).ok_or_else(|| {
        let mut known = Vec::with_capacity(catalog.operations.len());
        for operation in &catalog.operations {
            known.push(&*operation.name);
        }
        let help = did_you_mean(&value, &known);
        let message = format!("the catalog has no operation `{value}`{help}");
        Error::new(name.span(), message)
    })
}

fn only(catalog: &Catalog, span: Span, ids: &[LitStr]) -> Result<Vec<usize>> {
    if ids.is_empty() {
        let message = "expected at least one id, such as `only = [\"CARD_DECLINED\"]`";
        return Err(Error::new(span, message));
    }
    let mut known = Vec::with_capacity(catalog.entries.len());
    let mut places = Table::default();
    for (place, entry) in catalog.entries.iter().enumerate() {
        known.push(&*entry.id);
        places.set(&entry.id, place);
    }
    let mut is_chosen = vec![false; known.len()];
    let mut errors = Errors::default();
    for id in ids {
        let value = id.value();
        let message = match places.get(&value) {
            Some(place) if is_chosen[place] => format!("duplicate id `{value}`"),
            Some(place) => {
                is_chosen[place] = true;
                continue;
            }
            None => {
                let help = did_you_mean(&value, &known);
                format!("the catalog has no error `{value}`{help}")
            }
        };
        errors.add(Error::new(id.span(), message));
    }
    errors.finish()?;
    let mut chosen = Vec::with_capacity(ids.len());
    for (place, is_chosen) in is_chosen.iter().enumerate() {
        if *is_chosen {
            chosen.push(place);
        }
    }
    Ok(chosen)
}

fn did_you_mean(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    }
}
