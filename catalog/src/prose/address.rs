//! Where links lead.

use std::fmt::Write;

/// Where a link leads: to a place that a reader can be sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A web page or an address of mail: ASCII without spaces, quotes and angle brackets, beginning with `http://`,
    /// `https://` or `mailto:`.
    Url(String),
    /// The id of another error of the catalog.
    Id(String),
}

/// What an address of each kind begins with.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

impl Address {
    /// Reads an address; none where a reader must not be sent to it.
    pub(super) fn new(text: &str) -> Option<Self> {
        if let Some(id) = text.strip_prefix('#') {
            let is_id = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            return (!id.is_empty() && id.bytes().all(is_id)).then(|| Self::Id(id.to_owned()));
        }
        let scheme = SCHEMES
            .into_iter()
            .find(|scheme| has_prefix(text, scheme))?;
        let rest = text.get(scheme.len()..)?;
        // What follows the scheme has a host, or a name.
        rest.starts_with(char::is_alphanumeric)
            .then(|| Self::Url(format!("{scheme}{}", encoded(rest))))
    }

    /// The web page that a text begins with, and how much of the text it is. Punctuation that ends a sentence is no part
    /// of it; a page of which a part is a placeholder is none.
    pub(super) fn bare(text: &str) -> Option<(Self, usize)> {
        if !has_prefix(text, "http://") && !has_prefix(text, "https://") {
            return None;
        }
        let text = head(text);
        let end = text.find([' ', '<', '>', '"', '`', '[', ']']);
        let mut page = text.get(..end.unwrap_or(text.len()))?;
        if page.contains(['{', '}', '\\', '|', '^']) {
            return None;
        }
        let mut unpaired = page.matches(')').count();
        unpaired = unpaired.saturating_sub(page.matches('(').count());
        while let Some(last) = page.chars().next_back() {
            if last == ')' && unpaired > 0 {
                unpaired -= 1;
            } else if !".,;:!?'*_~".contains(last) {
                break;
            }
            page = page.get(..page.len() - last.len_utf8())?;
        }
        Some((Self::new(page)?, page.len()))
    }

    /// The address of what stands between angle brackets.
    pub(super) fn in_brackets(text: &str) -> Option<Self> {
        let is_mail = || {
            let (name, host) = text.split_once('@')?;
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
            let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_word);
            (is_part(name) && is_part(host)).then(|| Self::Url(format!("mailto:{text}")))
        };
        match Self::new(text) {
            Some(Self::Url(url)) => Some(Self::Url(url)),
            Some(Self::Id(_)) => None,
            None => is_mail(),
        }
    }
}

/// As much of a text as an address may be long, so that none is looked for in all of a long text.
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

/// The text with all that an address cannot have in `%` and digits.
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
