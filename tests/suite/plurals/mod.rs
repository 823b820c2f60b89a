//! Messages with plural forms: shown, sent, and read back in each language.

// Helpers may unwrap like tests.
#![cfg(test)]

mod feature;
mod read;
mod show;

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/files.json")]
pub(crate) struct Files;

/// The languages of the catalog.
const LANGUAGES: [&str; 6] = ["en", "ja", "ru", "ar", "pl", "de"];

/// Numbers of all categories that integers of these languages have.
const NUMBERS: [i64; 12] = [
    0,
    1,
    2,
    5,
    11,
    21,
    100,
    -1,
    -2,
    1_000_000,
    i64::MAX,
    i64::MIN,
];
