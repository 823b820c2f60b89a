//! JSON (RFC 8259), read without building a tree: the scanner finds where values end, and checks them on the way.
//!
//! What is read stays a slice of the text. Reading never recurses, and takes time in proportion to the text, whatever is
//! in it. What is done with the values is up to the reader: responses and catalogs have one each.

mod invalid;
mod nesting;
mod plain;
mod scanner;
mod sink;
mod text;

pub use invalid::{Expected, InvalidJson};
pub use plain::plain;
pub use scanner::{Scanner, Span};
pub use sink::Sink;
pub use text::unescape;
