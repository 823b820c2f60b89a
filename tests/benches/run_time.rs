//! The time to use the errors.

use crate::crates::Workspace;
use crate::figures::{Figures, Samples};
use crate::synthetic::Random;
use crate::{command, Result};
use std::process::Command;

/// The operations of `programs/run.rs`, each in nanoseconds.
pub(crate) const OPERATIONS: [&str; 8] = [
    "display",
    "to_string",
    "message",
    "hit",
    "hit_with_status",
    "miss",
    "status",
    "kind",
];

/// A run takes milliseconds, so there can be more of them than of builds.
const RUNS_PER_BUILD: usize = 3;

pub(crate) fn measure(workspace: &Workspace, runs: usize, figures: &mut Figures) -> Result<()> {
    let mut programs = Vec::new();
    for each in &workspace.crates {
        eprintln!("build the program of {}", each.package);
        programs.push((each.peer.name, workspace.build(each, "run", "release")?));
    }
    let mut samples = Samples::default();
    let mut random = Random::new(2);
    for _ in 0..runs * RUNS_PER_BUILD {
        random.shuffle(&mut programs);
        for (peer, program) in &programs {
            let output = command::run(Command::new(program).arg("time"))?;
            for (operation, line) in OPERATIONS.into_iter().zip(output.lines()) {
                let nanoseconds = line.strip_prefix(operation).ok_or(line)?;
                samples.add(peer, operation, nanoseconds.trim().parse()?);
            }
        }
    }
    samples.medians(workspace.size, figures);
    Ok(())
}
