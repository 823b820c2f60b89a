//! Imports go one way between the crates of the workspace, and between the modules of each crate.

mod paths;

use crate::package::{cargo, workspace};
use paths::Sources;
use serde_json::Value;
use std::path::Path;

/// The crates from the lowest up, each with the crates that it may depend on.
const CRATES: [(&str, &str, &[&str]); 10] = [
    ("error-catalog-core", "runtime/core", &[]),
    ("error-catalog-model", "catalog", &["error-catalog-core"]),
    (
        "error-catalog-codegen",
        "macros/codegen",
        &["error-catalog-core", "error-catalog-model"],
    ),
    ("error-catalog-macros", "macros", &["error-catalog-codegen"]),
    (
        "error-catalog",
        "runtime",
        &["error-catalog-core", "error-catalog-macros"],
    ),
    (
        "cargo-error-catalog",
        "catalog/cli",
        &[
            "error-catalog-core",
            "error-catalog-model",
            "error-catalog-codegen",
            "error-catalog",
        ],
    ),
    (
        "error-catalog-tests",
        "tests",
        &[
            "error-catalog-core",
            "error-catalog-model",
            "error-catalog-codegen",
            "error-catalog",
        ],
    ),
    (
        "error-catalog-browser",
        "tests/browser",
        &["error-catalog-core"],
    ),
    (
        "error-catalog-services",
        "tests/services",
        &["error-catalog"],
    ),
    (
        "error-catalog-ui",
        "tests/ui",
        &["error-catalog", "error-catalog-model"],
    ),
];

#[test]
fn crates_depend_on_those_below_them() {
    let arguments = ["metadata", "--no-deps", "--format-version=1"];
    let output = cargo(&workspace(), &arguments);
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert_eq!(packages.len(), CRATES.len());
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let (_, _, below) = CRATES.iter().find(|(known, ..)| *known == name).unwrap();
        for dependency in package["dependencies"].as_array().unwrap() {
            let on = dependency["name"].as_str().unwrap();
            let is_own = CRATES.iter().any(|(known, ..)| *known == on);
            // A crate can depend on itself for features in its tests.
            let is_below = below.contains(&on) || on == name;
            assert!(!is_own || is_below, "`{name}` depends on `{on}`");
        }
    }
}

/// The existing circles, each with its crate: between traits and the functions behind their methods, and circles that
/// are still to be broken up. Do not add a new one: move what both modules need into a module below them.
const KNOWN: [(&str, &[&str]); 6] = [
    ("error-catalog-core", &["debug", "traits", "redacted"]),
    ("error-catalog-core", &["json::scanner", "json::sink"]),
    ("error-catalog-core", &["localized", "traits"]),
    ("error-catalog-core", &["redacted", "traits"]),
    ("error-catalog-core", &["render", "traits"]),
    ("cargo-error-catalog", &["reading::parts", "reading::shown"]),
];

#[test]
fn modules_do_not_import_each_other_in_a_circle() {
    let mut known: Vec<(&str, &[&str])> = KNOWN.to_vec();
    let mut new = Vec::new();
    for (name, folder, _) in CRATES {
        let source = workspace().join(folder).join("src");
        if !source.is_dir() {
            continue;
        }
        for (modules, paths) in Sources::read(&source).circles() {
            let is_it = |(of, circle): &(&str, &[&str])| *of == name && *circle == modules;
            match known.iter().position(is_it) {
                Some(at) => drop(known.remove(at)),
                None => new.push(format!(
                    "{name}: {} by {}",
                    modules.join(" -> "),
                    paths.join(", ")
                )),
            }
        }
    }
    assert!(new.is_empty(), "{}", new.join("\n"));
    assert!(known.is_empty(), "gone, remove from `KNOWN`: {known:?}");
}

/// Returns the circles of a crate with these files.
fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let files = files
        .iter()
        .map(|(path, text)| (Path::new(path).to_owned(), (*text).to_owned()));
    let circles = Sources::new(files.collect()).circles();
    circles.into_iter().map(|(modules, _)| modules).collect()
}

#[test]
fn a_circle_of_two_files_is_found_in_every_spelling() {
    for (a, b) in [
        ("use crate::b::B; struct A;", "use crate::a::A; struct B;"),
        ("use super::b; struct A;", "fn f(_: crate::a::A) {}"),
        (
            "use crate::{b::{self, B}}; struct A;",
            "use super::a::*; struct B;",
        ),
        (
            "struct A; fn f() { list![crate::b::B, 1] }",
            "use crate::a::A as C; struct B;",
        ),
        ("use crate::B; struct A;", "use crate::A; struct B;"),
    ] {
        let root = "mod a; mod b; pub use a::A; pub(crate) use b::*;";
        let found = circles(&[("lib.rs", root), ("a.rs", a), ("b.rs", b)]);
        assert_eq!(found, [["a", "b"]], "{a} {b}");
    }
}

#[test]
fn a_circle_is_found_at_every_level_and_through_submodules() {
    let found = circles(&[
        ("main.rs", "mod a; mod b; mod c; fn main() { a::run() }"),
        ("a.rs", "use crate::b::B; pub fn run() {}"),
        ("b/mod.rs", "mod d; struct B; fn f() { d::f() }"),
        ("b/d.rs", "use crate::c::C; pub fn f() {}"),
        ("c.rs", "use crate::a; struct C;"),
    ]);
    assert_eq!(found, [["a", "b", "c"]]);
    let found = circles(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod b; mod c; fn f() { b::f() }"),
        ("a/b.rs", "use super::c::C; pub struct B;"),
        ("a/c.rs", "pub struct C(super::b::B);"),
    ]);
    assert_eq!(found, [["a::b", "a::c"]]);
}

#[test]
fn a_reexport_in_the_parent_is_not_a_circle() {
    let found = circles(&[
        ("lib.rs", "mod a; pub use a::{f, A};"),
        (
            "a/mod.rs",
            "mod b; mod c; pub use b::f; pub(super) use c::A; struct D;",
        ),
        // The siblings of `b`, an item of its parent, and a test.
        (
            "a/b.rs",
            "use super::{A, D}; pub fn f() {} #[cfg(test)] mod tests { use crate::f; }",
        ),
        (
            "a/c.rs",
            "pub struct A; // crate::a::b::f\n#[cfg(test)] use super::b;",
        ),
    ]);
    assert_eq!(found, [[""; 0]; 0]);
}
