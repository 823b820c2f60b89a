//! The tests of error-catalog across its crates, in one program: it builds faster than one for each topic.
// A helper that fails fails its test, which is what it should do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bounds;
mod costs;
mod direction;
mod documents;
mod format;
mod generated;
mod golden;
mod headers;
mod hygiene;
mod matching;
mod own;
mod package;
mod readme;
mod rebuild;
mod schema;
mod ui;
mod wire;
