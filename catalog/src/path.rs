//! Paths without detours.

use std::path::{Component, Path, PathBuf};

/// Returns a path without `.`, and without `..` after a name: the identity of files that no links lead to.
///
/// ```
/// use error_catalog_model::normal_path;
///
/// assert_eq!(normal_path("errors/../shared/./a.json".as_ref()).to_str(), Some("shared/a.json"));
/// assert_eq!(normal_path("../a.json".as_ref()).to_str(), Some("../a.json"));
/// ```
pub fn normal_path(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// Returns the same, if that is the same file: with links it may not be.
pub fn normal_path_on_disk(path: &Path) -> PathBuf {
    let normal = normal_path(path);
    let is_same = || match (normal.canonicalize(), path.canonicalize()) {
        (Ok(left), Ok(right)) => left.as_os_str() == right.as_os_str(),
        // The file does not exist.
        (Err(_), Err(_)) => true,
        _ => false,
    };
    for component in path.components() {
        if matches!(component, Component::ParentDir) && !is_same() {
            return path.to_owned();
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::normal_path_on_disk;
    use std::path::Path;

    #[test]
    fn a_path_is_normalized() {
        assert_eq!(
            normal_path_on_disk(Path::new("/a/b/../c.json")),
            Path::new("/a/c.json")
        );
        assert_eq!(
            normal_path_on_disk(Path::new("../c.json")),
            Path::new("../c.json")
        );
    }
}
