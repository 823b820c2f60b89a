//! JSON Pointers (RFC 6901).

use super::object::text;
use crate::bytes::{all, starts};
use crate::json::Node;
use crate::{Report, Rule};

/// Reads a JSON Pointer that can match something in a response.
pub(super) fn pointer(node: Node<'_>, report: &mut Report) -> Option<String> {
    let pointer = text(node, report)?;
    if let Some((message, help)) = pointer_error(&pointer.value) {
        report.add(Rule::Pointer, node.span, message).help(help);
        return None;
    }
    Some(pointer.owned())
}

/// Returns the message and the help for an invalid pointer.
///
/// A pointer is empty, or consists of tokens that each begin with `/`, with `~` only in `~0` and `~1`. Tokens of other path
/// languages, and `-`, the element after the last one of an array, never match anything in a response.
fn pointer_error(pointer: &str) -> Option<(String, String)> {
    let invalid = format!("`{pointer}` is not a valid JSON Pointer");
    if !pointer.is_empty() && !pointer.starts_with('/') {
        let help = "start it with `/`, such as `/error/code`";
        return Some((invalid, help.to_owned()));
    }
    let mut escapes = pointer.split('~');
    escapes.next();
    for after in escapes {
        if !starts(after, |first| matches!(first, b'0' | b'1')) {
            let help = "write `~` as `~0`, and `/` in a name as `~1`";
            return Some((invalid, help.to_owned()));
        }
    }
    let mut tokens = pointer.split('/');
    tokens.next();
    for token in tokens {
        if let Some(error) = token_error(token) {
            return Some(error);
        }
    }
    None
}

/// Returns the message and the help for a token that does not match anything.
fn token_error(token: &str) -> Option<(String, String)> {
    if matches!(token, "-" | "*") {
        let message = format!("`{token}` in a JSON Pointer does not match any element");
        let help = "write the index of an element, such as `/errors/0/code`";
        return Some((message, help.to_owned()));
    }
    let (name, index) = token.strip_suffix(']')?.split_once('[')?;
    if index != "*" && !all(index, |byte| byte.is_ascii_digit()) {
        return None;
    }
    let index = index.parse().unwrap_or(0_u64);
    let message = format!("`{token}` in a JSON Pointer is the name of a member, not an element");
    let place = if name.is_empty() {
        String::new()
    } else {
        format!("/{name}")
    };
    Some((message, format!("write `{place}/{index}` for an element")))
}

#[cfg(test)]
mod tests {
    use super::pointer_error;

    #[test]
    fn pointers_are_those_of_rfc_6901() {
        for pointer in [
            "",
            "/",
            "/a",
            "/0/code",
            "/a/01",
            "/a~1b/~0",
            "/a[b]",
            "/é//x",
            "/4000000000",
        ] {
            assert_eq!(pointer_error(pointer), None, "{pointer}");
        }
        for pointer in ["a", "error.code", "$.error", "/a~", "/a~2", "#/a"] {
            let (message, _) = pointer_error(pointer).unwrap();
            assert_eq!(message, format!("`{pointer}` is not a valid JSON Pointer"));
        }
    }

    #[test]
    fn a_token_that_does_not_match_any_element_is_refused() {
        for token in ["-", "*"] {
            for pointer in [format!("/{token}"), format!("/errors/{token}/code")] {
                let (message, help) = pointer_error(&pointer).unwrap();
                assert_eq!(
                    message,
                    format!("`{token}` in a JSON Pointer does not match any element")
                );
                assert_eq!(
                    help,
                    "write the index of an element, such as `/errors/0/code`"
                );
            }
        }
        for (token, place) in [
            ("errors[0]", "/errors/0"),
            ("errors[]", "/errors/0"),
            ("[12]", "/12"),
            ("a[*]", "/a/0"),
        ] {
            let (message, help) = pointer_error(&format!("/{token}/code")).unwrap();
            assert_eq!(
                message,
                format!("`{token}` in a JSON Pointer is the name of a member, not an element")
            );
            assert_eq!(help, format!("write `{place}` for an element"));
        }
    }
}
