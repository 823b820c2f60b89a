//! Other forms of errors: plural forms, translated messages, and earlier ones.

use super::pool::Pool;
use super::record::Record;
use super::{put_all, put_positions, short};
use error_catalog_core::layout::{history, plural, ABSENT};
use error_catalog_model::{Entry, History, Message, PluralCase};

/// Whether an entry has other forms.
pub(super) fn has_forms(entry: &Entry) -> bool {
    !entry.history.is_empty()
        || !entry.message.forms().is_empty()
        || entry.translated_messages().next().is_some()
}

/// Whether an entry has plural forms in any language.
pub(crate) fn has_plurals(entry: &Entry) -> bool {
    let mut translated = entry.translated_messages();
    !entry.message.forms().is_empty() || translated.any(|(_, it)| !it.forms().is_empty())
}

/// Whether a message of an entry has numbers that are written as its language does.
pub(crate) fn has_numbers(entry: &Entry) -> bool {
    let has_numbers = |message: &Message| message.all().any(|form| form.template.has_numbers());
    for (_, message) in entry.translated_messages() {
        if has_numbers(message) {
            return true;
        }
    }
    for form in &entry.history {
        if form.message.as_ref().is_some_and(has_numbers) {
            return true;
        }
    }
    has_numbers(&entry.message)
}

/// Adds the list of the entries that have other forms.
pub(super) fn encode(entries: &[Entry], bytes: &mut Vec<u8>) {
    let mut positions = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if has_forms(entry) {
            positions.push(short(index));
        }
    }
    put_positions(&positions, bytes);
}

/// Adds the other forms of an entry and returns their offset.
pub(super) fn forms(entry: &Entry, pool: &mut Pool, bytes: &mut Vec<u8>) -> u32 {
    if !has_forms(entry) {
        return ABSENT;
    }
    let mut today = Vec::new();
    plural_forms(0, &entry.message, pool, bytes, &mut today);
    for (translated, message) in entry.translated_messages() {
        let number = number_of_language(translated.translation);
        let mut fields = [0; history::RECORD];
        form(&mut Record(&mut fields), number, message, pool, bytes);
        today.extend_from_slice(&fields);
        plural_forms(number, message, pool, bytes, &mut today);
    }
    let count = today.len() / history::RECORD;
    let mut list = Vec::new();
    put_all(&[short(count), short(entry.history.len())], &mut list);
    list.extend_from_slice(&today);
    for form in &entry.history {
        list.extend_from_slice(&earlier_form(form, pool, bytes));
    }
    pool.list(&list, bytes)
}

/// The number of a translation in the tables: 0 is the language of the catalog. The model keeps them below 256.
pub(crate) fn number_of_language(translation: usize) -> u8 {
    u8::try_from(translation + 1).unwrap_or_default()
}

/// Writes the form of a message for all numbers without a form of their own.
fn form(
    record: &mut Record<'_>,
    number: u8,
    message: &Message,
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) {
    record.u8(history::LANGUAGE, number);
    put_message(record, message, pool, bytes);
}

fn put_message(record: &mut Record<'_>, message: &Message, pool: &mut Pool, bytes: &mut Vec<u8>) {
    record.u8(history::HAS_MESSAGE, 1);
    // A placeholder can be a value that the error no longer has.
    record.template(history::MESSAGE, message, (&[], false), pool, bytes);
}

/// Adds the forms of a message for some numbers to a list.
fn plural_forms(
    number: u8,
    message: &Message,
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
    list: &mut Vec<u8>,
) {
    let Some(plural) = &message.plural else {
        return;
    };
    let param = u8::try_from(plural.param).unwrap_or(u8::MAX);
    for it in &plural.forms {
        let mut fields = [0; history::RECORD];
        let mut record = Record(&mut fields);
        form(&mut record, number, &it.message, pool, bytes);
        record.u8(history::PLURAL_PARAM, param);
        match it.case {
            PluralCase::Category(category) => {
                record.u8(history::PLURAL_CASE, category.as_number());
            }
            PluralCase::Exact(exact) => {
                record.u8(history::PLURAL_CASE, plural::EXACT);
                record.text(history::EXACT_NUMBER, Some(&exact.to_string()), pool);
            }
        }
        list.extend_from_slice(&fields);
    }
}

fn earlier_form(form: &History, pool: &mut Pool, bytes: &mut Vec<u8>) -> [u8; history::RECORD] {
    let mut fields = [0; history::RECORD];
    let mut record = Record(&mut fields);
    record.statuses(history::STATUSES, &form.statuses, pool, bytes);
    if let Some(message) = &form.message {
        put_message(&mut record, message, pool, bytes);
    }
    fields
}
