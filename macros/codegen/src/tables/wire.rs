//! What reading and writing responses needs to know of each entry.

use super::pool::Pool;
use super::record::Record;
use super::{number, short};
use error_catalog_core::layout::wire::{self, history};
use error_catalog_core::layout::ABSENT;
use error_catalog_model::{Entry, History};

/// Adds the records and what they refer to; returns where the records begin.
pub(super) fn encode(
    entries: &[Entry],
    groups: &[usize],
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) -> u32 {
    let mut groups = groups.iter().copied();
    let records: Vec<[u8; wire::RECORD]> = entries
        .iter()
        .map(|entry| {
            let mut record = Record::<{ wire::RECORD }>::new();
            record.u8(wire::ENVELOPE, envelope(entry));
            record.u16(wire::GROUP, short(groups.next().unwrap_or_default()));
            record.u32(wire::HISTORY, forms(&entry.history, pool, bytes));
            record.into_bytes()
        })
        .collect();
    let start = number(bytes.len());
    bytes.extend(records.concat());
    let with_history = (0..)
        .zip(entries)
        .filter(|(_, entry)| !entry.history.is_empty());
    let with_history: Vec<u16> = with_history.map(|(index, _)| index).collect();
    bytes.extend(short(with_history.len()).to_le_bytes());
    bytes.extend(with_history.iter().flat_map(|index| index.to_le_bytes()));
    start
}

fn envelope(entry: &Entry) -> u8 {
    entry
        .envelope
        .and_then(|index| u8::try_from(index).ok())
        .unwrap_or(wire::NO_ENVELOPE)
}

/// The offset of the earlier forms.
fn forms(forms: &[History], pool: &mut Pool, bytes: &mut Vec<u8>) -> u32 {
    if forms.is_empty() {
        return ABSENT;
    }
    let mut list = short(forms.len()).to_le_bytes().to_vec();
    for form in forms {
        list.extend(self::form(form, pool, bytes));
    }
    pool.list(list, bytes)
}

fn form(form: &History, pool: &mut Pool, bytes: &mut Vec<u8>) -> [u8; history::RECORD] {
    let mut record = Record::new();
    record.statuses(history::STATUSES, &form.statuses, pool, bytes);
    if let Some(message) = &form.message {
        record.u8(history::HAS_MESSAGE, 1);
        record.template(history::MESSAGE, message, pool, bytes);
    }
    record.into_bytes()
}
