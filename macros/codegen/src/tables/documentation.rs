//! The compiled form of the prose of a catalog, for programs that show it.

use super::number;
use super::pool::Pool;
use error_catalog_core::layout::documentation as at;
use error_catalog_core::layout::ABSENT;
use error_catalog_model::{Catalog, Entry};

/// The two literals that the derive writes; both are empty if the catalog has no prose.
#[derive(Debug)]
pub struct Documentation {
    /// All text.
    pub text: String,
    /// The offsets of the texts.
    pub bytes: Vec<u8>,
}

impl Documentation {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let entries = &catalog.entries;
        let mut pool = Pool::default();
        let mut bytes = Vec::new();
        if catalog.docs.is_some() || entries.iter().any(has_prose) {
            bytes.resize(entries.len() * at::RECORD, 0);
            for entry in entries {
                for translation in 0..catalog.translations.len() {
                    let translated = entry.translated(translation);
                    let title = translated.and_then(|it| it.title.as_deref());
                    let resolution = translated.and_then(|it| it.resolution.as_deref());
                    bytes.extend_from_slice(&text(title, &mut pool));
                    bytes.extend_from_slice(&text(resolution, &mut pool));
                }
            }
            for (index, entry) in entries.iter().enumerate() {
                let record = encode(entry, &mut pool, &mut bytes);
                let start = index * at::RECORD;
                bytes[start..start + at::RECORD].copy_from_slice(&record);
            }
            bytes.extend_from_slice(&text(catalog.docs.as_deref(), &mut pool));
        }
        Self {
            text: pool.into_text(),
            bytes,
        }
    }
}

fn has_prose(entry: &Entry) -> bool {
    let lists = [&entry.causes, &entry.examples];
    let texts = [&entry.title, &entry.description, &entry.resolution];
    let mut translations = entry.translations.iter();
    lists.iter().any(|list| !list.is_empty())
        || texts.iter().any(|text| text.is_some())
        || translations.any(|it| it.title.is_some() || it.resolution.is_some())
}

fn encode(entry: &Entry, pool: &mut Pool, bytes: &mut Vec<u8>) -> [u8; at::RECORD] {
    let mut record = [0; at::RECORD];
    let mut put =
        |at: usize, item: [u8; at::TEXT]| record[at..at + at::TEXT].copy_from_slice(&item);
    put(at::TITLE, text(entry.title.as_deref(), pool));
    put(at::DESCRIPTION, text(entry.description.as_deref(), pool));
    put(at::RESOLUTION, text(entry.resolution.as_deref(), pool));
    put(at::CAUSES, list(&entry.causes, pool, bytes));
    put(at::EXAMPLES, list(&entry.examples, pool, bytes));
    record
}

fn text(text: Option<&str>, pool: &mut Pool) -> [u8; at::TEXT] {
    let offset = text.map_or(ABSENT, |text| pool.add(text));
    pair(offset, number(text.unwrap_or_default().len()))
}

fn list(texts: &[String], pool: &mut Pool, bytes: &mut Vec<u8>) -> [u8; at::TEXT] {
    let start = number(bytes.len());
    for item in texts {
        bytes.extend_from_slice(&text(Some(item), pool));
    }
    pair(start, number(texts.len()))
}

fn pair(first: u32, second: u32) -> [u8; at::TEXT] {
    let mut pair = [0; at::TEXT];
    let (left, right) = pair.split_at_mut(4);
    left.copy_from_slice(&first.to_le_bytes());
    right.copy_from_slice(&second.to_le_bytes());
    pair
}
