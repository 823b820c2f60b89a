//! displaydoc; code, status and lookup by hand.

use super::{by_hand, error, library, Peer, ERROR, SURFACE};

pub(super) const PEER: Peer = Peer {
    name: "displaydoc",
    dependencies: "displaydoc = \"=0.2.7\"",
    files: |errors| {
        let derived = error(errors, "#[derive(Debug, displaydoc::Display)]\n", |error| {
            format!("/// {}\n    ", error.template())
        });
        library(&[&derived, ERROR, &by_hand(errors)])
    },
    surface: SURFACE,
};
