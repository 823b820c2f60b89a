//! When to send a request again.

use super::decoded::Decoded;
use super::parts::scalar;
use crate::header::{RetryAfter, Timestamp};
use crate::{delay, Catalog, Json, Retry};
use core::time::Duration;

impl<C: Catalog> Decoded<'_, C> {
    /// How long to wait before the same request is sent again: what the header `Retry-After` says, else what the body
    /// says in the places that the catalog names, else what the error's parameter for it says, wherever it came, else the
    /// catalog's advice, if it is a time.
    ///
    /// A point in time counts from the header `Date`, so that it does not matter whether the clocks agree; without that,
    /// from now where there is a clock (feature `std`). One that is past gives zero.
    pub fn retry_after(&self) -> Option<Duration> {
        let stated = self.headers().retry_after().or_else(|| self.stated());
        let stated = stated.or_else(|| self.of_param());
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

    /// What the body says in the envelope's places for it.
    fn stated(&self) -> Option<RetryAfter> {
        let places = self.reading().shape?.retry_after;
        let json = self.json().filter(|_| !places.is_empty());
        let mut stated = places.iter().filter_map(|place| json?.pointer(place));
        stated.find_map(of_member)
    }

    /// What the parameter says that the catalog names: wherever it came, or else a member in its place that is of
    /// another type.
    fn of_param(&self) -> Option<RetryAfter> {
        let Retry::Param(name) = self.retry() else {
            return None;
        };
        let reading = self.reading();
        reading
            .delay
            .or_else(|| self.param(name).and_then(of_member))
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

/// The delay that a member states, be it a number or a string.
fn of_member(value: Json<'_>) -> Option<RetryAfter> {
    delay::of_text(&scalar(value)?)
}
