//! Tags of languages (BCP 47).

use crate::bytes::{all, starts};

/// The longest tag, in bytes.
const LONGEST: usize = 100;

/// The language of a catalog that does not name it.
pub const DEFAULT_LANGUAGE: &str = "en";

/// Returns whether a tag is well-formed (RFC 5646, section 2.1), such as `ja` or `pt-BR`.
///
/// ```
/// use error_catalog_model::is_language_tag;
///
/// assert!(is_language_tag("zh-Hant-TW"));
/// assert!(!is_language_tag("pt_BR"));
/// ```
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = Vec::new();
    let mut are_words = true;
    for part in tag.split('-') {
        parts.push(part);
        are_words &= has(part, 1, 8, is_any);
    }
    let mut rest = &parts[..];
    tag.len() <= LONGEST
        && are_words
        && language(&mut rest)
        && {
            optional(&mut rest, |part| has(part, 4, 4, is_letter));
            optional(&mut rest, is_region);
            while optional(&mut rest, is_variant) {}
            true
        }
        && extensions(&mut rest)
        && private(&mut rest)
        && rest.is_empty()
}

/// Reads the language, with up to three extensions of its own.
fn language(rest: &mut &[&str]) -> bool {
    if optional(rest, |part| has(part, 2, 3, is_letter)) {
        let mut most = 3;
        while most > 0 && optional(rest, |part| has(part, 3, 3, is_letter)) {
            most -= 1;
        }
        return true;
    }
    optional(rest, |part| has(part, 4, 8, is_letter))
}

fn is_region(part: &str) -> bool {
    has(part, 2, 2, is_letter) || has(part, 3, 3, |byte| byte.is_ascii_digit())
}

fn is_variant(part: &str) -> bool {
    let starts_with_digit = starts(part, |first| first.is_ascii_digit());
    has(part, 5, 8, is_any) || (starts_with_digit && has(part, 4, 4, is_any))
}

fn extensions(rest: &mut &[&str]) -> bool {
    while optional(rest, |part| part.len() == 1 && !is_private(part)) {
        if !optional(rest, |part| has(part, 2, 8, is_any)) {
            return false;
        }
        while optional(rest, |part| has(part, 2, 8, is_any)) {}
    }
    true
}

fn private(rest: &mut &[&str]) -> bool {
    if !optional(rest, is_private) {
        return true;
    }
    let is_used = !rest.is_empty();
    *rest = &[];
    is_used
}

fn is_private(part: &str) -> bool {
    part.eq_ignore_ascii_case("x")
}

/// Takes the next part if it passes the test.
fn optional(rest: &mut &[&str], is_it: fn(&str) -> bool) -> bool {
    match rest.split_first() {
        Some((first, others)) if is_it(first) => {
            *rest = others;
            true
        }
        _ => false,
    }
}

/// Whether a part has at least and at most so many bytes, all of a sort.
fn has(part: &str, least: usize, most: usize, is_it: fn(u8) -> bool) -> bool {
    (least..=most).contains(&part.len()) && all(part, is_it)
}

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

const fn is_any(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// Returns the tag that was probably meant.
pub(crate) fn meant(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    is_language_tag(&tag).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::{is_language_tag, meant};

    #[test]
    fn tags_of_the_standard_are_well_formed() {
        for tag in [
            "de",
            "ja",
            "pt-BR",
            "zh-Hant",
            "zh-cmn-Hans-CN",
            "sl-rozaj-biske",
            "de-CH-1901",
            "es-419",
            "de-CH-x-phonebk",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private",
            "abcd",
            "abcdefgh",
        ] {
            assert!(is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn other_tags_are_not() {
        for tag in [
            "",
            "d",
            "de_DE",
            "pt-",
            "-de",
            "de--DE",
            "de-419-DE",
            "a-DE",
            "en-u",
            "en-x",
            "japanese!",
            "abcdefghi",
            "../de",
            "de/",
            "日本",
            "de.",
            "x-private",
            "1a",
        ] {
            assert!(!is_language_tag(tag), "{tag}");
        }
        assert!(!is_language_tag(&["de-x", &"-a".repeat(60)].concat()));
    }

    #[test]
    fn underscores_are_probably_hyphens() {
        assert_eq!(meant("pt_BR").as_deref(), Some("pt-BR"));
        assert_eq!(meant("japanese!"), None);
    }
}
