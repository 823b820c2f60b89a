//! The record of one entry.

use super::pool::Pool;
use super::record::Record;
use super::{history, rest, short};
use error_catalog_core::layout::{self, flag, param, severity, RECORD};
use error_catalog_model::{Code, Entry, Param, ParamPlace};

/// Writes the entry's record; adds data without a fixed size to `bytes`.
pub(super) fn encode(
    entry: &Entry,
    group: usize,
    (next, is_shared): (u16, bool),
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) -> [u8; RECORD] {
    let mut fields = [0; RECORD];
    let mut record = Record(&mut fields);
    record.text(layout::ID, Some(&entry.id), pool);
    record.u16(
        layout::STATUS,
        entry.statuses.first().copied().unwrap_or_default(),
    );
    record.u16(layout::NEXT, next);
    record.u16(layout::GROUP, short(group));
    code(&mut record, &entry.code, pool);
    params(&mut record, &entry.params, pool, bytes);
    record.u32(layout::REST, rest::encode(entry, pool, bytes));
    let is_special =
        has_sensitive(entry) || history::has_plurals(entry) || history::has_numbers(entry);
    let flags = when(entry.is_free_text, flag::FREE_TEXT)
        | when(entry.deprecated.is_some(), flag::DEPRECATED)
        | when(is_special, flag::SPECIAL)
        | when(is_shared, flag::SHARED)
        | severity::bits(entry.severity);
    record.u8(layout::FLAGS, flags);
    fields
}

pub(super) fn has_sensitive(entry: &Entry) -> bool {
    entry.params.iter().any(|param| param.is_sensitive)
}

fn when(is_so: bool, flag: u8) -> u8 {
    if is_so {
        flag
    } else {
        0
    }
}

fn code(record: &mut Record<'_>, code: &Code, pool: &mut Pool) {
    let number;
    let (kind, text) = match code {
        Code::None => (layout::code::NONE, None),
        Code::Text(text) => (layout::code::TEXT, Some(&**text)),
        Code::Number(value) => {
            number = value.to_string();
            (layout::code::NUMBER, Some(&*number))
        }
        Code::Pattern(pattern) => (layout::code::PATTERN, Some(pattern.template.source())),
    };
    record.text(layout::CODE, text, pool);
    record.u8(layout::CODE_KIND, kind);
}

fn params(record: &mut Record<'_>, params: &[Param], pool: &mut Pool, bytes: &mut Vec<u8>) {
    let mut list = Vec::with_capacity(params.len() * layout::PARAM);
    for known in params {
        list.extend_from_slice(&param(known, pool));
    }
    record.u32(layout::PARAMS, pool.list(&list, bytes));
    record.u16(layout::PARAMS + 4, short(params.len()));
}

fn param(known: &Param, pool: &mut Pool) -> [u8; layout::PARAM] {
    let mut fields = [0; layout::PARAM];
    let mut item = Record(&mut fields);
    let (name, field) = (&*known.name, &*known.field);
    if name == field {
        item.u32(param::NAME, pool.add(name));
    } else {
        item.u32(param::NAME, pool.add(&format!("{name}{field}")));
        item.u8(param::FIELD_LENGTH, length(field));
    }
    item.u8(param::NAME_LENGTH, length(name));
    item.u8(param::TYPE, known.param_type.as_number());
    let flags = when(known.is_optional, param::OPTIONAL)
        | when(known.place == ParamPlace::Detail, param::DETAIL)
        | when(known.is_sensitive, param::SENSITIVE)
        | when(known.is_sent, param::SENT);
    item.u8(param::FLAGS, flags);
    fields
}

/// Converts the length of a name, which the model keeps below 256 bytes.
fn length(name: &str) -> u8 {
    u8::try_from(name.len()).unwrap_or(u8::MAX)
}
