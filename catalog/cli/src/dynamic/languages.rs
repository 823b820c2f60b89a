//! The languages of a catalog.

use super::leaked;
use error_catalog::__private::{plural_category, NUMBER_FORMAT};
use error_catalog::Meta;
use error_catalog_model::Catalog;

pub(super) fn add(meta: Meta, catalog: &Catalog) -> Meta {
    let meta = if error_catalog_codegen::has_plural_forms(catalog) {
        meta.with_plurals(plural_category)
    } else {
        meta
    };
    let meta = if error_catalog_codegen::has_numbers(catalog) {
        meta.with_numbers(NUMBER_FORMAT)
    } else {
        meta
    };
    if catalog.language.is_none() && catalog.translations.is_empty() {
        return meta;
    }
    let translations = error_catalog_codegen::translations(catalog).into_iter();
    let translations: Vec<_> = translations
        .map(|(language, fallback)| (leaked(language), fallback))
        .collect();
    meta.with_languages(leaked(catalog.own_language()), translations.leak())
}
