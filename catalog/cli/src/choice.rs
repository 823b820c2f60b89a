//! The catalogs that errors are looked for in.

use crate::catalogs::{bundled, Loaded};
use crate::failure::Failure;
use crate::folders;
use crate::output::Output;
use crate::own::Own;
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::{builtin, nearest};
use std::path::Path;

/// Which catalogs are meant.
#[derive(Debug, Args)]
pub(crate) struct CatalogArguments {
    /// Only this catalog: its name, or the path of its file, or of a folder of them; may be given again.
    #[arg(long, value_name = "NAME")]
    catalog: Vec<String>,
    /// Also the bundled catalogs, which are otherwise used only where there are no others.
    #[arg(long)]
    bundled: bool,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

impl CatalogArguments {
    /// The catalogs, without mistakes.
    ///
    /// # Errors
    ///
    /// There is no catalog with a name, a file cannot be read, or a catalog that is named has mistakes.
    pub(crate) fn load(&self, output: &mut Output) -> Result<Vec<Loaded>, Failure> {
        if self.catalog.is_empty() {
            return known(&self.workspace, self.bundled, output);
        }
        let mut all = Vec::new();
        for name in &self.catalog {
            for loaded in named(name, &self.workspace, output)? {
                if loaded.catalog().is_none() {
                    let message = format!("`{}` has mistakes", loaded.source.name());
                    return Err(
                        Failure::new(message).help("`cargo error-catalog check` lists them")
                    );
                }
                all.push(loaded);
            }
        }
        if self.bundled {
            all.extend(bundled());
        }
        Ok(all)
    }

    /// The bundled catalogs that were not asked for.
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

/// The catalogs of the workspace, or else the bundled ones, without those that have mistakes; what is left out is told.
fn known(
    workspace: &WorkspaceArguments,
    with_bundled: bool,
    output: &mut Output,
) -> Result<Vec<Loaded>, Failure> {
    let own = match workspace.find() {
        Ok(workspace) => Own::find(workspace.as_ref(), output)?,
        Err(failure) => {
            output.note(format_args!(
                "without the catalogs of the workspace: {failure}"
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
                "left out `{}`, which has mistakes: `cargo error-catalog check` lists them",
                loaded.source.name()
            ));
        }
        loaded.catalog().is_some()
    });
    Ok(known)
}

/// The catalogs of a workspace, with their mistakes; files that cannot be read are told.
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

/// The catalogs that the user names: one of the workspace or a bundled one by its name, or those of a file or folder.
///
/// # Errors
///
/// There is no such catalog, or its file cannot be read; mistakes in it are no failure.
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
        None => format!("known: {}; or give the path of a file", names.join(", ")),
    };
    Err(Failure::new(format!("there is no catalog `{name}`")).help(help))
}

/// The one catalog that the user names, see [`named`].
///
/// # Errors
///
/// There is no such catalog, or it is a folder of several.
pub(crate) fn one(
    name: &str,
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Loaded, Failure> {
    let mut loaded = named(name, workspace, output)?;
    match (loaded.pop(), loaded.is_empty()) {
        (Some(one), true) => Ok(one),
        _ => Err(Failure::new(format!("`{name}` has several catalogs")).help("name one file")),
    }
}
