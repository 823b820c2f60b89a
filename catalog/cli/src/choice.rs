//! The catalogs in which errors are looked up.

use crate::catalogs::{bundled, Loaded};
use crate::failure::Failure;
use crate::folders;
use crate::output::Output;
use crate::own::Own;
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::{builtin, nearest};
use std::path::Path;

/// The arguments that select catalogs.
#[derive(Debug, Args)]
pub(crate) struct CatalogArguments {
    /// Use only this catalog: its name, or the path of a file or a folder of catalogs; can be repeated.
    #[arg(long, value_name = "NAME")]
    catalog: Vec<String>,
    /// Also use the bundled catalogs; by default, they are used only if there are no other catalogs.
    #[arg(long)]
    bundled: bool,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

impl CatalogArguments {
    /// Loads the selected catalogs, all of them valid.
    ///
    /// # Errors
    ///
    /// A selected catalog does not exist, cannot be read, or is not valid.
    pub(crate) fn load(&self, output: &mut Output) -> Result<Vec<Loaded>, Failure> {
        if self.catalog.is_empty() {
            return known(&self.workspace, self.bundled, output);
        }
        let mut all = Vec::new();
        for name in &self.catalog {
            for loaded in named(name, &self.workspace, output)? {
                if loaded.catalog().is_none() {
                    return Err(invalid(&loaded));
                }
                all.push(loaded);
            }
        }
        if self.bundled {
            all.extend(bundled());
        }
        Ok(all)
    }

    /// Returns the bundled catalogs that are not loaded; none if the user selected catalogs.
    pub(crate) fn left_out(&self, loaded: &[Loaded]) -> Vec<Loaded> {
        let is_loaded = |one: &Loaded| {
            let mut others = loaded.iter().filter(|it| it.is_bundled);
            others.any(|it| it.source.name() == one.source.name())
        };
        let mut left_out = bundled();
        left_out.retain(|one| self.catalog.is_empty() && !is_loaded(one));
        left_out
    }
}

/// Returns the failure for a catalog that has errors.
pub(crate) fn invalid(loaded: &Loaded) -> Failure {
    let name = loaded.source.name();
    Failure::new(format!("`{name}` is not a valid catalog")).help(format!(
        "run `cargo error-catalog check {name}` to list its errors"
    ))
}

/// Returns the valid catalogs of the workspace, or the bundled ones; reports what is skipped.
fn known(
    workspace: &WorkspaceArguments,
    with_bundled: bool,
    output: &mut Output,
) -> Result<Vec<Loaded>, Failure> {
    let own = match workspace.find() {
        Ok(workspace) => Own::find(workspace.as_ref(), output)?,
        Err(failure) => {
            output.note(format_args!(
                "the catalogs of the workspace are not used: {failure}"
            ));
            Own::default()
        }
    };
    let mut known = read_own(&own, output);
    if with_bundled {
        let names: Vec<String> = known
            .iter()
            .filter(|it| it.is_bundled)
            .map(|it| it.source.name().to_owned())
            .collect();
        known.extend(
            bundled()
                .into_iter()
                .filter(|it| !names.iter().any(|name| name == it.source.name())),
        );
    } else if own.is_empty() {
        known.extend(bundled());
    }
    known.retain(|loaded| {
        if loaded.catalog().is_none() {
            output.note(format_args!(
                "skipped `{0}`, which is not a valid catalog: run `cargo error-catalog check {0}` to list its errors",
                loaded.source.name()
            ));
        }
        loaded.catalog().is_some()
    });
    Ok(known)
}

/// Loads the catalogs of a workspace, valid or not; reports files that cannot be read.
fn read_own(own: &Own, output: &mut Output) -> Vec<Loaded> {
    let mut loaded = Vec::new();
    for file in &own.files {
        match Loaded::file(file) {
            Ok(one) => loaded.push(one),
            Err(failure) => output.error(failure),
        }
    }
    let named = own.bundled.iter();
    loaded.extend(named.filter_map(|name| Some(Loaded::bundled(name, builtin(name)?))));
    loaded
}

/// Loads a catalog of the workspace or a bundled one by its name, or the catalogs of a file or folder; valid or not.
///
/// # Errors
///
/// The catalog does not exist, or its file cannot be read.
pub(crate) fn named(
    name: &str,
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Vec<Loaded>, Failure> {
    let path = Path::new(name);
    let is_path = path.extension().is_some() || path.components().count() > 1;
    if path.is_dir() && (is_path || builtin(name).is_none()) {
        let files = folders::catalogs(path);
        if !files.is_empty() {
            return files.iter().map(|file| Loaded::file(file)).collect();
        }
    }
    if path.is_file() || is_path {
        return Ok(vec![Loaded::file(path)?]);
    }
    let known = known(workspace, false, output)?;
    let has_name = |loaded: &Loaded| loaded.catalog().is_some_and(|catalog| catalog.name == name);
    if let Some(position) = known.iter().position(has_name) {
        return Ok(known.into_iter().skip(position).take(1).collect());
    }
    if let Some(text) = builtin(name) {
        return Ok(vec![Loaded::bundled(name, text)]);
    }
    let mut names: Vec<String> = known
        .iter()
        .chain(&bundled())
        .filter_map(Loaded::catalog)
        .map(|it| it.name.clone())
        .collect();
    names.dedup();
    let help = match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "expected one of `{}`, or the path of a file",
            names.join("`, `")
        ),
    };
    Err(Failure::new(format!("unknown catalog `{name}`")).help(help))
}

/// Loads a single catalog, as [`named`] does.
///
/// # Errors
///
/// The catalog does not exist, or the path is a folder of several catalogs.
pub(crate) fn one(
    name: &str,
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Loaded, Failure> {
    let mut loaded = named(name, workspace, output)?;
    match (loaded.pop(), loaded.is_empty()) {
        (Some(one), true) => Ok(one),
        _ => Err(Failure::new(format!("`{name}` has more than one catalog")).help("pass one file")),
    }
}
