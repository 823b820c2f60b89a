//! The catalogs that a subcommand works on.

use crate::derives;
use crate::failure::Failure;
use crate::output::Output;
use crate::workspace::WorkspaceArguments;
use error_catalog_model::{builtin, compile, nearest, Catalog, Compiled, Source, BUILTIN};
use std::path::{Path, PathBuf};

/// A catalog that was read, with its mistakes if it has any.
pub(crate) struct Loaded {
    pub(crate) source: Source,
    /// Where it stands; `None` for a bundled one.
    #[allow(dead_code)]
    pub(crate) path: Option<PathBuf>,
    pub(crate) outcome: Result<Compiled, error_catalog_model::Failure>,
}

impl Loaded {
    /// Reads and checks a file.
    ///
    /// # Errors
    ///
    /// The file cannot be read; mistakes in it are no failure.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let (source, _) = source(path)?;
        Ok(Self::new(source, Some(path.to_owned())))
    }

    fn bundled(name: &str, text: &str) -> Self {
        Self::new(Source::new(format!("{name}.json"), text), None)
    }

    fn new(source: Source, path: Option<PathBuf>) -> Self {
        Self {
            outcome: compile(&source),
            source,
            path,
        }
    }

    /// The catalog, where it has no mistakes.
    pub(crate) fn catalog(&self) -> Option<&Catalog> {
        self.outcome.as_ref().ok().map(|compiled| &compiled.catalog)
    }
}

/// Reads a file: as a source with the name that people see, and as it is.
///
/// # Errors
///
/// The file cannot be read.
pub(crate) fn source(path: &Path) -> Result<(Source, Vec<u8>), Failure> {
    let shown = derives::shown(path);
    let content = std::fs::read(path).map_err(|error| Failure::file("read", shown, &error))?;
    Ok((
        Source::new(shown.display().to_string(), content.clone()),
        content,
    ))
}

/// The bundled catalogs.
pub(crate) fn bundled() -> Vec<Loaded> {
    BUILTIN
        .iter()
        .map(|(name, text)| Loaded::bundled(name, text))
        .collect()
}

/// The files that the user names, or else those that the derives of the workspace name.
///
/// # Errors
///
/// No file is named, and there is no workspace, or it cannot be read.
pub(crate) fn files(
    named: &[PathBuf],
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Vec<PathBuf>, Failure> {
    if !named.is_empty() {
        return Ok(named.to_owned());
    }
    let Some(workspace) = workspace.find()? else {
        return Err(Failure::new("there is no Cargo.toml here or above")
            .help("name the files of the catalogs"));
    };
    let files = derives::files(&workspace, output);
    if files.is_empty() {
        output.note("no derive in the workspace names a catalog with `path`; name the files of the catalogs");
    }
    Ok(files)
}

/// Reads and checks files. Those that cannot be read are told, and make the second value false.
pub(crate) fn read(files: &[PathBuf], output: &mut Output) -> (Vec<Loaded>, bool) {
    let mut loaded = Vec::new();
    for file in files {
        match Loaded::file(file) {
            Ok(one) => loaded.push(one),
            Err(failure) => output.error(failure),
        }
    }
    let all_read = loaded.len() == files.len();
    (loaded, all_read)
}

/// The catalogs of the workspace and the bundled ones, without those that have mistakes; what is left out is told.
pub(crate) fn known(workspace: &WorkspaceArguments, output: &mut Output) -> Vec<Loaded> {
    let files = match workspace.find() {
        Ok(Some(workspace)) => derives::files(&workspace, output),
        Ok(None) => Vec::new(),
        Err(failure) => {
            output.note(format_args!(
                "without the catalogs of the workspace: {failure}"
            ));
            Vec::new()
        }
    };
    let (mut known, _) = read(&files, output);
    known.extend(bundled());
    known.retain(|loaded| {
        if loaded.catalog().is_none() {
            output.note(format_args!(
                "left out `{}`, which has mistakes: `cargo error-catalog check` lists them",
                loaded.source.name()
            ));
        }
        loaded.catalog().is_some()
    });
    known
}

/// The catalogs with these names, see [`named`]; all that are known where there are none.
///
/// # Errors
///
/// There is no such catalog, its file cannot be read, or it has mistakes.
pub(crate) fn chosen(
    names: &[String],
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Vec<Loaded>, Failure> {
    if names.is_empty() {
        return Ok(known(workspace, output));
    }
    let sound = |loaded: Loaded| {
        if loaded.catalog().is_none() {
            let message = format!("`{}` has mistakes", loaded.source.name());
            return Err(Failure::new(message).help("`cargo error-catalog check` lists them"));
        }
        Ok(loaded)
    };
    names
        .iter()
        .map(|name| named(name, workspace, output).and_then(sound))
        .collect()
}

/// The catalog that the user names: the name of a bundled one or of one of the workspace, or the path of a file.
///
/// # Errors
///
/// There is no such catalog, or its file cannot be read; mistakes in it are no failure.
pub(crate) fn named(
    name: &str,
    workspace: &WorkspaceArguments,
    output: &mut Output,
) -> Result<Loaded, Failure> {
    let path = Path::new(name);
    if path.is_file() || path.extension().is_some() || path.components().count() > 1 {
        return Loaded::file(path);
    }
    if let Some(text) = builtin(name) {
        return Ok(Loaded::bundled(name, text));
    }
    let known = known(workspace, output);
    let names: Vec<String> = known
        .iter()
        .filter_map(Loaded::catalog)
        .map(|it| it.name.clone())
        .collect();
    let mut with_name = known
        .into_iter()
        .filter(|loaded| loaded.catalog().is_some_and(|catalog| catalog.name == name));
    with_name.next().ok_or_else(|| {
        let help = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}; or give the path of a file", names.join(", ")),
        };
        Failure::new(format!("there is no catalog `{name}`")).help(help)
    })
}
