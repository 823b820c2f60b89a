//! `schema`: the JSON Schema of catalogs.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Args;

/// Prints the JSON Schema of catalogs, for editors.
#[derive(Debug, Args)]
pub(crate) struct Schema {}

impl Schema {
    #[allow(clippy::unused_self)] // All subcommands have this signature.
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        output.verbatim(error_catalog_model::SCHEMA.as_bytes())?;
        Ok(Exit::Fine)
    }
}
