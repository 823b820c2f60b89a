//! Parses JSON values as they are written.

/// The maximum depth of nested values, as in `serde_json`. A catalog needs eight levels.
const DEEPEST: usize = 128;

/// A JSON value that borrows from the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Node<'a> {
    /// A string with its quotes, a number, `true`, `false` or `null`.
    Scalar(&'a str),
    Array(Vec<Node<'a>>),
    /// Keys with their quotes, and their values.
    Object(Vec<(&'a str, Node<'a>)>),
}

/// Parses a string that is known to be valid JSON. Returns `None` if it is nested too deeply.
pub(crate) fn parse(text: &str) -> Option<Node<'_>> {
    Parser { rest: text }.value(0)
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'[' => {
                self.skip();
                let mut elements = Vec::new();
                while self.peek()? != b']' {
                    elements.push(self.value(depth + 1)?);
                    self.skip_comma();
                }
                self.skip();
                Some(Node::Array(elements))
            }
            b'{' => {
                self.skip();
                let mut members = Vec::new();
                while self.peek()? != b'}' {
                    let key = self.string()?;
                    // The colon.
                    self.peek()?;
                    self.skip();
                    members.push((key, self.value(depth + 1)?));
                    self.skip_comma();
                }
                self.skip();
                Some(Node::Object(members))
            }
            b'"' => self.string().map(Node::Scalar),
            _ => {
                let ends = |character: char| ",]} \t\r\n".contains(character);
                self.take(self.rest.find(ends).unwrap_or(self.rest.len()))
                    .map(Node::Scalar)
            }
        }
    }

    /// Skips whitespace and returns the next byte.
    fn peek(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
        self.rest.bytes().next()
    }

    /// Skips a byte.
    fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    fn skip_comma(&mut self) {
        if self.peek() == Some(b',') {
            self.skip();
        }
    }

    fn string(&mut self) -> Option<&'a str> {
        self.peek()?;
        let mut bytes = self.rest.bytes().enumerate().skip(1);
        loop {
            match bytes.next()? {
                (_, b'\\') => {
                    bytes.next();
                }
                (end, b'"') => return self.take(end + 1),
                _ => {}
            }
        }
    }

    fn take(&mut self, length: usize) -> Option<&'a str> {
        let taken = self.rest.get(..length)?;
        self.rest = self.rest.get(length..)?;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, Node};

    #[test]
    fn values_stay_as_they_are_written() {
        let text = r#" { "a\"\\" : [ 1.0e+3 , -0 ,true] , "\u0041":{},"b":[ ] , "c" : "é\/" } "#;
        let expected = Node::Object(vec![
            (
                r#""a\"\\""#,
                Node::Array(vec![
                    Node::Scalar("1.0e+3"),
                    Node::Scalar("-0"),
                    Node::Scalar("true"),
                ]),
            ),
            (r#""\u0041""#, Node::Object(vec![])),
            (r#""b""#, Node::Array(vec![])),
            (r#""c""#, Node::Scalar(r#""é\/""#)),
        ]);
        assert_eq!(parse(text), Some(expected));
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(128)).is_some());
        assert!(parse(&nested(1_000_000)).is_none());
    }
}
