//! Numbers that a message writes as its language does: shown, and read back in each language.

// Helpers may unwrap like tests.
#![cfg(test)]

mod read;
mod show;

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/totals.json")]
pub(crate) struct Totals;

/// The languages of the catalog.
const LANGUAGES: [&str; 9] = ["en", "de", "fr", "hi", "ja", "ar", "fa", "de-CH", "en-IN"];
