//! The files that a subcommand works on.

use crate::catalogs::{source, Loaded};
use crate::derives::shown;
use crate::failure::Failure;
use crate::folders;
use crate::output::Output;
use crate::own::{Own, FOLDER};
use crate::translations::{listed, translated, with_files};
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::{read_bounded, Source};
use std::iter;
use std::path::{Path, PathBuf};

/// The arguments that select catalog files.
#[derive(Debug, Args)]
pub(crate) struct FileArguments {
    /// Catalog files, folders of catalogs, or `-` for standard input; by default, the catalogs of the workspace.
    files: Vec<PathBuf>,
    /// The file name to report for the catalog from standard input.
    #[arg(long, value_name = "PATH")]
    stdin_path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceArguments,
}

/// A catalog to read.
#[derive(Debug, PartialEq)]
pub(crate) enum Input {
    File(PathBuf),
    /// Standard input, with the name to show.
    Standard(String),
}

impl FileArguments {
    /// Returns the selected catalogs, or those of the workspace; at least one.
    ///
    /// # Errors
    ///
    /// There is no catalog, or the workspace cannot be read.
    pub(crate) fn inputs(&self, output: &mut Output) -> Result<Vec<Input>, Failure> {
        let mut catalogs: Vec<Input> = Vec::new();
        for input in self.files(output)? {
            let input = match input {
                Input::File(file) => Input::File(translated(&file).map_or(file, |(it, _)| it)),
                standard @ Input::Standard(_) => standard,
            };
            if !catalogs.contains(&input) {
                catalogs.push(input);
            }
        }
        Ok(catalogs)
    }

    /// Returns the same, and the files that translate the catalogs. Of a selected translation, it returns that file only.
    pub(crate) fn with_translations(&self, output: &mut Output) -> Result<Vec<Input>, Failure> {
        let mut files: Vec<Input> = Vec::new();
        for input in self.files(output)? {
            let translations = match &input {
                Input::File(file) => listed(file),
                Input::Standard(_) => Vec::new(),
            };
            for input in iter::once(input).chain(translations.into_iter().map(Input::File)) {
                if !files.contains(&input) {
                    files.push(input);
                }
            }
        }
        Ok(files)
    }

    fn files(&self, output: &mut Output) -> Result<Vec<Input>, Failure> {
        let standard = Path::new("-");
        let has_standard = self.files.iter().any(|file| file == standard);
        if self.stdin_path.is_some() && !has_standard {
            return Err(
                Failure::new("`--stdin-path` requires standard input").help("add `-` to read it")
            );
        }
        let name = self.stdin_path.as_deref().unwrap_or(Path::new("<stdin>"));
        let files = find(&self.files, &self.workspace, output)?;
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
    /// Reads the catalog with its other files, and checks it. From standard input, it can be one of the translations.
    ///
    /// # Errors
    ///
    /// The catalog cannot be read.
    pub(crate) fn load(&self) -> Result<Loaded, Failure> {
        let Self::Standard(name) = self else {
            let (source, _) = self.read()?;
            return Ok(Loaded::new(self.with_files(source), false));
        };
        let (given, _) = self.read()?;
        let Some((catalog, language)) = translated(Path::new(name)) else {
            return Ok(Loaded::new(self.with_files(given), false));
        };
        let source = with_files(source(&catalog)?.0, &catalog);
        Ok(Loaded::new(
            source.with_translation(&language, Ok(given)),
            false,
        ))
    }

    fn with_files(&self, source: Source) -> Source {
        with_files(source, self.path())
    }

    /// The path of the file, or the one that is shown for standard input.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Standard(name) => Path::new(name),
        }
    }

    /// Reads the file; returns it as a source with the name to show, and as bytes.
    ///
    /// # Errors
    ///
    /// The catalog cannot be read.
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

/// Returns the selected catalogs, including those in selected folders, or those of the workspace; at least one. The
/// catalog of a selected translation is selected.
///
/// # Errors
///
/// There is no catalog, or the workspace cannot be read.
pub(crate) fn files(
    named: &[PathBuf],
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for file in find(named, workspace, output)? {
        let file = translated(&file).map_or(file, |(catalog, _)| catalog);
        if !files.contains(&file) {
            files.push(file);
        }
    }
    Ok(files)
}

fn find(
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

/// Returns the files and the catalogs in the folders, without schemas.
fn expanded(named: &[PathBuf], output: &mut Output) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if path.is_dir() {
            let found = folders::catalogs(path);
            if found.is_empty() {
                let message = format!("no catalog in `{}`", path.display());
                return Err(
                    Failure::new(message).help("pass a folder of files that end in `.json`")
                );
            }
            files.extend(found);
        } else if folders::is_schema(path) {
            output.note(format_args!(
                "skipped `{}`, which is a JSON Schema",
                path.display()
            ));
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        return Err(Failure::new("no catalog among these files")
            .help("pass catalogs; a JSON Schema only describes them to editors"));
    }
    Ok(files)
}

/// Reports that there is no catalog, and where catalogs are searched for.
pub(crate) fn nothing(is_workspace: bool, own: &Own) -> Failure {
    let begin = "pass files, or run `cargo error-catalog new NAME` to write a catalog";
    if !is_workspace {
        let message =
            format!("no Cargo.toml in this folder or its parents, and no catalog in `{FOLDER}`");
        return Failure::new(message).help(begin);
    }
    let message = match &*own.bundled {
        [] => "no catalog in this workspace".to_owned(),
        bundled => format!(
            "no catalog in this workspace, only bundled ones: {}",
            bundled.join(", ")
        ),
    };
    Failure::new(message).help(format!(
        "{begin}; the catalogs of a workspace are the files in `{FOLDER}` of the workspace and its packages, those \
         that derives outside of tests use with `path`, and those that `catalogs = [\"…\"]` in \
         `[workspace.metadata.error-catalog]` lists"
    ))
}
