//! A program without the features cannot have plural forms and numbers of languages, and is told so.

use crate::package::{cargo, dependency, manifest, Package};

const PROGRAM: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Files;

fn main() {
    println!("{} {}", FilesError::deleted(1), FilesError::deleted(2));
}
"#;

const CATALOG: &str = r#"{
  "name": "files",
  "errors": [
    {
      "code": "DELETED",
      "message": { "plural": "count", "one": "{count} file was deleted.", "other": "{count} files were deleted." },
      "params": { "count": { "type": "integer" } }
    }
  ]
}
"#;

#[test]
fn a_catalog_with_plural_forms_needs_the_feature() {
    let package = Package::new("plurals-without-the-feature")
        .file("src/main.rs", PROGRAM)
        .file("errors.json", CATALOG);
    let output = cargo(package.folder(), &["build"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    let expected = "error: a message of the catalog has plural forms: add the feature `plurals` of `error-catalog`\n";
    assert!(errors.starts_with(expected), "{errors}");
    // The only other line with an error counts them.
    assert_eq!(errors.matches("error: ").count(), 2, "{errors}");

    let name = "plurals-with-the-feature";
    let package = Package::empty(name)
        .file("src/main.rs", PROGRAM)
        .file("errors.json", CATALOG)
        .file(
            "Cargo.toml",
            &manifest(name, "2021", &dependency(", features = [\"plurals\"]")),
        );
    assert_eq!(
        package.cargo(&["run"]),
        "1 file was deleted. 2 files were deleted.\n"
    );
}

#[test]
fn a_catalog_with_numbers_of_languages_needs_the_feature() {
    let catalog = CATALOG.replace("{count} files", "{count:number} files");
    let name = "numbers-without-the-feature";
    let plurals = dependency(", features = [\"plurals\"]");
    let package = Package::empty(name)
        .file("src/main.rs", PROGRAM)
        .file("errors.json", &catalog)
        .file("Cargo.toml", &manifest(name, "2021", &plurals));
    let output = cargo(package.folder(), &["build"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    let expected = "error: a message of the catalog has a placeholder with `:number`: add the feature `numbers` of `error-catalog`\n";
    assert!(errors.starts_with(expected), "{errors}");
    assert_eq!(errors.matches("error: ").count(), 2, "{errors}");
}
