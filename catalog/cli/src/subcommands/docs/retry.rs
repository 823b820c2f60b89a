//! Retry advice in words.

use crate::entry::SAFE_TO_RETRY;
use error_catalog_model::{Entry, Retry, RetryUnit};
use serde::Serialize;
use std::time::Duration;

/// When to send the request again.
#[derive(Debug, Serialize)]
pub(super) struct RetryView<'a> {
    /// The value of the filter.
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    before: String,
    /// The header or parameter with the time.
    name: Option<&'a str>,
    after: String,
}

impl<'a> RetryView<'a> {
    /// All keys with their labels, in the order of the filter.
    pub(super) const KINDS: [(&'static str, &'static str); 5] = [
        ("never", "never"),
        ("after-fix", "after a fix"),
        ("backoff", "with backoff"),
        ("after", "after a time"),
        ("response", "when the response allows it"),
    ];

    pub(super) fn new(entry: &'a Entry) -> Option<Self> {
        let retry = entry.retry.as_ref()?;
        let again = "Send the request again";
        let (kind, before, name) = match retry {
            Retry::Never => (
                Self::KINDS[0],
                "Do not send the same request again: it always fails.".to_owned(),
                None,
            ),
            Retry::AfterFix => (
                Self::KINDS[1],
                format!("{again} once the cause is fixed."),
                None,
            ),
            Retry::Backoff => (
                Self::KINDS[2],
                format!("{again}, with increasing delays."),
                None,
            ),
            Retry::After(duration) => (
                Self::KINDS[3],
                format!("{again} after {}.", words(*duration)),
                None,
            ),
            Retry::Header(name, _) => (
                Self::KINDS[4],
                format!("{again} when the response header "),
                Some(&**name),
            ),
            Retry::Param(name, _) => (
                Self::KINDS[4],
                format!("{again} when the parameter "),
                Some(&**name),
            ),
        };
        let mut after = match retry {
            Retry::Header(_, unit) | Retry::Param(_, unit) => allows(*unit),
            _ => "",
        }
        .to_owned();
        if entry.is_safe_to_retry {
            after.push(' ');
            after.push_str(SAFE_TO_RETRY);
        }
        Some(Self {
            key: kind.0,
            label: kind.1,
            before,
            name,
            after,
        })
    }
}

/// Returns the rest of the sentence after the name of a header or parameter, with its unit.
const fn allows(unit: Option<RetryUnit>) -> &'static str {
    match unit {
        Some(RetryUnit::Seconds) => " allows it, given as seconds.",
        Some(RetryUnit::Millis) => " allows it, given as milliseconds.",
        Some(RetryUnit::Epoch) => " allows it, given as seconds since 1970.",
        Some(RetryUnit::EpochMillis) => " allows it, given as milliseconds since 1970.",
        Some(RetryUnit::Date) => " allows it, given as a date.",
        _ => " allows it.",
    }
}

/// Returns a duration in its largest whole unit.
fn words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")];
    // One day is written as 24 hours, as in catalogs.
    let whole = |size: u64| seconds > size && seconds.is_multiple_of(size);
    let (size, unit) = units
        .into_iter()
        .find(|(size, _)| whole(*size))
        .unwrap_or((1, "second"));
    let count = seconds / size;
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

#[cfg(test)]
mod tests {
    use super::words;
    use std::time::Duration;

    #[test]
    fn a_duration_is_written_in_its_largest_whole_unit() {
        let written = |seconds| words(Duration::from_secs(seconds));
        assert_eq!(written(1), "1 second");
        assert_eq!(written(60), "60 seconds");
        assert_eq!(written(300), "5 minutes");
        assert_eq!(written(5_400), "90 minutes");
        assert_eq!(written(86_400), "24 hours");
        assert_eq!(written(604_800), "7 days");
    }
}
