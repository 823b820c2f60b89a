//! Ids for entries, which no other entry of the catalog has.

use super::draft::{Code, Entry};
use error_catalog_model::{id_from_code, variant_name};
use std::collections::{HashMap, HashSet};

/// The longest id that is derived from words, in bytes: longer ones are hard to read as the name of a variant.
const LONGEST: usize = 48;
/// The longest id, in bytes.
const LONGEST_OF_CODE: usize = 100;

/// Words that do not end an id.
const SMALL: [&str; 21] = [
    "A", "AN", "AND", "ARE", "AS", "AT", "BE", "BY", "FOR", "FROM", "IN", "IS", "MAY", "OF", "ON",
    "OR", "THAT", "THE", "TO", "WITH", "YOUR",
];

/// The ids of a catalog.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// The names of their variants. Two ids can have the same one.
    variants: HashSet<String>,
    /// Those that codes give, which words of other entries do not get.
    reserved: HashSet<String>,
    /// The number to try next for an id that is taken, so that many entries of one code take linear time.
    next: HashMap<String, u32>,
}

impl Ids {
    /// Adds the id of an entry. Returns whether it is new.
    pub(super) fn add(&mut self, id: &str) -> bool {
        self.variants.insert(variant_name(id))
    }

    /// Keeps the ids of these codes for them.
    pub(super) fn reserve<'c>(&mut self, codes: impl Iterator<Item = &'c Code>) {
        self.reserved = codes
            .filter_map(default)
            .map(|id| variant_name(&id))
            .collect();
    }

    /// Returns an id for the entry. The same entries in the same order always get the same ids.
    pub(super) fn of(&mut self, entry: &Entry) -> String {
        let base = base(entry);
        let is_of_code = default(&entry.code).is_some();
        if (is_of_code || !self.reserved.contains(&variant_name(&base))) && self.add(&base) {
            return base;
        }
        let status = entry.statuses.first();
        let with_status = status.map(|status| format!("{base}_{status}"));
        if let Some(id) = with_status.filter(|id| self.add(id)) {
            return id;
        }
        loop {
            let next = self.next.entry(base.clone()).or_insert(2);
            let id = format!("{base}_{next}");
            *next += 1;
            if self.add(&id) {
                return id;
            }
        }
    }
}

/// Returns the id that a code gives without an `id` beside it.
pub(super) fn default(code: &Code) -> Option<String> {
    match code {
        Code::Text(text) => id_from_code(text).filter(|id| id.len() <= LONGEST_OF_CODE),
        Code::Number(_) | Code::None => None,
    }
}

fn base(entry: &Entry) -> String {
    let of_name = || entry.name.as_deref().and_then(from_words);
    if let Some(id) = default(&entry.code) {
        return id;
    }
    if let Some(id) = of_name() {
        return id;
    }
    match &entry.code {
        Code::Number(number) if *number < 0 => format!("ERROR_MINUS_{}", number.unsigned_abs()),
        Code::Number(number) => format!("ERROR_{number}"),
        Code::Text(text) => from_words(text).unwrap_or_else(|| "ERROR".to_owned()),
        Code::None => match entry.statuses.first() {
            Some(status) => format!("STATUS_{status}"),
            None => "ERROR".to_owned(),
        },
    }
}

fn ends_with(id: &str, word: &str) -> bool {
    id.rsplit_once('_').is_some_and(|(_, last)| last == word)
}

