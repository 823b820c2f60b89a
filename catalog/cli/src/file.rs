//! Reads files up to a bound, and writes them atomically.

use crate::derives::shown;
use crate::failure::Failure;
use error_catalog_model::{read_bounded, read_file};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where shells put files that they have opened, such as the output of a command.
const OPEN: [&str; 3] = ["/dev/fd", "/proc/self/fd", "/dev/stdin"];

/// Reads up to `most` bytes of a file, and one more byte if the file is larger.
///
/// The file must be a regular file, or one that a shell has opened, such as `<(git show v1:a.json)`.
///
/// # Errors
///
/// The file is neither, or cannot be read.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let is_open = OPEN.iter().any(|open| path.starts_with(open));
    let content = if is_open {
        File::open(path).and_then(|file| read_bounded(file, most))
    } else {
        read_file(path, most)
    };
    content.map_err(|error| Failure::file("read", shown(path), &error))
}

/// Replaces the content of a file, or writes a new one.
///
/// The content is written to a temporary file in the same folder, which replaces the file only when all of it is on the
/// disk. If anything fails, the file is unchanged. Permissions are kept, and a symbolic link is followed.
///
/// # Errors
///
/// The file, or its folder, cannot be written.
pub(crate) fn replace(path: &Path, content: &str) -> Result<(), Failure> {
    try_replace(path, content).map_err(|error| Failure::file("write", shown(path), &error))
}

/// Writes a new file, and creates its folders.
///
/// # Errors
///
/// The file already exists, or cannot be written.
pub(crate) fn create(path: &Path, content: &str) -> Result<(), Failure> {
    if path.symlink_metadata().is_ok() {
        let message = format!("`{}` already exists", shown(path).display());
        return Err(Failure::new(message).help("choose another name, or remove the file"));
    }
    fs::create_dir_all(folder(path))
        .map_err(|error| Failure::file("write", shown(path), &error))?;
    replace(path, content)
}

/// Replaces the content of a file, as [`replace`] does, but replaces a symbolic link instead of following it.
///
/// # Errors
///
/// The file, or its folder, cannot be written.
pub(crate) fn put(path: &Path, content: &str) -> Result<(), Failure> {
    write(path, content).map_err(|error| Failure::file("write", shown(path), &error))
}

fn try_replace(path: &Path, content: &str) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    write(&target, content)
}

fn write(target: &Path, content: &str) -> io::Result<()> {
    let before = fs::symlink_metadata(target).ok();
    let before = before.filter(fs::Metadata::is_file);
    // A read-only file in a writable folder could be replaced otherwise.
    if before
        .as_ref()
        .is_some_and(|it| it.permissions().readonly())
    {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut temporary = builder().tempfile_in(folder(target))?;
    temporary.write_all(content.as_bytes())?;
    if let Some(before) = before {
        temporary.as_file().set_permissions(before.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(target)?;
    Ok(())
}

/// By default, only the owner can read a temporary file, which is too strict for a catalog.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".error-catalog-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
