//! The part of a record that many entries of a catalog share: category, scope, envelope, and retry advice.

use super::history;
use super::pool::Pool;
use super::record::{names, Record};
use error_catalog_core::layout::{self, rest, ABSENT};
use error_catalog_model::{reserved_variant, Code, Entry, Retry};

/// Adds the rest of the entry and returns its offset.
pub(super) fn encode(entry: &Entry, pool: &mut Pool, bytes: &mut Vec<u8>) -> u32 {
    let mut fields = [0; rest::RECORD];
    let mut record = Record(&mut fields);
    record.u8(rest::ENVELOPE, envelope(entry));
    retry(&mut record, entry, pool);
    record.text(rest::CATEGORY, entry.category.as_deref(), pool);
    record.text(rest::SCOPE, entry.scope.as_deref(), pool);
    record.statuses(rest::STATUSES, &entry.statuses, pool, bytes);
    record.text(rest::VARIANT, reserved_variant(&entry.id), pool);
    if let Code::Pattern(pattern) = &entry.code {
        record.template(rest::PATTERN, pattern, (&names(entry), false), pool, bytes);
    }
    record.u32(rest::HISTORY, history::forms(entry, pool, bytes));
    pool.list(&fields, bytes)
}

fn envelope(entry: &Entry) -> u8 {
    entry
        .envelope
        .and_then(|index| u8::try_from(index).ok())
        .unwrap_or(rest::NO_ENVELOPE)
}

fn retry(record: &mut Record<'_>, entry: &Entry, pool: &mut Pool) {
    // Without a string, the bytes must still be the same for all entries.
    record.u32(rest::RETRY, ABSENT);
    let kind = match &entry.retry {
        None => layout::retry::UNDOCUMENTED,
        Some(Retry::Never) => layout::retry::NEVER,
        Some(Retry::AfterFix) => layout::retry::AFTER_FIX,
        Some(Retry::Backoff) => layout::retry::BACKOFF,
        Some(Retry::After(duration)) => {
            let seconds = u32::try_from(duration.as_secs()).unwrap_or(u32::MAX);
            record.u32(rest::RETRY, seconds);
            layout::retry::AFTER
        }
        Some(Retry::Header(name, unit)) => {
            record.text(rest::RETRY, Some(name), pool);
            layout::retry::HEADER | layout::retry::unit_bits(*unit)
        }
        Some(Retry::Param(name, unit)) => {
            record.text(rest::RETRY, Some(name), pool);
            layout::retry::PARAM | layout::retry::unit_bits(*unit)
        }
    };
    let safe = if entry.is_safe_to_retry {
        layout::retry::SAFE
    } else {
        0
    };
    record.u8(rest::RETRY_KIND, kind | safe);
}
