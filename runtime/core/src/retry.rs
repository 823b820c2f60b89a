//! Retry advice.

use core::time::Duration;

/// The documented advice on sending the same request again.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use core::time::Duration;
/// use error_catalog::Retry;
///
/// assert!(Retry::After(Duration::from_secs(86_400)).is_retryable());
/// assert!(!Retry::AfterFix.is_retryable());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Retry {
    /// The API documents nothing.
    #[default]
    Undocumented,
    /// The same request fails however often it is sent.
    Never,
    /// The request can succeed once something has changed: its input, a permission, a setting.
    AfterFix,
    /// The failure passes: send the request again, each time after a longer pause.
    Backoff,
    /// Send the request again after this time.
    After(Duration),
    /// This header of the response says when.
    Header(&'static str),
    /// This parameter of the error says when.
    Param(&'static str),
}

impl Retry {
    /// Whether the same request can succeed later without a fix.
    pub const fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Backoff | Self::After(_) | Self::Header(_) | Self::Param(_)
        )
    }
}

/// The unit of a header, parameter, or member that gives the time to send the request again.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::RetryUnit;
///
/// assert_eq!(RetryUnit::from_name("epoch-ms"), Some(RetryUnit::EpochMillis));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryUnit {
    /// Seconds from now.
    Seconds,
    /// Milliseconds from now.
    Millis,
    /// A point in time: seconds since 1970 (UTC).
    Epoch,
    /// A point in time: milliseconds since 1970 (UTC).
    EpochMillis,
    /// A point in time: a date as HTTP (RFC 9110) or RFC 3339 has it.
    Date,
    /// Seconds from now as protobuf has them in JSON: `34.5s`.
    Duration,
    /// Time from now as ISO 8601 has it: `PT34.5S`.
    IsoDuration,
}

impl RetryUnit {
    /// Every unit.
    pub const ALL: [Self; 7] = [
        Self::Seconds,
        Self::Millis,
        Self::Epoch,
        Self::EpochMillis,
        Self::Date,
        Self::Duration,
        Self::IsoDuration,
    ];

    /// The name in a catalog.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Millis => "ms",
            Self::Epoch => "epoch",
            Self::EpochMillis => "epoch-ms",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::IsoDuration => "iso-duration",
        }
    }

    /// Returns a description in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Seconds => "seconds",
            Self::Millis => "milliseconds",
            Self::Epoch => "seconds since 1970",
            Self::EpochMillis => "milliseconds since 1970",
            Self::Date => "a date",
            Self::Duration => "a duration such as `34.5s`",
            Self::IsoDuration => "a duration of ISO 8601",
        }
    }

    /// The unit with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        for unit in &Self::ALL {
            if unit.as_str() == name {
                return Some(*unit);
            }
        }
        None
    }
}
