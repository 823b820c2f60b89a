//! Resolves the path of a catalog, which must lead to the same file on every machine.

use crate::place::Place;
use error_catalog_model::translation_path;
use std::path::{Component, Path, PathBuf};

/// A file, and how the compiler watches it for changes.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) watched: Watched,
}

/// A file, relative to an environment variable of the compiler: with an absolute path, builds of the same package would
/// differ between machines.
pub(crate) struct Watched {
    pub(crate) variable: &'static str,
    pub(crate) path: String,
}

impl Watched {
    /// Explains what the path is relative to.
    pub(crate) fn start(&self) -> &'static str {
        if self.variable == Self::OUT {
            "the path is relative to the folder that the package's build script writes to"
        } else {
            "the path is relative to the package's Cargo.toml"
        }
    }

    /// The path that a derive would name.
    pub(crate) fn named(&self) -> String {
        if self.variable == Self::OUT {
            format!("{OUT}{}", self.path)
        } else {
            self.path.clone()
        }
    }

    /// The file that translates it.
    pub(crate) fn translation(&self, language: &str) -> Self {
        // The separator stays `/` on every system.
        let (folder, name) = self
            .path
            .split_at(self.path.rfind('/').map_or(0, |at| at + 1));
        let name = translation_path(Path::new(name), language);
        Self {
            variable: self.variable,
            path: format!("{folder}{}", name.display()),
        }
    }

    const OUT: &'static str = "OUT_DIR";
    const PACKAGE: &'static str = "CARGO_MANIFEST_DIR";
}

/// The prefix of paths to files that a build script writes.
const OUT: &str = "$OUT_DIR/";

/// Finds the file at a path.
///
/// # Errors
///
/// The path is invalid; the message says why.
pub(crate) fn find(place: &Place, named: &str) -> Result<File, String> {
    let invalid = |reason: String| format!("invalid path `{named}`: {reason}");
    let (variable, path) = match named.strip_prefix(OUT) {
        Some(path) => (Watched::OUT, path),
        None => (Watched::PACKAGE, named),
    };
    let way = Way::of(path).map_err(|reason| invalid(reason.to_owned()))?;
    let folder = if variable == Watched::OUT {
        if way.climbs > 0 {
            let reason = "it leads out of the folder that the build script writes to";
            return Err(invalid(reason.to_owned()));
        }
        let reason =
            "OUT_DIR is not set; cargo sets it when it builds a package that has a build script";
        place
            .out
            .as_deref()
            .ok_or_else(|| invalid(reason.to_owned()))?
    } else {
        let folder = place.package.as_deref().ok_or(
            "CARGO_MANIFEST_DIR is not set; the path of a catalog is relative to the package, and cargo sets its folder",
        )?;
        if way.climbs > 0 {
            check_outside(folder, &way).map_err(invalid)?;
        }
        folder
    };
    Ok(File {
        path: folder.join(path),
        watched: Watched {
            variable,
            path: path.to_owned(),
        },
    })
}

/// A path as the number of folders up from its start, and the way down from there.
struct Way {
    climbs: usize,
    down: PathBuf,
}

impl Way {
    fn of(path: &str) -> Result<Self, &'static str> {
        if path.is_empty() {
            return Err("it is empty; write the path of the file relative to Cargo.toml");
        }
        if path.contains('\\') {
            return Err(
                "it contains a backslash, which is not a separator on every system; write `/`",
            );
        }
        if Path::new(path).has_root() || path.as_bytes().get(1) == Some(&b':') {
            return Err(
                "it is absolute and works on one machine only; write it relative to Cargo.toml",
            );
        }
        if path.starts_with('$') {
            return Err(
                "expected no variable except `$OUT_DIR/`, for a file that the build script writes",
            );
        }
        let mut way = Self {
            climbs: 0,
            down: PathBuf::new(),
        };
        for component in Path::new(path).components() {
            match component {
                Component::ParentDir => way.climbs += usize::from(!way.down.pop()),
                Component::Normal(name) => way.down.push(name),
                _ => {}
            }
        }
        Ok(way)
    }
}

