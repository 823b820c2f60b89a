//! The first stage: turns JSON values into the parts of a catalog file, each with its place.
//!
//! It reports invalid JSON, unknown and duplicate keys, and values of the wrong type or form. The later stages check what
//! depends on more than one value.

mod catalog;
mod entry;
mod envelope;
mod evolution;
mod extends;
mod fallbacks;
mod message;
mod mistyped;
mod object;
mod operation;
mod pointer;
mod policy;
mod retry;
mod translation;
mod value;

pub(crate) use catalog::{Catalog, MOST_ENTRIES};
pub(crate) use entry::{Defaults, Deprecated, Entry, History, Param};
pub(crate) use envelope::Envelope;
pub(crate) use evolution::Retired;
pub(crate) use extends::invalid as invalid_path;
pub(crate) use fallbacks::Written as Fallback;
pub(crate) use message::{Message, Plural};
pub(crate) use object::{owned, Text};
pub(crate) use operation::{Operation, EVERY};
pub(crate) use policy::Policy;
pub(crate) use retry::Advice;
pub(crate) use translation::{Languages, Translated, Translation};
pub(crate) use value::{repeated, Code};

use crate::json::Document;
use crate::{Report, Source};

/// Reads the file as JSON; `None` if it is not valid JSON.
pub(crate) fn document<'a>(source: &'a Source, report: &mut Report) -> Option<Document<'a>> {
    if !source.is_readable(report) {
        return None;
    }
    Document::read(source, report)
}

/// Reads the parts of a translation; `None` if the file is not an object.
pub(crate) fn translation<'a>(
    document: Option<&'a Document<'a>>,
    report: &mut Report,
) -> Option<Translation<'a>> {
    Translation::read(document?.root()?, report)
}

/// Reads the parts of the catalog; `None` if the file is not an object.
pub(crate) fn read<'a>(
    document: Option<&'a Document<'a>>,
    report: &mut Report,
) -> Option<Catalog<'a>> {
    Catalog::read(document?.root()?, report)
}
