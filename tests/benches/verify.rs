//! Checks that all peers have the same errors, without which the comparison would be worthless.

use crate::crates::Workspace;
use crate::synthetic::{Synthetic, VALUES};
use crate::{command, Result};
use std::process::Command;

pub(crate) fn all(workspace: &Workspace) -> Result<()> {
    let expected: Vec<String> = expected(&workspace.errors);
    for each in &workspace.crates {
        eprintln!("verify {}", each.package);
        let program = workspace.build(each, "run", "dev")?;
        let dump = command::run(Command::new(program).arg("dump"))?;
        let differs = |(left, right): &(&str, &String)| left != right;
        if let Some((found, wanted)) = dump.lines().zip(&expected).find(differs) {
            return Err(format!("{}: `{found}` is not `{wanted}`", each.package).into());
        }
        if dump.lines().count() != expected.len() {
            return Err(format!("`{}` has a different number of errors", each.package).into());
        }
    }
    Ok(())
}

/// Returns code, status, and message of each error, as the measuring program prints them.
fn expected(errors: &[Synthetic]) -> Vec<String> {
    let mut values = VALUES.iter().cycle();
    let mut line = |error: &Synthetic| {
        let message = error.fill(|_| values.next().map(ToString::to_string).unwrap_or_default());
        format!("{}\t{}\t{message}", error.code, error.status)
    };
    errors.iter().map(&mut line).collect()
}
