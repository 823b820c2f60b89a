//! Names without a colon: the `NCName` of Namespaces in XML 1.0.

/// Returns whether an element or an attribute can have this name, without a prefix.
pub(super) fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(can_begin) && characters.all(can_follow)
}

/// Returns the name of an element or an attribute, and its prefix, which is empty if there is none; `None` if one of them is
/// not valid.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    match name.split_once(':') {
        None => is_name(name).then_some(("", name)),
        Some((prefix, local)) => (is_name(prefix) && is_name(local)).then_some((prefix, local)),
    }
}

const fn can_begin(character: char) -> bool {
    matches!(
        character,
        'A'..='Z'
            | '_'
            | 'a'..='z'
            | '\u{c0}'..='\u{d6}'
            | '\u{d8}'..='\u{f6}'
            | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}'
            | '\u{37f}'..='\u{1fff}'
            | '\u{200c}'..='\u{200d}'
            | '\u{2070}'..='\u{218f}'
            | '\u{2c00}'..='\u{2fef}'
            | '\u{3001}'..='\u{d7ff}'
            | '\u{f900}'..='\u{fdcf}'
            | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}'
    )
}

const fn can_follow(character: char) -> bool {
    can_begin(character)
        || matches!(
            character,
            '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}'
        )
}

#[cfg(test)]
mod tests {
    use super::{is_name, split};

    #[test]
    fn names_are_those_of_xml_without_colons() {
        for name in ["a", "_", "Código", "a-b.c1", "名前", "a\u{b7}"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "", "1", "-a", ".a", "a b", "a:b", "@a", "#text", "a<", "a\0", "×", "\u{b7}",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn a_prefix_is_split_off() {
        assert_eq!(split("s:Fault"), Some(("s", "Fault")));
        assert_eq!(split("Fault"), Some(("", "Fault")));
        for name in [":a", "a:", "a:b:c", ":", "a:1", ""] {
            assert_eq!(split(name), None, "{name}");
        }
    }
}
