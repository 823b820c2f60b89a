//! `completions`: shell completions.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Args;

/// Prints the shell completions of `cargo-error-catalog`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell to print completions for.
    shell: clap_complete::Shell,
}

impl Completions {
    pub(crate) fn run(
        &self,
        mut command: clap::Command,
        output: &mut Output,
    ) -> Result<Exit, Failure> {
        command.set_bin_name("cargo-error-catalog");
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "cargo-error-catalog", &mut script);
        output.verbatim(&script)?;
        Ok(Exit::Fine)
    }
}
