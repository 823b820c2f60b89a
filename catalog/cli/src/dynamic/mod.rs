//! Reads and writes responses with catalogs that are known only at run time, with the decoder and the encoder of the
//! runtime.
//!
//! They get the catalog from a type. One type, [`Dynamic`], represents all catalogs: [`Tables::read`] and
//! [`Tables::select`] select the one that it represents during the call.
//!
//! ```text
//! Catalog of the model ──codegen──▶ Tables ─┬─read──▶ decode::<Dynamic> ──▶ Decoded<Dynamic>
//!                                           └─select──▶ Occurrence<Error> ──▶ body, headers
//! ```

mod envelopes;
mod error;
mod languages;
mod operations;
#[cfg(test)]
mod tests;

pub(crate) use error::{Error, Kind};

use error_catalog::__private::{NextField, Templates, MISSING};
use error_catalog::{decode, Catalog, Decoded, Documentation, FieldValue, Meta, Response};
use error_catalog_model as model;
use std::cell::Cell;

/// A catalog in its compiled form.
///
/// The decoder needs `'static` tables, so they are leaked. The command loads only a handful of catalogs.
#[derive(Debug)]
pub(crate) struct Tables {
    meta: &'static Meta,
    prose: (&'static str, &'static [u8]),
}

thread_local! {
    /// The catalog that [`Dynamic`] represents.
    static SELECTED: Cell<Option<&'static Tables>> = const { Cell::new(None) };
}

/// An empty catalog, for use while none is selected.
static NOTHING: Tables = Tables {
    meta: Dynamic::META,
    prose: ("", &[]),
};

impl Tables {
    pub(crate) fn new(catalog: &model::Catalog) -> &'static Self {
        let (tables, documentation) = error_catalog_codegen::tables(catalog);
        let offsets = tables.offsets();
        let templates = Templates::new(
            leaked(&tables.templates.text),
            tables.templates.bytes.leak(),
            tables.templates.are_enough,
        );
        let meta = Meta::new(
            leaked(&catalog.name),
            leaked(&tables.text),
            tables.bytes.leak(),
            tables.entries,
            offsets,
            envelopes::convert(&catalog.envelopes),
            leak(templates),
        )
        .with_subcodes(envelopes::subcodes(catalog))
        .with_fallbacks(catalog.fallback_indexes().leak());
        let meta = languages::add(meta, catalog);
        let meta = operations::add(meta, catalog);
        let prose = (leaked(&documentation.text), &*documentation.bytes.leak());
        leak(Self {
            meta: leak(meta),
            prose,
        })
    }

    /// Reads a response with this catalog, and passes the result to `look`.
    pub(crate) fn read<T>(
        &'static self,
        response: Response<'_>,
        look: impl FnOnce(Decoded<'_, Dynamic>) -> T,
    ) -> T {
        self.select(|| look(decode(response)))
    }

    /// Calls a function, for which [`Dynamic`] represents this catalog.
    pub(crate) fn select<T>(&'static self, call: impl FnOnce() -> T) -> T {
        let before = SELECTED.replace(Some(self));
        let result = call();
        SELECTED.set(before);
        result
    }

    fn selected() -> &'static Self {
        SELECTED.get().unwrap_or(&NOTHING)
    }

    fn documentation(&self, index: u16) -> Documentation {
        Documentation::new(self.prose.0, self.prose.1, index)
    }
}

/// The selected catalog.
#[derive(Debug)]
pub(crate) struct Dynamic;

impl Catalog for Dynamic {
    type Error = Error;
    type Kind = Kind;
    const META: &'static Meta = MISSING;

    fn meta() -> &'static Meta {
        Tables::selected().meta
    }

    fn construct(kind: Kind, next: &mut NextField<'_>) -> Option<Error> {
        let entry = error_catalog::CatalogKind::entry(kind);
        let field = |param: error_catalog::Param| {
            next().filter(|value| param.is_optional() || *value != FieldValue::Absent)
        };
        let fields: Option<Vec<FieldValue>> = entry.params().map(field).collect();
        Some(Error::new(kind, fields?))
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn leaked(text: &str) -> &'static str {
    Box::leak(text.into())
}
