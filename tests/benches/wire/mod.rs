//! Reading and writing responses, and matching messages, compared with `serde_json` and `regex`.

mod columns;
mod corpus;
mod package;
mod peer;

pub(crate) use columns::{Table, CASES, TABLES};

use crate::figures::{Figures, Samples};
use crate::options::Options;
use crate::{command, Result};
use package::Programs;
use std::path::Path;
use std::process::Command;

/// The numbers of errors in the catalogs.
pub(crate) const SIZES: [usize; 2] = [100, 1_000];

pub(crate) fn measure(options: &Options, figures: &mut Figures) -> Result<()> {
    for size in SIZES {
        eprintln!("build the wire programs of {size} errors");
        let programs = Programs::build(size)?;
        let mut samples = Samples::default();
        read(&programs.memory, &mut samples)?;
        for _ in 0..options.runs_at(size) {
            read(&programs.time, &mut samples)?;
        }
        samples.medians(size, figures);
    }
    Ok(())
}

/// Reads the lines that a program prints: row, column, and figure, separated by tabs.
fn read(program: &Path, samples: &mut Samples) -> Result<()> {
    let output = command::run(&mut Command::new(program))?;
    for line in output.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [column, row, value] = cells[..] else {
            return Err(format!("`{line}` is not a figure").into());
        };
        let (row, column) = columns::find(row, column).ok_or("no table has `{line}`")?;
        samples.add(row, column, value.parse()?);
    }
    Ok(())
}
