//! The subcommands, a file each: a struct of its arguments, and `run`, which does it.
//!
//! A new subcommand is a file here, its `mod`, and its line in the list.

mod check;
mod completions;
mod decode;
mod diff;
mod docs;
mod explain;
mod fmt;
mod generate;
mod list;
mod man;
mod new;
mod schema;

pub(crate) use completions::Completions;
pub(crate) use man::Man;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

/// Makes the enum of subcommands from their list.
macro_rules! subcommands {
    ($($name:ident($arguments:path),)*) => {
        /// A subcommand that works on catalogs; the help of each is on its struct.
        // Made once a run; a box would only make the list harder to read.
        #[allow(missing_docs, clippy::large_enum_variant)]
        #[derive(Debug, clap::Subcommand)]
        pub(crate) enum Subcommand {
            $($name($arguments),)*
        }

        impl Subcommand {
            /// Does it.
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
    Check(check::Check),
    Fmt(fmt::Fmt),
    Diff(diff::Diff),
    Generate(generate::Generate),
    Explain(explain::Explain),
    List(list::List),
    Decode(decode::Decode),
    Docs(docs::Docs),
    Schema(schema::Schema),
}
