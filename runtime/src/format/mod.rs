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

/// The mark that some encoders put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
