//! `schema`: the JSON Schema of catalogs.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Args;
use error_catalog_model::{SCHEMA, TRANSLATION_SCHEMA};

/// Prints the JSON Schema of catalogs, for editors.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Print the schema of translations instead.
    #[arg(long)]
    translation: bool,
}

impl Schema {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let schema = if self.translation {
            TRANSLATION_SCHEMA
        } else {
            SCHEMA
        };
        output.verbatim(schema.as_bytes())?;
        Ok(Exit::Fine)
    }
}
