//! Prints changes for GitHub Actions.

use super::{sentence, Compared};
use crate::diff::{Change, Impact};
use crate::failure::Failure;
use crate::output::Output;
use crate::report::github;

/// Prints a workflow command for each change that is not compatible.
pub(super) fn print(compared: &[Compared], output: &mut Output) -> Result<(), Failure> {
    for one in compared {
        for change in &one.diff.changes {
            if one.diff.impact(change) > Impact::Compatible {
                output.verbatim(command(one, change).as_bytes())?;
            }
        }
    }
    Ok(())
}

fn command(compared: &Compared, change: &Change) -> String {
    let lines = compared.new_lines(change);
    let level = match (compared.diff.impact(change), &change.acknowledged) {
        (Impact::Breaking, None) => "error",
        (Impact::Breaking, Some(_)) => "warning",
        _ => "notice",
    };
    let acknowledged = change.acknowledged.as_ref();
    let acknowledged =
        acknowledged.map_or(String::new(), |reason| format!("\nacknowledged: {reason}"));
    let message = format!("{}{acknowledged}", sentence(change));
    github::command(level, &lines, change.kind.name(), &message)
}
