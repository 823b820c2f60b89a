//! The catalogs of a workspace: those that its derives use, those in `errors`, and those that its manifests list.

use crate::derives::{self, shown};
use crate::failure::Failure;
use crate::folders;
use crate::output::Output;
use crate::workspace::Workspace;
use error_catalog_model::{nearest, normal_path_on_disk};
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The folder of a package or workspace whose files are catalogs.
pub(crate) const FOLDER: &str = "errors";

/// The catalogs of a workspace.
#[derive(Debug, Default)]
pub(crate) struct Own {
    /// Their files, sorted and without duplicates.
    pub(crate) files: Vec<PathBuf>,
    /// The names of the bundled catalogs that its derives use.
    pub(crate) bundled: Vec<String>,
}

impl Own {
    /// Finds the catalogs of a workspace, or those in `errors` of the current folder.
    ///
    /// # Errors
    ///
    /// The settings in a manifest are not valid, or list a file that does not exist.
    pub(crate) fn find(
        workspace: Option<&Workspace>,
        output: &mut Output,
    ) -> Result<Self, Failure> {
        let Some(workspace) = workspace else {
            return Ok(Self {
                files: folders::catalogs(Path::new(FOLDER)),
                bundled: Vec::new(),
            });
        };
        let named = derives::catalogs(workspace, output)?;
        let mut files = named.files;
        files.extend(listed(
            &workspace.root,
            "workspace",
            &workspace.metadata,
            &["catalogs", "policy"],
        )?);
        files.extend(folders::catalogs(&workspace.root.join(FOLDER)));
        for package in &workspace.packages {
            let folder = package.folder();
            files.extend(listed(folder, "package", &package.metadata, &["catalogs"])?);
            files.extend(folders::catalogs(&folder.join(FOLDER)));
        }
        let mut bundled = named.bundled;
        bundled.sort();
        bundled.dedup();
        Ok(Self {
            files: sorted_unique(&files),
            bundled,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.bundled.is_empty()
    }
}

/// Returns the files that `catalogs` in the metadata of a manifest lists.
fn listed(
    folder: &Path,
    table: &str,
    metadata: &Value,
    keys: &[&'static str],
) -> Result<Vec<PathBuf>, Failure> {
    let Some(settings) = metadata.get("error-catalog") else {
        return Ok(Vec::new());
    };
    let manifest = folder.join("Cargo.toml");
    let failure = |reason: String| {
        let manifest = shown(&manifest).display();
        Failure::new(format!(
            "`{table}.metadata.error-catalog` in `{manifest}`: {reason}"
        ))
    };
    let Some(settings) = settings.as_object() else {
        return Err(failure("expected a table".to_owned()));
    };
    if let Some(key) = settings.keys().find(|key| !keys.contains(&key.as_str())) {
        let help = match nearest(key, keys.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("expected one of `{}`", keys.join("`, `")),
        };
        return Err(failure(format!("unknown key `{key}`")).help(help));
    }
    let Some(catalogs) = settings.get("catalogs") else {
        return Ok(Vec::new());
    };
    let patterns: Option<Vec<&str>> = catalogs
        .as_array()
        .and_then(|them| them.iter().map(Value::as_str).collect());
    let Some(patterns) = patterns else {
        return Err(
            failure("`catalogs` is not an array of strings".to_owned()).help(
                "write paths relative to this Cargo.toml, such as `catalogs = [\"api/*.json\"]`",
            ),
        );
    };
    let mut files = Vec::new();
    for pattern in patterns {
        let found = folders::matching(folder, pattern).map_err(failure)?;
        if found.is_empty() {
            return Err(failure(format!("no file matches `{pattern}`"))
                .help("correct the path, which is relative to this Cargo.toml, or remove it"));
        }
        files.extend(found);
    }
    Ok(files)
}

/// Sorts files and removes duplicates, even if their paths differ.
fn sorted_unique(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = files.iter().map(|file| normal_path_on_disk(file)).collect();
    files.sort();
    let mut known = HashSet::new();
    files.retain(|file| known.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    files
}
