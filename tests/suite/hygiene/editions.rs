//! The output in crates of every edition.

use crate::package::{dependency, manifest, Package};

const PROGRAM: &str = r#"
extern crate error_catalog;

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Words;

fn main() {
    let error = WordsError::words("a", "b", "c", "d");
    println!("{} {:?} {}", error, error.kind(), error.clone() == error);
}
"#;

const CATALOG: &str = r#"{ "name": "words", "errors": [
    { "code": "WORDS", "message": "{async} {dyn} {gen} {try}" }
] }"#;

#[test]
fn the_output_compiles_in_every_edition() {
    for edition in ["2015", "2018", "2024"] {
        let name = format!("edition-{edition}");
        let package = Package::empty(&name)
            .file("Cargo.toml", &manifest(&name, edition, &dependency("")))
            .file("errors.json", CATALOG)
            .file("src/main.rs", PROGRAM);
        assert_eq!(package.cargo(&["run"]), "a b c d Words true\n");
    }
}
