//! The figures as tables.

use crate::build_time::MODES;
use crate::figures::Figures;
use crate::goals;
use crate::options::Options;
use crate::peers::PEERS;
use crate::{compiler, dependencies, instructions, run_time, service, size, wire, Result};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

const BEGIN: &str = "<!-- measured: begin -->\n";
const END: &str = "<!-- measured: end -->\n";

pub(crate) fn markdown(options: &Options, figures: &Figures) -> String {
    let mut text = machine();
    text += &ratios(figures);
    for size in wire::SIZES {
        text += &wire_at_size(size, figures);
    }
    text += &table(
        "Error response of axum",
        service::SIZE,
        &service::WAYS,
        &[service::TIME, service::INSTRUCTIONS],
        figures,
    );
    for size in options.sizes() {
        text += &at_size(*size, options, figures);
    }
    let names: Vec<&str> = dependencies::all().iter().map(|(name, _)| *name).collect();
    let columns = dependencies::COLUMNS.map(|(column, _)| column);
    text + &table(
        "Clean build of the dependencies",
        0,
        &names,
        &columns,
        figures,
    )
}

/// Replaces the report between its marks.
pub(crate) fn write(folder: &Path, report: &str) -> Result<()> {
    let file = folder.join("README.md");
    let old = fs::read_to_string(&file)?;
    let (before, rest) = old.split_once(BEGIN).ok_or("README.md has no begin mark")?;
    let (_, after) = rest.split_once(END).ok_or("README.md has no end mark")?;
    Ok(fs::write(
        file,
        format!("{before}{BEGIN}\n{report}\n{END}{after}"),
    )?)
}

fn machine() -> String {
    let cpus = std::thread::available_parallelism().map_or(1, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let model = model
        .unwrap_or("an unknown processor")
        .trim_start_matches([' ', '\t', ':']);
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let rustc = rustc.unwrap_or_default();
    let mut text = format!(
        "{cpus} cores of {model}, {rustc}, error-catalog {}",
        env!("CARGO_PKG_VERSION")
    );
    for peer in PEERS {
        if let Some((_, version)) = peer.dependencies.split_once("\"=") {
            let version = version.split('"').next().unwrap_or_default();
            let _ = write!(text, ", {} {version}", peer.name);
        }
    }
    text + ".\n"
}

fn ratios(figures: &Figures) -> String {
    let mut text = String::from(
        "\n### Goals\n\n| ratio | measured | wanted | |\n| --- | ---: | ---: | --- |\n",
    );
    for outcome in goals::outcomes(figures) {
        let missed = if outcome.ratio < outcome.needed {
            "missed"
        } else {
            ""
        };
        let (what, ratio, needed) = (outcome.what, outcome.ratio, outcome.needed);
        let _ = writeln!(text, "| {what} | {ratio:.2} | {needed:.2} | {missed} |");
    }
    text
}

fn at_size(size: usize, options: &Options, figures: &Figures) -> String {
    let peers: Vec<&str> = options.peers.iter().map(|peer| peer.name).collect();
    let build: Vec<&str> = MODES
        .iter()
        .flat_map(|mode| [mode.wall, mode.cpu, mode.memory])
        .chain([size::COLUMN])
        .collect();
    [
        ("Build of the crate", &build[..]),
        ("Instructions of the compiler, millions", &compiler::COLUMNS),
        ("Use, nanoseconds", &run_time::OPERATIONS),
        ("Use, instructions", &instructions::COLUMNS),
    ]
    .into_iter()
    .map(|(title, columns)| {
        table(
            &format!("{title}, {size} errors"),
            size,
            &peers,
            columns,
            figures,
        )
    })
    .collect()
}

fn wire_at_size(size: usize, figures: &Figures) -> String {
    let table = |each: &wire::Table| {
        let title = format!("{}, {size} errors", each.title);
        table(&title, size, each.rows, each.columns, figures)
    };
    wire::TABLES.iter().map(table).collect()
}

/// Writes a table of the measured figures, or nothing.
fn table(title: &str, size: usize, peers: &[&str], columns: &[&str], figures: &Figures) -> String {
    let measured = |column: &&&str| {
        let has = |row: &&str| figures.get(size, row, column).is_some();
        peers.iter().any(has)
    };
    let columns: Vec<&str> = columns.iter().filter(measured).copied().collect();
    if columns.is_empty() {
        return String::new();
    }
    let heads = columns.join(" | ");
    let rule = " ---: |".repeat(columns.len());
    let mut text = format!("\n### {title}\n\n| | {heads} |\n| --- |{rule}\n");
    for peer in peers {
        let cells: Vec<String> = columns
            .iter()
            .map(|column| {
                figures
                    .get(size, peer, column)
                    .map_or_else(String::new, number)
            })
            .collect();
        let _ = writeln!(text, "| {peer} | {} |", cells.join(" | "));
    }
    text
}

/// Rounds to three digits, which is more than such measurements are worth.
fn number(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}
