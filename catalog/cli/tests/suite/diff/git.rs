//! Catalogs held against what they were.

use super::{run, text};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const OLD: &str = r#"{ "name": "a", "errors": [{ "code": "A", "status": 400 }] }"#;
const NEW: &str = r#"{ "name": "a", "errors": [{ "code": "A", "status": 404 }] }"#;

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=tests", "-c", "user.email=tests@localhost"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        text(&output.stderr)
    );
}

/// A repository that has `errors/a.json` at the tag `v1`, changed since.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let errors = folder.path().join("errors");
    fs::create_dir(&errors).unwrap();
    fs::write(errors.join("a.json"), OLD).unwrap();
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(
        folder.path(),
        &["commit", "--quiet", "--message", "One error"],
    );
    git(folder.path(), &["tag", "v1"]);
    fs::write(errors.join("a.json"), NEW).unwrap();
    folder
}

#[test]
fn a_file_is_compared_with_what_it_was_from_whatever_folder() {
    let repository = repository();
    let errors = repository.path().join("errors");
    for (folder, file) in [(repository.path(), "errors/a.json"), (&*errors, "a.json")] {
        for reference in ["v1", "HEAD", "HEAD^{commit}"] {
            let output = run(folder, &["--against", reference, file]);
            assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
            let printed = text(&output.stdout);
            assert!(printed.contains("status: 400 → 404"), "{printed}");
        }
    }
}

#[test]
fn several_files_are_compared_each_with_itself() {
    let repository = repository();
    fs::write(repository.path().join("errors/b.json"), NEW).unwrap();
    let arguments = ["--against", "v1", "errors/a.json", "errors/b.json"];
    let printed = text(&run(repository.path(), &arguments).stdout);
    assert!(
        printed.contains("errors/a.json: 1 breaking: next version is a major one"),
        "{printed}"
    );
    assert!(
        printed.contains("errors/b.json: 1 minor: next version is a minor one"),
        "{printed}"
    );
}

#[test]
fn a_file_that_was_not_there_is_all_new() {
    let repository = repository();
    fs::write(repository.path().join("new.json"), NEW).unwrap();
    let output = run(repository.path(), &["--against", "v1", "new.json"]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    assert!(printed.contains("minor      added"), "{printed}");
}

#[test]
fn the_files_of_the_workspace_are_compared_where_none_are_named() {
    let repository = repository();
    let root = repository.path();
    fs::create_dir(root.join("src")).unwrap();
    fs::write(
        root.join("Cargo.toml"),
        "[package]\nname = \"a\"\nedition = \"2021\"\n",
    )
    .unwrap();
    let source = "#[derive(error_catalog::ErrorCatalog)]\n#[catalog(path = \"errors/a.json\")]\npub struct A;\n";
    fs::write(root.join("src/lib.rs"), source).unwrap();
    let output = run(root, &["--against", "v1"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("status: 400 → 404"));
}

#[test]
fn what_git_does_not_know_is_told() {
    let repository = repository();
    let alone = tempfile::tempdir().unwrap();
    fs::write(alone.path().join("a.json"), OLD).unwrap();
    for (folder, reference, file, reason) in [
        (
            repository.path(),
            "v2",
            "errors/a.json",
            "error: git knows no commit, tag or branch `v2`",
        ),
        (
            repository.path(),
            "--help",
            "errors/a.json",
            "error: git knows no commit, tag or branch `--help`",
        ),
        (
            repository.path(),
            "v1",
            "errors/b.json",
            "error: cannot read `errors/b.json`",
        ),
        (
            alone.path(),
            "v1",
            "a.json",
            "error: `a.json` is in no git repository",
        ),
    ] {
        let against = format!("--against={reference}");
        let output = run(folder, &[&against, file]);
        assert_eq!(output.status.code(), Some(2), "{reference} {file}");
        let told = text(&output.stderr);
        assert!(told.contains(reason), "{told}");
    }
}

#[test]
fn mistakes_of_the_old_file_are_told_with_its_place() {
    let repository = repository();
    git(repository.path(), &["checkout", "--quiet", "--", "."]);
    fs::write(repository.path().join("errors/a.json"), "{}").unwrap();
    git(
        repository.path(),
        &["commit", "--quiet", "--all", "--message", "No catalog"],
    );
    fs::write(repository.path().join("errors/a.json"), NEW).unwrap();
    let output = run(repository.path(), &["--against", "HEAD", "errors/a.json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.contains("--> HEAD:errors/a.json:1:1"), "{told}");
}
