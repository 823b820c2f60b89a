//! The files that a catalog is imported from.

use crate::derives::shown;
use crate::failure::Failure;
use crate::file;
use error_catalog_model::read_bounded;
use std::io;
use std::path::Path;

/// The largest file that is read as a whole, in bytes.
const LARGEST: u64 = 64 << 20;

/// A file as text.
#[derive(Debug)]
pub(super) struct Text {
    /// The path, or `<stdin>`.
    pub(super) name: String,
    pub(super) content: String,
}

impl Text {
    pub(super) fn new(name: impl Into<String>, content: String) -> Self {
        Self {
            name: name.into(),
            content,
        }
    }

    /// Reads a file, or standard input if the path is `-`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is too large, or is not UTF-8.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let is_standard = path == Path::new("-");
        let bytes = if is_standard {
            read_bounded(io::stdin().lock(), LARGEST)
                .map_err(|error| Failure::file("read", path, &error))?
        } else {
            file::read(path, LARGEST)?
        };
        let name = if is_standard {
            "<stdin>".to_owned()
        } else {
            shown(path).display().to_string()
        };
        if bytes.len() as u64 > LARGEST {
            return Err(Failure::new(format!("`{name}` is larger than 64 MiB"))
                .help("split it, or import only the part that has the errors"));
        }
        Ok(Self::new(name.clone(), utf8(&name, bytes)?))
    }
}

/// Returns the text of a file without a byte order mark.
fn utf8(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..good).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        let line = before.matches('\n').count() + 1;
        Failure::new(format!("`{name}` is not UTF-8, in line {line}"))
            .help("save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`")
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}
