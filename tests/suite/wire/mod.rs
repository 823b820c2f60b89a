//! Errors as they travel: read from responses, written as bodies.

mod allocations;
mod client;
mod details;
mod envelopes;
mod http;
mod identity;
mod inert;
mod json;
mod occurrence;
mod old_form;
mod pathological;
mod plain;
mod receive;
mod replay;
mod retry;
mod round_trip;
mod samples;
mod serde;
mod total;
