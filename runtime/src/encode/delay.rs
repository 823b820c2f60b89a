//! When to send the request again, in the response.

use super::value::param;
use crate::delay::{self, Sent};
use crate::envelope::{Body, Format, Place};
use crate::header::RetryAfter;
use crate::{Entry, Retry, RetryUnit, Value};
use alloc::string::String;

/// The standard header.
pub(super) const STANDARD: &str = "retry-after";

/// Returns the time of the catalog's advice, or the one that a parameter holds.
pub(super) fn advised(entry: Entry, values: &[Value<'_>]) -> Option<RetryAfter> {
    match entry.retry() {
        Retry::After(delay) => Some(RetryAfter::Delay(delay)),
        Retry::Param(name) => delay::of_value(&param(entry, values, name)?, entry.retry_unit()),
        _ => None,
    }
}

/// Returns what is sent at a place of an envelope; `None` if there is no clock to convert it to the unit.
pub(super) fn at(place: &Place, shape: &Body, time: RetryAfter) -> Option<Sent> {
    let is_in_header = place.header().is_some();
    // A delay in the details of gRPC has the JSON form of protobuf.
    let default = (shape.format == Format::Grpc && !is_in_header).then_some(RetryUnit::Duration);
    let unit = place.unit().or(shape.retry_unit).or(default);
    Sent::new(time, unit, is_in_header)
}

/// Returns the header that the catalog's advice names, and what is sent in it.
pub(super) fn in_advised_header(entry: Entry, time: RetryAfter) -> Option<(&'static str, String)> {
    let Retry::Header(name) = entry.retry() else {
        return None;
    };
    let sent = Sent::new(time, entry.retry_unit(), true)?;
    Some((name, sent.text()))
}
