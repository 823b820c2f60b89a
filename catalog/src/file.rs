//! Bounded reading of files that can be anything.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Reads a regular file, up to `most` bytes and one more, which shows that the file is larger.
///
/// Only regular files are opened: a FIFO would wait for a writer, and a device might never end.
///
/// # Errors
///
/// Returns an error if the path is not a regular file, or cannot be read.
pub fn read_file(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        let reason = "it is not a regular file";
        return Err(io::Error::new(ErrorKind::InvalidInput, reason));
    }
    // Files of the kernel, such as those in `/proc`, have length 0, and reading some of them blocks.
    if metadata.len() == 0 {
        return Ok(Vec::new());
    }
    read_bounded(File::open(path)?, most)
}

/// Says why a file cannot be read, for diagnostics that name the file.
pub fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// Reads to the end, up to `most` bytes and one more, which shows that there is more.
///
/// # Errors
///
/// Returns the error of the reader.
pub fn read_bounded(mut reader: impl Read, most: u64) -> io::Result<Vec<u8>> {
    read_parts(&mut |part| reader.read(part), most)
}

/// Reads part by part: `Read::read_to_end` would be built again with this crate, as all of `Read` would for a `dyn Read`.
fn read_parts(
    read: &mut dyn FnMut(&mut [u8]) -> io::Result<usize>,
    most: u64,
) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    let mut part = vec![0; 64 * 1024];
    while content.len() as u64 <= most {
        match read(&mut part) {
            Ok(0) => break,
            Ok(length) => content.extend_from_slice(part.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let end = usize::try_from(most).map_or(usize::MAX, |most| most.saturating_add(1));
    content.truncate(end);
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::{read_bounded, read_file};
    use std::io::{self, ErrorKind};
    use std::path::Path;

    #[test]
    fn an_endless_reader_is_read_to_the_bound() {
        assert_eq!(read_bounded(io::repeat(0), 10).unwrap().len(), 11);
        assert_eq!(read_bounded(&b"abc"[..], 3).unwrap(), b"abc");
    }

    #[test]
    fn a_folder_is_not_read() {
        let error = read_file(Path::new("src"), 10).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IsADirectory);
        assert_eq!(read_file(Path::new("Cargo.toml"), 3).unwrap().len(), 4);
    }
}
