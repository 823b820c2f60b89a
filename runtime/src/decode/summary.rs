//! One-line summaries of responses.

use super::decoded::Decoded;
use super::inert::{Inert, REDACTED};
use super::reading::Found;
use super::sensitive::Guarded;
use super::untyped::Untyped;
use crate::Catalog;
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

/// Writes status, code, and message on one line, for logs. Control characters are escaped, and what can contain a
/// sensitive parameter is redacted.
impl<C: Catalog> fmt::Display for Decoded<'_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.untyped.summarize(self.shown_error(), formatter)
    }
}

/// Like the `Display` of [`Decoded`], without the status, which serde does not know.
#[cfg(feature = "serde")]
pub(crate) struct WithoutStatus<'d, 'r, C: Catalog>(pub(crate) &'d Decoded<'r, C>);

#[cfg(feature = "serde")]
impl<C: Catalog> fmt::Display for WithoutStatus<'_, '_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(decoded) = self;
        let title = decoded.untyped.title();
        match &title {
            Some(title) => write!(formatter, "{title}")?,
            None => formatter.write_str("an error without a code")?,
        }
        decoded.untyped.write_text(decoded.shown_error(), formatter)
    }
}

impl Untyped<'_> {
    fn summarize(
        &self,
        error: Option<&dyn fmt::Display>,
        formatter: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        write!(formatter, "{}", self.status)?;
        if let Some(title) = self.title() {
            write!(formatter, " {title}")?;
        }
        self.write_text(error, formatter)
    }

    /// Returns a short description of the response, if there is one.
    fn title(&self) -> Option<Title<'_, '_>> {
        let is_untitled = self.reading.found == Found::Typed && self.reading.code.is_none();
        (!is_untitled).then_some(Title(self))
    }

    /// Writes the message, or else an excerpt of the body.
    fn write_text(
        &self,
        error: Option<&dyn fmt::Display>,
        formatter: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let text = match self.reading.found {
            Found::Foreign(_) if self.is_guarded() && !self.body.trim_ascii().is_empty() => {
                Some(Cow::Borrowed(REDACTED))
            }
            Found::Foreign(_) => self.excerpt().map(Cow::Owned),
            _ => self.shown_message(error),
        };
        match text {
            Some(text) => write!(formatter, ": {}", Inert(&text)),
            None => Ok(()),
        }
    }
}

/// A short description of a response.
struct Title<'u, 'r>(&'u Untyped<'r>);

impl fmt::Display for Title<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.0.shown_code();
        let code = Inert(&code);
        match (self.0.reading.found, self.0.reading.entry) {
            (Found::Typed, _) => write!(formatter, "{code}"),
            (Found::Unread, Some(entry)) => {
                if code.0.is_empty() {
                    formatter.write_str(entry.id())?;
                } else {
                    write!(formatter, "{code}")?;
                }
                formatter.write_str(" (parameters not readable)")
            }
            (Found::Unread, None) if code.0.is_empty() => formatter.write_str("unknown error"),
            (Found::Unread, None) => write!(formatter, "unknown error {code}"),
            (Found::Batch, _) => formatter.write_str("batch"),
            (Found::Foreign(reason), _) => write!(formatter, "{reason}"),
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
