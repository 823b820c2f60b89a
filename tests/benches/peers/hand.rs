//! Everything by hand: `write_str` for messages, `match` for the rest.

use super::{by_hand, error, library, lines, plain, Peer, SURFACE};
use crate::synthetic::{Piece, Synthetic};

pub(super) const PEER: Peer = Peer {
    name: "hand",
    dependencies: "",
    files: |errors| library(&[&display(errors), &by_hand(errors)]),
    surface: SURFACE,
};

/// The enum of errors with its `Display`.
pub(super) fn display(errors: &[Synthetic]) -> String {
    let arms = lines(errors, arm);
    let implementation = format!(
        "impl std::fmt::Display for Error {{
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{
        match self {{\n{arms}        }}
    }}
}}

impl std::error::Error for Error {{}}\n\n"
    );
    error(errors, "#[derive(Debug)]\n", plain) + &implementation
}

fn arm(error: &Synthetic) -> String {
    let write = |piece: &Piece| match piece {
        Piece::Literal(text) => format!("formatter.write_str({text:?})"),
        Piece::Field(name) => format!("formatter.write_str({name})"),
    };
    let writes: Vec<String> = error.pieces.iter().map(write).collect();
    let (variant, fields) = (&error.variant, error.fields().join(", "));
    let writes = writes.join("?;\n                ");
    format!("            Self::{variant} {{ {fields} }} => {{\n                {writes}\n            }}\n")
}
