//! `man`: the manual pages.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Args;

/// Prints a manual page, which you can pipe to `man -l -`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The subcommand that the page is about; by default, the whole command.
    subcommand: Option<String>,
}

impl Man {
    pub(crate) fn run(
        &self,
        mut command: clap::Command,
        output: &mut Output,
    ) -> Result<Exit, Failure> {
        command.build();
        let page = match &self.subcommand {
            None => command,
            Some(subcommand) => command
                .find_subcommand(subcommand)
                .cloned()
                .ok_or_else(|| {
                    Failure::new(format!("unknown subcommand `{subcommand}`"))
                        .help("run `cargo error-catalog --help` to list all subcommands")
                })?,
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(page).render(&mut text)?;
        output.verbatim(&text)?;
        Ok(Exit::Fine)
    }
}
