//! The exit codes, which scripts rely on.

use std::process::ExitCode;

/// How a subcommand ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Fine = 0,
    /// There is something to look at: a mistake, a stale file, an error that is not known.
    Findings = 1,
    /// The subcommand could not do its work: wrong arguments, nothing to work on, or a file that cannot be read or
    /// written. Wrong arguments have this code from clap.
    Failed = 2,
}

impl Exit {
    /// What the help says of them.
    pub(crate) const HELP: &'static str = "\
Exit codes:
  0  all is well
  1  findings: mistakes, breaks, stale or unformatted files, an unknown error
  2  wrong arguments, nothing to work on, or a file that cannot be read or written";

    /// `Findings` if there are any.
    pub(crate) fn of_findings(any: bool) -> Self {
        if any {
            Self::Findings
        } else {
            Self::Fine
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
