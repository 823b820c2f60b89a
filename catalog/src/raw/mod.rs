//! The first stage: JSON values become the parts of a catalog file, each with the place where it stands.
//!
//! Found here: broken JSON, unknown and repeated keys, values of the wrong type or form. What takes more than one value
//! to see is left to the later stages.

mod catalog;
mod entry;
mod envelope;
mod evolution;
mod mistyped;
mod object;
mod pointer;
mod policy;
mod retry;
mod value;

pub(crate) use catalog::Catalog;
pub(crate) use entry::{Defaults, Deprecated, Entry, History, Param};
pub(crate) use evolution::Retired;
pub(crate) use object::Text;
pub(crate) use policy::Policy;
pub(crate) use value::{repeated, Code};

use crate::json::Document;
use crate::{Report, Source};

/// Reads the file as JSON; `None` where it is none.
pub(crate) fn document<'a>(source: &'a Source, report: &mut Report) -> Option<Document<'a>> {
    if !source.is_readable(report) {
        return None;
    }
    Document::read(source, report)
}

/// Reads the parts of the catalog; `None` where there is nothing to go on with.
pub(crate) fn read<'a>(document: &'a Document<'a>, report: &mut Report) -> Option<Catalog<'a>> {
    Catalog::read(document.root()?, report)
}
