//! `man`: the manual pages.

use crate::command;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Args;
use std::io::Write;

/// Prints a manual page, for `man -l -`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The verb; without it, the page of the whole command.
    verb: Option<String>,
}

impl Man {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let mut command = command::definition();
        command.build();
        let page = match &self.verb {
            None => command,
            Some(verb) => command.find_subcommand(verb).cloned().ok_or_else(|| {
                Failure::new(format!("there is no verb `{verb}`")).help("`--help` lists all")
            })?,
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(page).render(&mut text)?;
        output.write_all(&text)?;
        Ok(Exit::Fine)
    }
}
