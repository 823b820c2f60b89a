//! `schema`: the JSON Schema of catalogs, of translations, and of what templates see.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::subcommands::export::model;
use clap::Args;
use error_catalog_model::{SCHEMA, TRANSLATION_SCHEMA};

/// Prints the JSON Schema of catalogs, for editors.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Print the schema of translations instead.
    #[arg(long, conflicts_with = "template")]
    translation: bool,
    /// Print the schema of what templates of `export template` see instead.
    #[arg(long)]
    template: bool,
}

impl Schema {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let schema = match (self.translation, self.template) {
            (true, _) => TRANSLATION_SCHEMA.to_owned(),
            (_, true) => model::schema(),
            _ => SCHEMA.to_owned(),
        };
        output.verbatim(schema.as_bytes())?;
        Ok(Exit::Fine)
    }
}
