//! When to send a request again.

use super::Decoded;
use crate::header::{RetryAfter, Timestamp};
use crate::{Catalog, Json, Retry};
use core::time::Duration;

impl<C: Catalog> Decoded<'_, C> {
    /// How long to wait before the same request is sent again: what the header `Retry-After` says, else what the body
    /// says in the places that the catalog names, else the catalog's advice, if it is a time.
    ///
    /// A point in time counts from the header `Date`, so that it does not matter whether the clocks agree; without that,
    /// from now where there is a clock (feature `std`). One that is past gives zero.
    pub fn retry_after(&self) -> Option<Duration> {
        let stated = self.headers().retry_after().or_else(|| self.stated());
        match (stated, self.retry()) {
            (Some(stated), _) => self.delay(stated),
            (None, Retry::Header(name)) => {
                let header = self.headers().get(name)?;
                self.delay(RetryAfter::parse(header)?)
            }
            (None, Retry::After(delay)) => Some(delay),
            (None, _) => None,
        }
    }

    /// What the body says.
    fn stated(&self) -> Option<RetryAfter> {
        let places = self.reading().shape?.retry_after;
        let param = match self.retry() {
            Retry::Param(name) => self.param(name),
            _ => None,
        };
        let json = self.json().filter(|_| !places.is_empty());
        let mut stated = places.iter().filter_map(|place| json?.pointer(place));
        stated.find_map(time).or_else(|| param.and_then(time))
    }

    fn delay(&self, stated: RetryAfter) -> Option<Duration> {
        match stated {
            RetryAfter::Delay(delay) => Some(delay),
            RetryAfter::At(_) => Some(stated.delay_from(self.now()?)),
        }
    }

    /// The server's time of the response.
    fn now(&self) -> Option<Timestamp> {
        let date = self.headers().get("date");
        let date = date.and_then(Timestamp::parse_http_date);
        #[cfg(feature = "std")]
        let date = date.or_else(|| Some(Timestamp::now()));
        date
    }
}

/// Seconds, be they a number or a text, or a point in time; no more seconds than the header may say.
fn time(value: Json<'_>) -> Option<RetryAfter> {
    let text = super::parts::scalar(value)?;
    if let Some(point) = Timestamp::parse_rfc3339(&text) {
        return Some(RetryAfter::At(point));
    }
    // A fraction of a second is rounded up: too early is worse than too late.
    let (seconds, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    if !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
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
