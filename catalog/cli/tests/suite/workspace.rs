//! The catalogs of a workspace are found by its derives.

use crate::folder::Folder;

const MANIFEST: &str = "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
const CATALOG: &str =
    r#"{ "name": "payments", "errors": [{ "code": "OUT_OF_STOCK", "message": "None is left." }] }"#;

fn package(source: &str) -> Folder {
    Folder::new()
        .file(
            "Cargo.toml",
            &format!("{MANIFEST}[workspace]\nmembers = [\"member\"]\n"),
        )
        .file("src/lib.rs", "")
        .file("member/Cargo.toml", &MANIFEST.replace("shop", "member"))
        .file("member/src/lib.rs", "mod inner;")
        .file("member/src/inner/mod.rs", source)
        .file("member/errors/payments.json", CATALOG)
}

const DERIVE: &str = "#[derive(Debug, error_catalog::ErrorCatalog)]\n\
    #[catalog(path = \"errors/payments.json\")]\npub struct Payments;\n";

#[test]
fn a_catalog_is_found_from_every_folder_of_the_workspace() {
    let folder = package(DERIVE);
    for from in ["", "src", "member/errors"] {
        let mut command = folder.command(&["explain", "out_of_stock"]);
        let output = command.current_dir(folder.path(from)).output().unwrap();
        let ran = crate::folder::Ran::new(&output);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.output.contains("None is left."), "{ran:?}");
    }
}

#[test]
fn a_catalog_of_several_derives_is_found_once() {
    let derive = |path: &str| DERIVE.replace("errors/payments.json", path);
    let folder = package(&format!(
        "{DERIVE}{}",
        derive("./errors/../errors/payments.json")
    ))
    .file("src/lib.rs", &derive("member/errors/payments.json"))
    .file("member/src/beside.rs", &derive("../member.json"))
    .file("member.json", CATALOG);
    assert_eq!(
        folder.run(&["check"]).output,
        "no errors or warnings in 2 catalogs with 2 entries\n"
    );
    let folder = folder.file(
        "member/errors/payments.json",
        &CATALOG.replace("message", "mesage"),
    );
    let ran = folder.run(&["check"]);
    assert_eq!(ran.output.matches("error[").count(), 1, "{ran:?}");
    assert_eq!(
        ran.output
            .matches(" --> member/errors/payments.json:1:")
            .count(),
        1,
        "{ran:?}"
    );
}

#[test]
fn catalogs_of_all_targets_but_tests_and_benchmarks_are_found() {
    let catalog = |name: &str| CATALOG.replace("payments", name);
    let derive = |path: &str| DERIVE.replace("errors/payments.json", path);
    let folder = Folder::new()
        .file(
            "Cargo.toml",
            &format!(
                "{MANIFEST}[workspace]\n[lib]\npath = \"code/lib.rs\"\n[[bin]]\nname = \"run\"\npath = \"run.rs\"\n"
            ),
        )
        .file("code/lib.rs", "mod inner;")
        .file("code/inner.rs", &derive("library.json"))
        .file("code/unused.rs", &derive("missing.json"))
        .file("run.rs", &derive("program.json"))
        .file("examples/tour/main.rs", &derive("example.json"))
        .file("tests/api.rs", &derive("missing.json"))
        .file("benches/api.rs", &derive("missing.json"))
        .file("library.json", &catalog("library"))
        .file("program.json", &catalog("program"))
        .file("example.json", &catalog("example"));
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        ran.output,
        "no errors or warnings in 3 catalogs with 3 entries\n"
    );
}

#[test]
fn a_path_that_the_derive_rejects_is_an_error() {
    for (path, reason) in [
        ("/errors/payments.json", "it is absolute"),
        ("errors\\\\payments.json", "it contains a backslash"),
        ("", "it is empty"),
        ("$HOME/payments.json", "no variable except"),
        (
            "../member/errors/payments.json",
            "write `errors/payments.json`",
        ),
    ] {
        let folder = package(&DERIVE.replace("errors/payments.json", path));
        let ran = folder.run(&["check"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains(reason), "{ran:?}");
        assert!(ran.errors.contains("member/src/inner/mod.rs"), "{ran:?}");
    }
}

#[test]
fn a_catalog_of_a_build_script_is_skipped_with_a_note() {
    let made = DERIVE.replace("errors/payments.json", "$OUT_DIR/made.json");
    let folder = package(&format!("{DERIVE}{made}"));
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.errors.contains("which a build script writes"),
        "{ran:?}"
    );
    assert_eq!(
        ran.output,
        "no errors or warnings in 1 catalog with 1 entry\n"
    );
}

#[test]
fn check_finds_the_errors_of_the_workspace() {
    let folder = package(DERIVE);
    assert_eq!(
        folder.run(&["check"]).output,
        "no errors or warnings in 1 catalog with 1 entry\n"
    );
    let folder = folder.file(
        "member/errors/payments.json",
        &CATALOG.replace("message", "mesage"),
    );
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    let file: std::path::PathBuf = ["member", "errors", "payments.json"].iter().collect();
    assert!(
        ran.output.contains(&format!("--> {}:1:", file.display())),
        "{ran:?}"
    );
}

#[test]
fn a_source_that_is_not_valid_rust_is_skipped_with_a_note() {
    let folder = package(&format!("{DERIVE} fn (ErrorCatalog")).file("src/lib.rs", "");
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.errors.contains("note: skipped `member"), "{ran:?}");
    assert!(ran.errors.contains("line 4"), "{ran:?}");
}

#[test]
fn an_invalid_catalog_does_not_hide_the_others() {
    let folder = package(DERIVE).file("member/errors/payments.json", "{}");
    let other = CATALOG.replace("payments", "other");
    let folder = folder.file("errors/other.json", &other);
    let ran = folder.run(&["explain", "OUT_OF_STOCK"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.errors
            .contains("which is not a valid catalog: run `cargo error-catalog check "),
        "{ran:?}"
    );
}

#[test]
fn a_workspace_that_cargo_cannot_read_does_not_hide_the_bundled_catalogs() {
    let folder = Folder::new().file("Cargo.toml", "no toml");
    let ran = folder.run(&["explain", "FIELD_VALUE_TOO_LOW"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.errors
            .contains("the catalogs of the workspace are not used"),
        "{ran:?}"
    );
    assert_eq!(folder.run(&["check"]).code, Some(2));
}

#[test]
fn cargo_can_pass_the_name_of_the_subcommand() {
    let folder = Folder::new();
    let through_cargo = folder.run(&["error-catalog", "explain", "FIELD_VALUE_TOO_LOW"]);
    let directly = folder.run(&["explain", "FIELD_VALUE_TOO_LOW"]);
    assert_eq!(through_cargo.output, directly.output);
}
