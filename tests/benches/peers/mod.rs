//! The ways to write the same errors, each as the source of a crate.
//!
//! Every crate exports `Error`, with a variant and `String` fields for each error, and `Kind`, the same without fields.
//! `Error` has `Display`, `Debug`, `Error`, `kind()`, `code()`, and `status()`; `Kind` has `code()`, `status()`,
//! and `from_code()`.

mod displaydoc;
mod hand;
mod ours;
mod own;
mod phf;
mod snafu;
mod strum;
mod thiserror;

use crate::synthetic::Synthetic;

/// The placeholder in [`Peer::dependencies`] for the folder of error-catalog.
pub(crate) const RUNTIME: &str = "RUNTIME";

pub(crate) struct Peer {
    pub(crate) name: &'static str,
    /// The lines of `[dependencies]`.
    pub(crate) dependencies: &'static str,
    /// The files of the crate; one is `src/lib.rs`.
    pub(crate) files: fn(&[Synthetic]) -> Vec<(&'static str, String)>,
    /// The module that gives all crates the same interface for the measuring program.
    pub(crate) surface: &'static str,
}

/// The order is that of the tables: the forms of error-catalog first.
pub(crate) const PEERS: &[Peer] = &[
    ours::PEER,
    ours::LEAN,
    own::PEER,
    thiserror::PEER,
    snafu::PEER,
    displaydoc::PEER,
    strum::PEER,
    phf::PEER,
    hand::PEER,
];

/// Everything by hand; `serde_json` is also measured with it.
pub(crate) const HAND: Peer = hand::PEER;

/// The common part of the peers' crates.
const SURFACE: &str = include_str!("../programs/surface.rs");

/// The impls that derives of `Display` leave to their users.
const ERROR: &str = "impl std::error::Error for Error {}\n\n";

fn library(parts: &[&str]) -> Vec<(&'static str, String)> {
    let text = parts.concat();
    vec![("src/lib.rs", format!("#![allow(dead_code)]\n\n{text}"))]
}

/// Writes the error type; `attribute` returns the attributes of a variant.
fn error(
    errors: &[Synthetic],
    attributes: &str,
    attribute: impl Fn(&Synthetic) -> String,
) -> String {
    let variants = lines(errors, |error| {
        let field = |name: &str| format!("{name}: String, ");
        let fields: String = error.fields().into_iter().map(field).collect();
        let before = attribute(error);
        format!("    {before}{} {{ {fields}}},\n", error.variant)
    });
    format!("{attributes}pub enum Error {{\n{variants}}}\n\n")
}

/// Writes the kind type; `attribute` returns the attributes of a variant.
fn kind(
    errors: &[Synthetic],
    attributes: &str,
    attribute: impl Fn(&Synthetic) -> String,
) -> String {
    let variants = lines(errors, |error| {
        format!("    {}{},\n", attribute(error), error.variant)
    });
    format!("#[derive(Clone, Copy, Debug, PartialEq, Eq{attributes})]\npub enum Kind {{\n{variants}}}\n\n")
}

fn plain(_: &Synthetic) -> String {
    String::new()
}

/// Writes the methods that derives of messages leave to their users.
fn methods(errors: &[Synthetic]) -> String {
    let kinds = lines(errors, |error| {
        format!(
            "            Self::{0} {{ .. }} => Kind::{0},\n",
            error.variant
        )
    });
    format!(
        "impl Error {{
    pub fn kind(&self) -> Kind {{
        match self {{\n{kinds}        }}
    }}

    pub fn code(&self) -> &'static str {{
        self.kind().code()
    }}

    pub fn status(&self) -> u16 {{
        self.kind().status()
    }}
}}\n\n"
    ) + &status(errors)
}

fn status(errors: &[Synthetic]) -> String {
    let statuses = lines(errors, |error| {
        format!("            Self::{} => {},\n", error.variant, error.status)
    });
    format!(
        "impl Kind {{
    pub fn status(self) -> u16 {{
        match self {{\n{statuses}        }}
    }}
}}\n\n"
    )
}

/// Writes the `match` from a kind to its code.
fn code(errors: &[Synthetic]) -> String {
    let codes = lines(errors, |error| {
        format!("            Self::{} => {:?},\n", error.variant, error.code)
    });
    format!(
        "impl Kind {{
    pub fn code(self) -> &'static str {{
        match self {{\n{codes}        }}
    }}
}}\n\n"
    )
}

/// Writes the `match` from a code to its kind.
fn from_code(errors: &[Synthetic]) -> String {
    let arms = lines(errors, |error| {
        format!("            {:?} => Self::{},\n", error.code, error.variant)
    });
    format!(
        "impl Kind {{
    pub fn from_code(code: &str) -> Option<Self> {{
        Some(match code {{\n{arms}            _ => return None,
        }})
    }}
}}\n\n"
    )
}

fn lines(errors: &[Synthetic], line: impl Fn(&Synthetic) -> String) -> String {
    errors.iter().map(line).collect()
}

/// Writes the kind and all methods by hand, for derives that only write messages.
fn by_hand(errors: &[Synthetic]) -> String {
    kind(errors, "", plain) + &methods(errors) + &code(errors) + &from_code(errors)
}
