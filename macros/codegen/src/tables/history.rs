//! Other forms of errors: translated and earlier ones.

use super::pool::Pool;
use super::record::Record;
use super::short;
use error_catalog_core::layout::{history, ABSENT};
use error_catalog_model::{Entry, History, Message};

/// Whether an entry has other forms.
pub(super) fn has_forms(entry: &Entry) -> bool {
    !entry.history.is_empty() || entry.translated_messages().next().is_some()
}

/// Adds the list of the entries that have other forms.
pub(super) fn encode(entries: &[Entry], bytes: &mut Vec<u8>) {
    let have_forms = (0..).zip(entries);
    let have_forms = have_forms.filter(|(_, entry)| has_forms(entry));
    let have_forms: Vec<u16> = have_forms.map(|(index, _)| index).collect();
    bytes.extend(short(have_forms.len()).to_le_bytes());
    bytes.extend(have_forms.iter().flat_map(|index| index.to_le_bytes()));
}

/// Adds the other forms of an entry and returns their offset.
pub(super) fn forms(entry: &Entry, pool: &mut Pool, bytes: &mut Vec<u8>) -> u32 {
    if !has_forms(entry) {
        return ABSENT;
    }
    let translated = short(entry.translated_messages().count());
    let earlier = short(entry.history.len());
    let numbers = [translated, earlier].map(u16::to_le_bytes);
    let mut list = numbers.concat();
    for (translated, message) in entry.translated_messages() {
        let number = number_of_language(translated.translation);
        list.extend(translated_form(number, message, pool, bytes));
    }
    for form in &entry.history {
        list.extend(earlier_form(form, pool, bytes));
    }
    pool.list(list, bytes)
}

/// The number of a translation in the tables: 0 is the language of the catalog. The model keeps them below 256.
pub(crate) fn number_of_language(translation: usize) -> u8 {
    u8::try_from(translation + 1).unwrap_or_default()
}

fn translated_form(
    number: u8,
    message: &Message,
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) -> [u8; history::RECORD] {
    let mut record = Record::new();
    record.u8(history::LANGUAGE, number);
    record.u8(history::HAS_MESSAGE, 1);
    record.template(history::MESSAGE, message, pool, bytes);
    record.into_bytes()
}

fn earlier_form(form: &History, pool: &mut Pool, bytes: &mut Vec<u8>) -> [u8; history::RECORD] {
    let mut record = Record::new();
    record.statuses(history::STATUSES, &form.statuses, pool, bytes);
    if let Some(message) = &form.message {
        record.u8(history::HAS_MESSAGE, 1);
        record.template(history::MESSAGE, message, pool, bytes);
    }
    record.into_bytes()
}
