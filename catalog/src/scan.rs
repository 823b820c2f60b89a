//! Where the values of an object or array stand.
//!
//! The text is known to be JSON: nothing is checked here a second time. And it is read byte by byte, without a parser,
//! because derives run unoptimized.

use std::ops::Range;

/// The values inside an object or array, keys included, in order.
pub(crate) struct Values<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Values<'a> {
    /// `text` begins with the opening bracket.
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 1,
        }
    }

    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth > 0 => depth -= 1,
                // What is no string and has no brackets ends in front of what follows it.
                b'}' | b']' | b',' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                return;
            }
        }
    }

    /// From one quote to the other.
    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'"' => return,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }
}

impl Iterator for Values<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        while let b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' = self.text.get(self.at)? {
            self.at += 1;
        }
        let start = self.at;
        self.skip_value();
        (self.at > start).then_some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::Values;

    fn values(text: &str) -> Vec<&str> {
        Values::new(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn keys_and_values_stand_side_by_side() {
        let text = "{ \"a\" : 1 , \"b\":[1, {\"c\": \"]\"}],\"d\":true}";
        let expected = [
            "\"a\"",
            "1",
            "\"b\"",
            "[1, {\"c\": \"]\"}]",
            "\"d\"",
            "true",
        ];
        assert_eq!(values(text), expected);
    }

    #[test]
    fn strings_may_hold_quotes_and_brackets() {
        let text = r#"["\"]","\\",[["}"]],null]"#;
        assert_eq!(values(text), [r#""\"]""#, r#""\\""#, r#"[["}"]]"#, "null"]);
    }

    #[test]
    fn what_is_empty_has_no_values() {
        for text in ["{}", "[]", "[ \n]"] {
            assert!(values(text).is_empty(), "{text}");
        }
    }
}
