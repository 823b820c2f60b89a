//! Errors in the languages of their catalog: shown, sent, and read back.

// Helpers may unwrap like tests.
#![cfg(test)]

mod read;
mod send;
mod show;

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/tickets.json")]
pub(crate) struct Tickets;

/// The languages of the catalog.
const LANGUAGES: [&str; 4] = ["en", "ja", "de", "de-CH"];
