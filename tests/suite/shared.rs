//! Real cargo packages that share the catalog of one of them.

use crate::package::{cargo, dependency, Package};
use std::fs;

const CATALOG: &str = r#"{
  "name": "payments",
  "extends": ["shared/common.json"],
  "translations": ["ja"],
  "errors": [{ "code": "DECLINED", "status": 402, "message": "The card was declined: {reason}." }],
  "operations": { "charge": ["DECLINED", "INTERNAL"], "list": ["INTERNAL"] }
}
"#;

const COMMON: &str = r#"{ "name": "common", "errors": [{ "code": "INTERNAL", "status": 500, "message": "Failed." }] }"#;

const JAPANESE: &str = r#"{ "language": "ja", "errors": {
    "DECLINED": { "message": "拒否: {reason}" }, "INTERNAL": { "message": "失敗" }
} }"#;

const SERVICE: &str = r#"
#![deny(warnings)]
#![no_implicit_prelude]

use ::error_catalog::{Catalog, CatalogError, ErrorCatalog};
use ::std::{assert_eq, fmt::Debug, println};

/// All errors.
#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json", package = "acme-errors")]
pub struct Payments;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json", package = "acme-errors", operation = "list")]
struct List;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/payments.json", package = "acme-errors")]
enum Own {
    Declined { reason: &'static str, #[source] source: ::std::num::ParseIntError },
    #[catalog(id = "INTERNAL")]
    Failed,
    #[catalog(other, code = "DOWN", status = 503, message = "no response from {host}")]
    Down { host: u8 },
}

mod inner {
    #[derive(::error_catalog::ErrorCatalog)]
    #[catalog(path = "./errors/../errors/payments.json", package = "acme-errors", crate = crate::api, error = Failure)]
    pub(crate) struct Inner;
}

mod api {
    pub(crate) use ::error_catalog::*;
}

fn main() {
    let error = PaymentsError::declined("expired");
    println!("{error} {}", error.localized("ja"));
    assert_eq!(error.status(), 402);
    assert_eq!(Payments::META.name(), "payments");
    let ListError::Internal = ListError::internal();
    let ::std::result::Result::Err(source) = "x".parse::<u8>() else { return };
    let own = Own::Declined { reason: "old", source };
    println!("{own} {:?}", own.kind());
    println!("{} {} {}", Own::Failed, Own::Down { host: 1 }, inner::Failure::internal());
}
"#;

/// Returns the package of the service, and the folder of the package that it depends on.
fn packages(name: &str) -> Package {
    let errors = "[package]\nname = \"acme-errors\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\n";
    let shared = "acme-errors = { path = \"acme-errors\" }";
    let package = Package::new(name);
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\n{}\n{shared}\n\n[workspace]\n",
        dependency("")
    );
    package
        .file("Cargo.toml", &manifest)
        .file("src/main.rs", SERVICE)
        .file("acme-errors/Cargo.toml", &format!("{errors}{}\n", dependency("")))
        .file(
            "acme-errors/src/lib.rs",
            "#![no_std]\n#![deny(warnings, missing_docs)]\n//! Errors.\nerror_catalog::share!(\"errors/payments.json\");\n",
        )
        .file("acme-errors/errors/payments.json", CATALOG)
        .file("acme-errors/errors/payments.ja.json", JAPANESE)
        .file("acme-errors/errors/shared/common.json", COMMON)
}

#[test]
fn derives_read_the_catalog_of_a_dependency_and_follow_its_edits() {
    let package = packages("shared-catalog");
    assert_eq!(
        package.cargo(&["run"]),
        "The card was declined: expired. 拒否: expired\n\
         The card was declined: old. Declined\n\
         Failed. no response from 1 Failed.\n"
    );
    let common = package
        .folder()
        .join("acme-errors/errors/shared/common.json");
    fs::write(&common, COMMON.replace("Failed.", "Broken.")).expect("the file can be written");
    assert!(package
        .cargo(&["run"])
        .contains("Broken. no response from 1 Broken."));
    let translation = package.folder().join("acme-errors/errors/payments.ja.json");
    fs::write(&translation, JAPANESE.replace("拒否", "不可")).expect("the file can be written");
    assert!(package.cargo(&["run"]).contains("不可: expired"));

    // An error in the catalog is one of the package that shares it.
    fs::write(&common, COMMON.replace("Failed.", "Failed {x.")).expect("the file can be written");
    let output = cargo(package.folder(), &["build"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.contains("acme-errors/errors/shared/common.json:1:"),
        "{errors}"
    );
    assert!(
        errors.contains("could not compile `acme-errors`"),
        "{errors}"
    );
    fs::write(&common, COMMON).expect("the file can be written");
}

#[test]
fn a_catalog_that_the_package_does_not_share_is_reported_at_its_path() {
    let other = SERVICE.replace(
        "path = \"errors/payments.json\", package = \"acme-errors\", operation",
        "path = \"errors/none.json\", package = \"acme-errors\", operation",
    );
    let package = packages("shared-catalog-missing").file("src/main.rs", &other);
    let output = cargo(package.folder(), &["build"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(errors.contains("`__catalog_errors_none_json`"), "{errors}");
    assert!(errors.contains("--> src/main.rs:14:18"), "{errors}");
}
