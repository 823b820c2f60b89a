//! The record of one entry.

use super::pool::Pool;
use super::record::Record;
use super::short;
use error_catalog_core::layout::{self, flag, param, RECORD};
use error_catalog_model::{Code, Entry, Param, ParamPlace, Retry};

type EntryRecord = Record<RECORD>;
type ParamRecord = Record<{ layout::PARAM }>;

/// Writes the entry's record; what has no fixed size is added to `bytes`.
pub(super) fn encode(
    entry: &Entry,
    variant: &str,
    next: u16,
    pool: &mut Pool,
    bytes: &mut Vec<u8>,
) -> [u8; RECORD] {
    let mut record = EntryRecord::new();
    record.text(layout::ID, Some(&entry.id), pool);
    record.text(layout::VARIANT, Some(variant), pool);
    record.text(layout::CATEGORY, entry.category.as_deref(), pool);
    record.text(layout::SCOPE, entry.scope.as_deref(), pool);
    record.u16(
        layout::STATUS,
        entry.statuses.first().copied().unwrap_or_default(),
    );
    record.u16(layout::NEXT, next);
    code(&mut record, &entry.code, pool, bytes);
    record.template(layout::MESSAGE, &entry.message, pool, bytes);
    retry(&mut record, entry.retry.as_ref(), pool);
    params(&mut record, &entry.params, pool, bytes);
    record.statuses(layout::STATUSES, &entry.statuses, pool, bytes);
    let free_text = if entry.is_free_text {
        flag::FREE_TEXT
    } else {
        0
    };
    let deprecated = if entry.deprecated.is_some() {
        flag::DEPRECATED
    } else {
        0
    };
    let sensitive = if entry.params.iter().any(|param| param.is_sensitive) {
        flag::SENSITIVE
    } else {
        0
    };
    record.u8(layout::FLAGS, free_text | deprecated | sensitive);
    record.into_bytes()
}

fn code(record: &mut EntryRecord, code: &Code, pool: &mut Pool, bytes: &mut Vec<u8>) {
    let kind = match code {
        Code::None => layout::code::NONE,
        Code::Text(text) => {
            record.literal(layout::CODE, text, pool);
            layout::code::TEXT
        }
        Code::Number(value) => {
            record.literal(layout::CODE, &value.to_string(), pool);
            layout::code::NUMBER
        }
        Code::Pattern(pattern) => {
            record.template(layout::CODE, pattern, pool, bytes);
            layout::code::PATTERN
        }
    };
    record.u8(layout::CODE_KIND, kind);
}

fn retry(record: &mut EntryRecord, retry: Option<&Retry>, pool: &mut Pool) {
    let kind = match retry {
        None => layout::retry::UNDOCUMENTED,
        Some(Retry::Never) => layout::retry::NEVER,
        Some(Retry::AfterFix) => layout::retry::AFTER_FIX,
        Some(Retry::Backoff) => layout::retry::BACKOFF,
        Some(Retry::After(duration)) => {
            let seconds = u32::try_from(duration.as_secs()).unwrap_or(u32::MAX);
            record.u32(layout::RETRY, seconds);
            layout::retry::AFTER
        }
        Some(Retry::Header(name)) => {
            record.text(layout::RETRY, Some(name), pool);
            layout::retry::HEADER
        }
        Some(Retry::Param(name)) => {
            record.text(layout::RETRY, Some(name), pool);
            layout::retry::PARAM
        }
    };
    record.u8(layout::RETRY_KIND, kind);
}

fn params(record: &mut EntryRecord, params: &[Param], pool: &mut Pool, bytes: &mut Vec<u8>) {
    let mut list = Vec::with_capacity(params.len() * layout::PARAM);
    for known in params {
        let mut item = ParamRecord::new();
        item.text(param::NAME, Some(&known.name), pool);
        item.text(param::FIELD, Some(&known.field), pool);
        item.u8(param::TYPE, known.param_type.as_number());
        let optional = if known.is_optional {
            param::OPTIONAL
        } else {
            0
        };
        let detail = if known.place == ParamPlace::Detail {
            param::DETAIL
        } else {
            0
        };
        let sensitive = if known.is_sensitive {
            param::SENSITIVE
        } else {
            0
        };
        item.u8(param::FLAGS, optional | detail | sensitive);
        list.extend(item.into_bytes());
    }
    record.u32(layout::PARAMS, pool.list(list, bytes));
    record.u16(layout::PARAMS + 4, short(params.len()));
}
