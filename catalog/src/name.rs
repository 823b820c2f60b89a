//! Conversions of names in a catalog to names in Rust.

use crate::bytes::{all, has, start, starts};

/// Derives an id from a code: words in capitals, joined by `_`. Returns `None` if the result is not a valid id, or if the
/// code has characters outside ASCII, whose letters an id cannot contain.
///
/// ```
/// use error_catalog_model::id_from_code;
///
/// assert_eq!(id_from_code("CARD_DECLINED").as_deref(), Some("CARD_DECLINED"));
/// assert_eq!(id_from_code("AuthenticationRequired").as_deref(), Some("AUTHENTICATION_REQUIRED"));
/// assert_eq!(id_from_code("ads.too_many").as_deref(), Some("ADS_TOO_MANY"));
/// assert_eq!(id_from_code("404"), None);
/// assert_eq!(id_from_code("ÄRGER"), None);
/// ```
pub fn id_from_code(code: &str) -> Option<String> {
    let id = if are_words(code, b'A') {
        code.to_owned()
    } else if all(code, |byte| byte.is_ascii()) {
        words(code).join("_").to_ascii_uppercase()
    } else {
        return None;
    };
    starts(&id, |first| first.is_ascii_uppercase()).then_some(id)
}

/// Whether the string is a valid id: words of capitals and digits, joined by `_`, starting with a letter.
pub(crate) fn is_id(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    starts(text, |first| first.is_ascii_uppercase())
        && !text.ends_with('_')
        && !has(text, "__", '_')
        && all(text, is_part)
}

/// Returns the name of an entry's variant.
///
/// ```
/// use error_catalog_model::variant_name;
///
/// assert_eq!(variant_name("CARD_DECLINED"), "CardDeclined");
/// assert_eq!(variant_name("STATUS_404"), "Status404");
/// assert_eq!(variant_name("SELF"), "Self_");
/// ```
pub fn variant_name(id: &str) -> String {
    match reserved_variant(id) {
        Some(name) => name.to_owned(),
        None => error_catalog_core::variant_of(id),
    }
}

/// Returns the name of the variant if the usual one is reserved: `Self` is not a valid name, not even as `r#Self`.
///
/// ```
/// use error_catalog_model::reserved_variant;
///
/// assert_eq!(reserved_variant("SELF"), Some("Self_"));
/// assert_eq!(reserved_variant("CARD_DECLINED"), None);
/// ```
pub fn reserved_variant(id: &str) -> Option<&'static str> {
    (id == "SELF").then_some("Self_")
}

/// The methods of every error, whose names a constructor cannot have.
const METHODS: [&str; 9] = [
    "code",
    "documentation",
    "entry",
    "fields",
    "kind",
    "message",
    "retry",
    "status",
    "to_body",
];

/// Returns the name of the constructor for this id. A keyword is not escaped.
///
/// ```
/// use error_catalog_model::constructor_name;
///
/// assert_eq!(constructor_name("CARD_DECLINED"), "card_declined");
/// assert_eq!(constructor_name("STATUS"), "status_");
/// ```
pub fn constructor_name(id: &str) -> String {
    let mut name = without_reserved(id.to_ascii_lowercase());
    if METHODS.contains(&&*name) {
        name.push('_');
    }
    name
}

/// Returns the name of a parameter's field, in `snake_case`. A keyword is not escaped.
///
/// ```
/// use error_catalog_model::field_name;
///
/// assert_eq!(field_name("oldValue"), "old_value");
/// assert_eq!(field_name("URLPath"), "url_path");
/// assert_eq!(field_name("0"), "_0");
/// assert_eq!(field_name("self"), "self_");
/// ```
pub fn field_name(name: &str) -> String {
    without_reserved(if are_words(name, b'a') {
        name.to_owned()
    } else {
        words(name).join("_").to_ascii_lowercase()
    })
}

/// Changes a name in `snake_case` that cannot be one in Rust, not even as a raw identifier.
fn without_reserved(name: String) -> String {
    let mut field = name;
    if starts(&field, |first| first.is_ascii_digit()) {
        field.insert(0, '_');
    }
    if matches!(&*field, "self" | "super" | "crate") {
        field.push('_');
    }
    field
}

