//! Delays in parameters and members, in the unit that the catalog gives.

use crate::header::RetryAfter;
use crate::{RetryUnit, Value};
use alloc::string::ToString;

/// Reads the delay in the value of a parameter.
pub(crate) fn of_value(value: &Value<'_>, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    match value {
        Value::Text(text) => of_text(text, unit),
        Value::Integer(number) => of_text(&number.to_string(), unit),
        Value::Display(value) => of_text(&value.to_string(), unit),
        _ => None,
    }
}

/// Reads a number or a date; without a unit, the number is seconds.
pub(crate) fn of_text(text: &str, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    RetryAfter::parse_as(text, unit.unwrap_or(RetryUnit::Seconds))
}
