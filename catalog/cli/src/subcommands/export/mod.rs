//! `export`: writes the errors of a catalog in other languages.
//!
//! ```text
//! Catalog ──model──▶ names, documentation ──template──▶ types and functions ──▶ file
//!        └─decoder──▶ JSON, what a decoder needs ─────▶ with the decoder of the language
//! ```

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod conformance;
mod decoder;
mod environment;
mod go;
pub(super) mod model;
mod openapi;
mod plurals;
mod target;
mod words;

use crate::changes;
use crate::choice;
use crate::derives::shown;
use crate::endings::{self, Endings};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::output::Output;
use crate::text::inert_but_tabs;
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::Source;
use std::io::Write;
use std::path::{Path, PathBuf};
use target::Target;

/// Writes the errors of a catalog in another language.
///
/// The file has a type for each error, a decoder that reads any response, and the messages in all languages of the
/// catalog. It needs nothing else at run time, and is formatted as the formatter of its language would.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The language of the file.
    #[arg(value_enum)]
    target: Target,
    /// The catalog: a file, or the name of a catalog of the workspace or of a bundled one.
    catalog: String,
    /// The file to write; by default, standard output.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// The template to render, for the target `template`.
    #[arg(long, value_name = "FILE", required_if_eq("target", "template"))]
    template: Option<PathBuf>,
    /// Add to the document of OpenAPI that is in the file, instead of writing a new one.
    #[arg(long, requires = "to")]
    merge: bool,
    /// Write nothing; show how the file would change, and exit with 1 if it would.
    #[arg(long, requires = "to")]
    check: bool,
    /// Overwrite a file that `export` did not write, too.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

/// The largest file that is compared.
const LARGEST: u64 = 1 << 30;

impl Export {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let loaded = choice::one(&self.catalog, &self.workspace, output)?;
        let Some(catalog) = loaded.catalog() else {
            return Err(choice::invalid(&loaded));
        };
        let given = self.given()?;
        for note in self.target.unsupported(catalog) {
            output.note(note);
        }
        let text = self
            .target
            .write(catalog, &self.command(), given.as_deref())?;
        match &self.to {
            None => {
                print(&text, output)?;
                Ok(Exit::Fine)
            }
            Some(to) => self.put(to, &text, output),
        }
    }

    /// Reads the template, or the document to add to.
    fn given(&self) -> Result<Option<String>, Failure> {
        match (&self.template, &self.to) {
            (Some(template), _) => read(template).map(Some),
            (None, Some(to)) if self.merge => read(to).map(Some),
            _ => Ok(None),
        }
    }

    /// The command that makes the file again. It has no absolute paths, so that it is the same for everybody.
    fn command(&self) -> String {
        let mut command = format!("cargo error-catalog export {}", self.target);
        let is_relative = |path: &Path| path.is_relative();
        command.push(' ');
        command.push_str(&self.catalog);
        for (flag, path) in [("--template", &self.template), ("--to", &self.to)] {
            if let Some(path) = path.as_deref().filter(|path| is_relative(path)) {
                command = format!("{command} {flag} {}", path.display());
            }
        }
        if self.merge {
            command.push_str(" --merge");
        }
        command
    }

    /// Writes the file, or shows how it would change.
    fn put(&self, to: &Path, text: &str, output: &mut Output) -> Result<Exit, Failure> {
        let before = match to.symlink_metadata() {
            Err(_) => None,
            Ok(_) => Some(String::from_utf8_lossy(&file::read(to, LARGEST)?).into_owned()),
        };
        let name = shown(to).display().to_string();
        if self.check {
            let before = endings::plain(before.as_deref().unwrap_or_default());
            if before == text {
                return Ok(Exit::Fine);
            }
            changes::print(&name, &before, text, output)?;
            return Ok(Exit::of_findings(true));
        }
        match before {
            None => file::create(to, text)?,
            Some(before) => {
                if !self.force && !self.merge && !self.target.has_mark(&before) {
                    let message =
                        format!("`{name}` was not written by `cargo error-catalog export`");
                    return Err(Failure::new(message)
                        .help("choose another file, or overwrite it with `--force`"));
                }
                file::replace(to, &Endings::of(&before).apply(text))?;
            }
        }
        writeln!(output, "wrote {name}")?;
        Ok(Exit::Fine)
    }
}

/// Writes a text to standard output. Tabs that indent it stay.
fn print(text: &str, output: &mut Output) -> Result<(), Failure> {
    output.verbatim(inert_but_tabs(text).as_bytes())
}

/// Reads a file of the user.
fn read(path: &Path) -> Result<String, Failure> {
    let text = file::read(path, Source::LARGEST)?;
    String::from_utf8(text).map_err(|_| {
        Failure::new(format!("`{}` is not valid UTF-8", shown(path).display()))
            .help("save the file as UTF-8")
    })
}
