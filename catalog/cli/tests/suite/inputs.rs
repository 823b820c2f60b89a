//! The inputs of `check` and `fmt`: files, folders, and standard input; schemas are skipped.

use crate::folder::{Folder, UNFORMATTED};

#[test]
fn an_editor_formats_through_standard_input() {
    let folder = Folder::new().file("payments.json", UNFORMATTED);
    let ran = folder.pipe(&["fmt", "-"], UNFORMATTED);
    assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""));
    folder.run(&["fmt", "payments.json"]);
    assert_eq!(ran.output, folder.read("payments.json"));
    // A formatted catalog is unchanged.
    let again = folder.pipe(&["fmt", "-", "--stdin-path", "a.json"], &ran.output);
    assert_eq!(again.output, ran.output);
    assert_eq!(
        folder.pipe(&["fmt", "-", "--check"], &ran.output).code,
        Some(0)
    );
    let ran = folder.pipe(
        &["fmt", "--check", "-", "--stdin-path", "a.json"],
        UNFORMATTED,
    );
    assert_eq!(ran.code, Some(1));
    assert!(ran.output.starts_with("--- a.json\n"), "{ran:?}");
    let ran = folder.pipe(&["fmt", "-"], "{ \"name\": }");
    assert_eq!((ran.code, ran.output.as_str()), (Some(2), ""));
    assert!(ran.errors.contains("--> <stdin>:1:10"), "{ran:?}");
    assert_eq!(folder.names(), ["payments.json"]);
}

#[test]
fn an_editor_checks_through_standard_input() {
    let folder = Folder::new();
    let arguments = ["check", "-", "--stdin-path", "errors/payments.json"];
    let ran = folder.pipe(&arguments, &UNFORMATTED.replace("code", "cod"));
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.output.contains("--> errors/payments.json:1:"),
        "{ran:?}"
    );
    assert_eq!(folder.pipe(&["check", "-"], UNFORMATTED).code, Some(0));
    let ran = folder.run(&["check", "--stdin-path", "a.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("= help: add `-` to read it"), "{ran:?}");
}

#[test]
fn a_folder_selects_the_catalogs_in_it() {
    let folder = Folder::new()
        .file("api/payments.json", UNFORMATTED)
        .file(
            "api/more/other.json",
            &UNFORMATTED.replace("payments", "other"),
        )
        .file("api/notes.txt", "not a catalog")
        .file("api/.hidden/x.json", "not a catalog")
        .file("empty/notes.txt", "");
    assert_eq!(
        folder.run(&["check", "api"]).output,
        "no errors or warnings in 2 catalogs with 2 entries\n"
    );
    assert_eq!(folder.run(&["check", "api/"]).code, Some(0));
    assert_eq!(folder.run(&["list", "--catalog", "api/"]).code, Some(0));
    assert_eq!(folder.run(&["docs", "api", "--out", "site"]).code, Some(0));
    let ran = folder.run(&["fmt", "api"]);
    assert_eq!(ran.output.lines().count(), 2, "{ran:?}");
    let ran = folder.run(&["check", "empty"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors.starts_with("error: no catalog in `empty`\n"),
        "{ran:?}"
    );
}

#[test]
fn a_schema_is_skipped() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["new", "payments"]).code, Some(0));
    let (catalog, schema) = ("errors/payments.json", "errors/error-catalog.schema.json");
    let before = folder.read(schema);
    for arguments in [
        &["check", catalog, schema][..],
        &["fmt", catalog, schema],
        &["check", "errors"],
        &["fmt", "errors"],
        &["check"],
        &["fmt"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let is_named = arguments.contains(&schema);
        assert_eq!(
            ran.errors.contains("which is a JSON Schema"),
            is_named,
            "{ran:?}"
        );
    }
    assert_eq!(folder.read(schema), before);
    assert_eq!(folder.run(&["fmt", schema]).code, Some(2));
    let ran = folder.pipe(&["fmt", "-"], &before);
    assert_eq!((ran.code, ran.output), (Some(0), before));
}
