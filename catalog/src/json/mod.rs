//! JSON values that know where they are.
//!
//! The file is read once, and where its values are is noted on the way; a value is opened one level at a time. Nothing
//! recurses, however deep a file nests.

mod document;
mod node;

pub(crate) use document::Document;
pub(crate) use node::{Kind, Node};
