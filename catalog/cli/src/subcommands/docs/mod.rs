//! `docs`: a reference of errors for people.
//!
//! ```text
//! Catalog ──view──▶ plain texts ──html──▶ pages of a site
//!            │                   └─markdown──▶ files of Markdown
//!            └─ sample ──▶ response, rust: the examples
//! ```

mod envelope;
mod html;
mod json;
mod markdown;
mod paged;
mod prose;
mod response;
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
use crate::workspace::WorkspaceArguments;
use clap::{Args, ValueEnum};
use error_catalog_model::Catalog;
use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;
use templates::Page;

/// Writes a reference of errors, as a site or as Markdown.
///
/// The site is files that need no server: search by code, status, text or a pasted message, filters, examples to copy.
/// It loads nothing from elsewhere.
#[derive(Debug, Args)]
pub(crate) struct Docs {
    /// The catalogs: files, folders, or names of catalogs of the workspace or bundled ones. Without any, those of the
    /// workspace.
    catalogs: Vec<String>,
    /// The bundled catalogs, besides those that are named.
    #[arg(long)]
    bundled: bool,
    /// The folder to write to; files in it that have other names stay.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Overwrites files that this subcommand did not write, too.
    #[arg(long)]
    force: bool,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A site: an index, and a page for each catalog.
    Html,
    /// An index, and a file for each catalog.
    Markdown,
}

impl Docs {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let loaded = self.load(output)?;
        let Some(catalogs) = without_mistakes(&loaded, output) else {
            return Ok(Exit::Findings);
        };
        tell_apart(&catalogs)?;
        let pages = self.format.pages(&catalogs)?;
        write::pages(&self.out, &pages, self.force)?;
        let errors: usize = catalogs.iter().map(|catalog| catalog.entries.len()).sum();
        writeln!(
            output,
            "{}: {errors} errors of {} in {} files",
            self.out.display(),
            names(&catalogs),
            pages.len()
        )?;
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
                return Err(nothing.or("`--bundled` writes the bundled catalogs"));
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

/// The catalogs, if all of them are free of mistakes; which are not is told.
fn without_mistakes<'a>(loaded: &'a [Loaded], output: &mut Output) -> Option<Vec<&'a Catalog>> {
    let mut catalogs = Some(Vec::new());
    for loaded in loaded {
        match (loaded.catalog(), &mut catalogs) {
            (Some(catalog), Some(catalogs)) => catalogs.push(catalog),
            (Some(_), None) => {}
            (None, _) => {
                output.error(format_args!(
                    "`{0}` has mistakes\n  = help: `cargo error-catalog check {0}` lists them",
                    loaded.source.name()
                ));
                catalogs = None;
            }
        }
    }
    catalogs
}

/// Each catalog has a file of its own name.
fn tell_apart(catalogs: &[&Catalog]) -> Result<(), Failure> {
    let mut known = HashSet::new();
    for catalog in catalogs {
        if !known.insert(&catalog.name) {
            let message = format!("two catalogs have the name `{}`", catalog.name);
            return Err(Failure::new(message).help("document them in two folders, or rename one"));
        }
    }
    Ok(())
}

fn names(catalogs: &[&Catalog]) -> String {
    let names: Vec<&str> = catalogs.iter().map(|catalog| &*catalog.name).collect();
    names.join(", ")
}
