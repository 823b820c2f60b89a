//! The languages of a catalog.

use crate::source;
use crate::tables::{has_numbers, has_plurals, number_of_language};
use error_catalog_model::{Catalog, Language};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// Writes the languages, unless the catalog has and names none: a call on the metadata.
pub(super) fn expand(catalog: &Catalog) -> Option<TokenStream> {
    if catalog.language.is_none() && catalog.translations.is_empty() {
        return None;
    }
    let own = catalog.own_language();
    let mut records = String::new();
    for (language, fallback) in &translations(catalog) {
        source::add(&mut records, format_args!("({language:?}, {fallback}u8),"));
    }
    let text = format!(".with_languages({own:?}, &[{records}])");
    Some(source::parse(&text))
}

/// Writes the rules of the languages, if messages need them: calls on the metadata.
pub(super) fn rules(runtime: &Path, catalog: &Catalog) -> TokenStream {
    let plurals =
        has_plural_forms(catalog).then(|| quote!(.with_plurals(#runtime::__plural_rules! {})));
    let numbers = has_numbers_of_languages(catalog)
        .then(|| quote!(.with_numbers(#runtime::__number_format! {})));
    quote!(#plurals #numbers)
}

/// Returns whether a message of the catalog has numbers that are written as its language does.
pub(crate) fn has_numbers_of_languages(catalog: &Catalog) -> bool {
    catalog.entries.iter().any(has_numbers)
}

/// Returns whether a message of the catalog has plural forms.
pub(crate) fn has_plural_forms(catalog: &Catalog) -> bool {
    catalog.entries.iter().any(has_plurals)
}

/// Returns the languages of translations, each with the number of its fallback.
pub(crate) fn translations(catalog: &Catalog) -> Vec<(&str, u8)> {
    let mut translations = Vec::with_capacity(catalog.translations.len());
    for translation in &catalog.translations {
        let fallback = match translation.fallback {
            Language::Own => 0,
            Language::Translation(other) => number_of_language(other),
        };
        translations.push((&*translation.language, fallback));
    }
    translations
}
