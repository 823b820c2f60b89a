//! Other forms of errors: plural forms, translated messages, and earlier ones.

use super::pool::Pool;
use super::record::Record;
use super::short;
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
    let translated = entry.translated_messages().map(|(_, message)| message);
    let earlier = entry.history.iter().filter_map(|it| it.message.as_ref());
    let mut messages = std::iter::once(&entry.message)
        .chain(translated)
        .chain(earlier);
    messages.any(|message| message.all().any(|form| form.template.has_numbers()))
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
    let mut today = plural_forms(0, &entry.message, pool, bytes);
    for (translated, message) in entry.translated_messages() {
        let number = number_of_language(translated.translation);
        today.push(form(number, message, pool, bytes).into_bytes());
        today.extend(plural_forms(number, message, pool, bytes));
    }
    let numbers = [short(today.len()), short(entry.history.len())];
    let mut list = numbers.map(u16::to_le_bytes).concat();
    list.extend(today.into_iter().flatten());
    for form in &entry.history {
        list.extend(earlier_form(form, pool, bytes));
    }
    pool.list(list, bytes)
}

type FormRecord = Record<{ history::RECORD }>;

/// The number of a translation in the tables: 0 is the language of the catalog. The model keeps them below 256.
pub(crate) fn number_of_language(translation: usize) -> u8 {
    u8::try_from(translation + 1).unwrap_or_default()
}

/// Returns the form of a message for all numbers without a form of their own.
fn form(number: u8, message: &Message, pool: &mut Pool, bytes: &mut Vec<u8>) -> FormRecord {
    let mut record = Record::new();
    record.u8(history::LANGUAGE, number);
    put_message(&mut record, message, pool, bytes);
    record
}

fn put_message(record: &mut FormRecord, message: &Message, pool: &mut Pool, bytes: &mut Vec<u8>) {
    record.u8(history::HAS_MESSAGE, 1);
    // A placeholder can be a value that the error no longer has.
    record.template(history::MESSAGE, message, &[], pool, bytes);
}

/// Returns the forms of a message for some numbers.
fn plural_forms(
    number: u8,
    message: &Message,
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) -> Vec<[u8; history::RECORD]> {
    let Some(plural) = &message.plural else {
        return Vec::new();
    };
    let param = u8::try_from(plural.param).unwrap_or(u8::MAX);
    let forms = plural.forms.iter().map(|it| {
        let mut record = form(number, &it.message, pool, bytes);
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
        record.into_bytes()
    });
    forms.collect()
}

fn earlier_form(form: &History, pool: &mut Pool, bytes: &mut Vec<u8>) -> [u8; history::RECORD] {
    let mut record = FormRecord::new();
    record.statuses(history::STATUSES, &form.statuses, pool, bytes);
    if let Some(message) = &form.message {
        put_message(&mut record, message, pool, bytes);
    }
    record.into_bytes()
}
