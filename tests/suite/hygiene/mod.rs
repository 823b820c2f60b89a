//! The output of the derive in users' crates: under strict lints, without the standard library, in workspaces, in
//! published packages, and in reproducible builds.

mod apis;
mod bare_metal;
mod documented;
mod editions;
mod large;
mod lints;
mod paths;
mod property;
mod publish;
mod reach;
mod reproducible;
