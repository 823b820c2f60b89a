//! Errors as they travel: read from responses, written as bodies.

mod client;
mod details;
mod http;
mod receive;
mod round_trip;
