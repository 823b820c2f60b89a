//! What a catalog can be imported from. Each source has a file with its arguments, and reads a draft.

mod bodies;
mod fields;
mod json;
mod openapi;
mod proto;
mod rust;
mod shape;
mod table;

pub(super) use bodies::Bodies;
pub(super) use json::Json;
pub(super) use openapi::Openapi;
pub(super) use proto::Proto;
pub(super) use rust::Rust;
pub(super) use table::Table;
