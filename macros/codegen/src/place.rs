//! Where a package is, and how its files are called there.

use std::env;
use std::path::{Component, Path, PathBuf};

/// The folders of a package.
pub(crate) struct Place {
    /// The folder of its Cargo.toml, where cargo tells it.
    pub(crate) package: Option<PathBuf>,
    /// The folder for what its build script makes, where it has one.
    pub(crate) out: Option<PathBuf>,
    /// Whether files are called by their path from the current folder.
    is_relative: bool,
}

impl Place {
    /// The package that cargo builds.
    pub(crate) fn of_build() -> Self {
        let folder = |name| env::var_os(name).map(PathBuf::from);
        let package = folder("CARGO_MANIFEST_DIR");
        // For a member of the workspace, cargo runs the compiler in the workspace's folder, and the compiler calls files by
        // their path from there. For other packages it runs it in the package's folder, with absolute paths. The folder of
        // a package that is the workspace's as well is told apart only where it was asked for; an absolute path is right
        // everywhere.
        let is_elsewhere = env::current_dir().ok() != package;
        Self {
            is_relative: is_elsewhere || env::var_os("CARGO_PRIMARY_PACKAGE").is_some(),
            package,
            out: folder("OUT_DIR"),
        }
    }

    /// The package in this folder, outside of a build of it.
    pub(crate) fn of_package(folder: &Path) -> Self {
        Self {
            package: Some(folder.to_owned()),
            out: None,
            is_relative: true,
        }
    }

    /// The name of a file of the package as the compiler would print it.
    pub(crate) fn name(&self, file: &Path) -> String {
        let file = normal(file);
        let here = env::current_dir().ok().filter(|_| self.is_relative);
        let relative = here.and_then(|here| self.within(&file, &here));
        relative.unwrap_or(file).display().to_string()
    }

    /// The path from a folder, where the file is in it; the package's own path may lead through links.
    fn within(&self, file: &Path, folder: &Path) -> Option<PathBuf> {
        if let Ok(path) = file.strip_prefix(folder) {
            return Some(path.to_owned());
        }
        let package = self.package.as_deref()?;
        let path = file.strip_prefix(package).ok()?;
        let file = package.canonicalize().ok()?.join(path);
        file.strip_prefix(folder).ok().map(Path::to_owned)
    }
}

/// The path without `.` and `..`, where that is the same file: a link may lead elsewhere.
pub(crate) fn normal(file: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in file.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    let is_same = || match (normal.canonicalize(), file.canonicalize()) {
        (Ok(left), Ok(right)) => left == right,
        // Nothing is there that could be another file.
        (Err(_), Err(_)) => true,
        _ => false,
    };
    let has_parent = file.components().any(|it| it == Component::ParentDir);
    if !has_parent || is_same() {
        normal
    } else {
        file.to_owned()
    }
}
