//! JSON (RFC 8259), read without building a tree: the scanner finds where values end, and validates them.
//!
//! Values are slices of the text. Reading never recurses and always takes time linear in the length of the text.
//! Responses and catalogs have their own readers on top of it.

mod invalid;
mod nesting;
mod plain;
mod pointer;
mod scanner;
mod sink;
mod text;

pub use invalid::{Expected, InvalidJson};
pub use plain::{is_plain, plain};
pub use pointer::{push_token, tokens};
pub use scanner::{Scanner, Span};
pub use sink::Sink;
pub use text::unescape;
