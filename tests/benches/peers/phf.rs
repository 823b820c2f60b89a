//! By hand, except for a map of phf from codes to kinds.

use super::{code, hand, kind, library, lines, methods, plain, Peer, SURFACE};
use crate::synthetic::Synthetic;

pub(super) const PEER: Peer = Peer {
    name: "phf",
    dependencies: "phf = { version = \"=0.14.0\", features = [\"macros\"] }",
    files: |errors| {
        let kinds = kind(errors, "", plain) + &methods(errors) + &code(errors);
        library(&[&hand::display(errors), &kinds, &from_code(errors)])
    },
    surface: SURFACE,
};

fn from_code(errors: &[Synthetic]) -> String {
    let entries = lines(errors, |error| {
        format!("    {:?} => Kind::{},\n", error.code, error.variant)
    });
    format!(
        "static KINDS: phf::Map<&'static str, Kind> = phf::phf_map! {{\n{entries}}};

impl Kind {{
    pub fn from_code(code: &str) -> Option<Self> {{
        KINDS.get(code).copied()
    }}
}}
"
    )
}
