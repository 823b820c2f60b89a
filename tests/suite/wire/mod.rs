//! Errors as they travel: read from responses, written as bodies.

mod client;
mod details;
mod http;
mod old_form;
mod plain;
mod receive;
mod round_trip;
mod serde;
