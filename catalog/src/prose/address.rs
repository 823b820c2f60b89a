//! The targets of links.

use crate::bytes::{all, start};
use std::fmt::Write;

/// The target of a link, which is safe to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A web page or an email address: ASCII without spaces, quotes, and angle brackets, beginning with `http://`,
    /// `https://`, or `mailto:`.
    Url(String),
    /// The id of another error of the catalog.
    Id(String),
}

/// The schemes that are allowed.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

impl Address {
    /// Parses an address; `None` if it is not safe to follow.
    pub(super) fn new(text: &str) -> Option<Self> {
        if let Some(id) = text.strip_prefix('#') {
            let is_id = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            return (!id.is_empty() && all(id, is_id)).then(|| Self::Id(id.to_owned()));
        }
        for scheme in &SCHEMES {
            if has_prefix(text, scheme) {
                let rest = text.get(scheme.len()..)?;
                // A host or a name comes after the scheme.
                let first = rest.chars().next();
                return first
                    .is_some_and(char::is_alphanumeric)
                    .then(|| Self::Url(format!("{scheme}{}", encoded(rest))));
            }
        }
        None
    }

    /// Parses the web page that a text begins with, and returns its length. Punctuation at the end of a sentence is not
    /// part of it. An address with a placeholder is not a web page.
    pub(super) fn bare(text: &str) -> Option<(Self, usize)> {
        if !has_prefix(text, "http://") && !has_prefix(text, "https://") {
            return None;
        }
        let text = head(text);
        let end = start(text, |byte| {
            !matches!(byte, b' ' | b'<' | b'>' | b'"' | b'`' | b'[' | b']')
        });
        let mut page = text.get(..end)?;
        if !all(page, |byte| {
            !matches!(byte, b'{' | b'}' | b'\\' | b'|' | b'^')
        }) {
            return None;
        }
        let (mut opening, mut closing) = (0_usize, 0_usize);
        for byte in page.as_bytes() {
            opening += usize::from(*byte == b'(');
            closing += usize::from(*byte == b')');
        }
        let mut unpaired = closing.saturating_sub(opening);
        while let Some(last) = page.chars().next_back() {
            if last == ')' && unpaired > 0 {
                unpaired -= 1;
            } else if !matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~'
            ) {
                break;
            }
            page = page.get(..page.len() - last.len_utf8())?;
        }
        Some((Self::new(page)?, page.len()))
    }

    /// Parses an address between angle brackets.
    pub(super) fn in_brackets(text: &str) -> Option<Self> {
        let is_mail = || {
            let (name, host) = text.split_once('@')?;
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
            let is_part = |part: &str| !part.is_empty() && all(part, is_word);
            (is_part(name) && is_part(host)).then(|| Self::Url(format!("mailto:{text}")))
        };
        match Self::new(text) {
            Some(Self::Url(url)) => Some(Self::Url(url)),
            Some(Self::Id(_)) => None,
            None => is_mail(),
        }
    }
}

/// Returns the start of a text, up to the longest address, so that a long text is not searched completely.
fn head(text: &str) -> &str {
    let mut end = text.len().min(2_048);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Percent-encodes the characters that an address cannot contain.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
