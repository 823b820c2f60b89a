//! Where a package is, and the names of its files in diagnostics.

use crate::shared::Shared;
use error_catalog_model::normal_path_on_disk;
use std::env;
use std::path::{Path, PathBuf};

/// The folders of a package.
pub(crate) struct Place {
    /// The folder of its Cargo.toml, if known.
    pub(crate) package: Option<PathBuf>,
    /// The folder that its build script writes to, if it has one.
    pub(crate) out: Option<PathBuf>,
    /// The files of a catalog that comes with a crate, if it has passed them.
    pub(crate) shared: Option<Shared>,
    /// Whether the names of files are relative to the current folder.
    is_relative: bool,
}

impl Place {
    /// The package that cargo builds.
    pub(crate) fn of_build() -> Self {
        let folder = |name| env::var_os(name).map(PathBuf::from);
        let package = folder("CARGO_MANIFEST_DIR");
        // For a member of the workspace, cargo runs the compiler in the workspace's folder, and the compiler prints
        // paths relative to it. For other packages, cargo runs it in the package's folder, with absolute paths. If both
        // are the same folder, a primary package is a member of the workspace; otherwise use an absolute path, which is
        // always right.
        let is_elsewhere = env::current_dir().ok() != package;
        Self {
            is_relative: is_elsewhere || env::var_os("CARGO_PRIMARY_PACKAGE").is_some(),
            package,
            out: folder("OUT_DIR"),
            shared: None,
        }
    }

    /// The package in this folder, outside of a build.
    pub(crate) fn of_package(folder: &Path) -> Self {
        Self {
            package: Some(folder.to_owned()),
            out: None,
            shared: None,
            is_relative: true,
        }
    }

    /// Returns the name of a file as the compiler prints it.
    pub(crate) fn name(&self, file: &Path) -> String {
        let file = normal_path_on_disk(file);
        let here = env::current_dir().ok().filter(|_| self.is_relative);
        let relative = here.and_then(|here| self.within(&file, &here));
        relative.unwrap_or(file).display().to_string()
    }

    /// Returns the path relative to a folder if the file is in it; the path of the package may contain links.
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
