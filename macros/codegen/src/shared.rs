//! The files of a catalog that comes with a crate.

use error_catalog_model::{normal_path, translation_path, Files, Source};
use proc_macro2::Ident;
use std::path::{Path, PathBuf};
use syn::{Error, LitStr, Result};

/// The files of a catalog, each with its path in its package: first the catalog, then its translations and those that it
/// extends.
pub(crate) struct Shared(pub(crate) Vec<(PathBuf, String)>);

impl Shared {
    /// Returns the catalog with its other files.
    pub(crate) fn source(&self, package: &str) -> Option<Source> {
        let files = InPackage(self, package);
        let (path, _) = self.0.first()?;
        let mut source = files.read(path).ok()?;
        for language in &source.listed_translations() {
            let file = files.read(&translation_path(path, language));
            source = source.with_translation(language, file);
        }
        Some(source.with_extended(path, &files))
    }
}

struct InPackage<'s>(&'s Shared, &'s str);

impl Files for InPackage<'_> {
    fn identity(&self, path: &Path) -> PathBuf {
        normal_path(path)
    }

    fn read(&self, path: &Path) -> std::result::Result<Source, String> {
        let path = self.identity(path);
        let name = format!("{}/{}", self.1, path.display());
        let mut files = self.0 .0.iter();
        let found = files.find(|(known, _)| self.identity(known) == path);
        let (_, text) = found.ok_or_else(|| format!("cannot read `{name}`: it is not shared"))?;
        Ok(Source::new(name, text.clone()))
    }
}

/// Checks that a string can be the name of a package.
pub(crate) fn check(package: &LitStr) -> Result<()> {
    let is_name = syn::parse_str::<Ident>(&package.value().replace('-', "_")).is_ok();
    if is_name {
        return Ok(());
    }
    let message = format!("`{}` is not the name of a package", package.value());
    Err(Error::new(package.span(), message))
}
