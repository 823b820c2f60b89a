//! `fmt`: the canonical form of catalogs.

use crate::catalogs;
use crate::changes;
use crate::endings::{self, Endings};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::format;
use crate::output::Output;
use crate::workspace::WorkspaceArguments;
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Gives catalogs their canonical order of keys and layout.
///
/// Every value stays as it is written, and what is in its form already is not touched. A file that cannot be written
/// stays as it was.
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    /// The catalogs; without any, those that the derives of the workspace name with `path`.
    files: Vec<PathBuf>,
    /// Writes nothing; shows what would change, and exits with 1 if anything would.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

impl Fmt {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let files = catalogs::files(&self.files, &self.workspace, output)?;
        let mut changed = false;
        let mut failed = false;
        for path in &files {
            match self.file(path, output) {
                Ok(differs) => changed |= differs,
                Err(failure) => {
                    output.error(failure);
                    failed = true;
                }
            }
        }
        Ok(if failed {
            Exit::Failed
        } else {
            Exit::of_findings(self.check && changed)
        })
    }

    /// Says whether the file was in another form.
    fn file(&self, path: &Path, output: &mut Output) -> Result<bool, Failure> {
        let (source, content) = catalogs::source(path)?;
        let formatted = format::canonical(&source).map_err(Failure::new)?;
        // What has a form is text.
        let content = String::from_utf8_lossy(&content);
        let before = endings::plain(&content);
        if before == formatted {
            return Ok(false);
        }
        if self.check {
            changes::print(source.name(), &before, &formatted, output)?;
        } else {
            file::replace(path, &Endings::of(&content).put(&formatted))?;
            writeln!(output, "formatted {}", source.name())?;
        }
        Ok(true)
    }
}
