//! Names by the rules of each language.

use error_catalog_model::field_name;
use std::collections::HashSet;

/// How the words of a name are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Camel,
    /// Pascal, but always beginning with a capital letter, so that Go exports it.
    Exported,
    Kebab,
    Pascal,
    Screaming,
    Snake,
}

impl Case {
    /// Returns the words of any text in this case.
    pub(super) fn apply(self, text: &str) -> String {
        let snake = field_name(text);
        let words = snake.split('_').filter(|word| !word.is_empty());
        let words = words.enumerate().map(|(index, word)| match self {
            Self::Camel if index == 0 => word.to_owned(),
            Self::Camel | Self::Exported | Self::Pascal => capitalized(word),
            Self::Screaming => word.to_ascii_uppercase(),
            Self::Kebab | Self::Snake => word.to_owned(),
        });
        let words: Vec<String> = words.collect();
        match self {
            Self::Camel | Self::Pascal => words.concat(),
            Self::Exported => {
                let name = words.concat();
                let is_exported = name.starts_with(|first: char| first.is_ascii_uppercase());
                if is_exported {
                    name
                } else {
                    format!("X{name}")
                }
            }
            Self::Kebab => words.join("-"),
            Self::Screaming | Self::Snake => words.join("_"),
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The names that a language or a file reserves.
pub(super) type Reserved<'n> = HashSet<&'n str>;

/// Names that must be different from each other and from those that are reserved.
#[derive(Debug)]
pub(super) struct Names<'n> {
    reserved: &'n Reserved<'n>,
    taken: HashSet<String>,
}

impl<'n> Names<'n> {
    pub(super) fn new(reserved: &'n Reserved<'n>) -> Self {
        Self {
            reserved,
            taken: HashSet::new(),
        }
    }

    /// Returns a valid name that is not taken, and takes it.
    pub(super) fn take(&mut self, name: &str) -> String {
        self.take_with(name, &[])
    }

    /// Returns a valid name that is not taken, with or without one of the prefixes, and takes it in all of these ways.
    pub(super) fn take_with(&mut self, name: &str, prefixes: &[&str]) -> String {
        let mut name = match name.chars().next() {
            None => "value".to_owned(),
            Some(first) if first.is_ascii_digit() => format!("_{name}"),
            Some(_) => name.to_owned(),
        };
        let all = |name: &str| -> Vec<String> {
            let prefixes = [""].iter().chain(prefixes);
            prefixes.map(|prefix| format!("{prefix}{name}")).collect()
        };
        let is_taken = |name: &String| self.reserved.contains(&**name) || self.taken.contains(name);
        while all(&name).iter().any(is_taken) {
            name.push('_');
        }
        self.taken.extend(all(&name));
        name
    }
}

/// Returns the words of a text that begin with a letter: the names that the source of a file may use.
pub(super) fn identifiers(source: &str) -> impl Iterator<Item = &str> {
    let words = source.split(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    words.filter(|word| word.starts_with(|first: char| first.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::{Case, Names, Reserved};

    #[test]
    fn a_name_has_the_case_of_its_language() {
        for (text, names) in [
            (
                "CARD_DECLINED",
                [
                    "cardDeclined",
                    "card-declined",
                    "CardDeclined",
                    "CARD_DECLINED",
                    "card_declined",
                ],
            ),
            (
                "oldValue",
                [
                    "oldValue",
                    "old-value",
                    "OldValue",
                    "OLD_VALUE",
                    "old_value",
                ],
            ),
            (
                "linkedin-marketing",
                [
                    "linkedinMarketing",
                    "linkedin-marketing",
                    "LinkedinMarketing",
                    "LINKEDIN_MARKETING",
                    "linkedin_marketing",
                ],
            ),
        ] {
            let cases = [
                Case::Camel,
                Case::Kebab,
                Case::Pascal,
                Case::Screaming,
                Case::Snake,
            ];
            assert_eq!(cases.map(|case| case.apply(text)), names);
        }
    }

    #[test]
    fn a_name_is_never_taken_twice_and_never_invalid() {
        let reserved = Reserved::from(["class"]);
        let mut names = Names::new(&reserved);
        assert_eq!(names.take("class"), "class_");
        assert_eq!(names.take("a"), "a");
        assert_eq!(names.take("a"), "a_");
        assert_eq!(names.take("0"), "_0");
        assert_eq!(names.take(""), "value");
    }

    #[test]
    fn a_name_is_not_one_that_another_has_with_a_prefix() {
        let reserved = Reserved::new();
        let mut names = Names::new(&reserved);
        assert_eq!(names.take_with("CodeA", &["Code"]), "CodeA");
        assert_eq!(names.take_with("A", &["Code"]), "A_");
        assert_eq!(names.take_with("CodeA_", &["Code"]), "CodeA__");
    }

    #[test]
    fn an_exported_name_begins_with_a_capital() {
        assert_eq!(Case::Exported.apply("old_value"), "OldValue");
        assert_eq!(Case::Exported.apply("3ds"), "X3ds");
        assert_eq!(Case::Exported.apply(""), "X");
    }
}
