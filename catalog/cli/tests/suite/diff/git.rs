//! Catalogs are compared with their content at a Git commit.

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

/// Returns a repository with `errors/a.json` at the tag `v1`, changed since.
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
fn a_file_is_compared_with_its_past_from_any_folder() {
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
fn each_of_several_files_is_compared() {
    let repository = repository();
    fs::write(repository.path().join("errors/b.json"), NEW).unwrap();
    let arguments = ["--against", "v1", "errors/a.json", "errors/b.json"];
    let printed = text(&run(repository.path(), &arguments).stdout);
    assert!(
        printed.contains("errors/a.json: 1 breaking; next version: major\n"),
        "{printed}"
    );
    assert!(
        printed.contains("errors/b.json: 1 minor; next version: minor\n"),
        "{printed}"
    );
}

#[test]
fn a_file_that_did_not_exist_is_all_new() {
    let repository = repository();
    fs::write(repository.path().join("new.json"), NEW).unwrap();
    let output = run(repository.path(), &["--against", "v1", "new.json"]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    assert!(printed.contains("minor      added"), "{printed}");
}

#[test]
fn the_files_of_the_workspace_are_compared_by_default() {
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
fn failures_of_git_are_reported() {
    let repository = repository();
    let alone = tempfile::tempdir().unwrap();
    fs::write(alone.path().join("a.json"), OLD).unwrap();
    for (folder, reference, file, reason) in [
        (
            repository.path(),
            "v2",
            "errors/a.json",
            "error: git does not know a commit, tag, or branch `v2`",
        ),
        (
            repository.path(),
            "--help",
            "errors/a.json",
            "error: git does not know a commit, tag, or branch `--help`",
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
            "error: `a.json` is not in a git repository",
        ),
    ] {
        let against = format!("--against={reference}");
        let output = run(folder, &[&against, file]);
        assert_eq!(output.status.code(), Some(2), "{reference} {file}");
        let stderr = text(&output.stderr);
        assert!(stderr.contains(reason), "{stderr}");
    }
}

#[test]
fn errors_in_the_old_file_are_reported_with_their_place() {
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
    let stderr = text(&output.stderr);
    assert!(stderr.contains("--> HEAD:errors/a.json:1:1"), "{stderr}");
}

/// Paths that Git could read as patterns or options, and paths that need quotes.
#[cfg(unix)]
fn odd_names() -> Vec<std::ffi::OsString> {
    use std::os::unix::ffi::OsStringExt;
    let mut names: Vec<std::ffi::OsString> = [
        ":(top)c.json",
        ":(icase)C.JSON",
        ":!c.json",
        ":(exclude,glob)*",
        "*.json",
        "[c].json",
        "c?.json",
        "a b.json",
        "a\nb.json",
        "a\tb.json",
        "\"a\".json",
        "\\a.json",
        "-c.json",
        "--help",
        "é.json",
        "HEAD:c.json",
    ]
    .map(Into::into)
    .to_vec();
    if cfg!(target_os = "linux") {
        names.push(std::ffi::OsString::from_vec(b"\xff.json".to_vec()));
    }
    names
}

#[test]
#[cfg(unix)]
fn a_path_is_literal() {
    let repository = repository();
    let folder = repository.path().join("odd");
    fs::create_dir(&folder).unwrap();
    for name in odd_names() {
        fs::write(folder.join(&name), OLD).unwrap();
    }
    // A pattern would match this file instead.
    fs::write(repository.path().join("c.json"), NEW).unwrap();
    fs::write(folder.join("c.json"), NEW).unwrap();
    git(repository.path(), &["add", "."]);
    let message = ["commit", "--quiet", "--message", "Odd names"];
    git(repository.path(), &message);
    for name in odd_names() {
        fs::write(folder.join(&name), NEW).unwrap();
        for (from, path) in [
            (&*folder, Path::new(".").join(&name)),
            (repository.path(), Path::new("odd").join(&name)),
        ] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-error-catalog"));
            command.args(["diff", "--against", "HEAD"]).arg(&path);
            let output = command.current_dir(from).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{path:?}: {output:?}");
            let printed = text(&output.stdout);
            assert!(printed.contains("status: 400 → 404"), "{path:?}: {printed}");
        }
    }
}

#[test]
fn the_environment_does_not_select_another_repository() {
    let (repository, other) = (repository(), repository());
    let elsewhere = other.path().join(".git");
    for (name, value) in [
        ("GIT_DIR", elsewhere.as_os_str()),
        ("GIT_DIR", ".git".as_ref()),
        ("GIT_WORK_TREE", "/".as_ref()),
        ("GIT_COMMON_DIR", elsewhere.as_os_str()),
        ("GIT_PREFIX", "errors/".as_ref()),
        ("GIT_ICASE_PATHSPECS", "1".as_ref()),
        ("GIT_GLOB_PATHSPECS", "1".as_ref()),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-error-catalog"));
        command.args(["diff", "--against", "v1", "errors/a.json"]);
        let command = command.current_dir(repository.path()).env(name, value);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
        let printed = text(&output.stdout);
        assert!(printed.contains("status: 400 → 404"), "{name}: {printed}");
    }
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_is_followed_and_an_earlier_one_is_reported() {
    use std::os::unix::fs::symlink;
    let repository = repository();
    let root = repository.path();
    symlink("errors/a.json", root.join("link.json")).unwrap();
    symlink("errors", root.join("folder")).unwrap();
    for path in ["link.json", "folder/a.json"] {
        let output = run(root, &["--against", "v1", path]);
        let printed = text(&output.stdout);
        assert!(printed.contains("status: 400 → 404"), "{output:?}");
    }
    git(root, &["add", "."]);
    git(root, &["commit", "--quiet", "--message", "Links"]);
    fs::remove_file(root.join("link.json")).unwrap();
    fs::write(root.join("link.json"), NEW).unwrap();
    let output = run(root, &["--against", "HEAD", "link.json"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let stderr = text(&output.stderr);
    let reason = "error: `link.json` was a symbolic link at `HEAD`";
    assert!(stderr.contains(reason), "{stderr}");
}

#[test]
fn earlier_content_that_is_not_a_catalog_is_reported() {
    let repository = repository();
    let root = repository.path();
    fs::create_dir(root.join("b.json")).unwrap();
    fs::write(root.join("b.json/c"), "").unwrap();
    fs::write(root.join("large.json"), " ".repeat((32 << 20) + 1)).unwrap();
    git(root, &["add", "."]);
    git(root, &["commit", "--quiet", "--message", "No catalogs"]);
    fs::remove_dir_all(root.join("b.json")).unwrap();
    for (name, reason) in [
        ("b.json", "was not a file at `HEAD`"),
        ("large.json", "was larger than 32 MiB at `HEAD`"),
    ] {
        fs::write(root.join(name), NEW).unwrap();
        let output = run(root, &["--against", "HEAD", name]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let stderr = text(&output.stderr);
        assert!(stderr.contains(reason), "{stderr}");
    }
}

#[test]
fn a_file_in_a_submodule_is_compared_with_the_submodules_commit() {
    let (repository, inner) = (repository(), repository());
    let root = repository.path();
    let inner = inner.path().to_str().unwrap();
    let add = [
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        inner,
        "inner",
    ];
    git(root, &add);
    git(root, &["commit", "--quiet", "--message", "A submodule"]);
    fs::write(root.join("inner/errors/a.json"), NEW).unwrap();
    let output = run(root, &["--against", "HEAD", "inner/errors/a.json"]);
    let printed = text(&output.stdout);
    assert!(printed.contains("status: 400 → 404"), "{output:?}");
}

#[test]
fn a_file_that_did_not_exist_is_reported() {
    let repository = repository();
    let root = repository.path();
    // Git does not know this file, and the other one still exists.
    fs::write(root.join("errors/b.json"), NEW).unwrap();
    let output = run(root, &["--against", "v1", "errors/b.json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let stderr = text(&output.stderr);
    let note = "note: `errors/b.json` did not exist at `v1`: all its errors are new";
    assert!(stderr.contains(note), "{stderr}");
}

#[test]
fn a_renamed_file_is_compared_with_its_earlier_name() {
    let repository = repository();
    let root = repository.path();
    git(root, &["checkout", "--quiet", "--", "."]);
    fs::create_dir(root.join("api")).unwrap();
    git(root, &["mv", "errors/a.json", "api/b b\u{e9}.json"]);
    fs::write(root.join("api/b b\u{e9}.json"), NEW).unwrap();
    let is_compared = |folder: &Path, file: &str, note: &str| {
        let output = run(folder, &["--against", "v1", file]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let (printed, stderr) = (text(&output.stdout), text(&output.stderr));
        assert!(printed.contains("status: 400 → 404"), "{printed}");
        assert_eq!(stderr, note);
    };
    // Staged, committed, and renamed again, from any folder.
    let note = "note: `api/b b\u{e9}.json` was `errors/a.json` at `v1`\n";
    is_compared(root, "api/b b\u{e9}.json", note);
    git(root, &["commit", "--quiet", "--message", "Renamed"]);
    is_compared(root, "api/b b\u{e9}.json", note);
    is_compared(
        &root.join("api"),
        "b b\u{e9}.json",
        &note.replace("`api/", "`"),
    );
    git(root, &["mv", "api/b b\u{e9}.json", "c.json"]);
    is_compared(
        root,
        "c.json",
        "note: `c.json` was `errors/a.json` at `v1`\n",
    );
}

#[test]
fn a_file_that_was_renamed_and_changed_is_compared() {
    let repository = repository();
    let root = repository.path();
    let errors = |status: u16| {
        let error = |code| format!("    {{ \"code\": \"CODE_{code}\", \"status\": {status} }}");
        let same = (1..9).map(|code| error(code).replace("404", "400"));
        let errors: Vec<String> = [error(0)].into_iter().chain(same).collect();
        format!(
            "{{\n  \"name\": \"a\",\n  \"errors\": [\n{}\n  ]\n}}\n",
            errors.join(",\n")
        )
    };
    fs::write(root.join("errors/a.json"), errors(400)).unwrap();
    let commit = ["commit", "--quiet", "--all", "--message", "More"];
    git(root, &commit);
    git(root, &["mv", "errors/a.json", "b.json"]);
    fs::write(root.join("b.json"), errors(404)).unwrap();
    git(root, &commit);
    // Another file has its name now.
    fs::write(root.join("errors/a.json"), OLD).unwrap();
    let output = run(root, &["--against", "HEAD~1", "b.json"]);
    let printed = text(&output.stdout);
    assert!(printed.contains("1 breaking"), "{output:?}");
    assert!(printed.contains("CODE_0"), "{output:?}");
}

#[test]
fn a_file_that_it_extends_is_compared_with_its_past_even_if_its_folder_is_gone() {
    let own = |path: &str| format!(r#"{{ "name": "a", "extends": ["{path}"], "errors": [] }}"#);
    let repository = repository();
    let [errors, shared] = ["errors", "shared"].map(|name| repository.path().join(name));
    fs::create_dir(&shared).unwrap();
    fs::write(errors.join("a.json"), own("../shared/common.json")).unwrap();
    fs::write(shared.join("common.json"), OLD).unwrap();
    git(repository.path(), &["add", "."]);
    git(
        repository.path(),
        &["commit", "--quiet", "--message", "Shared"],
    );
    git(repository.path(), &["tag", "v2"]);
    fs::remove_dir_all(shared).unwrap();
    fs::write(errors.join("a.json"), own("common.json")).unwrap();
    fs::write(errors.join("common.json"), NEW).unwrap();
    for (folder, file) in [(repository.path(), "errors/a.json"), (&*errors, "a.json")] {
        let output = run(folder, &["--against", "v2", file]);
        let printed = text(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        assert!(printed.contains("status: 400 → 404"), "{printed}");
        assert!(printed.contains("common.json:1"), "{printed}");
        // The catalog itself had the entry before.
        let output = run(folder, &["--against", "v1", file]);
        let printed = text(&output.stdout);
        assert!(printed.contains("status: 400 → 404"), "{printed}");
    }
    fs::remove_file(errors.join("common.json")).unwrap();
    let output = run(repository.path(), &["--against", "v2", "errors/a.json"]);
    let printed = text(&output.stderr);
    assert!(
        printed.contains("cannot read `errors/common.json`: there is no such file"),
        "{printed}"
    );
    git(repository.path(), &["add", "."]);
    git(
        repository.path(),
        &["commit", "--quiet", "--message", "Gone"],
    );
    fs::write(errors.join("common.json"), NEW).unwrap();
    let output = run(repository.path(), &["--against", "HEAD", "errors/a.json"]);
    let printed = text(&output.stderr);
    assert!(
        printed.contains("cannot read `HEAD:errors/common.json`: there is no such file"),
        "{printed}"
    );
}
