//! The output of the derive as a file that compiles and whose changes are reviewed.

use std::path::Path;

/// The golden file, compiled.
mod compiled {
    #![allow(unreachable_pub)]
    pub struct Offline;
    include!("../golden/offline.rs");
}

fn expanded() -> String {
    let input = "#[catalog(path = \"errors/offline.json\")] pub struct Offline;";
    let tokens = error_catalog_codegen::derive(input.parse().unwrap());
    let file = syn::parse2(tokens).expect("the output is valid Rust");
    prettyplease::unparse(&file)
}

#[test]
fn the_derive_writes_the_golden_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/offline.rs");
    let expanded = expanded();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &expanded).expect("the golden file can be written");
    }
    let golden = std::fs::read_to_string(&path).expect("the golden file exists");
    let mut lines = expanded.lines().zip(golden.lines()).zip(1..);
    let different = lines.find(|((written, golden), _)| written != golden);
    assert!(
        expanded == golden,
        "{} differs, first at {different:?}: run the tests with UPDATE_GOLDEN=1 and review it",
        path.display()
    );
}

#[test]
fn the_golden_file_works() {
    let error = compiled::OfflineError::parse_failed(3);
    assert_eq!(error.to_string(), "line 3 cannot be parsed");
    assert_eq!(error.kind(), compiled::OfflineErrorKind::ParseFailed);
    let localized = error_catalog::CatalogError::localized(&error, "ja").to_string();
    assert_eq!(localized, "3行目を解析できません");
}

#[test]
fn the_same_catalog_gives_the_same_tokens() {
    let input = || {
        "#[catalog(builtin = \"linkedin-marketing\")] pub struct Marketing;"
            .parse()
            .unwrap()
    };
    let tokens = || error_catalog_codegen::derive(input()).to_string();
    assert_eq!(tokens(), tokens());
}
