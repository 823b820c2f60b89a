//! Errors as they travel: read from responses, written as bodies.

mod round_trip;
mod serde;
