//! Catalogs that are known at run time only, read by the runtime's own decoder.
//!
//! The decoder asks a type for its catalog, and there is one such type here, [`Dynamic`], for all of them: which catalog
//! it stands for is selected for the time of [`Tables::read`].
//!
//! ```text
//! Catalog of the model ──codegen──▶ Tables ──read──▶ decode::<Dynamic> ──▶ Decoded<Dynamic>
//! ```

mod envelopes;
mod error;
#[cfg(test)]
mod tests;

pub(crate) use error::{Error, Kind};

use error_catalog::__private::NextField;
use error_catalog::{decode, Catalog, Decoded, Documentation, FieldValue, Meta, Response};
use error_catalog_model as model;
use std::cell::Cell;

/// A catalog in its compiled form.
///
/// It stays in memory until the program ends, as the decoder wants it: what is read with it is a handful of catalogs.
#[derive(Debug)]
pub(crate) struct Tables {
    meta: &'static Meta,
    prose: (&'static str, &'static [u8]),
}

thread_local! {
    /// The catalog that [`Dynamic`] stands for.
    static SELECTED: Cell<Option<&'static Tables>> = const { Cell::new(None) };
}

/// Nothing is read with it.
static NOTHING: Tables = Tables {
    meta: Dynamic::META,
    prose: ("", &[]),
};

impl Tables {
    pub(crate) fn new(catalog: &model::Catalog) -> &'static Self {
        let (tables, documentation) = error_catalog_codegen::tables(catalog);
        let offsets = tables.offsets();
        let meta = Meta::new(
            leaked(&catalog.name),
            leaked(&tables.text),
            tables.bytes.leak(),
            tables.entries,
            offsets,
            envelopes::convert(&catalog.envelopes),
        );
        let prose = (leaked(&documentation.text), &*documentation.bytes.leak());
        leak(Self {
            meta: leak(meta),
            prose,
        })
    }

    /// Reads a response with this catalog, and looks at what it says.
    pub(crate) fn read<T>(
        &'static self,
        response: Response<'_>,
        look: impl FnOnce(Decoded<'_, Dynamic>) -> T,
    ) -> T {
        let before = SELECTED.replace(Some(self));
        let seen = look(decode(response));
        SELECTED.set(before);
        seen
    }

    fn selected() -> &'static Self {
        SELECTED.get().unwrap_or(&NOTHING)
    }

    fn documentation(&self, index: u16) -> Documentation {
        Documentation::new(self.prose.0, self.prose.1, index)
    }
}

/// The catalog that is selected.
#[derive(Debug)]
pub(crate) struct Dynamic;

impl Catalog for Dynamic {
    type Error = Error;
    type Kind = Kind;
    const META: &'static Meta = &Meta::new("", "", &[], 0, [0; 2], &[]);

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
