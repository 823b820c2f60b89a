//! The error for text that is not XML.

use core::fmt;

/// Why text is not valid XML, or is XML that is not supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Encoding,
    DocumentType,
    Markup,
    Name,
    Attribute,
    Reference,
    EndTag,
    Unclosed,
    TooDeep,
    NoElement,
    AfterElement,
}

/// The error for a body that is not valid XML, or that uses what is not supported: another encoding than UTF-8, a document
/// type declaration, entities of its own, or more than 128 levels of elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidXml {
    /// As small as the error for JSON, so that no response becomes larger.
    offset: u32,
    reason: Reason,
}

impl InvalidXml {
    pub(super) fn new(reason: Reason, offset: usize) -> Self {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        Self { offset, reason }
    }

    /// Returns the offset, in bytes, of the part of the body that is not valid, such as a tag; at most `u32::MAX`.
    pub const fn offset(self) -> usize {
        self.offset as usize
    }
}

impl fmt::Display for InvalidXml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Reason::Encoding => "the encoding is not UTF-8",
            Reason::DocumentType => "document type declarations are not supported",
            Reason::Markup => "invalid markup",
            Reason::Name => "invalid name",
            Reason::Attribute => "invalid or duplicate attribute",
            Reason::Reference => "unknown entity or invalid character reference",
            Reason::EndTag => "mismatched end tag",
            Reason::Unclosed => "expected an end tag",
            Reason::TooDeep => "more than 128 levels of elements",
            Reason::NoElement => "expected an element",
            Reason::AfterElement => "expected the end of the body",
        };
        write!(formatter, "invalid XML at byte {}: {reason}", self.offset)
    }
}

impl core::error::Error for InvalidXml {}
