//! The templates of messages, apart from the rest, for programs that only show errors.

use super::pool::Pool;
use super::record::{names, Ends, Record};
use error_catalog_core::layout::template::SIZE;
use error_catalog_model::Entry;

/// The two literals that the derive writes for messages.
#[derive(Debug)]
pub struct Templates {
    /// All literals of the messages.
    pub text: String,
    /// A record for each message, and the pieces of all.
    pub bytes: Vec<u8>,
    /// Whether each message is just its template to fill.
    pub are_enough: bool,
}

/// Adds the template of the entry with this index, and returns where its ends are.
pub(super) fn encode(entry: &Entry, index: usize, pool: &mut Pool, bytes: &mut Vec<u8>) -> Ends {
    let mut fields = [0; SIZE];
    let names = (&*names(entry), is_plain(entry));
    let ends = Record(&mut fields).template(0, &entry.message, names, pool, bytes);
    let start = index * SIZE;
    bytes[start..start + SIZE].copy_from_slice(&fields);
    ends
}

/// Whether the placeholders of the message are strings, none of them twice.
fn is_plain(entry: &Entry) -> bool {
    let fields = &entry.message.params;
    for (index, field) in fields.iter().enumerate() {
        let param = entry.params.get(*field);
        let is_checked = param.is_none_or(|param| param.param_type.is_checked());
        if is_checked || fields[..index].contains(field) {
            return false;
        }
    }
    true
}
