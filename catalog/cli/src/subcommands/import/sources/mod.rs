//! What a catalog can be imported from. Each source has a file with its arguments, and reads a draft.

mod fields;
mod json;
mod openapi;
mod table;

pub(super) use json::Json;
pub(super) use openapi::Openapi;
pub(super) use table::Table;
