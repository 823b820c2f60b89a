//! Sets of formats.

use super::{Envelope, Format};

/// The formats of a catalog's envelopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats(u8);

impl Formats {
    /// JSON only.
    pub const JSON: Self = Self(0).with(Format::Json);
    /// All formats.
    pub const ALL: Self = Self(u8::MAX);

    /// The formats of envelopes.
    pub const fn of(envelopes: &[Envelope]) -> Self {
        let mut formats = Self::JSON;
        let mut rest = envelopes;
        while let [envelope, others @ ..] = rest {
            if let Some(body) = envelope.body() {
                formats = formats.with(body.format);
            }
            rest = others;
        }
        formats
    }

    /// Adds a format.
    pub const fn with(self, format: Format) -> Self {
        self.and(Self(1 << format as u8))
    }

    /// Adds other formats.
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a format is among them.
    ///
    /// ```
    /// use error_catalog_core::envelope::{Format, Formats};
    ///
    /// assert!(Formats::JSON.with(Format::Xml).have(Format::Xml));
    /// assert!(!Formats::JSON.have(Format::Xml));
    /// ```
    pub const fn have(self, format: Format) -> bool {
        self.0 & (1 << format as u8) != 0
    }
}
