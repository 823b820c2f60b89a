//! Files, which are read up to a bound, and written wholly or not at all.

use crate::derives::shown;
use crate::failure::Failure;
use error_catalog_model::{read_bounded, read_file};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where shells put what they have opened, such as the output of a command.
const OPEN: [&str; 3] = ["/dev/fd", "/proc/self/fd", "/dev/stdin"];

/// Reads a file, but never more than `most` bytes and one more, which tells that there are more.
///
/// It must be a regular file, or what a shell has opened for the command, such as `<(git show v1:a.json)`.
///
/// # Errors
///
/// It is neither, or cannot be read.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let is_open = OPEN.iter().any(|open| path.starts_with(open));
    let content = if is_open {
        File::open(path).and_then(|file| read_bounded(file, most))
    } else {
        read_file(path, most)
    };
    content.map_err(|error| Failure::file("read", shown(path), &error))
}

/// Gives the file this content.
///
/// It is written beside the file, in the same folder, and takes its place only when all of it has reached the disk:
/// whatever goes wrong before, the file is as it was. Permissions are kept, and a symbolic link stays one.
///
/// # Errors
///
/// The file, or its folder, cannot be written.
pub(crate) fn replace(path: &Path, content: &str) -> Result<(), Failure> {
    try_replace(path, content).map_err(|error| Failure::file("write", shown(path), &error))
}

/// Writes a file that is not there yet, and the folders that it stands in.
///
/// # Errors
///
/// There is such a file already, or it cannot be written.
pub(crate) fn create(path: &Path, content: &str) -> Result<(), Failure> {
    if path.symlink_metadata().is_ok() {
        let message = format!("`{}` is there already", shown(path).display());
        return Err(Failure::new(message).help("give another name, or remove it first"));
    }
    fs::create_dir_all(folder(path))
        .map_err(|error| Failure::file("write", shown(path), &error))?;
    replace(path, content)
}

/// Gives the file this content, as [`replace`] does, but takes the place of a symbolic link instead of following it.
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
    // A folder that can be written would let a file be replaced that cannot.
    if before
        .as_ref()
        .is_some_and(|it| it.permissions().readonly())
    {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut beside = builder().tempfile_in(folder(target))?;
    beside.write_all(content.as_bytes())?;
    if let Some(before) = before {
        beside.as_file().set_permissions(before.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(target)?;
    Ok(())
}

/// Temporary files are for their owner alone, which a catalog is not.
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
