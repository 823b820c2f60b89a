//! `docs`: writes an error reference.
//!
//! ```text
//! Catalog ──view──▶ plain text ──html──▶ pages of a website
//!            │                  └─markdown──▶ Markdown files
//!            └─ sample ──▶ response, example, rust: the examples
//! ```

mod envelope;
mod example;
mod html;
mod json;
mod markdown;
mod operation;
mod paged;
mod prose;
mod response;
mod retry;
mod rust;
mod sample;
mod search;
mod templates;
mod view;
mod write;

use crate::catalogs::{self, Loaded};
use crate::choice;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inputs;
use crate::output::Output;
use crate::own::Own;
use crate::text::counted;
use crate::workspace::WorkspaceArguments;
use clap::{Args, ValueEnum};
use error_catalog_model::Catalog;
use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;
use templates::Page;

/// Writes an error reference as a website or as Markdown.
///
/// The website needs no server and loads nothing from other sites. It has a search for codes, statuses, text and pasted
/// messages, filters, and examples to copy.
#[derive(Debug, Args)]
pub(crate) struct Docs {
    /// Catalog files, folders of catalogs, or names of workspace or bundled catalogs; by default, the catalogs of the
    /// workspace.
    catalogs: Vec<String>,
    /// Document the bundled catalogs and the catalogs that you pass, instead of those of the workspace.
    #[arg(long)]
    bundled: bool,
    /// The folder to write to; pages of an earlier run are removed, and other files in it are kept.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Overwrite files that `docs` did not write, too.
    #[arg(long)]
    force: bool,
    /// The output format.
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

/// The format of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A website: an index, and pages for each catalog.
    Html,
    /// Markdown: an index, and a file for each catalog.
    Markdown,
}

impl Docs {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let loaded = self.load(output)?;
        let Some(catalogs) = all_valid(&loaded, output) else {
            return Ok(Exit::Findings);
        };
        check_names(&catalogs)?;
        let pages = self.format.pages(&catalogs)?;
        let removed = write::pages(&self.out, &pages, self.force)?;
        let errors: usize = catalogs.iter().map(|catalog| catalog.entries.len()).sum();
        writeln!(
            output,
            "wrote {errors} errors of {} to {} files in {}",
            names(&catalogs),
            pages.len(),
            self.out.display()
        )?;
        if removed > 0 {
            let files = counted(removed, "file", "files");
            writeln!(output, "removed {files} of an earlier run")?;
        }
        Ok(Exit::Fine)
    }

    fn load(&self, output: &mut Output) -> Result<Vec<Loaded>, Failure> {
        let mut loaded = Vec::new();
        for name in &self.catalogs {
            loaded.extend(choice::named(name, &self.workspace, output)?);
        }
        if self.bundled {
            loaded.extend(catalogs::bundled());
        } else if self.catalogs.is_empty() {
            let workspace = self.workspace.find()?;
            let own = Own::find(workspace.as_ref(), output)?;
            if own.files.is_empty() {
                let nothing = inputs::nothing(workspace.is_some(), &own);
                return Err(nothing.or("pass `--bundled` to document the bundled catalogs"));
            }
            for file in &own.files {
                loaded.push(Loaded::file(file)?);
            }
        }
        Ok(loaded)
    }
}

impl Format {
    fn pages(self, catalogs: &[&Catalog]) -> Result<Vec<Page>, Failure> {
        match self {
            Self::Html => html::pages(catalogs),
            Self::Markdown => markdown::pages(catalogs),
        }
    }
}

/// Returns the catalogs if all of them are valid; reports those that are not.
fn all_valid<'a>(loaded: &'a [Loaded], output: &mut Output) -> Option<Vec<&'a Catalog>> {
    let mut catalogs = Some(Vec::new());
    for loaded in loaded {
        match (loaded.catalog(), &mut catalogs) {
            (Some(catalog), Some(catalogs)) => catalogs.push(catalog),
            (Some(_), None) => {}
            (None, _) => {
                output.error(choice::invalid(loaded));
                catalogs = None;
            }
        }
    }
    catalogs
}

/// Checks that no two catalogs have the same name, and so the same files.
fn check_names(catalogs: &[&Catalog]) -> Result<(), Failure> {
    let mut known = HashSet::new();
    for catalog in catalogs {
        if !known.insert(&catalog.name) {
            let message = format!("duplicate catalog name `{}`", catalog.name);
            return Err(Failure::new(message).help("write them to two folders, or rename one"));
        }
    }
    Ok(())
}

fn names(catalogs: &[&Catalog]) -> String {
    let names: Vec<&str> = catalogs.iter().map(|catalog| &*catalog.name).collect();
    names.join(", ")
}
