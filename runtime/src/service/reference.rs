//! The reference of a request: what support looks for in the logs.

use super::headers::Headers;
use alloc::format;
use alloc::string::String;
use core::hash::BuildHasher;
use core::sync::atomic::{AtomicU64, Ordering};
use std::hash::RandomState;
use std::sync::OnceLock;

/// No reference is longer, so that a client cannot fill logs and bodies.
const LONGEST: usize = 128;

/// Returns the reference that the request brings in the header of this name, else the trace id of `traceparent` (W3C Trace
/// Context), else a new one.
pub(super) fn of(headers: &dyn Headers, name: &str) -> String {
    let first = |name| headers.all(name).first().copied();
    let brought = first(name).filter(|value| is_valid(value));
    let trace = || trace_id(first("traceparent")?);
    brought.or_else(trace).map_or_else(new, String::from)
}

/// Returns whether it can be copied into bodies, headers, and logs as it is: letters, digits, and the punctuation of
/// identifiers.
fn is_valid(reference: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/+=~@#".contains(&byte);
    (1..=LONGEST).contains(&reference.len()) && reference.bytes().all(is_plain)
}

/// Returns the trace id of a `traceparent`: `00-<32 digits>-<16 digits>-<2 digits>`.
fn trace_id(traceparent: &str) -> Option<&str> {
    let mut parts = traceparent.split('-');
    let (version, id, parent) = (parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |text: &str| {
        text.bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_id = |text: &str, length| {
        text.len() == length && is_hex(text) && text.bytes().any(|byte| byte != b'0')
    };
    let is_version = version.len() == 2 && is_hex(version) && version != "ff";
    (is_version && is_id(id, 32) && is_id(parent, 16)).then_some(id)
}

/// Returns a new reference: 128 random bits, as those of a trace.
fn new() -> String {
    // The standard library takes the keys of its hashers from the system's random numbers.
    static KEYS: OnceLock<[RandomState; 2]> = OnceLock::new();
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let [high, low] = KEYS.get_or_init(|| [RandomState::new(), RandomState::new()]);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{:016x}{:016x}", high.hash_one(next), low.hash_one(next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use http::{HeaderMap, HeaderValue};

    const TRACE: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    fn reference(lines: &[(&'static str, &str)]) -> String {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_str(value).unwrap());
        }
        of(&headers, "x-request-id")
    }

    #[test]
    fn the_header_comes_before_the_trace() {
        let lines = [("traceparent", TRACE), ("x-request-id", "r-17")];
        assert_eq!(reference(&lines), "r-17");
        assert_eq!(reference(&lines[..1]), "0af7651916cd43dd8448eb211c80319c");
    }

    #[test]
    fn what_is_not_plain_or_too_long_is_not_taken_over() {
        let long = "a".repeat(LONGEST + 1);
        for value in ["", " ", "a b", "a\"b", "<b>", "a;b", &long] {
            let new = reference(&[("x-request-id", value)]);
            assert_eq!(new.len(), 32, "{value}");
        }
        assert_eq!(reference(&[("x-request-id", &long[1..])]), long[1..]);
    }

    #[test]
    fn a_trace_id_must_be_valid() {
        for trace in [
            "",
            "00",
            "00-0af7651916cd43dd8448eb211c80319c",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        ] {
            assert_eq!(trace_id(trace), None, "{trace}");
        }
        let later = "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more";
        assert!(trace_id(later).is_some());
    }

    #[test]
    fn new_references_differ() {
        let all: BTreeSet<String> = (0..1_000).map(|_| new()).collect();
        assert_eq!(all.len(), 1_000);
        assert!(all.iter().all(|reference| is_valid(reference)));
    }
}
