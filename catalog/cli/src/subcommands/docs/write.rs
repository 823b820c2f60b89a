//! Writes the files of a reference, without overwriting files of others.

use super::templates::{Page, MARK};
use crate::failure::Failure;
use crate::file;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The number of bytes to search for the mark.
const HEAD: u64 = 256;

/// Writes the pages to a folder. Without `force`, writes nothing if a page would replace a file without the mark.
///
/// # Errors
///
/// A page would replace a file without the mark, or cannot be written.
pub(super) fn pages(folder: &Path, pages: &[Page], force: bool) -> Result<(), Failure> {
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
    Ok(())
}

/// Whether there is no file, or one with the mark. Symbolic links are never replaced.
fn is_replaceable(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
        Ok(metadata) if !metadata.is_file() => Ok(false),
        Ok(_) => {
            let mut head = Vec::new();
            File::open(path)?.take(HEAD).read_to_end(&mut head)?;
            let head = String::from_utf8_lossy(&head);
            Ok(head.lines().take(2).any(|line| line.contains(MARK)))
        }
    }
}
