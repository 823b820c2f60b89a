//! The path of a catalog as the user writes it, which must mean the same file on every machine.

use crate::place::Place;
use std::path::{Component, Path, PathBuf};

/// The file, and what the compiler shall watch for changes.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) watched: Watched,
}

/// A file by the environment variable of the compiler that its path starts from: an absolute path would make builds of
/// the same package differ.
pub(crate) struct Watched {
    pub(crate) variable: &'static str,
    pub(crate) path: String,
}

impl Watched {
    /// Where the path starts, for people.
    pub(crate) fn start(&self) -> &'static str {
        if self.variable == Self::OUT {
            "the path starts from the folder where the package's build script writes"
        } else {
            "the path starts from the package's folder, where Cargo.toml is"
        }
    }

    const OUT: &'static str = "OUT_DIR";
    const PACKAGE: &'static str = "CARGO_MANIFEST_DIR";
}

/// How a path to what a build script makes begins.
const OUT: &str = "$OUT_DIR/";

/// The file that a path names.
///
/// # Errors
///
/// Says why the path cannot be used.
pub(crate) fn find(place: &Place, named: &str) -> Result<File, String> {
    let cannot = |reason: String| format!("the path `{named}` cannot be used: {reason}");
    let (variable, path) = match named.strip_prefix(OUT) {
        Some(path) => (Watched::OUT, path),
        None => (Watched::PACKAGE, named),
    };
    let way = Way::of(path).map_err(|reason| cannot(reason.to_owned()))?;
    let folder = if variable == Watched::OUT {
        if way.climbs > 0 {
            let reason = "it leaves the folder of what the build script makes";
            return Err(cannot(reason.to_owned()));
        }
        let reason = "OUT_DIR is not set: cargo sets it for a package with a build script, when it builds the package";
        place
            .out
            .as_deref()
            .ok_or_else(|| cannot(reason.to_owned()))?
    } else {
        let folder = place.package.as_deref().ok_or(
            "CARGO_MANIFEST_DIR is not set: the path of a catalog starts from the package's folder, which cargo tells",
        )?;
        if way.climbs > 0 {
            check_outside(folder, &way).map_err(cannot)?;
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

/// Where a path leads: some folders up from where it starts, then down.
struct Way {
    climbs: usize,
    down: PathBuf,
}

impl Way {
    fn of(path: &str) -> Result<Self, &'static str> {
        if path.is_empty() {
            return Err(
                "it is empty: write the file's path from the package's folder, where Cargo.toml is",
            );
        }
        if path.contains('\\') {
            return Err("it has a backslash, which is no separator on every system: write `/`");
        }
        if Path::new(path).has_root() || path.as_bytes().get(1) == Some(&b':') {
            return Err("it is absolute, so that it works on one machine only: write it from the package's folder, where Cargo.toml is");
        }
        if path.starts_with('$') {
            return Err("the only variable that a path can start with is `$OUT_DIR/`, for a file that the build script makes");
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

/// A file outside of the package is one of the same workspace or repository, and not of a package that is published.
fn check_outside(package: &Path, way: &Way) -> Result<(), String> {
    if is_packed(package) {
        let reason = "it is outside of the package, which was packed without it\n\
            copy the file into the package, or put a symbolic link to it there, which `cargo package` follows, \
            and name that path";
        return Err(reason.to_owned());
    }
    let meant = package.ancestors().nth(way.climbs);
    let meant = meant.map(|folder| folder.join(&way.down));
    if let Some(Ok(inside)) = meant.as_deref().map(|file| file.strip_prefix(package)) {
        let reason =
            "it leaves the package and comes back, which depends on the name of its folder: write";
        return Err(format!("{reason} `{}`", inside.display()));
    }
    match bound(package) {
        Some(bound) if way.climbs > bound => {
            let reason = "it leaves the repository, so that it works on one machine only: \
                put the file into the repository";
            Err(reason.to_owned())
        }
        _ => Ok(()),
    }
}

/// Whether cargo wrote the package, to publish it or to vendor it.
fn is_packed(package: &Path) -> bool {
    let manifest = std::fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
    manifest.starts_with("# THIS FILE IS AUTOMATICALLY GENERATED BY CARGO")
        || package.join(".cargo-checksum.json").is_file()
}

/// How many folders above the package the repository ends, or the workspace if that is larger. Where there is no
/// repository, as in a container that has only some of its files, nobody knows.
fn bound(package: &Path) -> Option<usize> {
    let repository = package
        .ancestors()
        .position(|folder| folder.join(".git").exists())?;
    let workspace = package.ancestors().position(|folder| {
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        manifest
            .lines()
            .any(|line| line.trim_start().starts_with("[workspace"))
    });
    Some(repository.max(workspace.unwrap_or_default()))
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
    fn a_path_says_how_far_it_leaves_the_package() {
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
            ("$HOME/errors.json", "only variable"),
            ("$OUT_DIR", "only variable"),
            ("${OUT_DIR}/errors.json", "only variable"),
        ] {
            let refused = Way::of(path).err();
            assert!(refused.is_some_and(|it| it.contains(reason)), "{path}");
        }
    }

    #[test]
    fn what_a_build_script_makes_stays_in_its_folder() {
        let mut place = Place::of_package(Path::new("package"));
        let refused = |place: &Place, path| find(place, path).err().unwrap_or_default();
        assert!(refused(&place, "$OUT_DIR/a.json").contains("OUT_DIR is not set"));
        place.out = Some("out".into());
        assert!(refused(&place, "$OUT_DIR/../a.json").contains("leaves the folder"));
        let found = find(&place, "$OUT_DIR/b/a.json").ok();
        assert_eq!(
            found.map(|it| it.path),
            Some(Path::new("out/b/a.json").into())
        );
    }
}
