//! Measures the command on 10,000 errors, compared with `jq .` on the same file: the goal for imports and exports is twice
//! its time.
//!
//! ```sh
//! cargo bench -p cargo-error-catalog
//! ```
//!
//! Prints the median CPU time of several runs in seconds, and its ratio to the time of jq.

mod sources;

use serde_json::Value;
use sources::catalog;
use std::error::Error;
use std::fs;
use std::process::Command;

const RUNS: usize = 5;
const COMMAND: &str = env!("CARGO_BIN_EXE_cargo-error-catalog");

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name).display().to_string();
    let [old, new, formatted] = ["old", "new", "formatted"].map(&path);
    let [map, openapi, bodies] = ["map.json", "openapi.json", "bodies.ndjson"].map(path);
    let pretty = |path: &str, value: &Value| fs::write(path, format!("{value:#}"));
    pretty(&old, &catalog(0))?;
    pretty(&new, &catalog(7))?;
    pretty(&formatted, &catalog(0))?;
    pretty(&map, &sources::map())?;
    pretty(&openapi, &sources::openapi())?;
    fs::write(&bodies, sources::bodies())?;

    let on_catalog = [
        vec!["check", &old],
        vec!["fmt", &formatted],
        // Each error differs.
        vec!["fmt", "--check", &old],
        vec!["diff", &old, &new],
        vec!["export", "typescript", &old],
        vec!["export", "python", &old],
        vec!["export", "go", &old],
        vec!["export", "openapi", &old],
        vec!["export", "json-schema", &old],
        vec!["import", "json", &old],
    ];
    compare("the catalog", &old, &on_catalog)?;
    compare("a map", &map, &[vec!["import", "json", &map]])?;
    compare(
        "a document of OpenAPI",
        &openapi,
        &[vec!["import", "openapi", &openapi]],
    )?;
    compare(
        "30,000 bodies",
        &bodies,
        &[vec!["import", "bodies", &bodies]],
    )
}

/// Prints the times of subcommands, and their ratios to that of `jq .` on the same file.
fn compare(title: &str, file: &str, subcommands: &[Vec<&str>]) -> Result<()> {
    let jq = median(&["jq", ".", file]).ok();
    match jq {
        Some(jq) => println!("{title}: jq . {jq:.2} s"),
        None => println!("{title}: jq is not installed"),
    }
    for arguments in subcommands {
        let seconds = median(&[&[COMMAND, "error-catalog"], &arguments[..]].concat())?;
        let ratio = jq.map_or_else(String::new, |jq| format!(", {:.2} of jq", seconds / jq));
        let flags = arguments.iter().filter(|it| !it.starts_with('/'));
        let name: Vec<&str> = flags.copied().collect();
        println!("  {}: {seconds:.2} s{ratio}", name.join(" "));
    }
    Ok(())
}

/// Returns the median of user and system time in seconds.
fn median(arguments: &[&str]) -> Result<f64> {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| measure(arguments))
        .collect::<Result<_>>()?;
    times.sort_by(f64::total_cmp);
    Ok(times.get(RUNS / 2).copied().unwrap_or_default())
}

fn measure(arguments: &[&str]) -> Result<f64> {
    let output = Command::new("bash")
        .args([
            "-c",
            "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>&1",
            "--",
        ])
        .args(arguments)
        .output()?;
    // Subcommands that find something exit with 1; from 126 on, the shell could not run them.
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(format!("`{}` fails", arguments.join(" ")).into());
    }
    let times = String::from_utf8(output.stderr)?;
    let times: Vec<f64> = times.split_whitespace().flat_map(str::parse).collect();
    Ok(times.iter().sum())
}
