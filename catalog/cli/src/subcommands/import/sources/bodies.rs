//! `bodies`: recorded error responses, one to a line, in a HAR file, or one to a file.

mod batches;
mod collect;
mod entries;
mod har;
mod known;
mod observe;
mod progress;
mod reader;
mod record;

use super::super::draft::Draft;
use super::super::report::Report;
use super::super::{Common, Source};
use super::shape::Given;
use crate::failure::Failure;
use clap::{Args, ValueEnum};

/// Imports recorded error responses: one to a line (NDJSON), in a HAR file, or one to a file.
///
/// It finds the envelopes, the codes with their statuses, and the templates of messages: what all messages of a code have
/// in common stays, and what varies becomes a placeholder. A response is a body, an object with `status` and `body`, or
/// the output of `curl -i`. Input of any size is read in little memory.
#[derive(Debug, Args)]
pub(in super::super) struct Bodies {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    given: Given,
    /// The syntax of the files; by default, as their names and contents say.
    #[arg(long, value_enum)]
    syntax: Option<Syntax>,
}

/// The syntax of a file of responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Syntax {
    /// A response on each line.
    Ndjson,
    /// An HTTP archive, as browsers and proxies write it.
    Har,
    /// One response.
    Body,
}

impl Source for Bodies {
    const NAME: &'static str = "bodies";
    /// An error that nobody recorded still exists.
    const IS_COMPLETE: bool = false;

    fn common(&self) -> &Common {
        &self.common
    }

    fn draft(&self, report: &mut Report) -> Result<Draft, Failure> {
        let collected = collect::collect(&self.common.files, self.syntax, &self.given)?;
        let draft = entries::draft(&collected, report);
        if draft.entries.is_empty() {
            return Err(Failure::new("no errors in the responses")
                .help("pass `--code` and `--message` to say where they are in a body, and `--syntax` for other names of files"));
        }
        Ok(draft)
    }
}
