//! The headers of a response, in any collection.

use super::token::WHITESPACE;
use super::{Challenge, RetryAfter};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
#[cfg(feature = "std")]
use std::collections::HashMap;

/// A collection of the headers of a response.
///
/// It is implemented for slices and vectors of pairs of a name and a value, which are strings or bytes, for maps of
/// these, and, with the feature `http`, for `http::HeaderMap`.
pub trait HeaderSource {
    /// Calls `visit` with the value of each header line with this name, in order.
    ///
    /// Names are compared ignoring ASCII case (RFC 9110 section 5.1).
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8]));
}

impl<N: AsRef<str>, V: AsRef<[u8]>> HeaderSource for [(N, V)] {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        for (line, value) in self {
            if line.as_ref().eq_ignore_ascii_case(name) {
                visit(value.as_ref());
            }
        }
    }
}

impl<N: AsRef<str>, V: AsRef<[u8]>, const LENGTH: usize> HeaderSource for [(N, V); LENGTH] {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        self.as_slice().get_all(name, visit);
    }
}

impl<N: AsRef<str>, V: AsRef<[u8]>> HeaderSource for Vec<(N, V)> {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        self.as_slice().get_all(name, visit);
    }
}

/// Names in a map can differ in case only; all of them belong to the header.
impl<N: AsRef<str>, V: AsRef<[u8]>> HeaderSource for BTreeMap<N, V> {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        for (line, value) in self {
            if line.as_ref().eq_ignore_ascii_case(name) {
                visit(value.as_ref());
            }
        }
    }
}

/// Names in a map can differ in case only; all of them belong to the header, in the order of the names.
#[cfg(feature = "std")]
impl<N: AsRef<str>, V: AsRef<[u8]>, S> HeaderSource for HashMap<N, V, S> {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        let lines = self.iter().map(|(line, value)| (line.as_ref(), value));
        let mut lines: Vec<_> = lines
            .filter(|(line, _)| line.eq_ignore_ascii_case(name))
            .collect();
        lines.sort_unstable_by_key(|(line, _)| *line);
        for (_, value) in lines {
            visit(value.as_ref());
        }
    }
}

macro_rules! pointers {
    ($($pointer:ty),*) => {
        $(
            impl<S: HeaderSource + ?Sized> HeaderSource for $pointer {
                fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
                    (**self).get_all(name, visit);
                }
            }
        )*
    };
}

pointers!(&S, Box<S>, Arc<S>);

#[cfg(feature = "http")]
impl HeaderSource for http::HeaderMap {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        for value in self.get_all(name) {
            visit(value.as_bytes());
        }
    }
}

/// A view of the headers of a response: a reference to a [`HeaderSource`].
///
/// ```
/// use error_catalog::header::Headers;
///
/// let lines = vec![(String::from("x-request-id"), String::from("r-1"))];
/// let headers = Headers::from(&lines);
/// assert_eq!(headers.get("X-Request-Id"), Some("r-1"));
/// assert_eq!(Headers::EMPTY.get("X-Request-Id"), None);
/// ```
#[derive(Clone, Copy)]
pub struct Headers<'r> {
    source: Source<'r>,
}

/// A reference to the headers. A slice cannot become a trait object without another reference, so slices of the usual
/// pairs have variants.
#[derive(Clone, Copy)]
enum Source<'r> {
    Any(&'r (dyn HeaderSource + Sync)),
    Texts(&'r [(&'r str, &'r str)]),
    Strings(&'r [(String, String)]),
    Bytes(&'r [(&'r str, &'r [u8])]),
    Vectors(&'r [(String, Vec<u8>)]),
}

impl<'r> Source<'r> {
    fn get_all(self, name: &str, visit: &mut dyn FnMut(&'r [u8])) {
        match self {
            Self::Any(source) => source.get_all(name, visit),
            Self::Texts(lines) => lines.get_all(name, visit),
            Self::Strings(lines) => lines.get_all(name, visit),
            Self::Bytes(lines) => lines.get_all(name, visit),
            Self::Vectors(lines) => lines.get_all(name, visit),
        }
    }
}

impl<'r> Headers<'r> {
    /// No headers.
    pub const EMPTY: Self = Self {
        source: Source::Texts(&[]),
    };

    /// Returns the first value of this header that is text.
    ///
    /// A value is text if it is UTF-8 and has no control characters except tabs; other values are skipped. Whitespace
    /// around a value is not part of it (RFC 9110 section 5.5).
    pub fn get(&self, name: &str) -> Option<&'r str> {
        let mut first = None;
        self.source
            .get_all(name, &mut |value| first = first.or_else(|| text(value)));
        first
    }

    /// Returns all values of this header that are text, one for each header line.
    pub fn all(&self, name: &str) -> Vec<&'r str> {
        let mut values = Vec::new();
        self.source.get_all(name, &mut |value| {
            if let Some(value) = text(value) {
                values.push(value);
            }
        });
        values
    }

    /// Returns the challenges in all lines of `WWW-Authenticate`; see [`Challenge::parse_lines`].
    pub fn challenges(&self) -> Vec<Challenge<'r>> {
        Challenge::parse_lines(self.all("WWW-Authenticate"))
    }

    /// Returns the value of `Retry-After`, if it is valid; see [`RetryAfter::parse`].
    pub fn retry_after(&self) -> Option<RetryAfter> {
        RetryAfter::parse(self.get("Retry-After")?)
    }
}

/// Returns a value as a string, if it is text.
fn text(value: &[u8]) -> Option<&str> {
    let text = core::str::from_utf8(value).ok()?.trim_matches(WHITESPACE);
    let is_visible = |character: char| character == '\t' || !character.is_control();
    text.chars().all(is_visible).then_some(text)
}

impl Default for Headers<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<'r, S: HeaderSource + Sync> From<&'r S> for Headers<'r> {
    fn from(source: &'r S) -> Self {
        let source = Source::Any(source);
        Self { source }
    }
}

macro_rules! slices {
    ($($variant:ident($pair:ty)),*) => {
        $(
            impl<'r> From<&'r [$pair]> for Headers<'r> {
                fn from(lines: &'r [$pair]) -> Self {
                    let source = Source::$variant(lines);
                    Self { source }
                }
            }
        )*
    };
}

