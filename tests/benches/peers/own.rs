//! error-catalog, deriving on your own enum, which is checked against the catalog.

use super::{error, ours, Peer};

pub(super) const PEER: Peer = Peer {
    name: crate::goals::OWN,
    dependencies: ours::PEER.dependencies,
    files: |errors| {
        let attributes = "#[derive(Debug, error_catalog::ErrorCatalog)]\n\
            #[catalog(path = \"errors.json\", kind = Kind)]\n";
        let library = error(errors, attributes, super::plain);
        vec![("src/lib.rs", library), ("errors.json", ours::json(errors))]
    },
    surface: ours::PEER.surface,
};
