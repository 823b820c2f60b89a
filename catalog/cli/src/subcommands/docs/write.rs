//! Writes the files of a reference, without overwriting files of others, and removes those of an earlier run.

use super::templates::{Page, MARK};
use crate::failure::Failure;
use crate::file;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The number of bytes to search for the mark.
const HEAD: u64 = 256;

/// Writes the pages to a folder, and removes the other files of the same format that an earlier run wrote there; returns
/// how many. Without `force`, writes nothing if a page would replace a file without the mark.
///
/// # Errors
///
/// A page would replace a file without the mark, or cannot be written; or a file of an earlier run cannot be removed.
pub(super) fn pages(folder: &Path, pages: &[Page], force: bool) -> Result<usize, Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::file("write", folder, &error))?;
    for page in pages {
        let path = folder.join(&page.name);
        let is_replaceable =
            is_replaceable(&path).map_err(|error| Failure::file("read", &path, &error))?;
        if !force && !is_replaceable {
            let message = format!("`{}` was not {MARK}", path.display());
            return Err(Failure::new(message)
                .help("choose another folder, or overwrite the file with `--force`"));
        }
    }
    for page in pages {
        file::put(&folder.join(&page.name), &page.text)?;
    }
    let left = left(folder, pages).map_err(|error| Failure::file("read", folder, &error))?;
    for path in &left {
        fs::remove_file(path).map_err(|error| Failure::file("remove", path, &error))?;
    }
    Ok(left.len())
}

/// Returns the files of an earlier run that are not in this one: the pages of a catalog that is gone, or that has fewer
/// pages now.
fn left(folder: &Path, pages: &[Page]) -> io::Result<Vec<PathBuf>> {
    let names: HashSet<&str> = pages.iter().map(|page| &*page.name).collect();
    let endings: HashSet<&str> = names.iter().filter_map(|name| ending(name)).collect();
    let mut left = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let Some(name) = name.to_str().filter(|name| !names.contains(name)) else {
            continue;
        };
        // A small site has no search files.
        let is_of_format = ending(name).is_some_and(|ending| {
            endings.contains(ending) || (ending == "js" && endings.contains("html"))
        });
        let path = folder.join(name);
        if is_of_format && is_page(name) && has_mark(&path).unwrap_or(false) {
            left.push(path);
        }
    }
    Ok(left)
}

fn ending(name: &str) -> Option<&str> {
    name.split_once('.').map(|(_, ending)| ending)
}

/// Whether a page can have this name: that of a catalog, and after `_` a number or `search`. Copies that were given another
/// name are kept.
fn is_page(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or_default();
    let (catalog, part) = base.split_once('_').unwrap_or((base, ""));
    // The base of a catalog with the name `index` ends with `_`.
    let part = part.trim_start_matches('_');
    let is_kebab = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-'
    };
    let is_part = part == "search" || part.bytes().all(|byte| byte.is_ascii_digit());
    !catalog.is_empty() && catalog.chars().all(is_kebab) && is_part
}

/// Whether there is no file, or one with the mark. Symbolic links are never replaced.
fn is_replaceable(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
        Ok(_) => has_mark(path),
    }
}

/// Whether it is a file with the mark.
fn has_mark(path: &Path) -> io::Result<bool> {
    if !path.symlink_metadata()?.is_file() {
        return Ok(false);
    }
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    Ok(head.lines().take(2).any(|line| line.contains(MARK)))
}
