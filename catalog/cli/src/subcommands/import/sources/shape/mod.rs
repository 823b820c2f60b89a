//! The bodies of responses: their members, and which of them are the parts of an error.

mod envelope;
mod members;

pub(super) use envelope::{find, Envelope, Given};
pub(super) use members::{
    add, kind_of_value, of_example, of_examples, Kind, Member, DEEPEST, MOST,
};
