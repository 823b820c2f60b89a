//! Sensitive values, which are not in a response unless the catalog says so.

use crate::decode::REDACTED;
use crate::{CatalogError, Entry, Value};
use alloc::vec::Vec;

/// Passes on the values of the error's fields as a response has them. A value that is not sent is replaced, for the code
/// and the message that contain it.
#[inline]
pub(super) fn sent<E: CatalogError>(error: &E, visit: &mut dyn FnMut(&[Value<'_>])) {
    let entry = error.entry();
    if entry.has_sensitive_params() {
        error.fields(&mut |values| visit(&redacted(entry, values)));
    } else {
        error.fields(visit);
    }
}

#[cold]
fn redacted<'v>(entry: Entry, values: &[Value<'v>]) -> Vec<Value<'v>> {
    let mut sent = Vec::with_capacity(values.len());
    for (param, value) in entry.params().zip(values) {
        sent.push(match value {
            Value::Absent => Value::Absent,
            _ if param.is_withheld() => Value::Text(REDACTED),
            value => *value,
        });
    }
    sent
}
