//! The files that a subcommand works on.

use crate::catalogs::source;
use crate::derives::shown;
use crate::failure::Failure;
use crate::folders;
use crate::output::Output;
use crate::own::{Own, FOLDER};
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::{read_bounded, Source};
use std::path::{Path, PathBuf};

/// Which catalogs are meant.
#[derive(Debug, Args)]
pub(crate) struct FileArguments {
    /// The catalogs: files, folders with them, or `-` for standard input; without any, those of the workspace.
    files: Vec<PathBuf>,
    /// The path of the file that comes through standard input, to show it.
    #[arg(long, value_name = "PATH")]
    stdin_path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceArguments,
}

/// A catalog that is not read yet.
#[derive(Debug)]
pub(crate) enum Input {
    File(PathBuf),
    /// Standard input, with the name that people see.
    Standard(String),
}

impl FileArguments {
    /// The catalogs that the user names, or else those of the workspace; never none.
    ///
    /// # Errors
    ///
    /// There are none, or they cannot be looked for.
    pub(crate) fn inputs(&self, output: &mut Output) -> Result<Vec<Input>, Failure> {
        let standard = Path::new("-");
        let has_standard = self.files.iter().any(|file| file == standard);
        if self.stdin_path.is_some() && !has_standard {
            return Err(Failure::new(
                "`--stdin-path` names a file that comes through standard input",
            )
            .help("add `-` to read it"));
        }
        let name = self.stdin_path.as_deref().unwrap_or(Path::new("<stdin>"));
        let files = files(&self.files, &self.workspace, output)?;
        let input = |file: PathBuf| {
            if has_standard && file == standard {
                Input::Standard(shown(name).display().to_string())
            } else {
                Input::File(file)
            }
        };
        Ok(files.into_iter().map(input).collect())
    }
}

impl Input {
    /// Reads it: as a source with the name that people see, and as it is.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub(crate) fn read(&self) -> Result<(Source, Vec<u8>), Failure> {
        match self {
            Self::File(path) => source(path),
            Self::Standard(name) => {
                let content = read_bounded(std::io::stdin().lock(), Source::LARGEST)
                    .map_err(|error| Failure::file("read", Path::new("-"), &error))?;
                Ok((Source::new(name.clone(), content.clone()), content))
            }
        }
    }
}

/// The files that the user names, with those of folders, or else those of the workspace; never none.
///
/// # Errors
///
/// There are none, or they cannot be looked for.
pub(crate) fn files(
    named: &[PathBuf],
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Vec<PathBuf>, Failure> {
    if !named.is_empty() {
        return expanded(named, output);
    }
    let workspace = workspace.find()?;
    let own = Own::find(workspace.as_ref(), output)?;
    if own.files.is_empty() {
        return Err(nothing(workspace.is_some(), &own));
    }
    Ok(own.files)
}

/// The files, with those in folders for the folders, and without schemas.
fn expanded(named: &[PathBuf], output: &mut Output) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if path.is_dir() {
            let found = folders::catalogs(path);
            if found.is_empty() {
                let message = format!("there is no catalog in `{}`", path.display());
                return Err(Failure::new(message).help("catalogs are files that end in `.json`"));
            }
            files.extend(found);
        } else if folders::is_schema(path) {
            output.note(format_args!(
                "left out `{}`, which is a JSON Schema",
                path.display()
            ));
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        return Err(Failure::new("there is no catalog among these files")
            .help("a JSON Schema describes catalogs to editors; name the catalogs"));
    }
    Ok(files)
}

/// That nothing was found, and where it was looked for.
pub(crate) fn nothing(is_workspace: bool, own: &Own) -> Failure {
    let begin = "name the files, or write a catalog with `cargo error-catalog new NAME`";
    if !is_workspace {
        let message = format!("there is no Cargo.toml here or above, and no catalog in `{FOLDER}`");
        return Failure::new(message).help(begin);
    }
    let message = match &*own.bundled {
        [] => "there is no catalog in this workspace".to_owned(),
        bundled => format!(
            "this workspace has no catalog of its own, only bundled ones: {}",
            bundled.join(", ")
        ),
    };
    Failure::new(message).help(format!(
        "catalogs are the files in `{FOLDER}` of the workspace and its packages, those that derives in `src` name \
         with `path`, and those that `catalogs = [\"…\"]` in `[workspace.metadata.error-catalog]` lists; {begin}"
    ))
}
