//! The entries of a catalog that exists.

use super::doc::Doc;
use super::draft::{Code, Place};
use super::ids;
use super::lock::Record;

/// An entry of the merged catalog.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) id: String,
    pub(super) value: Doc,
    /// The entry before the import; `None` if it is new.
    pub(super) before: Option<Doc>,
    /// What was imported for it before.
    pub(super) record: Option<Record>,
    /// Where the source has it.
    pub(super) place: Option<Place>,
}

/// Returns the code of an entry of a catalog.
pub(super) fn code(entry: &Doc) -> Code {
    let Some(code) = entry.get("code") else {
        return Code::None;
    };
    match (code, code.text()) {
        (_, Some(text)) => Code::Text(text.into_owned()),
        (Doc::Scalar(text), None) => text.parse().map_or(Code::None, Code::Number),
        _ => Code::None,
    }
}

/// Returns the id of an entry of a catalog.
pub(super) fn id(entry: &Doc) -> Option<String> {
    match entry.get("id").and_then(Doc::text) {
        Some(id) => Some(id.into_owned()),
        None => ids::default(&code(entry)),
    }
}

impl Slot {
    /// Returns an entry as the catalog has it.
    pub(super) fn of_catalog(entry: &Doc) -> Self {
        Self {
            id: id(entry).unwrap_or_default(),
            value: entry.clone(),
            before: Some(entry.clone()),
            record: None,
            place: None,
        }
    }

    /// Whether the import changes an entry that the catalog had.
    pub(super) fn is_updated(&self) -> bool {
        let is_changed = |before: &Doc| !before.is_same(&self.value);
        self.place.is_some() && self.before.as_ref().is_some_and(is_changed)
    }
}
