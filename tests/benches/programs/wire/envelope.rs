//! By hand: the body is a struct, and a `match` on the code finds the error.

#![allow(dead_code)]

use crate::by_hand::Error;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The members of every body, borrowed if possible.
#[derive(Deserialize)]
pub struct Borrowed<'b> {
    #[serde(borrow)]
    pub code: Cow<'b, str>,
    #[serde(borrow)]
    pub message: Cow<'b, str>,
    pub status: u16,
    #[serde(borrow)]
    pub reference: Cow<'b, str>,
}

/// The members of every body.
#[derive(Deserialize)]
pub struct Owned {
    pub code: String,
    pub message: String,
    pub status: u16,
    pub reference: String,
}

/// The members of every body, and the parameters.
#[derive(Deserialize)]
pub struct WithFields<'b> {
    #[serde(borrow)]
    pub code: Cow<'b, str>,
    #[serde(borrow)]
    pub message: Cow<'b, str>,
    pub status: u16,
    #[serde(borrow)]
    pub reference: Cow<'b, str>,
    // OWNED MEMBERS
}

impl WithFields<'_> {
    /// Returns the error with its fields.
    pub fn error(self) -> Option<Error> {
        Some(match &*self.code {
            // TAKE
            _ => return None,
        })
    }
}

/// A body to write.
#[derive(Serialize)]
pub struct Message<'e> {
    pub code: &'e str,
    pub message: &'e str,
    pub status: u16,
}

/// A body to write, with the parameters as members.
#[derive(Serialize)]
pub struct Members<'e> {
    pub code: &'e str,
    pub message: &'e str,
    pub status: u16,
    // WRITTEN MEMBERS
}

/// Returns the body of an error.
pub fn members<'e>(error: &'e Error, message: &'e str) -> Members<'e> {
    let mut written = Members {
        code: error.code(),
        message,
        status: error.status(),
        // NONE
    };
    match error {
        // GIVE
    }
    written
}
