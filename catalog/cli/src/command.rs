//! The command line.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::subcommands::{Completions, Man, Subcommand};
use clap::{ColorChoice, CommandFactory, Parser};
use std::ffi::OsString;
use std::io::Write;

/// Checks, formats, explains and lists catalogs of API errors, and writes their Rust.
///
/// Nothing of it uses a network.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-error-catalog",
    bin_name = "cargo error-catalog",
    version,
    after_help = Exit::HELP,
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    wish: Wish,
    /// When to use colours.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true
    )]
    color: ColorChoice,
}

/// Runs the subcommand that the arguments name.
pub(crate) fn run(arguments: impl Iterator<Item = OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(own(arguments)) {
        Ok(arguments) => arguments,
        Err(told) => return tell(&told),
    };
    set_colour(arguments.color);
    let mut output = Output::new();
    let ended = arguments.wish.run(&mut output);
    let ended = ended.and_then(|exit| {
        output.flush()?;
        Ok(exit)
    });
    ended.unwrap_or_else(|failure| {
        output.error(failure);
        Exit::Failed
    })
}

/// Prints the help that was asked for, or what is wrong with the arguments, which may hold anything.
fn tell(told: &clap::Error) -> Exit {
    let mut output = Output::new();
    let text = told.render().ansi().to_string();
    if told.use_stderr() {
        output.beside(&text);
        return Exit::Failed;
    }
    match write!(output, "{text}").and_then(|()| output.flush()) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            output.error(Failure::from(error));
            Exit::Failed
        }
    }
}

/// A subcommand: one that works on catalogs, or one that describes the command itself.
// Made once a run; a box would only make it harder to read.
#[allow(missing_docs, clippy::large_enum_variant)]
#[derive(Debug, clap::Subcommand)]
enum Wish {
    #[command(flatten)]
    OnCatalogs(Subcommand),
    Completions(Completions),
    Man(Man),
}

impl Wish {
    fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        match self {
            Self::OnCatalogs(subcommand) => subcommand.run(output),
            Self::Completions(arguments) => arguments.run(Arguments::command(), output),
            Self::Man(arguments) => arguments.run(Arguments::command(), output),
        }
    }
}

/// Cargo passes the name of the subcommand in front of what the user wrote.
fn own(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments
        .enumerate()
        .filter(|(position, argument)| *position != 1 || argument != "error-catalog")
        .map(|(_, argument)| argument)
}

fn set_colour(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

#[cfg(test)]
mod tests {
    use super::{own, Arguments};
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_name_that_cargo_passes_is_skipped() {
        let skipped =
            |arguments: &[&str]| -> Vec<_> { own(arguments.iter().map(Into::into)).collect() };
        assert_eq!(
            skipped(&["binary", "error-catalog", "list"]),
            ["binary", "list"]
        );
        assert_eq!(skipped(&["binary", "list"]), ["binary", "list"]);
        assert_eq!(skipped(&["binary", "explain", "error-catalog"]).len(), 3);
    }
}
