//! Errors in responses: read from them, and written as bodies.

mod allocations;
mod calls;
mod certain;
mod client;
mod constants;
mod delays;
mod details;
mod elements;
mod envelopes;
mod formats;
mod http;
mod identity;
mod inert;
mod json;
mod kinds;
mod lists;
mod occurrence;
mod old_form;
mod pathological;
mod pauses;
mod plain;
mod precision;
mod receive;
mod replay;
mod response_error;
mod retries;
mod retry;
mod round_trip;
mod samples;
mod sensitive;
mod sent;
mod serde;
mod total;
mod violations;
mod warnings;

use error_catalog::{Decoded, Response};
use error_catalog_tests::{Edges, Marketing, Parcels, Works};

fn marketing(status: u16, body: &str) -> Decoded<'_, Marketing> {
    Marketing::decode(Response::new(status, body))
}

fn edges(status: u16, body: &str) -> Decoded<'_, Edges> {
    Edges::decode(Response::new(status, body))
}

fn works(status: u16, body: &str) -> Decoded<'_, Works> {
    Works::decode(Response::new(status, body))
}

fn parcels(status: u16, body: &str) -> Decoded<'_, Parcels> {
    Parcels::decode(Response::new(status, body))
}
