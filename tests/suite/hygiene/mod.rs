//! The output of the derive where users put it: under strict lints, without the standard library, in workspaces,
//! published packages and builds that must be reproducible.

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
