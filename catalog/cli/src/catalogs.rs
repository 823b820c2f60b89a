//! Catalogs that were read.

use crate::derives;
use crate::failure::Failure;
use crate::file;
use error_catalog_model::{compile, Catalog, Compiled, Source, BUILTIN};
use std::path::Path;

/// A catalog that was read, with its mistakes if it has any.
pub(crate) struct Loaded {
    pub(crate) source: Source,
    /// Whether it comes with the command, and so has no file.
    pub(crate) is_bundled: bool,
    pub(crate) outcome: Result<Compiled, error_catalog_model::Failure>,
}

impl Loaded {
    /// Reads and checks a file.
    ///
    /// # Errors
    ///
    /// The file cannot be read; mistakes in it are no failure.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let (source, _) = source(path)?;
        Ok(Self::new(source, false))
    }

    /// A bundled catalog.
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

    /// The catalog, where it has no mistakes.
    pub(crate) fn catalog(&self) -> Option<&Catalog> {
        self.outcome.as_ref().ok().map(|compiled| &compiled.catalog)
    }
}

/// Reads a file: as a source with the name that people see, and as it is.
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

/// The bundled catalogs.
pub(crate) fn bundled() -> Vec<Loaded> {
    BUILTIN
        .iter()
        .map(|(name, text)| Loaded::bundled(name, text))
        .collect()
}
