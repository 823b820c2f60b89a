//! What `generate` writes builds without a macro, and is what the derive writes.

use crate::folder::{workspace, Folder};
use std::fs;
use std::path::Path;
use std::process::Command;

const CATALOG: &str = r#"{ "name": "payments", "errors": [
    { "code": "DECLINED", "status": 402, "message": "Declined: {reason}.", "category": "bank" },
    { "code": "{RESOURCE}_GONE", "id": "GONE", "status": 410 },
    { "code": "OLD", "status": 400, "params": { "type": { "type": "integer" } }, "message": "{type}", "deprecated": {} }
], "categories": { "bank": "Of the bank." } }"#;

const PROGRAM: &str = r#"
#![deny(warnings)]

mod payments;

mod derived {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "errors/payments.json")]
    pub struct Payments;
}

use error_catalog::Catalog;

fn main() {
    assert_eq!(
        format!("{:?}", payments::Payments::META),
        format!("{:?}", derived::Payments::META),
    );
    for (generated, derived) in payments::PaymentsErrorKind::ALL.iter().zip(derived::PaymentsErrorKind::ALL) {
        assert_eq!(generated.as_str(), derived.as_str());
        assert_eq!(generated.status(), derived.status());
        assert_eq!(
            format!("{:?}", generated.documentation()),
            format!("{:?}", derived.documentation()),
        );
    }
    let (generated, derived) = (payments::PaymentsError::declined("lost"), derived::PaymentsError::declined("lost"));
    assert_eq!(generated.to_string(), derived.to_string());
    assert_eq!(format!("{generated:?}"), format!("{derived:?}"));
    println!("{generated}");
}
"#;

fn package() -> Folder {
    let runtime = workspace().join("runtime");
    let manifest = format!(
        "[package]\nname = \"generated\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
         [dependencies]\nerror-catalog = {{ path = \"{}\" }}\n\n[workspace]\n",
        runtime.display()
    );
    let folder = Folder::new()
        .file("Cargo.toml", &manifest)
        .file("errors/payments.json", CATALOG)
        .file("src/main.rs", PROGRAM);
    // The same versions as this workspace has, so that nothing needs a network.
    fs::copy(workspace().join("Cargo.lock"), folder.path("Cargo.lock")).unwrap();
    folder
}

fn generate(folder: &Folder) {
    let ran = folder.run(&[
        "generate",
        "errors/payments.json",
        "--to",
        "src/payments.rs",
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn what_is_generated_builds_and_is_what_the_derive_writes() {
    let folder = package();
    generate(&folder);
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline"])
        .current_dir(folder.path(""))
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated"),
        )
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let ran = crate::folder::Ran::new(&output);
    assert_eq!(
        (ran.code, ran.output.as_str()),
        (Some(0), "Declined: lost.\n"),
        "{}",
        ran.errors
    );
}

#[test]
fn what_is_stale_is_shown_and_made_again() {
    let folder = package();
    generate(&folder);
    assert_eq!(folder.run(&["generate", "--check"]).code, Some(0));

    let folder = folder.file(
        "errors/payments.json",
        &CATALOG.replace("Declined:", "Refused:"),
    );
    let stale = folder.read("src/payments.rs");
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.output.contains("+Refused: {reason}."), "{ran:?}");
    assert_eq!(folder.read("src/payments.rs"), stale);

    assert_eq!(folder.run(&["generate"]).code, Some(0));
    assert_eq!(folder.run(&["generate", "--check"]).code, Some(0));
}

#[test]
fn the_item_on_top_decides_the_names() {
    let folder = package();
    generate(&folder);
    let text = folder
        .read("src/payments.rs")
        .replace("// pub struct Payments;", "// pub(crate) struct Money;");
    let folder = folder.file("src/payments.rs", &text);
    assert_eq!(folder.run(&["generate"]).code, Some(0));
    assert!(folder
        .read("src/payments.rs")
        .contains("pub(crate) enum MoneyErrorKind {"));
}

#[test]
fn mistakes_of_the_catalog_leave_the_file_as_it_is() {
    let folder = package();
    generate(&folder);
    let before = folder.read("src/payments.rs");
    let folder = folder.file(
        "errors/payments.json",
        &CATALOG.replace("\"status\": 402", "\"status\": 99"),
    );
    let ran = folder.run(&["generate"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("catalog[C013]"), "{ran:?}");
    assert_eq!(folder.read("src/payments.rs"), before);
}

#[test]
fn rustfmt_leaves_what_is_generated_as_it_is() {
    let folder = package();
    generate(&folder);
    let before = folder.read("src/payments.rs");
    let formatted = Command::new("rustfmt")
        .args(["--edition", "2021", "src/payments.rs"])
        .current_dir(folder.path(""))
        .status();
    // Where there is no rustfmt, there is nothing to fear from it.
    if formatted.is_ok_and(|status| status.success()) {
        assert_eq!(folder.read("src/payments.rs"), before);
    }
}
