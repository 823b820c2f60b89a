//! The time of a clean build of the dependencies of each peer.

use crate::figures::{Figures, Samples};
use crate::goals::{BARE, OURS};
use crate::options::Options;
use crate::peers::PEERS;
use crate::{command, crates, Result};
use std::fs;
use std::path::Path;

/// The figures and their profiles.
pub(crate) const COLUMNS: [(&str, &str); 2] = [
    ("debug deps cpu s", "dev"),
    ("release deps cpu s", "release"),
];

/// The dependencies that many crates have, and error-catalog beside them.
pub(crate) const USUAL: &str = "usual";
pub(crate) const USUAL_AND_OURS: &str = "usual, error-catalog";

const USUAL_DEPENDENCIES: &str = "serde = { version = \"1\", features = [\"derive\"] }\n\
    serde_json = \"1\"\n\
    thiserror = \"=2.0.21\"\n";

/// The ways to depend on error-catalog, the dependencies of all peers, and those of many crates.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let bare = "error-catalog = { path = \"RUNTIME\", default-features = false }";
    let mut all: Vec<_> = PEERS
        .iter()
        .map(|peer| (peer.name, peer.dependencies.to_owned()))
        .collect();
    all.retain(|(name, dependencies)| *name == OURS || !dependencies.contains("RUNTIME"));
    all.retain(|(_, dependencies)| !dependencies.is_empty());
    let with_ours = format!("{USUAL_DEPENDENCIES}{}", all[0].1);
    all.insert(1, (BARE, bare.to_owned()));
    all.push((USUAL, USUAL_DEPENDENCIES.to_owned()));
    all.push((USUAL_AND_OURS, with_ours));
    all
}

pub(crate) fn measure(options: &Options, figures: &mut Figures) -> Result<()> {
    let workspace = command::folder().join("dependencies");
    write(&workspace)?;
    let mut samples = Samples::default();
    let runs = options.runs_at(usize::MAX);
    for run in 1..=runs {
        eprintln!("dependencies, {run} of {runs}");
        for (name, _) in all() {
            for (column, profile) in COLUMNS {
                samples.add(name, column, clean_build(&workspace, name, profile)?);
            }
        }
    }
    samples.medians(0, figures);
    Ok(())
}

fn write(workspace: &Path) -> Result<()> {
    let names: Vec<&str> = all().iter().map(|(name, _)| *name).collect();
    let packages: Vec<String> = names.iter().map(|name| package(name)).collect();
    let manifest = crates::manifest(packages.iter().map(String::as_str));
    crates::write(&workspace.join("Cargo.toml"), &manifest)?;
    for ((_, dependencies), package) in all().into_iter().zip(&packages) {
        let folder = workspace.join(package);
        let manifest = crates::package(package, &dependencies, &["run", "print"]);
        crates::write(&folder.join("Cargo.toml"), &manifest)?;
        crates::write(&folder.join("src/lib.rs"), "//! Empty.\n")?;
        for program in ["run", "print"] {
            crates::write(
                &folder.join(format!("src/bin/{program}/main.rs")),
                "fn main() {}\n",
            )?;
        }
    }
    command::fetch(workspace)
}

fn clean_build(workspace: &Path, name: &str, profile: &str) -> Result<f64> {
    let target = command::folder().join("clean");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let (package, target) = (package(name), target.to_string_lossy().into_owned());
    let arguments = ["build", "-q", "--offline", "--lib", "-p", &package];
    let rest = ["--profile", profile, "--target-dir", &target];
    Ok(command::measure(workspace, &[&arguments[..], &rest[..]].concat())?.cpu)
}

fn package(name: &str) -> String {
    format!("dependencies_of_{}", name.replace([' ', ',', '-'], "_"))
}
