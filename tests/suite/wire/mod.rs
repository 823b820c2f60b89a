//! Errors as they travel: read from responses, written as bodies.

mod old_form;
mod plain;
mod round_trip;
mod serde;
