//! An error response of a server, in different ways.

use crate::crates::{self, write};
use crate::figures::{Figures, Samples};
use crate::goals::OURS;
use crate::options::Options;
use crate::{command, instructions, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The ways, by the names that the program gives them.
pub(crate) const WAYS: [&str; 4] = [OURS, "by hand", "masterror", "problem_details"];

pub(crate) const TIME: &str = "error response";
pub(crate) const INSTRUCTIONS: &str = "error response instr";

/// There is one catalog, of one error.
pub(crate) const SIZE: usize = 1;

const PACKAGE: &str = "service";

/// The newest masterror needs a newer Rust than this repository is tested with.
const DEPENDENCIES: &str = "error-catalog = { path = \"RUNTIME\", features = [\"axum\"] }
axum = { version = \"=0.8.9\", default-features = false, features = [\"json\"] }
masterror = { version = \"=0.27.3\", default-features = false, features = [\"axum\"] }
problem_details = { version = \"=0.11.0\", features = [\"axum\"] }
serde = { version = \"=1.0.229\", features = [\"derive\"] }
tower-service = \"=0.3.3\"
";

/// The requests of one pass of the program.
const REQUESTS: f64 = 2_000.0;

pub(crate) fn measure(options: &Options, figures: &mut Figures) -> Result<()> {
    eprintln!("build the service");
    let program = build()?;
    let mut samples = Samples::default();
    for _ in 0..options.runs_at(SIZE) {
        let output = command::run(&mut Command::new(&program))?;
        for line in output.lines() {
            let (way, value) = figure(line)?;
            samples.add(way, TIME, value);
        }
    }
    samples.medians(SIZE, figures);
    if instructions::can_be_counted() {
        for way in WAYS {
            let [once, thrice] =
                ["1", "3"].map(|passes| instructions::count(&program, way, passes));
            figures.set(SIZE, way, INSTRUCTIONS, (thrice? - once?) / 2.0 / REQUESTS);
        }
    }
    Ok(())
}

/// Reads a line of the program: the way and its nanoseconds, separated by a tab.
fn figure(line: &str) -> Result<(&'static str, f64)> {
    let (way, value) = line.split_once('\t').ok_or(line)?;
    let way = WAYS.into_iter().find(|name| *name == way).ok_or(line)?;
    Ok((way, value.parse()?))
}

fn build() -> Result<PathBuf> {
    let workspace = command::folder().join(PACKAGE);
    let folder = workspace.join(PACKAGE);
    let manifest = crates::manifest([PACKAGE].into_iter());
    write(&workspace.join("Cargo.toml"), &manifest)?;
    let manifest = crates::package(PACKAGE, DEPENDENCIES, &["respond"]);
    write(&folder.join("Cargo.toml"), &manifest)?;
    for (file, text) in [
        (
            "catalog.json",
            include_str!("../programs/service/catalog.json"),
        ),
        (
            "src/bin/respond/main.rs",
            include_str!("../programs/service/main.rs"),
        ),
    ] {
        write(&folder.join(Path::new(file)), text)?;
    }
    command::fetch(&workspace)?;
    crates::build(&workspace, PACKAGE, "respond", "release")
}
