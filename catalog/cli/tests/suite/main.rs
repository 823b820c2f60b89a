//! The command as people run it.
// A helper that fails fails its test, which is what it should do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod decode;
mod diff;
#[cfg(unix)]
mod files;
mod folder;
mod gates;
mod generate;
#[cfg(unix)]
mod hostile;
mod inert;
mod inputs;
mod lookup;
mod new;
mod policy;
mod sarif;
mod snapshots;
mod workspace;
