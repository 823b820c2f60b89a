//! The crates as they are published, and a published crate with a catalog.

use crate::package::{cargo, target, workspace, Package};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROGRAM: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json")]
pub struct Payments;

#[derive(ErrorCatalog)]
#[catalog(builtin = "works")]
pub struct Works;

fn main() {
    println!("{} {}", PaymentsError::declined("expired"), WorksErrorKind::ALL.len());
}
"#;

const CATALOG: &str = r#"{ "name": "payments", "errors": [
    { "code": "DECLINED", "message": "Declined: {reason}." }
] }"#;

/// A crate of this workspace: its name with its version, and its folder.
struct Published {
    name: String,
    version: String,
    folder: PathBuf,
}

/// Returns the crates of this workspace that are published.
fn published() -> Vec<Published> {
    let output = cargo(
        &workspace(),
        &["metadata", "--no-deps", "--format-version=1"],
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .filter(|package| package["publish"].is_null())
        .map(|package| Published {
            name: text(&package["name"]),
            version: text(&package["version"]),
            folder: Path::new(&text(&package["manifest_path"]))
                .parent()
                .unwrap()
                .to_owned(),
        })
        .collect()
}

/// Packs the package, or those of the workspace that the arguments name, without a registry.
pub(super) fn pack(folder: &Path, arguments: &[&str]) {
    let pack = [
        "package",
        "--no-verify",
        "--allow-dirty",
        "--exclude-lockfile",
    ];
    let output = cargo(folder, &[&pack, arguments].concat());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
}

pub(super) fn unpack(name: &str, version: &str, into: &Path) -> PathBuf {
    let archive = target().join(format!("package/{name}-{version}.crate"));
    let status = Command::new("tar")
        // With the current time: packed files all have the same time, and cargo would not notice that they changed.
        .arg("--touch")
        .arg("-xzf")
        .arg(archive)
        .arg("-C")
        .arg(into)
        .status()
        .expect("tar runs");
    assert!(status.success(), "{name}");
    into.join(format!("{name}-{version}"))
}

/// Packs all crates, unpacks them, and returns their folders.
fn packed(crates: &[Published], into: &Path) -> Vec<PathBuf> {
    let names: Vec<&str> = crates
        .iter()
        .flat_map(|it| ["--package", &it.name])
        .collect();
    pack(&workspace(), &names);
    crates
        .iter()
        .map(|it| unpack(&it.name, &it.version, into))
        .collect()
}

/// Replaces the crates of the registry with those of this workspace.
pub(super) fn patches() -> String {
    let mut patches = String::from("[patch.crates-io]\n");
    for it in published() {
        let folder = it.folder.to_str().unwrap();
        writeln!(patches, "{} = {{ path = {folder:?} }}", it.name).unwrap();
    }
    patches
}

fn own_catalog(patches: &str) -> Package {
    let manifest = format!(
        "[package]\nname = \"own-catalog\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
         description = \"A catalog in a package\"\nlicense = \"MIT\"\n\n\
         [dependencies]\nerror-catalog = \"{}\"\n\n[workspace]\n\n{patches}",
        env!("CARGO_PKG_VERSION")
    );
    Package::empty("own-catalog")
        .file("Cargo.toml", &manifest)
        .file("errors/payments.json", CATALOG)
        .file("src/main.rs", PROGRAM)
}

#[test]
fn packages_have_everything_that_they_need_to_be_built_elsewhere() {
    let crates = published();
    let unpacked = Package::empty("unpacked");
    let folders = packed(&crates, unpacked.folder());

    let mut patches = String::from("[patch.crates-io]\n");
    for (it, folder) in crates.iter().zip(&folders) {
        assert_carries_its_files(it, folder);
        writeln!(
            patches,
            "{} = {{ path = \"{}\" }}",
            it.name,
            folder.display()
        )
        .unwrap();
    }

    let own = own_catalog(&patches);
    pack(own.folder(), &[]);
    let folder = unpack("own-catalog", "0.1.0", unpacked.folder());
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    // Cargo leaves out keys that are only for the author's workspace.
    let manifest = format!("{manifest}\n[workspace]\n\n{patches}");
    let package = Package::empty("unpacked/own-catalog-0.1.0").file("Cargo.toml", &manifest);
    assert_eq!(package.cargo(&["run"]), "Declined: expired. 22\n");
}

/// Asserts that the licences, the README, the schema, and the bundled catalogs are in the package.
fn assert_carries_its_files(published: &Published, folder: &Path) {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for key in ["description", "license", "documentation", "rust-version"] {
        assert!(
            manifest.contains(&format!("\n{key} = ")),
            "{key} of {}",
            published.name
        );
    }
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(readme.starts_with("# "), "{}", published.name);
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert_eq!(
            fs::read_to_string(folder.join(licence)).unwrap(),
            fs::read_to_string(workspace().join(licence)).unwrap(),
            "{}",
            published.name
        );
    }
    for file in data(&published.folder) {
        assert_eq!(
            fs::read(published.folder.join(&file)).unwrap(),
            fs::read(folder.join(&file)).unwrap(),
            "{}",
            file.display()
        );
    }
}

/// Returns the JSON files of a crate, relative to its folder.
fn data(folder: &Path) -> Vec<PathBuf> {
    let parts = [PathBuf::new(), PathBuf::from("data")];
    let files = parts.iter().flat_map(|part| {
        let entries = fs::read_dir(folder.join(part)).into_iter().flatten();
        entries.map(|entry| part.join(entry.unwrap().file_name()))
    });
    files
        .filter(|file| file.extension().is_some_and(|it| it == "json"))
        .collect()
}

#[test]
fn the_crate_of_the_catalogs_has_them_and_their_schemas() {
    let crates = published();
    let model = crates
        .iter()
        .find(|it| it.name == "error-catalog-model")
        .unwrap();
    assert_eq!(data(&model.folder).len(), 7);
}
