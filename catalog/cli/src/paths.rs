//! Paths as they are shown.

use std::path::{Path, PathBuf};

/// Removes `..` and `.` from a path if it still leads to the same file.
pub(crate) fn normalized(path: &Path) -> PathBuf {
    let mut normalized = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir if normalized.file_name().is_some() => {
                normalized.pop();
            }
            std::path::Component::CurDir => {}
            part => normalized.push(part),
        }
    }
    match (normalized.canonicalize(), path.canonicalize()) {
        (Ok(left), Ok(right)) if left == right => normalized,
        (Err(_), Err(_)) => normalized,
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::normalized;
    use std::path::Path;

    #[test]
    fn a_path_is_normalized() {
        assert_eq!(
            normalized(Path::new("/a/b/../c.json")),
            Path::new("/a/c.json")
        );
        assert_eq!(normalized(Path::new("../c.json")), Path::new("../c.json"));
    }
}
