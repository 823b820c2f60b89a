//! The files of a reference, which take the place of no file that is somebody else's.

use super::templates::Page;
use crate::failure::Failure;
use crate::file;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// What a file of a reference has in its first line.
pub(super) const MARK: &str = "written by `cargo error-catalog docs`";

/// How much of a file is read to find out who wrote it.
const HEAD: u64 = 256;

/// Writes the pages into a folder; none, if any would take the place of a file that was not written by this.
///
/// # Errors
///
/// There is such a file and `force` is `false`, or a page cannot be written.
pub(super) fn pages(folder: &Path, pages: &[Page], force: bool) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::file("write", folder, &error))?;
    for page in pages {
        let path = folder.join(&page.name);
        let is_free = is_free(&path).map_err(|error| Failure::file("read", &path, &error))?;
        if !force && !is_free {
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

/// Whether there is no file, or one that was written by this. A symbolic link is somebody's, wherever it leads.
fn is_free(path: &Path) -> io::Result<bool> {
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
