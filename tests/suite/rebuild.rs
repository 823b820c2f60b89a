//! A real cargo package whose catalog is edited between builds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A package in a folder of its own, built against this workspace.
struct Package {
    folder: PathBuf,
}

impl Package {
    fn new(name: &str, program: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        fs::create_dir_all(folder.join("src")).expect("the folder can be made");
        let package = Self { folder };
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
             [dependencies]\nerror-catalog = {{ path = \"{}\" }}\n\n[workspace]\n",
            workspace.join("runtime").display()
        );
        package.write("Cargo.toml", &manifest);
        package.write("src/main.rs", program);
        // The same versions as the workspace has, so that nothing needs a network.
        fs::copy(
            workspace.join("Cargo.lock"),
            package.folder.join("Cargo.lock"),
        )
        .expect("the workspace has a lock file");
        package
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).expect("the file can be written");
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--quiet", "--offline", "--color=never"])
            .current_dir(&self.folder)
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
            )
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs")
    }

    /// What the program prints.
    fn run(&self) -> String {
        let output = self.cargo(&["run"]);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The errors of a build that fails.
    fn fail(&self) -> String {
        let output = self.cargo(&["build"]);
        assert!(!output.status.success(), "the build should fail");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }
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
fn an_edit_of_the_catalog_builds_again() {
    let package = Package::new("rebuild-edit", PROGRAM);
    package.write("errors.json", &catalog(&[DECLINED]));
    assert_eq!(package.run(), "The card was declined: expired. 1\n");

    package.write("errors.json", &catalog(&[DECLINED, LOCKED]));
    assert_eq!(package.run(), "The card was declined: expired. 2\n");

    package.write(
        "errors.json",
        &catalog(&[&DECLINED.replace("The card", "Your card")]),
    );
    assert_eq!(package.run(), "Your card was declined: expired. 1\n");

    package.write("errors.json", &catalog(&[LOCKED]));
    let errors = package.fail();
    assert!(
        errors.contains("named `declined` found for enum `PaymentsError`"),
        "{errors}"
    );

    fs::remove_file(package.folder.join("errors.json")).expect("the file is there");
    let errors = package.fail();
    assert!(
        errors.contains("cannot read the catalog `errors.json`"),
        "{errors}"
    );

    package.write("errors.json", &catalog(&[DECLINED]));
    assert_eq!(package.run(), "The card was declined: expired. 1\n");
}

#[test]
fn a_mistake_in_the_catalog_is_the_only_error() {
    let package = Package::new("rebuild-mistake", PROGRAM);
    package.write(
        "errors.json",
        &catalog(&[&DECLINED.replace("{reason}", "{reason")]),
    );
    let errors = package.fail();
    assert!(errors.contains("--> errors.json:4:"), "{errors}");
    assert!(
        errors.contains("this brace opens a placeholder that is never closed"),
        "{errors}"
    );
    assert_eq!(errors.matches("error: catalog[").count(), 1, "{errors}");
    assert_eq!(errors.matches("error[").count(), 0, "{errors}");
}
