//! The command as people run it.

#[cfg(unix)]
mod files;
mod folder;
mod generate;
mod snapshots;
mod workspace;
