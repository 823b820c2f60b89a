//! The package of a file, and its items that use the catalog already.

use super::super::super::report::Report;
use super::attributes::{derives, is_named};
use super::find::File;
use super::scan::{is_shallow, Keyword};
use crate::attributes::string;
use crate::derives::shown;
use crate::failure::Failure;
use crate::file;
use crate::sources::{in_folder, LARGEST};
use std::path::{Path, PathBuf};
use syn::ext::IdentExt;

/// An item that derives `ErrorCatalog` from a file.
pub(super) struct User {
    pub(super) name: String,
    pub(super) line: u32,
    /// The catalog.
    pub(super) file: PathBuf,
    /// The names or ids of its variants.
    pub(super) variants: Vec<String>,
}

/// Returns the folder of the package that a file is in.
pub(super) fn folder(file: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(file).ok()?;
    let mut folders = absolute.ancestors().skip(1);
    let found = folders.find(|folder| folder.join("Cargo.toml").is_file())?;
    Some(found.to_owned())
}

/// Returns the Rust files of the packages of these files, and these.
pub(super) fn files(of: &[PathBuf]) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = of.iter().filter_map(|file| folder(file)).collect();
    folders.sort();
    folders.dedup();
    let mut files: Vec<PathBuf> = of
        .iter()
        .filter_map(|it| std::path::absolute(it).ok())
        .collect();
    files.extend(folders.iter().flat_map(|it| in_folder(&it.join("src"))));
    files.sort();
    files.dedup();
    files
}

/// Reports packages without a dependency on this crate.
pub(super) fn check_dependency(files: &[PathBuf], report: &mut Report) {
    let mut folders: Vec<PathBuf> = files.iter().filter_map(|file| folder(file)).collect();
    folders.sort();
    folders.dedup();
    for folder in folders {
        let file = folder.join("Cargo.toml");
        let manifest: toml::Table = std::fs::read_to_string(&file)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or_default();
        let mut tables = manifest.values().filter_map(toml::Value::as_table);
        let all = manifest.get("dependencies").and_then(toml::Value::as_table);
        if !all
            .into_iter()
            .chain(tables.by_ref())
            .any(|it| it.contains_key("error-catalog"))
        {
            let text = format!(
                "the dependency of `{}`: run `cargo add error-catalog`",
                shown(&file).display()
            );
            report.left_out(text, None);
        }
    }
}

/// Returns the items at a path that derive `ErrorCatalog` from a file.
///
/// # Errors
///
/// It cannot be read, or it is not valid Rust.
pub(super) fn users_of(path: &Path) -> Result<Vec<User>, Failure> {
    // Most files have none, and reading their tokens takes far longer.
    let text = file::read(path, LARGEST)?;
    let word = "ErrorCatalog".as_bytes();
    if text.windows(word.len()).any(|it| it == word) {
        Ok(users(&File::read(path)?))
    } else {
        Ok(Vec::new())
    }
}

/// Returns the items of a file that derive `ErrorCatalog` from a file.
pub(super) fn users(file: &File) -> Vec<User> {
    let items = file.items.iter();
    let items = items.filter(|it| it.keyword != Keyword::Use && is_shallow(&it.tokens));
    let users = items.filter_map(|item| {
        let parsed: syn::DeriveInput = syn::parse2(item.tokens.clone()).ok()?;
        let mut paths = derives(&parsed.attrs).into_iter();
        paths.find(|path| is_named(&file.names.resolved(path), "ErrorCatalog"))?;
        let path = string(&parsed.attrs, "path")?;
        let variants = match parsed.data {
            syn::Data::Enum(data) => data.variants.into_iter().collect(),
            _ => Vec::new(),
        };
        Some(User {
            name: item.name.clone(),
            line: item.line,
            file: error_catalog_codegen::catalog_file(&folder(&file.path)?, &path).ok()?,
            variants: variants
                .iter()
                .map(|it| {
                    let id = string(&it.attrs, "id");
                    id.unwrap_or_else(|| it.ident.unraw().to_string())
                })
                .collect(),
        })
    });
    users.collect()
}

/// Whether two paths lead to the same file.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
