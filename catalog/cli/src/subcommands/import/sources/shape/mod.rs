//! The bodies of responses: their members, and which of them are the parts of an error.

mod envelope;
mod find;
mod members;
mod names;
mod parts;
mod query;

pub(super) use envelope::{Envelope, Given};
pub(super) use find::find;
pub(super) use members::{
    add, kind_of_value, of_example, of_examples, Kind, Member, DEEPEST, MOST,
};
