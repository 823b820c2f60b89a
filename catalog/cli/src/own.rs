//! The catalogs of a workspace: those that its derives name, those in `errors`, and those that its manifests list.

use crate::derives::{self, shown};
use crate::failure::Failure;
use crate::folders;
use crate::output::Output;
use crate::workspace::Workspace;
use error_catalog_model::nearest;
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The folder of a package or workspace whose files are catalogs.
pub(crate) const FOLDER: &str = "errors";

/// The catalogs of a workspace.
#[derive(Debug, Default)]
pub(crate) struct Own {
    /// Their files, each once, in order.
    pub(crate) files: Vec<PathBuf>,
    /// The names of bundled ones that its derives name.
    pub(crate) bundled: Vec<String>,
}

impl Own {
    /// The catalogs of a workspace; without one, those in `errors` of the current folder.
    ///
    /// # Errors
    ///
    /// A manifest lists what is not there.
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
            files: each_once(files),
            bundled,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.bundled.is_empty()
    }
}

/// The files that `catalogs` in the metadata of a manifest lists.
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
            None => format!("known: {}", keys.join(", ")),
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
        return Err(failure("`catalogs` is not an array of strings".to_owned())
            .help("write paths from this folder, such as `catalogs = [\"api/*.json\"]`"));
    };
    let mut files = Vec::new();
    for pattern in patterns {
        let found = folders::matching(folder, pattern).map_err(failure)?;
        if found.is_empty() {
            return Err(failure(format!("no file matches `{pattern}`"))
                .help("correct the path, which starts from this folder, or remove it"));
        }
        files.extend(found);
    }
    Ok(files)
}

/// Each file once, in order, whatever paths lead to it.
fn each_once(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = files.iter().map(|file| straight(file)).collect();
    files.sort();
    let mut known = HashSet::new();
    files.retain(|file| known.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    files
}

/// The path without `..`, where that leads to the same file.
fn straight(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir if straight.file_name().is_some() => {
                straight.pop();
            }
            std::path::Component::CurDir => {}
            part => straight.push(part),
        }
    }
    match (straight.canonicalize(), path.canonicalize()) {
        (Ok(left), Ok(right)) if left == right => straight,
        (Err(_), Err(_)) => straight,
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::straight;
    use std::path::Path;

    #[test]
    fn a_path_leads_straight_to_its_file() {
        assert_eq!(
            straight(Path::new("/a/b/../c.json")),
            Path::new("/a/c.json")
        );
        assert_eq!(straight(Path::new("../c.json")), Path::new("../c.json"));
    }
}
