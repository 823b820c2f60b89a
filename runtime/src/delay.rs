//! Delays that a parameter or a member states: seconds, or a point in time.

use crate::header::{RetryAfter, Timestamp};
use crate::Value;
use alloc::string::ToString;
use core::time::Duration;

/// The delay that the value of a parameter states.
pub(crate) fn of_value(value: &Value<'_>) -> Option<RetryAfter> {
    match value {
        Value::Text(text) => of_text(text),
        Value::Integer(seconds) => of_seconds(*seconds),
        Value::Display(value) => of_text(&value.to_string()),
        _ => None,
    }
}

/// Seconds, unless they are negative; no more than the header may state.
pub(crate) fn of_seconds(seconds: i64) -> Option<RetryAfter> {
    let delay = Duration::from_secs(seconds.try_into().ok()?);
    Some(RetryAfter::Delay(delay.min(RetryAfter::LONGEST)))
}

/// Seconds or a point in time; no more seconds than the header may state.
pub(crate) fn of_text(text: &str) -> Option<RetryAfter> {
    if let Some(point) = Timestamp::parse_rfc3339(text) {
        return Some(RetryAfter::At(point));
    }
    // A fraction of a second is rounded up: too early is worse than too late.
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let is_whole = fraction.bytes().all(|digit| digit == b'0');
    match RetryAfter::parse(seconds)? {
        RetryAfter::Delay(delay) if !is_whole => {
            let rounded = delay.saturating_add(Duration::from_secs(1));
            Some(RetryAfter::Delay(rounded.min(RetryAfter::LONGEST)))
        }
        stated => Some(stated),
    }
}
