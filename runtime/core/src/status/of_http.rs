//! Statuses of the crate `http`.

use super::{InvalidStatus, Status};
use http::StatusCode;

/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Status;
/// use http::StatusCode;
///
/// let status = Status::new(404).unwrap();
/// let code: StatusCode = status.into();
/// assert_eq!(code, StatusCode::NOT_FOUND);
/// assert_eq!(status, code);
/// assert_eq!(Status::try_from(code), Ok(status));
/// ```
impl From<Status> for StatusCode {
    fn from(status: Status) -> Self {
        // A status from 100 to 599 is always valid there.
        Self::from_u16(status.as_u16()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

impl TryFrom<StatusCode> for Status {
    type Error = InvalidStatus;

    /// # Errors
    ///
    /// Returns [`InvalidStatus`] if the number is above 599.
    fn try_from(code: StatusCode) -> Result<Self, Self::Error> {
        Self::try_from(code.as_u16())
    }
}

impl PartialEq<StatusCode> for Status {
    fn eq(&self, other: &StatusCode) -> bool {
        self.as_u16() == other.as_u16()
    }
}

impl PartialEq<Status> for StatusCode {
    fn eq(&self, other: &Status) -> bool {
        self.as_u16() == other.as_u16()
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidStatus, Status, StatusCode};

    #[test]
    fn every_status_is_the_same_number_in_both_forms() {
        for number in 100..=999 {
            let code = StatusCode::from_u16(number).unwrap();
            match Status::new(number) {
                Some(status) => {
                    assert_eq!(StatusCode::from(status).as_u16(), number);
                    assert_eq!(Status::try_from(code), Ok(status));
                    assert_eq!(status, code);
                    assert_eq!(code, status);
                }
                None => assert_eq!(Status::try_from(code), Err(InvalidStatus(number))),
            }
        }
    }
}
