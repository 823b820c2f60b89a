//! The verbs, a file each: a struct of its arguments, and `run`, which does it.
//!
//! A new verb is a file here, its `mod`, and its line in the list.

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

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::Subcommand;

/// Makes the enum of verbs from their list.
macro_rules! verbs {
    ($($verb:ident($arguments:path),)*) => {
        /// What the user wants; the help of each verb stands on its struct.
        // Made once a run; a box would only make the list harder to read.
        #[allow(missing_docs, clippy::large_enum_variant)]
        #[derive(Debug, Subcommand)]
        pub(crate) enum Verb {
            $($verb($arguments),)*
        }

        impl Verb {
            /// Does it.
            pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
                match self {
                    $(Self::$verb(arguments) => arguments.run(output),)*
                }
            }
        }
    };
}

verbs! {
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
    Completions(completions::Completions),
    Man(man::Man),
}
