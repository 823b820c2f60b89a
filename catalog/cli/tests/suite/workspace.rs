//! The catalogs of a workspace are found through its derives.

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
fn a_catalog_that_several_derives_name_is_one_catalog() {
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
        "no mistakes in 2 catalogs with 2 errors\n"
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
fn a_path_that_the_derive_refuses_is_an_error() {
    for (path, reason) in [
        ("/errors/payments.json", "it is absolute"),
        ("errors\\\\payments.json", "it has a backslash"),
        ("", "it is empty"),
        ("$HOME/payments.json", "only variable"),
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
fn what_a_build_script_makes_is_left_out_and_told() {
    let made = DERIVE.replace("errors/payments.json", "$OUT_DIR/made.json");
    let folder = package(&format!("{DERIVE}{made}"));
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.errors.contains("which a build script writes"),
        "{ran:?}"
    );
    assert_eq!(ran.output, "no mistakes in 1 catalog with 1 error\n");
}

#[test]
fn check_finds_the_mistakes_of_the_workspace() {
    let folder = package(DERIVE);
    assert_eq!(
        folder.run(&["check"]).output,
        "no mistakes in 1 catalog with 1 error\n"
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
fn a_source_that_is_no_rust_is_told_and_left_out() {
    let folder = package(&format!("{DERIVE} fn (ErrorCatalog")).file("src/lib.rs", "");
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.errors.contains("note: left out `member"), "{ran:?}");
    assert!(ran.errors.contains("line 4"), "{ran:?}");
}

#[test]
fn a_catalog_with_mistakes_does_not_hide_the_others() {
    let folder = package(DERIVE).file("member/errors/payments.json", "{}");
    let other = CATALOG.replace("payments", "other");
    let folder = folder.file("errors/other.json", &other);
    let ran = folder.run(&["explain", "OUT_OF_STOCK"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.errors
            .contains("which has mistakes: `cargo error-catalog check` lists them"),
        "{ran:?}"
    );
}

#[test]
fn a_workspace_that_cargo_cannot_read_does_not_hide_the_bundled_catalogs() {
    let folder = Folder::new().file("Cargo.toml", "no toml");
    let ran = folder.run(&["explain", "FIELD_VALUE_TOO_LOW"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.errors.contains("without the catalogs of the workspace"),
        "{ran:?}"
    );
    assert_eq!(folder.run(&["check"]).code, Some(2));
}

#[test]
fn cargo_may_pass_the_name_of_the_command() {
    let folder = Folder::new();
    let through_cargo = folder.run(&["error-catalog", "explain", "FIELD_VALUE_TOO_LOW"]);
    let directly = folder.run(&["explain", "FIELD_VALUE_TOO_LOW"]);
    assert_eq!(through_cargo.output, directly.output);
}
