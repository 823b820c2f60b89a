//! What was imported last, in a file beside the catalog, so that the next import knows what people edited.
//!
//! A value of the catalog that is still as it was imported follows the source; any other value was edited and stays.

use super::doc::Doc;
use crate::failure::Failure;
use crate::file;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What the file is for, for those who open it.
const ABOUT: &str = "Written by `cargo error-catalog import`: digests of what it imported, so that it keeps your edits. \
                     Check it in, and do not edit it.";
/// The largest file, in bytes.
const LARGEST: u64 = 64 << 20;

/// The file: what was imported from each kind of source.
#[derive(Debug, Default, Clone, PartialEq, Deserialize)]
pub(super) struct Lock {
    #[serde(default)]
    sources: BTreeMap<String, Imported>,
}

/// What was imported from one kind of source.
#[derive(Debug, Default, Clone, PartialEq, Deserialize, Serialize)]
pub(super) struct Imported {
    /// The digests of the catalog's own keys.
    #[serde(default)]
    pub(super) catalog: Digests,
    /// The entries by their ids.
    #[serde(default)]
    pub(super) entries: BTreeMap<String, Record>,
}

/// What was imported for one entry.
#[derive(Debug, Default, Clone, PartialEq, Deserialize, Serialize)]
pub(super) struct Record {
    /// What identifies the entry in the source.
    pub(super) key: String,
    #[serde(flatten)]
    pub(super) digests: Digests,
}

/// Digests of values, by their paths.
pub(super) type Digests = BTreeMap<String, String>;

impl Lock {
    /// Returns the path of the file for this catalog.
    pub(super) fn path(catalog: &Path) -> PathBuf {
        catalog.with_extension("import.lock")
    }

    /// Reads the file of this catalog; `None` if there is none.
    ///
    /// # Errors
    ///
    /// The file is not one that an import wrote.
    pub(super) fn read(catalog: &Path) -> Result<Option<Self>, Failure> {
        let path = Self::path(catalog);
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let content = file::read(&path, LARGEST)?;
        serde_json::from_slice(&content).map(Some).map_err(|error| {
            Failure::new(format!("`{}` cannot be read: {error}", path.display())).help(
                "restore it; or remove it, so that everything in the catalog counts as edited",
            )
        })
    }

    pub(super) fn of(&self, source: &str) -> Option<&Imported> {
        self.sources.get(source)
    }

    /// Whether another kind of source has this entry.
    pub(super) fn is_of_another(&self, source: &str, id: &str) -> bool {
        let mut others = self.sources.iter().filter(|(name, _)| *name != source);
        others.any(|(_, imported)| imported.entries.contains_key(id))
    }

    pub(super) fn set(&mut self, source: &str, imported: Imported) {
        self.sources.insert(source.to_owned(), imported);
    }

    /// Returns the content of the file, with a line for each entry, so that reviews show what changed.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{{\n  \"about\": {},\n  \"sources\": {{", line(ABOUT));
        for (position, (source, imported)) in self.sources.iter().enumerate() {
            let comma = if position > 0 { "," } else { "" };
            let catalog = line(&imported.catalog);
            let _ = write!(
                text,
                "{comma}\n    {}: {{\n      \"catalog\": {catalog},",
                line(source)
            );
            text.push_str("\n      \"entries\": {");
            for (position, (id, record)) in imported.entries.iter().enumerate() {
                let comma = if position > 0 { "," } else { "" };
                let _ = write!(text, "{comma}\n        {}: {}", line(id), line(record));
            }
            text.push_str("\n      }\n    }");
        }
        text.push_str("\n  }\n}\n");
        text
    }
}

fn line<T: Serialize + ?Sized>(value: &T) -> String {
    // Strings and maps of strings can always be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// Returns the digest of a value, which is the same however the value is written.
pub(super) fn digest(value: &Doc) -> String {
    let mut hash = Sha256::new();
    feed(value, &mut hash);
    let bytes = hash.finalize();
    let first = bytes.first_chunk().copied().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(first))
}

fn feed(value: &Doc, hash: &mut Sha256) {
    match value {
        Doc::Scalar(written) => {
            let (kind, text) = match value.text() {
                Some(text) => (b"s", text),
                None => (b"v", written.into()),
            };
            hash.update(kind);
            hash.update(text.len().to_le_bytes());
            hash.update(text.as_bytes());
        }
        Doc::Array(elements) => {
            hash.update(b"[");
            hash.update(elements.len().to_le_bytes());
            for element in elements {
                feed(element, hash);
            }
        }
        Doc::Object(members) => {
            hash.update(b"{");
            hash.update(members.len().to_le_bytes());
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by_key(|(key, _)| key);
            for (key, value) in sorted {
                hash.update(key.len().to_le_bytes());
                hash.update(key.as_bytes());
                feed(value, hash);
            }
        }
    }
}
