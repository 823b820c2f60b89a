//! Each bundled catalog against the document that it was transcribed from, row by row and in both directions: nothing
//! is missing, and nothing is there that the document does not state.
//!
//! The tables are in `tests/documents`, word for word as the documents have them. What a document says in prose, and
//! what a catalog infers, is in the tests, in short lists with the reasons.

mod bundled;
mod edges;
mod edges_data;
mod edges_messages;
mod http_api;
mod linkedin;
mod marketing;
mod marketing_envelopes;
mod table;
mod works;
