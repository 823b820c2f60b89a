//! The workspace that the command runs in.

use crate::failure::Failure;
use clap::Args;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The arguments that select the workspace.
#[derive(Debug, Args)]
pub(crate) struct WorkspaceArguments {
    /// The Cargo.toml of a package or workspace; by default, the nearest one in this folder or its parents.
    #[arg(long, value_name = "PATH")]
    manifest_path: Option<PathBuf>,
}

/// The packages of a workspace.
#[derive(Debug, Deserialize)]
pub(crate) struct Workspace {
    pub(crate) packages: Vec<Package>,
    #[serde(rename = "workspace_root")]
    pub(crate) root: PathBuf,
    /// `[workspace.metadata]`.
    #[serde(default)]
    pub(crate) metadata: serde_json::Value,
}

/// A package of the workspace.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) manifest_path: PathBuf,
    pub(crate) targets: Vec<Target>,
    /// `[package.metadata]`.
    #[serde(default)]
    pub(crate) metadata: serde_json::Value,
}

/// A library, program, test, or other target of a package.
#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    kind: Vec<String>,
    /// Its first file.
    pub(crate) src_path: PathBuf,
}

impl Target {
    /// Whether it is a test or a benchmark.
    pub(crate) fn is_test(&self) -> bool {
        self.kind
            .iter()
            .any(|kind| kind == "test" || kind == "bench")
    }
}

impl Package {
    /// The folder of its Cargo.toml, which the paths of its catalogs are relative to.
    pub(crate) fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new(""))
    }
}

impl Workspace {
    /// Returns the innermost package that contains the folder.
    pub(crate) fn package_of(&self, folder: &Path) -> Option<&Package> {
        let packages = self.packages.iter();
        packages
            .filter(|package| folder.starts_with(package.folder()))
            .max_by_key(|package| package.folder().components().count())
    }
}

impl WorkspaceArguments {
    /// Returns the folder of the selected Cargo.toml, or the current folder.
    ///
    /// # Errors
    ///
    /// The folder does not exist.
    pub(crate) fn here(&self) -> Result<PathBuf, Failure> {
        let manifest = self.manifest_path.as_deref();
        let folder = match manifest.and_then(Path::parent) {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let absolute = std::path::absolute(folder);
        let here = absolute.map_err(|error| Failure::file("read", folder, &error))?;
        Ok(here.components().collect())
    }

    /// Finds the workspace; `None` if there is no Cargo.toml in this folder or its parents.
    ///
    /// # Errors
    ///
    /// Cargo cannot be run, or cannot read the workspace.
    pub(crate) fn find(&self) -> Result<Option<Workspace>, Failure> {
        if self.manifest_path.is_none() && !is_in_package()? {
            return Ok(None);
        }
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
        if let Some(path) = &self.manifest_path {
            command.arg("--manifest-path").arg(path);
        }
        let output = command
            .output()
            .map_err(|error| Failure::new(format!("cannot run cargo: {error}")))?;
        if !output.status.success() {
            let reason = String::from_utf8_lossy(&output.stderr);
            let reason = reason.trim().trim_start_matches("error: ");
            return Err(Failure::new(format!("cannot read the workspace: {reason}")));
        }
        serde_json::from_slice(&output.stdout)
            .map(Some)
            .map_err(|error| {
                Failure::new(format!(
                    "cannot read the output of `cargo metadata`: {error}"
                ))
            })
    }
}

/// Whether this folder or one of its parents has a Cargo.toml.
fn is_in_package() -> Result<bool, Failure> {
    let here =
        std::env::current_dir().map_err(|error| Failure::file("read", Path::new("."), &error))?;
    Ok(here
        .ancestors()
        .any(|folder| folder.join("Cargo.toml").is_file()))
}
