//! Bodies that are not JSON, as JSON: everything else reads and writes their JSON view.
//!
//! ```text
//! body ──to_json──▶ JSON text ──▶ places, parameters, causes
//! body ◀─from_json── JSON text ◀── the body of an envelope
//! ```
//!
//! | format | reads | writes |
//! | --- | --- | --- |
//! | XML, feature `xml` | `xml::to_json(&[u8]) -> Result<String, InvalidXml>` | `xml::from_json(Json) -> Option<String>` |
//! | form or query | `form::to_json(&[u8]) -> Option<String>` | `form::from_json(Json) -> Option<String>` |
//! | text | `text::to_json(&[u8]) -> Option<String>` | `text::from_json(Json) -> Option<String>` |
//! | gRPC, in headers | `grpc::to_json(&Headers) -> Option<String>` | `grpc::to_headers(Json) -> Vec<(&'static str, String)>` |
//!
//! Each takes any input, never panics, and takes time and memory linear in it. What is read is written so that it is
//! read as the same again; each module names the exceptions.

pub mod form;
pub mod grpc;
pub mod text;
#[cfg(feature = "xml")]
pub mod xml;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// The mark that some encoders put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A name and its value, with the index of the first one of the same name.
struct Member<K, V> {
    first: usize,
    name: K,
    value: V,
}

impl<K, V> Member<K, V> {
    fn has_same_name(&self, other: &Self) -> bool {
        self.first == other.first
    }
}

/// Puts values of the same name next to each other, in the order in which the names occur first.
fn grouped<K: Ord, V>(pairs: Vec<(K, V)>) -> Vec<Member<K, V>> {
    let mut firsts = BTreeMap::new();
    let names = pairs.iter().map(|(name, _)| name).enumerate();
    let places: Vec<usize> = names
        .map(|(index, name)| *firsts.entry(name).or_insert(index))
        .collect();
    let mut members: Vec<Member<K, V>> = pairs
        .into_iter()
        .zip(places)
        .map(|((name, value), first)| Member { first, name, value })
        .collect();
    members.sort_by_key(|member| member.first);
    members
}
