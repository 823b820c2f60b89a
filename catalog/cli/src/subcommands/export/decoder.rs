//! What a decoder needs to know of a catalog, as JSON: the same in every language.

mod entries;
mod envelopes;
mod object;

use entries::EntryData;
pub(super) use entries::{code, Template};
use envelopes::envelope;
pub(super) use envelopes::format;
use error_catalog_model::Catalog;
use serde::Serialize;
use serde_json::json;

/// Returns the catalog as JSON, with a line for each envelope and each entry. `keys` are the names of the fields of each
/// entry's parameters in the language.
pub(super) fn json(catalog: &Catalog, keys: &[Vec<String>]) -> String {
    let languages = languages(catalog);
    let envelopes = catalog.envelopes.iter().map(envelope);
    let entries = catalog.entries.iter().zip(keys);
    let entries = entries.map(|(entry, keys)| EntryData::new(entry, keys, &languages));
    let fallbacks = error_catalog_codegen::translations(catalog).into_iter();
    let fallbacks: Vec<u8> = fallbacks.map(|(_, fallback)| fallback).collect();
    format!(
        "{{\n\"languages\":{},\n\"fallbacks\":{},\n\"envelopes\":{},\n\"entries\":{},\n\"patterns\":{}\n}}",
        safe(&json!(languages)),
        safe(&json!(fallbacks)),
        lines(envelopes),
        lines(entries),
        safe(&json!(error_catalog_codegen::patterns(catalog))),
    )
}

/// Returns the languages of the messages: that of the catalog, and those of its translations.
pub(super) fn languages(catalog: &Catalog) -> Vec<&str> {
    let translations = catalog.translations.iter();
    let translations = translations.map(|translation| &*translation.language);
    std::iter::once(catalog.own_language())
        .chain(translations)
        .collect()
}

fn lines(values: impl Iterator<Item = impl Serialize>) -> String {
    let mut lines = String::from("[");
    for value in values {
        lines.push_str(if lines.len() == 1 { "\n" } else { ",\n" });
        lines.push_str(&safe(&value));
    }
    lines.push_str(if lines.len() == 1 { "]" } else { "\n]" });
    lines
}

/// Writes JSON that can be in a raw string of any language, and that shows what it is: characters that end a string, that
/// are invisible, or that change the direction of text are escaped. They can only be in strings.
fn safe(value: &impl Serialize) -> String {
    use std::fmt::Write;

    // It cannot fail: all keys are strings.
    let json = serde_json::to_string(value).unwrap_or_default();
    if json.bytes().all(is_plain) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        if u8::try_from(character).is_ok_and(is_plain) || is_letter(character) {
            safe.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe
}

const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'`' | b'$')
}

/// Whether a character outside ASCII is shown as it is.
fn is_letter(character: char) -> bool {
    !character.is_ascii() && character.is_alphanumeric()
}
