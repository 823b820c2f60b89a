//! When to send a request again.

use super::decoded::Decoded;
use super::place::{scalar, Raw};
use super::untyped::Untyped;
use crate::header::{RetryAfter, Timestamp};
use crate::{delay, Catalog, Entry, FieldValue, Json, Retry, RetryUnit};
use alloc::string::ToString;
use core::time::Duration;

/// The standard header.
const STANDARD: &str = "retry-after";

impl<C: Catalog> Decoded<'_, C> {
    /// Returns how long to wait before the same request is sent again: the header `Retry-After`, else the value in the
    /// body in the places that the catalog gives, else the catalog's advice, if it is a time.
    ///
    /// The value is seconds or a date, unless the catalog gives its `unit`. Without a unit, the delay is at most
    /// [`RetryAfter::LONGEST_WITHOUT_UNIT`].
    ///
    /// The delay until a point in time is counted from the header `Date`, so it does not matter whether the clocks
    /// agree; without that header, from now if there is a clock (feature `std`). For a point in the past, it is zero.
    pub fn retry_after(&self) -> Option<Duration> {
        self.untyped.retry_after()
    }
}

impl Untyped<'_> {
    fn retry_after(&self) -> Option<Duration> {
        let unit = self.retry_unit();
        let in_header = |name| {
            let value = self.headers().get(name)?;
            Stated::parse(value, unit)
        };
        let standard = || {
            let time = self.headers().retry_after()?;
            Some(Stated { time, unit: None })
        };
        match self.retry() {
            // The catalog's unit takes precedence over the standard's.
            Retry::Header(name) if unit.is_some() && name.eq_ignore_ascii_case(STANDARD) => {
                in_header(name).or_else(|| self.in_body(unit))
            }
            _ if self.is_standard_a_place() => self.in_body(unit).or_else(standard),
            advice => standard()
                .or_else(|| self.in_body(unit))
                .or_else(|| match advice {
                    Retry::Header(name) => in_header(name),
                    _ => None,
                }),
        }
        .map_or_else(|| self.advised(), |stated| self.delay(stated))
    }

    /// Reads the value in the body: in the places that the catalog gives, or in the error's parameter, wherever it is.
    fn in_body(&self, unit: Option<RetryUnit>) -> Option<Stated> {
        let in_place = || {
            self.look(|shape, source| {
                for place in shape.retry_after {
                    let unit = place.unit().or(shape.retry_unit);
                    let value = source.find(place).and_then(Raw::text);
                    let stated = value.and_then(|value| Stated::parse(&value, unit));
                    if stated.is_some() {
                        return stated;
                    }
                }
                None
            })
        };
        let in_place = self.has_places_for_delay().then(in_place).flatten();
        in_place.or_else(|| self.of_param(unit))
    }

    /// Reads the parameter that the catalog gives, wherever it is, or else a member of another type in its place.
    fn of_param(&self, unit: Option<RetryUnit>) -> Option<Stated> {
        let Retry::Param(name) = self.retry() else {
            return None;
        };
        let stated = match self.value(name) {
            Some(FieldValue::Text(text)) => Stated::parse(&text, unit),
            Some(FieldValue::Integer(number)) => Stated::parse(&number.to_string(), unit),
            _ => None,
        };
        stated.or_else(|| Stated::read(self.param(name)?, unit))
    }

    /// Returns whether a place for a delay has a value that cannot be read: the header `Retry-After`, or a place that the
    /// catalog gives.
    pub(super) fn has_unreadable_delay(&self) -> bool {
        let unit = self.retry_unit();
        let is_unreadable = |name: &str, unit| {
            let value = self.headers().get(name);
            value.is_some_and(|value| Stated::parse(value, unit).is_none())
        };
        let advice = self.retry();
        let of_advice = match advice {
            Retry::Header(name) => is_unreadable(name, unit),
            Retry::Param(name) => {
                let value = self.value(name);
                let member = self.param(name).filter(|member| !member.is_null());
                let is_there = member.is_some()
                    || value.is_some_and(|value| !matches!(value, FieldValue::Absent));
                is_there && self.of_param(unit).is_none()
            }
            _ => false,
        };
        let is_standard = !matches!(advice, Retry::Header(name) if name.eq_ignore_ascii_case(STANDARD))
            && !self.is_standard_a_place();
        of_advice || (is_standard && is_unreadable(STANDARD, None)) || self.is_unreadable_in_body()
    }

    fn is_unreadable_in_body(&self) -> bool {
        if !self.has_places_for_delay() {
            return false;
        }
        let mut is_unreadable = false;
        self.visit(&mut |shape, source| {
            for place in shape.retry_after {
                let unit = place.unit().or(shape.retry_unit);
                let value = source.find(place).filter(|value| !value.is_null());
                is_unreadable |= value.is_some_and(|value| {
                    let text = value.text();
                    text.and_then(|text| Stated::parse(&text, unit)).is_none()
                });
            }
        });
        is_unreadable
    }

    fn has_places_for_delay(&self) -> bool {
        let shape = self.reading.shape;
        shape.is_some_and(|shape| !shape.retry_after.is_empty())
    }

    fn retry_unit(&self) -> Option<RetryUnit> {
        self.reading.entry.and_then(Entry::retry_unit)
    }

    /// Returns whether the standard header is one of the places that the catalog gives, with a unit of its own.
    fn is_standard_a_place(&self) -> bool {
        let places = self
            .reading
            .shape
            .map_or(&[][..], |shape| shape.retry_after);
        places.iter().any(|place| place.header() == Some(STANDARD))
    }

    /// Returns the catalog's advice.
    fn advised(&self) -> Option<Duration> {
        match self.retry() {
            Retry::After(delay) => Some(delay),
            _ => None,
        }
    }

    fn delay(&self, stated: Stated) -> Option<Duration> {
        let delay = match stated.time {
            RetryAfter::Delay(delay) => delay,
            RetryAfter::At(_) => stated.time.delay_from(self.now()?),
        };
        Some(match stated.unit {
            Some(_) => delay,
            None => delay.min(RetryAfter::LONGEST_WITHOUT_UNIT),
        })
    }

    /// Returns the server's time of the response.
    fn now(&self) -> Option<Timestamp> {
        let date = self.headers().get("date");
        let date = date.and_then(Timestamp::parse_http_date);
        #[cfg(feature = "std")]
        let date = date.or_else(|| Some(Timestamp::now()));
        date
    }
}

/// The time or delay in a response, and its unit, if the catalog gives one.
#[derive(Clone, Copy)]
struct Stated {
    time: RetryAfter,
    unit: Option<RetryUnit>,
}

impl Stated {
    fn parse(value: &str, unit: Option<RetryUnit>) -> Option<Self> {
        let time = delay::of_text(value, unit)?;
        Some(Self { time, unit })
    }

    /// Reads a number or a string.
    fn read(value: Json<'_>, unit: Option<RetryUnit>) -> Option<Self> {
        Self::parse(&scalar(value)?, unit)
    }
}
