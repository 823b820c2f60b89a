//! What users build: nothing that they do not ask for.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The crates that the runtime depends on, and it itself.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--quiet", "--package", "error-catalog"])
        .args(["--edges", "normal", "--prefix", "none", "--format", "{lib}"])
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let text = String::from_utf8(output.stdout).unwrap();
    let names = text.lines().map(|line| line.split(' ').next().unwrap());
    names.map(str::to_owned).collect()
}

fn assert_tree(arguments: &[&str], expected: &[&str]) {
    let crates = tree(arguments);
    let crates: Vec<&str> = crates.iter().map(String::as_str).collect();
    assert_eq!(crates, expected);
}

#[test]
fn the_defaults_need_two_small_crates_and_those_of_a_derive() {
    let expected = [
        "datealgo",
        "error_catalog",
        "error_catalog_codegen",
        "error_catalog_core",
        "error_catalog_macros",
        "error_catalog_model",
        "percent_encoding",
        "proc_macro2",
        "quote",
        "syn",
        "unicode_ident",
    ];
    assert_tree(&[], &expected);
}

#[test]
fn without_defaults_there_is_no_other_crate() {
    assert_tree(
        &["--no-default-features"],
        &["error_catalog", "error_catalog_core"],
    );
}

#[test]
fn a_feature_brings_its_own_framework_and_no_other() {
    const FRAMEWORKS: [(&str, &str); 12] = [
        ("actix-web", "actix_web"),
        ("axum", "axum_core"),
        ("garde", "garde"),
        ("metrics", "metrics"),
        ("miette", "miette"),
        ("numbers", "icu_decimal"),
        ("plurals", "icu_plurals"),
        ("reqwest", "reqwest"),
        ("tonic", "tonic"),
        ("utoipa", "utoipa"),
        ("validator", "validator"),
        ("xml", "quick_xml"),
    ];
    for (feature, own) in FRAMEWORKS {
        let crates = tree(&["--features", feature]);
        let found: Vec<&str> = FRAMEWORKS
            .into_iter()
            .map(|(_, framework)| framework)
            .filter(|framework| crates.contains(*framework))
            .collect();
        assert_eq!(found, [own], "{feature}");
    }
}
