//! Real cargo packages in temporary folders, built against this workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Returns the root of this workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder with a package, or with a workspace of packages.
pub(crate) struct Package {
    folder: PathBuf,
}

impl Package {
    /// Creates a folder without packages.
    pub(crate) fn empty(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("hygiene")
            .join(name);
        fs::create_dir_all(&folder).expect("the folder can be created");
        // The versions of this workspace, which need no network.
        fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock"))
            .expect("the workspace has a lock file");
        Self { folder }
    }

    /// Creates a package of the newest edition that depends on `error-catalog`.
    pub(crate) fn new(name: &str) -> Self {
        let dependency = dependency("");
        Self::empty(name).file("Cargo.toml", &manifest(name, "2021", &dependency))
    }

    /// Adds a file. One with the same content keeps its age, so that nothing is rebuilt.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        let file = self.folder.join(path);
        let folder = file.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be created");
        if fs::read_to_string(&file).ok().as_deref() != Some(text) {
            fs::write(file, text).expect("the file can be written");
        }
        self
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs a command of cargo, which must succeed, and returns its output.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> String {
        let output = cargo(&self.folder, arguments);
        assert!(
            output.status.success(),
            "cargo {}:\n{}{}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Runs cargo. All packages share a target folder, so that dependencies are built once.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    let (command, rest) = arguments.split_first().expect("cargo needs a command");
    Command::new(env!("CARGO"))
        .args([command, "--quiet", "--offline", "--color=never"])
        .args(rest)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target())
        // Most are built only once.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "none")
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTDOCFLAGS")
        .output()
        .expect("cargo runs")
}

/// Returns the target folder.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("target")
}

pub(crate) fn manifest(name: &str, edition: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n\n\
         [dependencies]\n{dependencies}\n\n[workspace]\n"
    )
}

/// Writes the dependency on `error-catalog`, with additional keys.
pub(crate) fn dependency(keys: &str) -> String {
    let path = workspace().join("runtime");
    format!("error-catalog = {{ path = \"{}\"{keys} }}", path.display())
}
