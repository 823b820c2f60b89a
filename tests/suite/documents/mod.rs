//! Compares each bundled catalog with the document that it was transcribed from, row by row and in both directions:
//! nothing is missing, and nothing is added.
//!
//! The tables in `tests/documents` are literal copies. What a document states in prose, and what a catalog infers, is
//! in short lists in the tests, with the reasons.

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
