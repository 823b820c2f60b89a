//! HTTP statuses.

#[cfg(feature = "http")]
mod of_http;

use core::fmt;

/// An HTTP status code, from 100 to 599.
///
/// It compares with a plain number, so that you can write `error.status() == 404`.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Status;
///
/// let status = Status::new(404).unwrap();
/// assert_eq!(status, 404);
/// assert!(status.is_client_error());
/// assert_eq!(Status::new(99), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Status(u16);

impl Status {
    /// The status with this number; `None` outside 100 to 599.
    pub const fn new(number: u16) -> Option<Self> {
        match number {
            100..=599 => Some(Self(number)),
            _ => None,
        }
    }

    /// The status of a record, whose range is checked when the catalog is compiled.
    pub(crate) const fn checked(number: u16) -> Self {
        Self(number)
    }

    /// The number.
    pub const fn as_u16(self) -> u16 {
        self.0
    }

    /// Whether it is a client error: 400 to 499.
    pub const fn is_client_error(self) -> bool {
        matches!(self.0, 400..=499)
    }

    /// Whether it is a server error: 500 to 599.
    pub const fn is_server_error(self) -> bool {
        matches!(self.0, 500..=599)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl PartialEq<u16> for Status {
    fn eq(&self, other: &u16) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Status> for u16 {
    fn eq(&self, other: &Status) -> bool {
        *self == other.0
    }
}

impl From<Status> for u16 {
    fn from(status: Status) -> Self {
        status.0
    }
}

/// So that lookups take a status as well as a number.
impl From<Status> for Option<u16> {
    fn from(status: Status) -> Self {
        Some(status.0)
    }
}

impl TryFrom<u16> for Status {
    type Error = InvalidStatus;

    /// # Errors
    ///
    /// Returns [`InvalidStatus`] if the number is outside 100 to 599.
    fn try_from(number: u16) -> Result<Self, Self::Error> {
        Self::new(number).ok_or(InvalidStatus(number))
    }
}

/// The number is not a valid HTTP status: it is outside 100 to 599.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidStatus(u16);

impl fmt::Display for InvalidStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} is not a valid HTTP status: expected 100 to 599",
            self.0
        )
    }
}

impl core::error::Error for InvalidStatus {}
