//! Measures error-catalog and its peers on the same errors in one run; see `README.md` in this folder.

mod build_time;
mod chart;
mod command;
mod compiler;
mod crates;
mod dependencies;
mod figures;
mod goals;
mod instructions;
mod options;
mod peers;
mod report;
mod run_time;
mod service;
mod size;
mod synthetic;
mod verify;
mod wire;

use crates::Workspace;
use figures::Figures;
use options::{Options, Part};
use std::error::Error;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let Some(options) = Options::parse(std::env::args().skip(1))? else {
        println!("Only `cargo bench` measures.");
        return Ok(());
    };
    let figures = measure(&options)?;
    let report = report::markdown(&options, &figures);
    println!("\n{report}");
    if options.write {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
        report::write(&folder, &report)?;
        chart::write(&folder, &options, &figures)?;
    }
    Ok(())
}

fn measure(options: &Options) -> Result<Figures> {
    let mut figures = Figures::default();
    if options.has(Part::Dependencies) {
        dependencies::measure(options, &mut figures)?;
    }
    if options.has(Part::Wire) {
        wire::measure(options, &mut figures)?;
    }
    if options.has(Part::Service) {
        service::measure(options, &mut figures)?;
    }
    for size in options.sizes() {
        let workspace = Workspace::write(*size, &options.peers)?;
        verify::all(&workspace)?;
        if options.has(Part::Build) {
            build_time::measure(&workspace, options.runs_at(*size), &mut figures)?;
        }
        if options.has(Part::Compiler) {
            compiler::measure(&workspace, &mut figures)?;
        }
        if options.has(Part::Run) {
            run_time::measure(&workspace, options.runs_at(*size), &mut figures)?;
        }
        if options.has(Part::Instructions) {
            instructions::measure(&workspace, &mut figures)?;
        }
        if options.has(Part::Size) {
            size::measure(&workspace, &mut figures)?;
        }
    }
    Ok(figures)
}
