//! A real cargo package whose catalog is edited between builds.

use crate::package::{cargo, Package};
use std::fs;

fn package(name: &str) -> Package {
    Package::new(name).file("src/main.rs", PROGRAM)
}

fn write(package: &Package, catalog: &str) {
    fs::write(package.folder().join("errors.json"), catalog).expect("the file can be written");
}

/// Builds the package, which must fail, and returns the errors.
fn fail(package: &Package) -> String {
    let output = cargo(package.folder(), &["build"]);
    assert!(!output.status.success(), "the build should fail");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const PROGRAM: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Payments;

fn main() {
    let error = PaymentsError::declined("expired");
    println!("{error} {}", PaymentsErrorKind::ALL.len());
}
"#;

const DECLINED: &str = r#"{ "code": "DECLINED", "message": "The card was declined: {reason}." }"#;
const LOCKED: &str = r#"{ "code": "LOCKED", "message": "Locked." }"#;

fn catalog(errors: &[&str]) -> String {
    format!(
        "{{\n  \"name\": \"payments\",\n  \"errors\": [\n    {}\n  ]\n}}\n",
        errors.join(",\n    ")
    )
}

#[test]
fn an_edit_of_the_catalog_causes_a_rebuild() {
    let package = package("rebuild-edit");
    write(&package, &catalog(&[DECLINED]));
    assert_eq!(
        package.cargo(&["run"]),
        "The card was declined: expired. 1\n"
    );

    write(&package, &catalog(&[DECLINED, LOCKED]));
    assert_eq!(
        package.cargo(&["run"]),
        "The card was declined: expired. 2\n"
    );

    write(
        &package,
        &catalog(&[&DECLINED.replace("The card", "Your card")]),
    );
    assert_eq!(
        package.cargo(&["run"]),
        "Your card was declined: expired. 1\n"
    );

    write(&package, &catalog(&[LOCKED]));
    let errors = fail(&package);
    assert!(
        errors.contains("named `declined` found for enum `PaymentsError`"),
        "{errors}"
    );

    fs::remove_file(package.folder().join("errors.json")).expect("the file exists");
    let errors = fail(&package);
    assert!(
        errors.contains("cannot read the catalog `errors.json`"),
        "{errors}"
    );

    write(&package, &catalog(&[DECLINED]));
    assert_eq!(
        package.cargo(&["run"]),
        "The card was declined: expired. 1\n"
    );
}

#[test]
fn an_error_in_the_catalog_causes_no_other_errors() {
    let package = package("rebuild-error");
    write(
        &package,
        &catalog(&[&DECLINED.replace("{reason}", "{reason")]),
    );
    let errors = fail(&package);
    assert!(errors.contains("--> errors.json:4:"), "{errors}");
    assert!(errors.contains("unclosed `{`"), "{errors}");
    assert_eq!(errors.matches("error: catalog[").count(), 1, "{errors}");
    assert_eq!(errors.matches("error[").count(), 0, "{errors}");
    assert!(errors.contains("due to 1 previous error"), "{errors}");
}

const TRANSLATED: &str = r#"
use error_catalog::{CatalogError, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Payments;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors.json")]
pub enum Own {
    Locked,
}

fn main() {
    println!("{} {}", PaymentsError::locked().localized("ja"), Own::Locked.localized("ja"));
}
"#;

#[test]
fn an_edit_of_a_translation_causes_a_rebuild() {
    let package = Package::new("rebuild-translation").file("src/main.rs", TRANSLATED);
    let translation = package.folder().join("errors.ja.json");
    let translate = |message: &str| {
        let text = r#"{ "language": "ja", "errors": { "LOCKED": { "message": "@" } } }"#;
        fs::write(&translation, text.replace('@', message)).expect("the file can be written");
    };
    let listed =
        catalog(&[LOCKED]).replace("\"errors\"", "\"translations\": [\"ja\"],\n  \"errors\"");

    write(&package, &catalog(&[LOCKED]));
    assert_eq!(package.cargo(&["run"]), "Locked. Locked.\n");
    translate("施錠");
    assert_eq!(package.cargo(&["run"]), "Locked. Locked.\n");
    write(&package, &listed);
    assert_eq!(package.cargo(&["run"]), "施錠 施錠\n");
    translate("施錠中");
    assert_eq!(package.cargo(&["run"]), "施錠中 施錠中\n");

    translate("施錠中{x}");
    let errors = fail(&package);
    assert!(errors.contains("--> errors.ja.json:1:"), "{errors}");
    fs::remove_file(&translation).expect("the file exists");
    let errors = fail(&package);
    let reason = "cannot read `errors.ja.json`: there is no such file";
    assert!(errors.contains(reason), "{errors}");
    translate("施錠");
    assert_eq!(package.cargo(&["run"]), "施錠 施錠\n");
}

const EXTENDED: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json")]
pub struct Payments;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/payments.json")]
pub enum Own {
    Locked,
}

fn main() {
    println!("{} {}", PaymentsError::locked(), Own::Locked);
}
"#;

#[test]
fn an_edit_of_a_file_that_a_catalog_extends_causes_a_rebuild() {
    let own = r#"{ "name": "payments", "extends": ["shared/all.json"], "errors": [] }"#;
    let package = Package::new("rebuild-extended")
        .file("src/main.rs", EXTENDED)
        .file("errors/payments.json", own)
        .file(
            "errors/shared/all.json",
            r#"{ "name": "all", "extends": ["../base.json"], "errors": [] }"#,
        );
    let base = package.folder().join("errors/base.json");
    let write = |message: &str| {
        let text = r#"{ "name": "base", "errors": [{ "code": "LOCKED", "message": "@" }] }"#;
        fs::write(&base, text.replace('@', message)).expect("the file can be written");
    };
    write("Locked.");
    assert_eq!(package.cargo(&["run"]), "Locked. Locked.\n");
    write("Closed.");
    assert_eq!(package.cargo(&["run"]), "Closed. Closed.\n");

    write("Closed {x.");
    let errors = fail(&package);
    assert!(errors.contains("--> errors/base.json:1:"), "{errors}");
    fs::remove_file(&base).expect("the file exists");
    let errors = fail(&package);
    let reason = "cannot read `errors/base.json`: there is no such file";
    assert!(errors.contains(reason), "{errors}");
    assert!(errors.contains("--> errors/shared/all.json:1:"), "{errors}");
    assert_eq!(errors.matches("error[").count(), 0, "{errors}");
    write("Open.");
    assert_eq!(package.cargo(&["run"]), "Open. Open.\n");
}
