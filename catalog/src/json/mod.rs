//! JSON values with their places.
//!
//! The file is read once, which records the places of all values; then values are opened one level at a time. Nothing
//! recurses, however deeply a file nests.

mod document;
mod node;

pub(crate) use document::Document;
pub(crate) use node::{Kind, Node};
