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
