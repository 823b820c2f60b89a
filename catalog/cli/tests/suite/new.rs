//! `new` writes the catalog where its users can reach it.

use crate::folder::{Folder, Ran};

fn member(name: &str) -> String {
    format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n")
}

/// Returns a workspace without a root package.
fn workspace(members: &[&str]) -> Folder {
    let list = members.join("\", \"");
    let mut folder = Folder::new().file(
        "Cargo.toml",
        &format!("[workspace]\nmembers = [\"{list}\"]\nresolver = \"2\"\n"),
    );
    for path in members {
        let name = path.rsplit('/').next().unwrap();
        folder = folder
            .file(&format!("{path}/Cargo.toml"), &member(name))
            .file(&format!("{path}/src/lib.rs"), "");
    }
    folder
}

fn run_in(folder: &Folder, from: &str, arguments: &[&str]) -> Ran {
    let mut command = folder.command(arguments);
    Ran::new(&command.current_dir(folder.path(from)).output().unwrap())
}

#[test]
fn a_catalog_is_written_to_the_current_package() {
    for (from, path) in [
        ("", "one/errors/payments.json"),
        ("one", "one/errors/payments.json"),
        ("one/src", "one/errors/payments.json"),
    ] {
        let folder = workspace(&["one"]);
        let ran = run_in(&folder, from, &["new", "payments"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(folder.path(path).is_file(), "{ran:?}");
        assert!(
            ran.output.contains("path = \"errors/payments.json\""),
            "{ran:?}"
        );
        assert_eq!(folder.run(&["check"]).code, Some(0));
    }
}

#[test]
fn a_catalog_of_several_members_is_written_to_the_workspace() {
    let folder = workspace(&["services/one", "services/two"]);
    let ran = folder.run(&["new", "payments"]);
    assert!(folder.path("errors/payments.json").is_file(), "{ran:?}");
    assert!(
        ran.output.contains("path = \"../../errors/payments.json\""),
        "{ran:?}"
    );
    let cargo: std::path::PathBuf = ["services", "one", "Cargo.toml"].iter().collect();
    assert!(
        ran.output.contains(&format!("In {}:", cargo.display())),
        "{ran:?}"
    );
    assert_eq!(folder.run(&["check"]).code, Some(0));
    let ran = run_in(&folder, "services/two", &["new", "payments"]);
    assert!(
        folder.path("services/two/errors/payments.json").is_file(),
        "{ran:?}"
    );
}

#[test]
fn a_package_can_be_selected() {
    let folder = workspace(&["one", "two"]);
    let ran = run_in(&folder, "one", &["new", "payments", "-p", "two"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(folder.path("two/errors/payments.json").is_file(), "{ran:?}");
    let ran = folder.run(&["new", "payments", "--package", "tow"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.errors.contains("= help: did you mean `two`?"),
        "{ran:?}"
    );
    let outside = Folder::new();
    assert_eq!(outside.run(&["new", "payments", "-p", "two"]).code, Some(2));
    assert_eq!(outside.run(&["new", "payments"]).code, Some(0));
}
