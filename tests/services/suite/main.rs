//! Tests with the frameworks of servers, in one program, which builds faster than one for each.
// A helper may panic: that fails its test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod actix;
mod bank;
mod languages;
mod layer;
mod log;
mod negotiation;
mod openapi;
mod operations;
mod respond;
mod service;
mod tonic;
mod violations;
