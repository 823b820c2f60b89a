//! Earlier forms of errors.

use super::pool::Pool;
use super::record::Record;
use super::short;
use error_catalog_core::layout::{history, ABSENT};
use error_catalog_model::{Entry, History};

/// Adds the list of the entries that have earlier forms.
pub(super) fn encode(entries: &[Entry], bytes: &mut Vec<u8>) {
    let have_forms = (0..)
        .zip(entries)
        .filter(|(_, entry)| !entry.history.is_empty());
    let have_forms: Vec<u16> = have_forms.map(|(index, _)| index).collect();
    bytes.extend(short(have_forms.len()).to_le_bytes());
    bytes.extend(have_forms.iter().flat_map(|index| index.to_le_bytes()));
}

/// Adds the earlier forms of an entry and returns their offset.
pub(super) fn forms(forms: &[History], pool: &mut Pool, bytes: &mut Vec<u8>) -> u32 {
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
