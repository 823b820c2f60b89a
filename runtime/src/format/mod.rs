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

/// A name and its value.
struct Member<K, V> {
    name: K,
    value: V,
    /// The index of the first member of the same name, once they are grouped.
    first: usize,
}

impl<K, V> Member<K, V> {
    const fn new(name: K, value: V) -> Self {
        let first = 0;
        Self { name, value, first }
    }

    fn has_same_name(&self, other: &Self) -> bool {
        self.first == other.first
    }
}

/// Puts members of the same name next to each other, in the order in which the names occur first.
fn group<K: Ord, V>(members: &mut [Member<K, V>]) {
    let mut firsts = BTreeMap::new();
    let names = members.iter().map(|member| &member.name).enumerate();
    let places: Vec<usize> = names
        .map(|(index, name)| *firsts.entry(name).or_insert(index))
        .collect();
    for (member, first) in members.iter_mut().zip(places) {
        member.first = first;
    }
    // Sorting takes memory even if there is nothing to do.
    if !members.is_sorted_by_key(|member| member.first) {
        members.sort_by_key(|member| member.first);
    }
}
