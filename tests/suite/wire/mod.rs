//! Errors as they travel: read from responses, written as bodies.

mod allocations;
mod envelopes;
mod identity;
mod inert;
mod json;
mod occurrence;
mod pathological;
mod replay;
mod retry;
mod round_trip;
mod samples;
mod total;
