//! The number of instructions to use the errors, which is the same in every run, unlike time.

use crate::crates::Workspace;
use crate::figures::Figures;
use crate::run_time::OPERATIONS;
use crate::Result;
use std::path::Path;
use std::process::Command;

/// The figures, in the order of [`OPERATIONS`].
pub(crate) const COLUMNS: [&str; 8] = [
    "display instr",
    "to_string instr",
    "message instr",
    "hit instr",
    "hit_with_status instr",
    "miss instr",
    "status instr",
    "kind instr",
];

/// `PICKED` of `programs/run.rs`.
const PICKED: f64 = 8192.0;

pub(crate) fn measure(workspace: &Workspace, figures: &mut Figures) -> Result<()> {
    if !can_be_counted() {
        return Ok(());
    }
    for each in &workspace.crates {
        eprintln!("instructions of {}", each.package);
        let program = workspace.build(each, "run", "release")?;
        for (operation, column) in OPERATIONS.into_iter().zip(COLUMNS) {
            let once = count(&program, operation, "1")?;
            let thrice = count(&program, operation, "3")?;
            let value = (thrice - once) / 2.0 / PICKED;
            figures.set(workspace.size, each.peer.name, column, value);
        }
    }
    Ok(())
}

/// Whether the program that counts instructions is installed.
pub(crate) fn can_be_counted() -> bool {
    let is_installed = Command::new("valgrind").arg("--version").output().is_ok();
    if !is_installed {
        eprintln!("valgrind is not installed: instructions are not measured");
    }
    is_installed
}

/// Returns the instructions of the whole program with this many passes over the operation.
pub(crate) fn count(program: &Path, operation: &str, passes: &str) -> Result<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["count", operation, passes])
        .output()?;
    collected(&String::from_utf8_lossy(&output.stderr))
}

/// Returns the number in the output of callgrind.
pub(crate) fn collected(output: &str) -> Result<f64> {
    let (_, collected) = output.split_once("Collected :").ok_or(output)?;
    let number = collected.split_whitespace().next().unwrap_or_default();
    Ok(number.parse()?)
}
