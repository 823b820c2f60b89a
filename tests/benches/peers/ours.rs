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

pub(super) fn json(errors: &[Synthetic]) -> String {
    let error = |error: &Synthetic| {
        let (code, status, message) = (&error.code, error.status, error.template());
        format!(r#"    {{ "code": "{code}", "status": {status}, "message": "{message}" }}"#)
    };
    let errors: Vec<String> = errors.iter().map(error).collect();
    let errors = errors.join(",\n");
    format!("{{\n  \"name\": \"bench\",\n  \"errors\": [\n{errors}\n  ]\n}}\n")
}
