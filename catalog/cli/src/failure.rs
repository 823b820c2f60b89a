//! Why a subcommand could not do its work.

use crate::text::in_one_line;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// What went wrong, and what to do about it. Ends the program with [`Exit::Failed`](crate::exit::Exit::Failed).
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

    /// A file that cannot be read or written; `action` is `read` or `write`.
    pub(crate) fn file(action: &str, path: &Path, error: &io::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such file or folder".to_owned(),
            ErrorKind::PermissionDenied => "permission denied".to_owned(),
            ErrorKind::StorageFull => "the disk is full".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            _ => error.to_string(),
        };
        let path = in_one_line(&path.display().to_string());
        Self::new(format!("cannot {action} `{path}`: {reason}"))
    }

    /// Something else that one may do.
    pub(crate) fn or(mut self, other: &str) -> Self {
        self.help = Some(match self.help {
            Some(help) => format!("{help}; {other}"),
            None => other.to_owned(),
        });
        self
    }

    /// What to do.
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

/// Only the output is written with `?` on an [`io::Error`]; files have [`Failure::file`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::StorageFull => "the disk is full".to_owned(),
            _ => error.to_string(),
        };
        Self::new(format!("cannot write the output: {reason}"))
    }
}
