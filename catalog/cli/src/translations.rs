//! The other files of a catalog: those beside it that translate it, and those that it extends.

use crate::derives::shown;
use error_catalog_model::{
    normal_path_on_disk, read_file, translated_catalog, translation_path, OnDisk, Source,
};
use serde::de::IgnoredAny;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// Adds the translations of a catalog in this file, the names of files that look like others, and the files that it
/// extends.
pub(crate) fn with_files(source: Source, catalog: &Path) -> Source {
    let name = |path: &Path| shown(&normal_path_on_disk(path)).display().to_string();
    let unlisted = unlisted(&source, catalog);
    source
        .with_translations_beside(catalog, &name)
        .with_unlisted(unlisted.iter().map(|path| name(path)))
        .with_extended(catalog, &OnDisk(&name))
}

/// Returns the catalog that a file translates, and the language; `None` if it is not a translation.
///
/// A catalog has a translation beside it that it lists, or that looks like one.
pub(crate) fn translated(path: &Path) -> Option<(PathBuf, String)> {
    let (catalog, language) = translated_catalog(path)?;
    let content = read_file(&catalog, Source::LARGEST).ok()?;
    let listed = Source::new("", content).listed_translations();
    (listed.contains(&language) || is_translation(path)).then_some((catalog, language))
}

/// Returns the files of the translations that a catalog lists, if they exist.
pub(crate) fn listed(catalog: &Path) -> Vec<PathBuf> {
    let content = read_file(catalog, Source::LARGEST).unwrap_or_default();
    let languages = Source::new("", content).listed_translations();
    let paths = languages.iter().map(|it| translation_path(catalog, it));
    paths.filter(|path| path.is_file()).collect()
}

/// Returns the files beside a catalog that look like translations that it does not list.
fn unlisted(source: &Source, catalog: &Path) -> Vec<PathBuf> {
    let folder = match catalog.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let listed = source.listed_translations();
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = files.map(|entry| catalog.with_file_name(entry.file_name()));
    let mut unlisted: Vec<PathBuf> = files
        .filter(|path| match translated_catalog(path) {
            Some((translated, language)) => {
                translated == catalog && !listed.contains(&language) && is_translation(path)
            }
            None => false,
        })
        .collect();
    unlisted.sort();
    unlisted
}

/// Whether the content of a file is a translation: it has a language, and no name as catalogs do.
fn is_translation(path: &Path) -> bool {
    #[derive(Deserialize)]
    struct Head {
        name: Option<IgnoredAny>,
        #[serde(rename = "language")]
        _language: IgnoredAny,
    }
    let content = read_file(path, Source::LARGEST).unwrap_or_default();
    serde_json::from_slice::<Head>(&content).is_ok_and(|head| head.name.is_none())
}
