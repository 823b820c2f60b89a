//! error-catalog, deriving on a marker struct.

use super::Peer;
use crate::synthetic::Synthetic;

const LIBRARY: &str = "use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = \"errors.json\", error = Error, kind = Kind)]
pub struct Bench;
";

pub(super) const PEER: Peer = Peer {
    name: crate::goals::OURS,
    dependencies: "error-catalog = { path = \"RUNTIME\" }",
    files: |errors| {
        vec![
            ("src/lib.rs", LIBRARY.into()),
            ("errors.json", json(errors)),
        ]
    },
    surface: include_str!("../programs/surface_ours.rs"),
};

/// The same without constructors.
pub(super) const LEAN: Peer = Peer {
    name: crate::goals::LEAN,
    files: |errors| {
        let library = LIBRARY.replace("kind = Kind", "kind = Kind, constructors = false");
        vec![("src/lib.rs", library), ("errors.json", json(errors))]
    },
    ..PEER
};

pub(super) fn json(errors: &[Synthetic]) -> String {
    let error = |error: &Synthetic| {
        let (code, status, message) = (&error.code, error.status, error.template());
        format!(r#"    {{ "code": "{code}", "status": {status}, "message": "{message}" }}"#)
    };
    let errors: Vec<String> = errors.iter().map(error).collect();
    let errors = errors.join(",\n");
    format!("{{\n  \"name\": \"bench\",\n  \"errors\": [\n{errors}\n  ]\n}}\n")
}