/// Checks that a file outside of the package is in the same workspace or repository, and that the package is not
/// published.
fn check_outside(package: &Path, way: &Way) -> Result<(), String> {
    if is_packed(package) {
        let reason = "it leads out of the package, which was packed without the file\n\
            copy the file into the package, or add a symbolic link to it (`cargo package` follows links), \
            and use that path";
        return Err(reason.to_owned());
    }
    let meant = package.ancestors().nth(way.climbs);
    let meant = meant.map(|folder| folder.join(&way.down));
    if let Some(Ok(inside)) = meant.as_deref().map(|file| file.strip_prefix(package)) {
        let reason =
            "it leads out of the package and back in, which depends on the name of the folder; write";
        return Err(format!("{reason} `{}`", inside.display()));
    }
    match bound(package) {
        Some(bound) if way.climbs > bound => {
            let reason = "it leads out of the repository and works on one machine only; \
                put the file into the repository";
            Err(reason.to_owned())
        }
        _ => Ok(()),
    }
}

/// Whether cargo packed the package, to publish or to vendor it.
fn is_packed(package: &Path) -> bool {
    let manifest = std::fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
    manifest.starts_with("# THIS FILE IS AUTOMATICALLY GENERATED BY CARGO")
        || package.join(".cargo-checksum.json").is_file()
}

/// How many folders above the package the root of the repository is, or that of the workspace if it is higher. `None`
/// without a repository, as in a container that has only some of its files.
fn bound(package: &Path) -> Option<usize> {
    let repository = above(package, |folder| folder.join(".git").exists())?;
    let workspace = above(package, has_workspace);
    Some(repository.max(workspace.unwrap_or_default()))
}

/// How many folders above the package the first is for which this is so.
fn above(package: &Path, is_so: fn(&Path) -> bool) -> Option<usize> {
    package.ancestors().position(is_so)
}

fn has_workspace(folder: &Path) -> bool {
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    for line in manifest.lines() {
        if line.trim_start().starts_with("[workspace") {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{find, Way};
    use crate::place::Place;
    use std::path::Path;

    fn climbs(path: &str) -> Option<usize> {
        Way::of(path).ok().map(|way| way.climbs)
    }

    #[test]
    fn a_path_climbs_as_many_folders_as_lead_out_of_the_package() {
        for (path, above) in [
            ("errors.json", 0),
            ("./errors/a.json", 0),
            ("errors/../errors.json", 0),
            ("a..b/c.json", 0),
            ("../errors.json", 1),
            ("a/../../errors.json", 1),
            ("../a/../b/../../errors.json", 2),
        ] {
            assert_eq!(climbs(path), Some(above), "{path}");
        }
    }

    #[test]
    fn paths_that_work_on_one_machine_are_refused() {
        for (path, reason) in [
            ("", "empty"),
            ("/errors.json", "absolute"),
            ("C:/errors.json", "absolute"),
            ("errors\\a.json", "backslash"),
            ("$HOME/errors.json", "no variable"),
            ("$OUT_DIR", "no variable"),
            ("${OUT_DIR}/errors.json", "no variable"),
        ] {
            let refused = Way::of(path).err();
            assert!(refused.is_some_and(|it| it.contains(reason)), "{path}");
        }
    }

    #[test]
    fn files_of_a_build_script_are_in_its_folder() {
        let mut place = Place::of_package(Path::new("package"));
        let refused = |place: &Place, path| find(place, path).err().unwrap_or_default();
        assert!(refused(&place, "$OUT_DIR/a.json").contains("OUT_DIR is not set"));
        place.out = Some("out".into());
        assert!(refused(&place, "$OUT_DIR/../a.json").contains("leads out of the folder"));
        let found = find(&place, "$OUT_DIR/b/a.json").ok();
        assert_eq!(
            found.map(|it| it.path),
            Some(Path::new("out/b/a.json").into())
        );
    }
}
