//! Which numbers a plural form is for, without the rules of CLDR: few languages have them in their standard library.
//!
//! In nearly all languages, the category of an integer of 200 or more follows from its last two digits; a whole number of
//! millions has one of its own.

use error_catalog_core::{plural_category, PluralCategory};
use error_catalog_model::{Catalog, Message, ParamType, PluralCase};
use serde_json::{json, Value};

/// The integers that are listed.
const LISTED: u32 = 200;

/// Returns the numbers below 200 of a category as ranges, and whether millions are in it.
pub(super) fn numbers(language: &str, category: PluralCategory) -> Value {
    let mut ranges: Vec<[u32; 2]> = Vec::new();
    for number in (0..LISTED).filter(|number| is_in(language, *number, category)) {
        match ranges.last_mut() {
            Some([_, last]) if *last + 1 == number => *last = number,
            _ => ranges.push([number, number]),
        }
    }
    json!({ "ranges": ranges, "millions": is_in(language, 1_000_000, category) })
}

fn is_in(language: &str, number: u32, category: PluralCategory) -> bool {
    plural_category(language, &number.to_string()) == category
}

/// Returns the languages and entries whose plural forms the exported decoders cannot choose, in words.
pub(super) fn unsupported(catalog: &Catalog) -> Vec<String> {
    let mut notes = Vec::new();
    let mut of_numbers: Vec<&str> = messages(catalog)
        .filter(|(_, message, _)| message.all().any(|form| form.template.has_numbers()))
        .map(|(entry, ..)| &*entry.id)
        .collect();
    of_numbers.dedup();
    for id in of_numbers {
        notes.push(format!(
            "the numbers in the message of `{id}` are read and written without the separators of the language"
        ));
    }
    let of_categories = messages(catalog).filter(|(_, message, _)| has_categories(message));
    for (entry, message, language) in of_categories {
        let param = message.plural.as_ref().map(|plural| plural.param);
        let param = param.and_then(|param| entry.params.get(param));
        if param.is_some_and(|param| param.param_type == ParamType::Decimal) {
            notes.push(format!(
                "the plural forms of `{}` depend on a decimal number, whose fraction the decoder ignores",
                entry.id
            ));
        } else if !is_regular(|number| plural_category(language, &number.to_string())) {
            notes.push(format!(
                "the decoder does not know the plural forms of the language `{language}`, which `{}` has",
                entry.id
            ));
        }
    }
    notes
}

/// Iterates over the messages of all entries in all languages.
fn messages(
    catalog: &Catalog,
) -> impl Iterator<Item = (&error_catalog_model::Entry, &Message, &str)> {
    catalog.entries.iter().flat_map(move |entry| {
        let own = (entry, &entry.message, catalog.own_language());
        let translated = entry
            .translated_messages()
            .filter_map(move |(it, message)| {
                let translation = catalog.translations.get(it.translation)?;
                Some((entry, message, &*translation.language))
            });
        std::iter::once(own).chain(translated)
    })
}

fn has_categories(message: &Message) -> bool {
    let mut cases = message.forms().iter().map(|form| form.case);
    cases.any(|case| matches!(case, PluralCase::Category(_)))
}

/// Whether the categories of a language are as described at the top of this file.
fn is_regular(category: impl Fn(u32) -> PluralCategory) -> bool {
    let mut hundreds = (LISTED..2_000).chain((2_000..2_000_000).step_by(997));
    let mut thousands = (1..1_000).map(|it| it * 1_000);
    let is_like_hundreds = |number: u32| category(number) == category(100 + number % 100);
    let mut millions = [2_000_000, 10_000_000, 1_000_000_000].into_iter();
    hundreds.all(is_like_hundreds)
        && thousands.all(is_like_hundreds)
        && millions.all(|number| category(number) == category(1_000_000))
}

#[cfg(test)]
mod tests {
    use super::{is_regular, numbers};
    use error_catalog_core::{plural_category, PluralCategory};
    use serde_json::json;

    #[test]
    fn the_numbers_of_a_category_are_ranges() {
        let one = numbers("en", PluralCategory::One);
        assert_eq!(one, json!({ "ranges": [[1, 1]], "millions": false }));
        let few = numbers("ru", PluralCategory::Few);
        assert_eq!(few["ranges"][1], json!([22, 24]));
        let many = numbers("fr", PluralCategory::Many);
        assert_eq!(many, json!({ "ranges": [], "millions": true }));
    }

    #[test]
    fn the_languages_of_most_people_are_regular() {
        for language in [
            "ar", "bn", "cs", "de", "en", "es", "fr", "he", "hi", "id", "it", "ja", "ko", "lt",
            "lv", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sl", "sv", "th", "tr", "uk", "vi", "zh",
        ] {
            let category = |number: u32| plural_category(language, &number.to_string());
            assert!(is_regular(category), "{language}");
        }
        assert!(!is_regular(|number| match number {
            2_000 => PluralCategory::Two,
            _ => PluralCategory::Other,
        }));
    }
}
