//! `completions`: what shells complete.

use crate::command;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Args;
use std::io::Write;

/// Prints the completions of a shell, for `cargo-error-catalog`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    shell: clap_complete::Shell,
}

impl Completions {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let mut command = command::definition().bin_name("cargo-error-catalog");
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "cargo-error-catalog", &mut script);
        output.write_all(&script)?;
        Ok(Exit::Fine)
    }
}
