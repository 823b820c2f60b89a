//! The Rust files of a workspace.

use super::tokens::{tokens, Token};
use crate::derives::shown;
use crate::generated;
use crate::output::Output;
use crate::sources::LARGEST;
use crate::workspace::{Package, Workspace};
use error_catalog_model::{read_file, Source};
use std::path::{Component, Path, PathBuf};

/// A Rust file.
pub(crate) struct File {
    pub(crate) source: Source,
    /// The folder of its package.
    pub(super) package: PathBuf,
    /// Whether it is in a folder of tests.
    pub(super) is_test: bool,
    /// The item of a file that `generate` wrote; its tokens are left out.
    pub(super) item: Option<String>,
    pub(super) tokens: Vec<Token>,
}

/// Returns the Rust files of the packages, in the order of their paths. Those that are not Rust are skipped with a note.
pub(super) fn of(workspace: &Workspace, output: &mut Output) -> Vec<File> {
    let mut files = Vec::new();
    for package in &workspace.packages {
        for path in paths(package.folder()) {
            match file(&path, package) {
                Ok(file) => files.push(file),
                Err(reason) => {
                    let path = shown(&path).display();
                    output.note(format_args!("skipped `{path}`: {reason}"));
                }
            }
        }
    }
    files
}

fn file(path: &Path, package: &Package) -> Result<File, String> {
    let content = read_file(path, LARGEST).map_err(|error| error.to_string())?;
    let text = String::from_utf8(content).map_err(|_| "not valid UTF-8".to_owned())?;
    let source = Source::new(shown(path).display().to_string(), text);
    let item = generated::item(source.text());
    let tokens = match item {
        Some(_) => Vec::new(),
        None => tokens(source.text())?,
    };
    let within = path.strip_prefix(package.folder()).unwrap_or(path);
    let first = within.components().next().map(Component::as_os_str);
    Ok(File {
        source,
        package: package.folder().to_owned(),
        is_test: first.is_some_and(|it| it == "tests" || it == "benches"),
        item,
        tokens,
    })
}

/// Returns the Rust files in the folder of a package. Other packages, hidden folders, and build folders are not searched.
fn paths(package: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![package.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    let is_other = ["Cargo.toml", "CACHEDIR.TAG"]
                        .iter()
                        .any(|it| path.join(it).exists());
                    if !is_hidden && !is_other {
                        folders.push(path);
                    }
                }
                Ok(_) if path.extension().is_some_and(|it| it == "rs") => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    files
}
