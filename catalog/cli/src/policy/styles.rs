//! The styles of codes.

use error_catalog_model::CodeStyle;

/// Returns a code with each placeholder replaced by a word of the style.
pub(super) fn with_words(style: CodeStyle, literals: &[String]) -> String {
    let word = match style {
        CodeStyle::ScreamingSnake => "X",
        CodeStyle::Pascal => "Xx",
        CodeStyle::Snake | CodeStyle::Kebab | CodeStyle::Camel => "x",
    };
    literals.join(word)
}

/// Whether the code is in the style.
pub(super) fn matches(style: CodeStyle, code: &str) -> bool {
    let words = |separator: char, is_allowed: fn(u8) -> bool| {
        code.split(separator)
            .all(|word| !word.is_empty() && word.bytes().all(is_allowed))
    };
    let starts = |is_allowed: fn(&char) -> bool| {
        code.chars().next().is_some_and(|first| is_allowed(&first))
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match style {
        CodeStyle::ScreamingSnake => words('_', |byte| {
            byte.is_ascii_uppercase() || byte.is_ascii_digit()
        }),
        CodeStyle::Snake => words('_', |byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit()
        }),
        CodeStyle::Kebab => words('-', |byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit()
        }),
        CodeStyle::Pascal => starts(char::is_ascii_uppercase),
        CodeStyle::Camel => starts(char::is_ascii_lowercase),
    }
}

#[cfg(test)]
mod tests {
    use super::matches;
    use error_catalog_model::CodeStyle;

    #[test]
    fn each_style_matches_only_its_codes() {
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
                    matches(style, code),
                    style == other,
                    "{} {code}",
                    style.as_str()
                );
            }
        }
    }
}
