//! The subcommands. Each has a file with a struct of its arguments and a method `run`.
//!
//! To add a subcommand, add its file, its `mod`, and its line in the list.

mod check;
mod completions;
mod decode;
mod diff;
mod docs;
mod envelope;
mod explain;
mod export;
mod fmt;
mod generate;
mod import;
mod list;
mod man;
mod new;
mod schema;
mod unused;

pub(crate) use completions::Completions;
pub(crate) use man::Man;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

/// Defines the enum of subcommands.
macro_rules! subcommands {
    ($($name:ident($arguments:path),)*) => {
        /// A subcommand that works on catalogs; its struct has its help.
        // Created once per run; a box would only make the list harder to read.
        #[allow(missing_docs, clippy::large_enum_variant)]
        #[derive(Debug, clap::Subcommand)]
        pub(crate) enum Subcommand {
            $($name($arguments),)*
        }

        impl Subcommand {
            /// Runs the subcommand.
            pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
                match self {
                    $(Self::$name(arguments) => arguments.run(output),)*
                }
            }
        }
    };
}

subcommands! {
    New(new::New),
    Import(import::Import),
    Check(check::Check),
    Unused(unused::Unused),
    Fmt(fmt::Fmt),
    Diff(diff::Diff),
    Generate(generate::Generate),
    Export(export::Export),
    Explain(explain::Explain),
    List(list::List),
    Decode(decode::Decode),
    Docs(docs::Docs),
    Envelope(envelope::Envelope),
    Schema(schema::Schema),
}
