//! A response in one line.

use super::inert::Inert;
use super::outcome::Outcome;
use super::Decoded;
use crate::Catalog;
use alloc::string::{String, ToString};
use core::fmt;

/// How many characters of a foreign body are shown.
const EXCERPT: usize = 80;

/// Status, code and message in one line, for logs. What came from outside is made harmless: control characters are
/// escaped.
impl<C: Catalog> fmt::Display for Decoded<'_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.status())?;
        match self.outcome() {
            Outcome::Known(error) => {
                code(formatter, &self.code().to_string())?;
                write!(formatter, ": {}", Inert(&error.to_string()))
            }
            Outcome::Unknown(unknown) => {
                formatter.write_str(" unknown error")?;
                code(formatter, &unknown.to_string())?;
                match self.message() {
                    Some(message) => write!(formatter, ": {}", self.guarded(&Inert(message))),
                    None => Ok(()),
                }
            }
            Outcome::Batch => formatter.write_str(" batch"),
            Outcome::Foreign(reason) => {
                write!(formatter, " {reason}")?;
                let body = String::from_utf8_lossy(self.body());
                let excerpt: String = body.trim().chars().take(EXCERPT).collect();
                if excerpt.is_empty() {
                    return Ok(());
                }
                write!(formatter, ": {}", Inert(&excerpt))
            }
        }
    }
}

fn code(formatter: &mut fmt::Formatter<'_>, code: &str) -> fmt::Result {
    if code.is_empty() {
        return Ok(());
    }
    write!(formatter, " {}", Inert(code))
}
