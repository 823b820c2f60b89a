//! snafu, with its context selectors; code, status and lookup by hand.

use super::{by_hand, error, library, Peer, SURFACE};

pub(super) const PEER: Peer = Peer {
    name: "snafu",
    dependencies: "snafu = \"=0.9.2\"",
    files: |errors| {
        let derived = error(errors, "#[derive(Debug, snafu::Snafu)]\n", |error| {
            format!("#[snafu(display({:?}))]\n    ", error.template())
        });
        library(&[&derived, &by_hand(errors)])
    },
    surface: SURFACE,
};
