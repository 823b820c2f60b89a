//! The tests across the crates of error-catalog, in one program, which builds faster than one for each topic.
// A helper may panic: that fails its test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bounds;
mod costs;
mod dependencies;
mod direction;
mod documents;
mod fallbacks;
mod families;
mod format;
mod generated;
mod golden;
mod headers;
mod hygiene;
mod languages;
mod matching;
mod new;
mod numbers;
mod of;
mod operators;
mod own;
mod package;
mod plurals;
mod presets;
mod query;
mod readme;
mod rebuild;
mod schema;
mod shared;
mod subset;
mod wire;
