//! `import` writes valid catalogs, and keeps what people edited.

mod bodies;
mod components;
mod exported;
mod hostile;
mod json;
mod merge;
mod moves;
mod mutants;
mod openapi;
mod proto;
mod rewrite;
mod rust;
mod table;

use crate::folder::{Folder, Ran};
use serde_json::Value;

/// Runs an import into `errors/a.json`, which must succeed and give a valid, formatted catalog.
fn import(folder: &Folder, arguments: &[&str]) -> Ran {
    let arguments: Vec<&str> = ["import"]
        .iter()
        .chain(arguments)
        .copied()
        .chain(["--to", "errors/a.json"])
        .collect();
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let checked = folder.run(&["check", "errors/a.json"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    let formatted = folder.run(&["fmt", "--check", "errors/a.json"]);
    assert_eq!(formatted.code, Some(0), "{formatted:?}");
    let mut check = arguments;
    check.push("--check");
    let again = folder.run(&check);
    assert_eq!(again.code, Some(0), "{again:?}");
    ran
}

fn catalog(folder: &Folder) -> Value {
    serde_json::from_str(&folder.read("errors/a.json")).unwrap()
}

/// Returns one key of all entries.
fn each(folder: &Folder, key: &str) -> Vec<Value> {
    let catalog = catalog(folder);
    let entries = catalog["errors"].as_array().unwrap();
    entries.iter().map(|entry| entry[key].clone()).collect()
}
