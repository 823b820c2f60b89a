//! The tests of error-catalog across its crates, in one program: it builds faster than one for each topic.

mod bundled;
mod documents;
mod schema;
mod ui;
