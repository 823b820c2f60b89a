//! Failures of subcommands.

use crate::text::in_one_line;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why a subcommand failed, and what to do about it. Ends the program with [`Exit::Failed`](crate::exit::Exit::Failed).
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// Returns the failure to read or write a file; `action` is `read`, `write`, or `remove`.
    pub(crate) fn file(action: &str, path: &Path, error: &io::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::NotFound => "no such file or folder".to_owned(),
            ErrorKind::PermissionDenied => "permission denied".to_owned(),
            ErrorKind::StorageFull => "the disk is full".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            _ => error.to_string(),
        };
        let path = in_one_line(&path.display().to_string());
        Self::new(format!("cannot {action} `{path}`: {reason}"))
    }

    /// Adds an alternative to the help.
    pub(crate) fn or(mut self, other: &str) -> Self {
        self.help = Some(match self.help {
            Some(help) => format!("{help}; {other}"),
            None => other.to_owned(),
        });
        self
    }

    /// Sets the help, which says what to do.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(formatter, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}

/// Failures to write the output; for files, use [`Failure::file`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::StorageFull => "the disk is full".to_owned(),
            _ => error.to_string(),
        };
        Self::new(format!("cannot write the output: {reason}"))
    }
}
