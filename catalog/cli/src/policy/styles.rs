//! What a policy says of keys, codes and messages.

use clap::ValueEnum;
use serde::Deserialize;

/// A key of an error.
#[derive(Debug, Clone, Copy, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(super) enum Key {
    Title,
    Message,
    Category,
    Scope,
    Retry,
    Description,
    Causes,
    Resolution,
    Examples,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum CodeStyle {
    #[serde(rename = "SCREAMING_SNAKE_CASE")]
    ScreamingSnake,
    #[serde(rename = "snake_case")]
    Snake,
    #[serde(rename = "kebab-case")]
    Kebab,
    #[serde(rename = "PascalCase")]
    Pascal,
    #[serde(rename = "camelCase")]
    Camel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MessageStyle {
    Sentence,
    Fragment,
}

impl CodeStyle {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::ScreamingSnake => "SCREAMING_SNAKE_CASE",
            Self::Snake => "snake_case",
            Self::Kebab => "kebab-case",
            Self::Pascal => "PascalCase",
            Self::Camel => "camelCase",
        }
    }

    /// A code with a word of the style in each of its placeholders.
    pub(super) fn with_words(self, literals: &[String]) -> String {
        let word = match self {
            Self::ScreamingSnake => "X",
            Self::Pascal => "Xx",
            Self::Snake | Self::Kebab | Self::Camel => "x",
        };
        literals.join(word)
    }

    pub(super) fn takes(self, code: &str) -> bool {
        let words = |separator: char, takes: fn(u8) -> bool| {
            code.split(separator)
                .all(|word| !word.is_empty() && word.bytes().all(takes))
        };
        let starts = |takes: fn(&char) -> bool| {
            code.chars().next().is_some_and(|first| takes(&first))
                && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        match self {
            Self::ScreamingSnake => words('_', |byte| {
                byte.is_ascii_uppercase() || byte.is_ascii_digit()
            }),
            Self::Snake => words('_', |byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit()
            }),
            Self::Kebab => words('-', |byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit()
            }),
            Self::Pascal => starts(char::is_ascii_uppercase),
            Self::Camel => starts(char::is_ascii_lowercase),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CodeStyle;

    #[test]
    fn each_style_takes_its_codes_only() {
        let styles = [
            (CodeStyle::ScreamingSnake, "CARD_DECLINED_2"),
            (CodeStyle::Snake, "card_declined_2"),
            (CodeStyle::Kebab, "card-declined-2"),
            (CodeStyle::Pascal, "CardDeclined2"),
            (CodeStyle::Camel, "cardDeclined2"),
        ];
        for (style, _) in styles {
            for (other, code) in styles {
                assert_eq!(
                    style.takes(code),
                    style.name() == other.name(),
                    "{} {code}",
                    style.name()
                );
            }
        }
    }
}