/// Derives an id from words: those that an id can have, up to its longest length.
pub(super) fn from_words(text: &str) -> Option<String> {
    let ascii = |character: char| {
        if character.is_ascii_alphanumeric() {
            character
        } else {
            ' '
        }
    };
    // A quote within a word does not split it: `doesn't` is `DOESNT`.
    let text: String = text
        .chars()
        .filter(|it| !matches!(it, '\'' | '’'))
        .map(ascii)
        .collect();
    let mut id = String::new();
    let mut is_cut = false;
    for word in text.split_whitespace() {
        let word = match id_from_code(word) {
            Some(word) => word,
            // A word that starts with a digit is not a valid id by itself.
            None if id.is_empty() => format!("ERROR_{}", word.to_ascii_uppercase()),
            None => word.to_ascii_uppercase(),
        };
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST {
            is_cut = true;
            break;
        }
        if !id.is_empty() {
            id.push('_');
        }
        id.push_str(&word);
    }
    // What is cut off after a small word reads badly.
    let small = |id: &str| {
        Some(id.rsplit_once('_')?.0.len()).filter(|_| SMALL.iter().any(|it| ends_with(id, it)))
    };
    while let Some(length) = small(&id).filter(|_| is_cut) {
        id.truncate(length);
    }
    id.truncate(LONGEST_OF_CODE);
    let id = id.trim_end_matches('_');
    (!id.is_empty()).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{from_words, Ids};
    use crate::subcommands::import::draft::{Code, Entry};
    use error_catalog_model::{compile, variant_name, Source};
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn entry(code: Code, name: Option<&str>, statuses: &[u16]) -> Entry {
        Entry {
            code,
            name: name.map(str::to_owned),
            statuses: statuses.to_vec(),
            ..Entry::default()
        }
    }

    #[test]
    fn ids_are_derived_from_the_code_or_else_from_the_name() {
        let mut ids = Ids::default();
        let text = |text: &str| Code::Text(text.to_owned());
        for (code, name, statuses, id) in [
            (text("cardDeclined"), None, &[402][..], "CARD_DECLINED"),
            (text("card_declined"), None, &[404], "CARD_DECLINED_404"),
            (text("card-declined"), None, &[404], "CARD_DECLINED_2"),
            (text("PD:admin:Err1"), None, &[], "PD_ADMIN_ERR1"),
            (
                Code::Number(1002),
                Some("'{0}' expected."),
                &[],
                "ERROR_0_EXPECTED",
            ),
            (Code::Number(1003), None, &[], "ERROR_1003"),
            (Code::Number(-1003), None, &[], "ERROR_MINUS_1003"),
            (Code::None, None, &[404], "STATUS_404"),
            (Code::None, None, &[404], "STATUS_404_404"),
            (text("ошибка"), None, &[], "ERROR"),
            (text("self"), None, &[], "SELF"),
            (text("404"), Some("Not found"), &[], "NOT_FOUND"),
        ] {
            assert_eq!(ids.of(&entry(code, name, statuses)), id);
        }
    }

    #[test]
    fn the_id_of_a_code_is_not_given_to_words() {
        let code = Code::Text("not_found".to_owned());
        let mut ids = Ids::default();
        ids.reserve(std::iter::once(&code));
        assert_eq!(
            ids.of(&entry(Code::None, Some("Not found"), &[404])),
            "NOT_FOUND_404"
        );
        assert_eq!(ids.of(&entry(code, None, &[404])), "NOT_FOUND");
    }

    #[test]
    fn words_that_are_no_names_give_no_id() {
        for text in ["", " ", "\u{0}", "ошибка", "---", "_"] {
            assert_eq!(from_words(text), None, "{text:?}");
        }
        assert_eq!(from_words("doesn't work").as_deref(), Some("DOESNT_WORK"));
        assert_eq!(from_words("2 of 3").as_deref(), Some("ERROR_2_OF_3"));
    }

    proptest! {
        #[test]
        fn every_id_is_valid_and_unique(codes in prop::collection::vec(".{0,12}|[aA1_ -]{0,8}", 0..12)) {
            let mut ids = Ids::default();
            let mut variants = HashSet::new();
            for code in codes {
                let code = Code::of(&code).unwrap_or_default();
                let id = ids.of(&entry(code, Some("a b"), &[404]));
                prop_assert!(variants.insert(variant_name(&id)));
                let text = format!(r#"{{ "name": "a", "errors": [{{ "code": 1, "id": "{id}" }}] }}"#);
                prop_assert!(compile(&Source::new("a.json", text)).is_ok());
            }
        }
    }
}
