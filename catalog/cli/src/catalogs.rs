//! Loaded catalogs.

use crate::derives;
use crate::failure::Failure;
use crate::file;
use crate::translations::with_files;
use error_catalog_model::{compile, Catalog, Compiled, Source, BUILTIN};
use std::path::Path;

/// A loaded catalog, or its errors if it is not valid.
pub(crate) struct Loaded {
    pub(crate) source: Source,
    /// Whether it is bundled with the command and has no file.
    pub(crate) is_bundled: bool,
    pub(crate) outcome: Result<Compiled, error_catalog_model::Failure>,
}

impl Loaded {
    /// Reads and checks a file, its translations, and the files that it extends.
    ///
    /// # Errors
    ///
    /// The file cannot be read. Errors in the catalog are not a failure.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let (source, _) = source(path)?;
        Ok(Self::new(with_files(source, path), false))
    }

    /// Loads a bundled catalog.
    pub(crate) fn bundled(name: &str, text: &str) -> Self {
        Self::new(Source::new(format!("{name}.json"), text), true)
    }

    pub(crate) fn new(source: Source, is_bundled: bool) -> Self {
        Self {
            outcome: compile(&source),
            source,
            is_bundled,
        }
    }

    /// Returns the catalog if it is valid.
    pub(crate) fn catalog(&self) -> Option<&Catalog> {
        self.outcome.as_ref().ok().map(|compiled| &compiled.catalog)
    }
}

/// Reads a file; returns it as a source with the name to show, and as bytes.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn source(path: &Path) -> Result<(Source, Vec<u8>), Failure> {
    let shown = derives::shown(path);
    let content = file::read(path, Source::LARGEST)?;
    Ok((
        Source::new(shown.display().to_string(), content.clone()),
        content,
    ))
}

/// Loads the bundled catalogs.
pub(crate) fn bundled() -> Vec<Loaded> {
    BUILTIN
        .iter()
        .map(|(name, text)| Loaded::bundled(name, text))
        .collect()
}
