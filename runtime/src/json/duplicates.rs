//! Members with the same name.

use crate::names::sorted;
use alloc::vec::Vec;
use error_catalog_core::json::{unescape, Scanner};

/// Returns whether two members of one object have the same name, anywhere in text that is valid JSON.
///
/// Keeps where each member of the open objects begins, so a level of nesting costs a word or two of memory.
pub(crate) fn has_duplicates(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    let mut members: Vec<usize> = Vec::new();
    // Where the members of each open object begin; for an array, `ARRAY`.
    let mut open: Vec<usize> = Vec::new();
    loop {
        scanner.whitespace();
        if scanner.eat(b'{') {
            open.push(members.len());
            member(&mut scanner, &mut members);
        } else if scanner.eat(b'[') {
            open.push(ARRAY);
        } else if scanner.eat(b',') {
            if open.last() != Some(&ARRAY) {
                member(&mut scanner, &mut members);
            }
        } else if scanner.eat(b'}') {
            let start = open.pop().unwrap_or_default();
            if have_duplicates(text, members.get(start..).unwrap_or_default()) {
                return true;
            }
            members.truncate(start);
        } else if scanner.eat(b']') {
            open.pop();
        } else if scanner.value().is_err() {
            // The text is JSON, so this is its end.
            return false;
        }
    }
}

const ARRAY: usize = usize::MAX;

/// Reads the name of a member, if there is one, and its colon.
fn member(scanner: &mut Scanner<'_>, members: &mut Vec<usize>) {
    scanner.whitespace();
    if scanner.peek() == Some(b'"') {
        members.push(scanner.offset());
        // The text is JSON, so this cannot fail.
        let _ = scanner.key();
    }
}

/// Returns whether two of the members that begin here have the same name.
fn have_duplicates(text: &str, members: &[usize]) -> bool {
    if members.len() < 2 {
        return false;
    }
    let mut names = Vec::with_capacity(members.len());
    for (index, start) in members.iter().enumerate() {
        let text = text.get(*start..).unwrap_or_default();
        if let Ok(name) = Scanner::new(text).key() {
            names.push((unescape(name.of(text)), index));
        }
    }
    for pair in sorted(names).windows(2) {
        if matches!(pair, [(name, _), (other, _)] if name == other) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::has_duplicates;
    use alloc::string::String;

    #[test]
    fn members_with_the_same_name_are_found_at_any_depth() {
        for text in [
            r#"{"a":1,"a":2}"#,
            r#"{"b":{"a":1,"c":[],"a":2}}"#,
            r#"[[{"x":[1,{"a":{},"b":"}","a":null}]}]]"#,
            r#" { "a" : "b" , "\u0061" : "c" } "#,
            r#"{"x":{"a":1},"x":{"a":1}}"#,
        ] {
            assert!(has_duplicates(text), "{text}");
        }
    }

    #[test]
    fn the_same_name_in_another_object_is_not_a_duplicate() {
        for text in [
            r#"{"a":{"a":{"a":["a","a",{"a":1}]}},"b":{"a":1}}"#,
            r#"[{"a":1},{"a":1}]"#,
            r#"{"a":"{\"b\":1,\"b\":2}"}"#,
            "[]",
            "{}",
            "1",
            "\"a\"",
            "",
        ] {
            assert!(!has_duplicates(text), "{text}");
        }
    }

    #[test]
    fn nesting_takes_no_stack() {
        let depth = 1_000_000;
        let text: String = ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(!has_duplicates(&text));
        let text = [
            r#"{"a":"#.repeat(depth),
            String::from("1"),
            "}".repeat(depth),
        ]
        .concat();
        assert!(!has_duplicates(&text));
    }
}
