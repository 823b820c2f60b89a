//! `cargo error-catalog`: works with catalogs of API errors outside of a build.
//!
//! ```text
//! arguments ──command──▶ Subcommand ──run──▶ Output, and an Exit or a Failure
//!                               └─ workspace ──▶ derives ──▶ catalogs, as far as the subcommand needs them
//! ```
#![forbid(unsafe_code)]

mod catalogs;
mod changes;
mod command;
mod derives;
mod diff;
mod dynamic;
mod endings;
mod entry;
mod exit;
mod failure;
mod file;
mod finding;
mod findings;
mod format;
mod generated;
mod names;
mod output;
mod policy;
mod reading;
mod report;
mod rules;
mod sections;
mod subcommands;
mod text;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(std::env::args_os()).into()
}
