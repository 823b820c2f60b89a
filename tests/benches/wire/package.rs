//! The generated package: catalogs, peers, and corpus of one size, and the programs that measure them.

use super::corpus::{self, Params};
use super::peer;
use crate::crates::{self, write};
use crate::{command, synthetic, Result};
use std::path::PathBuf;

const DEPENDENCIES: &str = "error-catalog = { path = \"RUNTIME\" }
serde = { version = \"=1.0.229\", features = [\"derive\"] }
serde_json = \"=1.0.154\"
regex = \"=1.13.1\"
allocation-counter = \"=0.8.1\"
";

/// The programs. One of them counts allocations, which would slow down the other.
pub(super) struct Programs {
    pub(super) time: PathBuf,
    pub(super) memory: PathBuf,
}

impl Programs {
    pub(super) fn build(size: usize) -> Result<Self> {
        let workspace = command::folder().join("wire").join(size.to_string());
        let package = format!("wire_{size}");
        let folder = workspace.join(&package);
        let manifest = crates::manifest([&*package].into_iter());
        write(&workspace.join("Cargo.toml"), &manifest)?;
        let manifest = crates::package(&package, DEPENDENCIES, &["time", "memory"]);
        write(&folder.join("Cargo.toml"), &manifest)?;
        for (file, text) in files(size) {
            write(&folder.join(file), &text.replace("PACKAGE", &package))?;
        }
        command::fetch(&workspace)?;
        let build = |program| crates::build(&workspace, &package, program, "release");
        Ok(Self {
            time: build("time")?,
            memory: build("memory")?,
        })
    }
}

fn files(size: usize) -> Vec<(&'static str, String)> {
    let errors = synthetic::errors(size);
    let catalog = |name, params| corpus::catalog(name, &errors, params);
    let program = |text: &str| text.to_owned();
    vec![
        ("message.json", catalog("message", Params::InMessage)),
        ("members.json", catalog("members", Params::Members)),
        (
            "slopes.json",
            program(include_str!("../programs/wire/slopes.json")),
        ),
        ("message.txt", corpus::bodies(&errors, Params::InMessage)),
        ("members.txt", corpus::bodies(&errors, Params::Members)),
        ("messages.txt", corpus::messages(&errors)),
        ("expressions.txt", corpus::expressions(&errors)),
        ("src/by_hand.rs", peer::enums(&errors)),
        ("src/envelope.rs", peer::envelope(&errors)),
        (
            "src/lib.rs",
            program(include_str!("../programs/wire/lib.rs")),
        ),
        (
            "src/corpus.rs",
            program(include_str!("../programs/wire/corpus.rs")),
        ),
        (
            "src/race.rs",
            program(include_str!("../programs/wire/race.rs")),
        ),
        (
            "src/decode.rs",
            program(include_str!("../programs/wire/decode.rs")),
        ),
        (
            "src/encode.rs",
            program(include_str!("../programs/wire/encode.rs")),
        ),
        (
            "src/matching.rs",
            program(include_str!("../programs/wire/matching.rs")),
        ),
        (
            "src/slopes.rs",
            program(include_str!("../programs/wire/slopes.rs")),
        ),
        (
            "src/bin/time/main.rs",
            program(include_str!("../programs/wire/time.rs")),
        ),
        (
            "src/bin/memory/main.rs",
            program(include_str!("../programs/wire/memory.rs")),
        ),
    ]
}
