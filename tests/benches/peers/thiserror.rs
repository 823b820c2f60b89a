//! thiserror; code, status and lookup by hand.

use super::{by_hand, error, library, Peer, SURFACE};

pub(super) const PEER: Peer = Peer {
    name: "thiserror",
    dependencies: "thiserror = \"=2.0.21\"",
    files: |errors| {
        let derived = error(errors, "#[derive(Debug, thiserror::Error)]\n", |error| {
            format!("#[error({:?})]\n    ", error.template())
        });
        library(&[&derived, &by_hand(errors)])
    },
    surface: SURFACE,
};
