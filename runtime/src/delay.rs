//! Delays that a parameter or a member states, in the unit that the catalog gives them.

use crate::header::RetryAfter;
use crate::{RetryUnit, Value};
use alloc::string::ToString;

/// The delay that the value of a parameter states.
pub(crate) fn of_value(value: &Value<'_>, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    match value {
        Value::Text(text) => of_text(text, unit),
        Value::Integer(number) => of_text(&number.to_string(), unit),
        Value::Display(value) => of_text(&value.to_string(), unit),
        _ => None,
    }
}

/// A number or a date; without a unit, the number is one of seconds.
pub(crate) fn of_text(text: &str, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    RetryAfter::parse_as(text, unit.unwrap_or(RetryUnit::Seconds))
}
