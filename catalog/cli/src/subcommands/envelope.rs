//! `envelope`: what a preset stands for.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::builder::PossibleValuesParser;
use clap::Args;
use error_catalog_model::{preset, PRESETS};

/// Prints the envelope of a standard, as a catalog would have it without its `preset`.
///
/// Some standards have two envelopes, which are printed as an array. To change a part, write its key beside `preset` in
/// your catalog; to change more, copy what this prints.
#[derive(Debug, Args)]
pub(crate) struct Envelope {
    /// The name of the preset.
    #[arg(value_parser = PossibleValuesParser::new(PRESETS.map(|(name, _)| name)))]
    preset: String,
}

impl Envelope {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        // The parser of the arguments knows all presets.
        output.verbatim(preset(&self.preset).unwrap_or_default().as_bytes())?;
        Ok(Exit::Fine)
    }
}
