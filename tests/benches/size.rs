//! The size of a stripped program that prints every error.

use crate::crates::Workspace;
use crate::figures::Figures;
use crate::Result;
use std::fs;

pub(crate) const COLUMN: &str = "program KiB";

pub(crate) fn measure(workspace: &Workspace, figures: &mut Figures) -> Result<()> {
    for each in &workspace.crates {
        eprintln!("size of {}", each.package);
        let program = workspace.build(each, "print", "release")?;
        let bytes = u32::try_from(fs::metadata(program)?.len())?;
        figures.set(
            workspace.size,
            each.peer.name,
            COLUMN,
            f64::from(bytes) / 1024.0,
        );
    }
    Ok(())
}
