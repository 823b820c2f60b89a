//! One-line summaries of responses.

use super::decoded::Decoded;
use super::inert::{Inert, REDACTED};
use super::outcome::Outcome;
use super::sensitive::Guarded;
use crate::Catalog;
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

/// Writes status, code, and message on one line, for logs. Control characters are escaped, and what can contain a
/// sensitive parameter is redacted.
impl<C: Catalog> fmt::Display for Decoded<'_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.status())?;
        let title = Title(self);
        if !title.is_empty() {
            write!(formatter, " {title}")?;
        }
        match self.text() {
            Some(text) => write!(formatter, ": {}", Inert(&text)),
            None => Ok(()),
        }
    }
}

/// Like the `Display` of [`Decoded`], without the status, which serde does not know.
#[cfg(feature = "serde")]
pub(crate) struct WithoutStatus<'d, 'r, C: Catalog>(pub(crate) &'d Decoded<'r, C>);

#[cfg(feature = "serde")]
impl<C: Catalog> fmt::Display for WithoutStatus<'_, '_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = Title(self.0);
        if title.is_empty() {
            formatter.write_str("an error without a code")?;
        } else {
            write!(formatter, "{title}")?;
        }
        match self.0.text() {
            Some(text) => write!(formatter, ": {}", Inert(&text)),
            None => Ok(()),
        }
    }
}

/// A short description of a response.
struct Title<'d, 'r, C: Catalog>(&'d Decoded<'r, C>);

impl<C: Catalog> Title<'_, '_, C> {
    fn is_empty(&self) -> bool {
        matches!(self.0.outcome(), Outcome::Known(_)) && self.0.code().is_none()
    }
}

impl<C: Catalog> fmt::Display for Title<'_, '_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.0.shown_code();
        match self.0.outcome() {
            Outcome::Known(_) => write!(formatter, "{}", Inert(&code)),
            Outcome::Partial(kind) if code.is_empty() => {
                write!(formatter, "{kind} (parameters not readable)")
            }
            Outcome::Partial(_) => {
                write!(formatter, "{} (parameters not readable)", Inert(&code))
            }
            Outcome::Unknown(_) if code.is_empty() => formatter.write_str("unknown error"),
            Outcome::Unknown(_) => write!(formatter, "unknown error {}", Inert(&code)),
            Outcome::Batch => formatter.write_str("batch"),
            Outcome::Foreign(reason) => write!(formatter, "{reason}"),
        }
    }
}

impl<C: Catalog> Decoded<'_, C> {
    /// Returns the message, or else an excerpt of the body.
    fn text(&self) -> Option<Cow<'_, str>> {
        match self.outcome() {
            Outcome::Foreign(_) if Self::is_guarded() && !self.body().trim_ascii().is_empty() => {
                Some(Cow::Borrowed(REDACTED))
            }
            Outcome::Foreign(_) => self.excerpt().map(Cow::Owned),
            _ => self.shown_message(),
        }
    }
}

/// Sensitive parameters are redacted. If the catalog has any, the body is not shown.
impl<C: Catalog> fmt::Debug for Decoded<'_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = String::from_utf8_lossy(self.body());
        formatter
            .debug_struct("Decoded")
            .field("status", &self.status())
            .field("outcome", &self.outcome())
            .field("message", &self.shown_message())
            .field("body", &Guarded::of::<C>(&body))
            .finish_non_exhaustive()
    }
}
