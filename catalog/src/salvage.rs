//! What can be known of a catalog that has mistakes: its names, so that code which uses them does not fail as well.

use crate::model::{Catalog, Entry};
use crate::name::is_id;
use crate::template::name_mistake;
use crate::{build, raw, variant_name, Report, Source, Storage};
use serde_json::value::RawValue;
use std::collections::HashSet;

/// The entries whose names are sound, of the catalog as far as it could be read, or else of what was probably meant.
pub(crate) fn salvage(source: &Source, catalog: Option<Catalog>) -> Option<Catalog> {
    let mut catalog = catalog.or_else(|| reread(source))?;
    let mut variants = HashSet::new();
    catalog
        .entries
        .retain(|entry| is_id(&entry.id) && variants.insert(variant_name(&entry.id)));
    catalog.entries.iter_mut().for_each(keep_sound_params);
    Some(catalog)
}

/// Reads the file again with its commas and brackets put right. The mistakes are told already.
fn reread(source: &Source) -> Option<Catalog> {
    let repaired = Source::new(source.name(), repair(source.text()));
    let mut ignored = Report::new();
    let raw = raw::read(&repaired, &mut ignored)?;
    Some(build::catalog(raw, &mut ignored))
}

fn keep_sound_params(entry: &mut Entry) {
    let mut fields = HashSet::new();
    entry
        .params
        .retain(|param| name_mistake(&param.name).is_none() && fields.insert(param.field.clone()));
    while Storage::of(&entry.params).is_none() {
        entry.params.pop();
    }
}

/// The text with commas between values, and nowhere else, and every bracket closed.
fn repair(text: &str) -> String {
    let mut repaired = String::with_capacity(text.len());
    let mut open = Vec::new();
    let mut after_value = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let token = token(rest);
        rest = rest.get(token.len()..).unwrap_or_default();
        match first {
            '}' | ']' if open.last() == Some(&first) => {
                open.pop();
                repaired.push(first);
                after_value = true;
            }
            ':' => {
                repaired.push(':');
                after_value = false;
            }
            _ if is_value(first) => {
                if after_value {
                    repaired.push(',');
                }
                repaired.push_str(token);
                if first == '"' && serde_json::from_str::<&RawValue>(token).is_err() {
                    repaired.push('"');
                }
                match first {
                    '{' => open.push('}'),
                    '[' => open.push(']'),
                    _ => {}
                }
                after_value = !matches!(first, '{' | '[');
            }
            _ => {}
        }
    }
    repaired.extend(open.iter().rev());
    repaired
}

fn is_value(first: char) -> bool {
    matches!(first, '{' | '[' | '"' | '-' | 't' | 'f' | 'n') || first.is_ascii_digit()
}

/// The first token of the text: a string up to its end or that of the line, a word, or one character.
fn token(text: &str) -> &str {
    let mut escaped = false;
    let end = match text.chars().next() {
        Some('"') => text
            .char_indices()
            .skip(1)
            .find(|(_, character)| {
                let ends = !escaped && matches!(character, '"' | '\n');
                escaped = !escaped && *character == '\\';
                ends
            })
            .map(|(at, character)| if character == '"' { at + 1 } else { at }),
        Some(first) if first == '-' || first.is_ascii_alphanumeric() => {
            let word =
                |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
            text.find(|character| !word(character))
        }
        Some(first) => Some(first.len_utf8()),
        None => Some(0),
    };
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn commas_and_brackets_are_put_right() {
        let repaired = [
            ("[1, 2,]", "[1,2]"),
            ("{\"a\": 1 \"b\": [{} {}]", "{\"a\":1,\"b\":[{},{}]}"),
            ("{\"a\": \"b\\\"\n}", "{\"a\":\"b\\\"\"}"),
            ("[1] // é\n]", "[1]"),
        ];
        for (text, expected) in repaired {
            assert_eq!(repair(text), expected);
        }
    }
}
