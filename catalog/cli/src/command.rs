//! The command line.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::subcommands::{Completions, Man, Subcommand};
use clap::{ColorChoice, CommandFactory, Parser};
use std::ffi::OsString;
use std::io::Write;

/// Checks, formats, explains and lists catalogs of API errors, and generates Rust code from them.
///
/// No subcommand uses the network.
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
    command: Command,
    /// When to use colors: `auto`, `always` or `never`.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true
    )]
    color: ColorChoice,
}

/// Parses the arguments and runs the subcommand.
pub(crate) fn run(arguments: impl Iterator<Item = OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(without_cargo_name(arguments)) {
        Ok(arguments) => arguments,
        Err(error) => return print_help_or_error(&error),
    };
    set_color(arguments.color);
    let mut output = Output::new();
    let result = arguments.command.run(&mut output);
    let result = result.and_then(|exit| {
        output.flush()?;
        Ok(exit)
    });
    result.unwrap_or_else(|failure| {
        output.error(failure);
        Exit::Failed
    })
}

/// Prints the requested help, or the error in the arguments, which can contain any text.
fn print_help_or_error(error: &clap::Error) -> Exit {
    let mut output = Output::new();
    let text = error.render().ansi().to_string();
    if error.use_stderr() {
        output.write_stderr(&text);
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

/// A subcommand that works on catalogs, or one that describes the command itself.
// Created once per run; a box would only make it harder to read.
#[allow(missing_docs, clippy::large_enum_variant)]
#[derive(Debug, clap::Subcommand)]
enum Command {
    #[command(flatten)]
    OnCatalogs(Subcommand),
    Completions(Completions),
    Man(Man),
}

impl Command {
    fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        match self {
            Self::OnCatalogs(subcommand) => subcommand.run(output),
            Self::Completions(arguments) => arguments.run(Arguments::command(), output),
            Self::Man(arguments) => arguments.run(Arguments::command(), output),
        }
    }
}

/// Removes the name of the subcommand, which Cargo passes before the arguments of the user.
fn without_cargo_name(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments
        .enumerate()
        .filter(|(position, argument)| *position != 1 || argument != "error-catalog")
        .map(|(_, argument)| argument)
}

fn set_color(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

#[cfg(test)]
mod tests {
    use super::{without_cargo_name, Arguments};
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_name_that_cargo_passes_is_skipped() {
        let skipped = |arguments: &[&str]| -> Vec<_> {
            without_cargo_name(arguments.iter().map(Into::into)).collect()
        };
        assert_eq!(
            skipped(&["binary", "error-catalog", "list"]),
            ["binary", "list"]
        );
        assert_eq!(skipped(&["binary", "list"]), ["binary", "list"]);
        assert_eq!(skipped(&["binary", "explain", "error-catalog"]).len(), 3);
    }
}