/// Whether the name is letters of the case of `first` and digits, in words joined by `_`, so that it needs no conversion.
/// Checking this is much faster than converting, as derives run unoptimized. A letter after a digit can begin a word.
fn are_words(name: &str, first: u8) -> bool {
    const LETTERS: u8 = 26;
    let (mut is_after_sign, mut is_after_digit) = (true, false);
    for byte in name.as_bytes() {
        match *byte {
            b'_' if !is_after_sign => (is_after_sign, is_after_digit) = (true, false),
            b'0'..=b'9' => (is_after_sign, is_after_digit) = (false, true),
            letter if letter >= first && letter < first + LETTERS && !is_after_digit => {
                is_after_sign = false;
            }
            _ => return false,
        }
    }
    !is_after_sign
}

/// Splits a name into words: at everything but letters and digits, and where a capital begins a word.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let part = start(rest, |byte| byte.is_ascii_alphanumeric());
        let (part, after) = rest.split_at(part);
        if !part.is_empty() {
            add_words(part, &mut words);
        }
        rest = after.trim_start_matches(|it: char| !it.is_ascii_alphanumeric());
    }
    words
}

/// Splits `oneTwo` and `ONETwo` between `one` and `Two`.
fn add_words<'p>(part: &'p str, words: &mut Vec<&'p str>) {
    let bytes = part.as_bytes();
    let begins = |at: usize| {
        let lower = |at: usize| bytes.get(at).is_some_and(|byte| !byte.is_ascii_uppercase());
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
        !lower(at) && (lower(at - 1) || letter(at + 1))
    };
    let mut start = 0;
    for at in 1..part.len() {
        if begins(at) {
            words.push(part.get(start..at).unwrap_or_default());
            start = at;
        }
    }
    words.push(part.get(start..).unwrap_or_default());
}

/// The keywords of all editions of Rust, in the order of the alphabet.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Whether the word is a keyword in some edition of Rust, so that it needs `r#` as a name.
pub fn is_keyword(word: &str) -> bool {
    const LONGEST: usize = "abstract".len();
    // Few names are this short, and derives run unoptimized.
    word.len() <= LONGEST && KEYWORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{field_name, id_from_code, is_id, is_keyword, KEYWORDS};

    #[test]
    fn every_keyword_is_found() {
        for keyword in KEYWORDS {
            assert!(is_keyword(keyword), "{keyword}");
        }
        assert!(!is_keyword("union"));
    }

    #[test]
    fn codes_of_every_style_give_an_id() {
        let ids = [
            ("rate-limit", "RATE_LIMIT"),
            ("HTTPError", "HTTP_ERROR"),
            ("LK_524", "LK_524"),
            ("v2Error", "V2_ERROR"),
            ("invalid_token", "INVALID_TOKEN"),
            ("a::b", "A_B"),
        ];
        for (code, id) in ids {
            assert_eq!(id_from_code(code).as_deref(), Some(id), "{code}");
        }
        assert_eq!(id_from_code(""), None);
    }

    #[test]
    fn no_letter_of_a_code_is_left_out_of_its_id() {
        for code in [
            "ошибка",
            "ÄRGER",
            "CAFÉ",
            "CAFE\u{301}",
            "NAÏVE",
            "Ａ1",
            "A—B",
            "ſTOP",
        ] {
            assert_eq!(id_from_code(code), None, "{code}");
        }
    }

    #[test]
    fn an_id_is_capitals_joined_by_single_underscores() {
        assert!(is_id("A1_2"));
        for invalid in ["", "_A", "A_", "A__B", "a", "1A", "A-B", "É"] {
            assert!(!is_id(invalid), "{invalid}");
        }
    }

    #[test]
    fn fields_are_snake_case() {
        let fields = [
            ("field1", "field1"),
            ("workspace_uid", "workspace_uid"),
            ("X-Request-Id", "x_request_id"),
            ("ID", "id"),
            ("offsiteDeliveryEnabled", "offsite_delivery_enabled"),
        ];
        for (name, field) in fields {
            assert_eq!(field_name(name), field);
        }
    }
}
