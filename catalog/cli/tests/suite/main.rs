//! Tests that run the command.
// A helper that fails should fail its test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod decode;
mod diff;
mod export;
mod extends;
#[cfg(unix)]
mod files;
mod folder;
mod gates;
mod generate;
#[cfg(unix)]
mod hostile;
mod import;
mod inert;
mod inputs;
mod lookup;
mod new;
mod plurals;
mod policy;
mod sarif;
mod schemas;
mod snapshots;
mod translations;
mod unused;
mod workspace;