slices! {
    Texts((&'r str, &'r str)),
    Strings((String, String)),
    Bytes((&'r str, &'r [u8])),
    Vectors((String, Vec<u8>))
}

/// Shows no headers, because their values can be sensitive.
impl fmt::Debug for Headers<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Headers").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Headers;
    use alloc::string::String;
    use alloc::vec;

    #[test]
    fn the_case_of_names_is_ignored() {
        let lines = [("RETRY-after", "1")];
        assert_eq!(Headers::from(&lines).get("Retry-After"), Some("1"));
        assert_eq!(Headers::from(&lines).get("Retry"), None);
    }

    #[test]
    fn values_come_in_the_order_of_their_lines() {
        let lines = [("a", "1"), ("b", "2"), ("A", "3")];
        assert_eq!(Headers::from(&lines).all("a"), ["1", "3"]);
        assert_eq!(Headers::from(&lines).get("a"), Some("1"));
    }

    #[test]
    fn values_that_are_not_text_are_skipped() {
        let lines: [(&str, &[u8]); 4] = [
            ("a", b"\xFF"),
            ("a", b"line\r\nbreak"),
            ("a", "é\t1".as_bytes()),
            ("a", b"2"),
        ];
        assert_eq!(Headers::from(&lines).get("a"), Some("é\t1"));
        assert_eq!(Headers::from(&lines).all("a"), ["é\t1", "2"]);
    }

    #[test]
    fn whitespace_around_a_value_is_not_part_of_it() {
        assert_eq!(Headers::from(&[("a", " \t1 2\t ")]).get("a"), Some("1 2"));
    }

    #[test]
    fn lists_of_many_kinds_hold_headers() {
        let slice: &[(&str, &str)] = &[("a", "1")];
        assert_eq!(Headers::from(&slice).get("a"), Some("1"));
        let texts = vec![(String::from("a"), String::from("1"))];
        assert_eq!(Headers::from(&texts).get("a"), Some("1"));
        let bytes = vec![("a", vec![b'1'])];
        assert_eq!(Headers::from(&bytes).get("a"), Some("1"));
    }

    #[test]
    fn slices_of_pairs_hold_headers() {
        let texts = vec![("a", "1")];
        assert_eq!(Headers::from(texts.as_slice()).get("A"), Some("1"));
        let strings = [(String::from("a"), String::from("1"))];
        assert_eq!(Headers::from(strings.as_slice()).get("A"), Some("1"));
        let bytes: &[(&str, &[u8])] = &[("a", b"1")];
        assert_eq!(Headers::from(bytes).get("A"), Some("1"));
        let vectors = [(String::from("a"), vec![b'1'])];
        assert_eq!(Headers::from(&vectors[..]).get("A"), Some("1"));
    }

    #[test]
    fn maps_hold_headers() {
        use alloc::collections::BTreeMap;
        let map = BTreeMap::from([("A", "1"), ("a", "2"), ("b", "3")]);
        assert_eq!(Headers::from(&map).all("a"), ["1", "2"]);
        let map = BTreeMap::from([(String::from("Retry-After"), vec![b'5'])]);
        assert!(Headers::from(&map).retry_after().is_some());
    }

    #[cfg(feature = "std")]
    #[test]
    fn headers_in_a_hash_map_are_in_the_order_of_their_names() {
        use std::collections::HashMap;
        let map: HashMap<String, String> = ["a", "A", "b"]
            .map(|name| (String::from(name), String::from(name)))
            .into();
        assert_eq!(Headers::from(&map).all("a"), ["A", "a"]);
        assert_eq!(Headers::from(&map).get("c"), None);
    }

    #[test]
    fn boxes_of_headers_hold_headers() {
        use alloc::boxed::Box;
        use alloc::sync::Arc;
        let boxed: Box<[(&str, &str)]> = Box::new([("a", "1")]);
        assert_eq!(Headers::from(&boxed).get("a"), Some("1"));
        let shared: Arc<[(&str, &str)]> = Arc::new([("a", "1")]);
        assert_eq!(Headers::from(&shared).get("a"), Some("1"));
    }

    #[test]
    fn a_value_outlives_the_view_of_it() {
        let lines = [("a", String::from("1"))];
        let value = { Headers::from(&lines).get("a") };
        assert_eq!(value, Some("1"));
    }

    #[test]
    fn there_are_no_headers_by_default() {
        assert_eq!(Headers::default().get("a"), None);
        assert!(Headers::EMPTY.challenges().is_empty());
    }

    #[cfg(feature = "http")]
    #[test]
    fn a_map_of_headers_holds_headers() {
        use http::{HeaderMap, HeaderValue};
        let mut map = HeaderMap::new();
        map.append("retry-after", HeaderValue::from_static("1"));
        map.append("retry-after", HeaderValue::from_static("2"));
        let headers = Headers::from(&map);
        assert_eq!(headers.all("Retry-After"), ["1", "2"]);
        assert_eq!(headers.get("no name"), None);
    }
}
