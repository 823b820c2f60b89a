//! How deep the parts of a Protobuf file are nested. The parser recurses, so that this is checked first.

/// The deepest nesting.
const DEEPEST: usize = 64;

/// Whether the parts of a file are nested too deeply.
pub(super) fn is_too_deep(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut depth = 0_usize;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        match byte {
            b'/' if rest.starts_with(b"//") => at += end(rest, b"\n"),
            b'/' if rest.starts_with(b"/*") => at += end(rest, b"*/"),
            b'"' | b'\'' => at += string(rest, *byte),
            b'{' | b'[' | b'<' | b'(' => {
                depth += 1;
                if depth > DEEPEST {
                    return true;
                }
            }
            b'}' | b']' | b'>' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    false
}

/// Returns the position before the end of a comment's last byte.
fn end(rest: &[u8], close: &[u8]) -> usize {
    let found = rest
        .windows(close.len())
        .skip(2)
        .position(|window| window == close);
    found.map_or(rest.len(), |found| found + 1 + close.len())
}

/// Returns the position of the end of a string.
fn string(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while let Some(byte) = rest.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' => return at,
            byte if *byte == quote => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::is_too_deep;

    #[test]
    fn only_what_is_nested_counts() {
        assert!(is_too_deep(&"message A { ".repeat(100)));
        assert!(is_too_deep(&format!(
            "option (a) = {}",
            "{ a: ".repeat(100)
        )));
        for text in [
            "{}".repeat(100),
            format!("// {}", "{".repeat(100)),
            format!("/* {} */", "{".repeat(100)),
            format!("\"{}\\\"\"", "{".repeat(100)),
        ] {
            assert!(!is_too_deep(&text), "{text}");
        }
        for text in ["/", "//", "/*", "\"", "\"\\", "/**/{"] {
            assert!(!is_too_deep(text));
        }
    }
}
