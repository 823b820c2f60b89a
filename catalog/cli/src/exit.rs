//! The exit codes, which scripts rely on.

use std::process::ExitCode;

/// How a subcommand ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Success.
    Fine = 0,
    /// Something was found: an error in a catalog, a breaking change, a stale file, or an unknown error.
    Findings = 1,
    /// The subcommand failed: invalid arguments, nothing to work on, or a file that cannot be read or written. clap
    /// uses the same code for invalid arguments.
    Failed = 2,
}

impl Exit {
    /// The exit codes, for the help.
    pub(crate) const HELP: &'static str = "\
Exit codes:
  0  success
  1  found errors in a catalog, breaking changes, stale or unformatted files, or an unknown error
  2  failed: invalid arguments, nothing to work on, or a file that cannot be read or written";

    /// Returns `Findings` if there are any, and `Fine` otherwise.
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
