//! Finds catalogs in folders.

use crate::translations::translated;
use error_catalog_model::read_file;
use glob::{MatchOptions, Pattern};
use serde::de::IgnoredAny;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the files of a folder and its subfolders that can be catalogs: JSON files that are neither schemas nor
/// translations.
///
/// Skips hidden files and folders, and the folders `target` and `node_modules`.
pub(crate) fn catalogs(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                if name != "target" && name != "node_modules" {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|it| it == "json")
                && !is_special(&path)
                && !is_schema(&path)
            {
                files.push(path);
            }
        }
    }
    files.retain(|file| translated(file).is_none());
    files.sort();
    files
}

/// Whether the path exists, but is not a file: a link to a folder, or a pipe, on which a reader would block.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| !it.is_file())
}

/// Returns the files that match a pattern relative to a folder: a file, a folder, or a path with wildcards.
///
/// # Errors
///
/// The pattern is not valid.
pub(crate) fn matching(folder: &Path, pattern: &str) -> Result<Vec<PathBuf>, String> {
    let path = folder.join(pattern);
    if path.is_dir() {
        return Ok(catalogs(&path));
    }
    if path.exists() {
        return Ok(vec![path]);
    }
    let folder = Pattern::escape(&folder.to_string_lossy());
    let options = MatchOptions {
        require_literal_leading_dot: true,
        ..MatchOptions::new()
    };
    let paths = glob::glob_with(&format!("{folder}/{pattern}"), options)
        .map_err(|error| format!("`{pattern}` is not a valid pattern: {error}"))?;
    Ok(paths
        .flatten()
        .filter(|path| path.is_file() && !is_schema(path) && translated(path).is_none())
        .collect())
}

/// The maximum size of a schema, in bytes.
const LARGEST_SCHEMA: u64 = 1 << 20;

/// Whether the file is a JSON Schema, as editors need it next to catalogs.
pub(crate) fn is_schema(path: &Path) -> bool {
    // A schema is small, and only a regular file can be read twice.
    let may_be = fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() < LARGEST_SCHEMA);
    may_be && read_file(path, LARGEST_SCHEMA).is_ok_and(|content| is_schema_text(&content))
}

/// Whether the content is a JSON Schema: `$schema` is a meta-schema, and there is no key `errors`.
pub(crate) fn is_schema_text(content: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Head {
        #[serde(rename = "$schema")]
        schema: String,
        errors: Option<IgnoredAny>,
    }
    const SCHEMAS: &str = "json-schema.org/";
    // Most files do not contain it, and parsing them takes far longer.
    content
        .windows(SCHEMAS.len())
        .any(|part| part == SCHEMAS.as_bytes())
        && serde_json::from_slice::<Head>(content)
            .is_ok_and(|head| head.errors.is_none() && head.schema.contains(SCHEMAS))
}

#[cfg(test)]
mod tests {
    use super::is_schema_text;

    #[test]
    fn a_schema_is_not_a_catalog() {
        assert!(is_schema_text(error_catalog_model::SCHEMA.as_bytes()));
        assert!(!is_schema_text(
            br#"{ "$schema": "https://json-schema.org/x", "name": "a", "errors": [] }"#
        ));
        assert!(!is_schema_text(
            br#"{ "name": "a", "docs": "https://json-schema.org/" }"#
        ));
        assert!(!is_schema_text(b"{ json-schema.org/ "));
    }
}
