//! Measures the command on a catalog of 10,000 errors, compared with `jq .` on the same file.
//!
//! ```sh
//! cargo bench -p cargo-error-catalog
//! ```
//!
//! Prints the median CPU time of several runs in seconds, and its ratio to the time of jq.

use serde_json::{json, Value};
use std::error::Error;
use std::fs;
use std::process::Command;

const ERRORS: usize = 10_000;
const RUNS: usize = 5;
const COMMAND: &str = env!("CARGO_BIN_EXE_cargo-error-catalog");

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = |name: &str, step: usize| -> Result<String> {
        let path = folder.path().join(name);
        fs::write(&path, serde_json::to_string_pretty(&catalog(step))?)?;
        Ok(path.display().to_string())
    };
    let old = file("old.json", 0)?;
    let new = file("new.json", 7)?;
    let formatted = file("formatted.json", 0)?;

    let jq = median(&["jq", ".", &old]);
    print("jq .", jq.as_ref().ok().copied(), jq.as_ref().ok().copied());
    let subcommands = [
        ("check", vec![COMMAND, "check", &old]),
        ("fmt", vec![COMMAND, "fmt", &formatted]),
        (
            "fmt --check, where each error differs",
            vec![COMMAND, "fmt", "--check", &old],
        ),
        ("diff", vec![COMMAND, "diff", &old, &new]),
    ];
    for (name, arguments) in subcommands {
        print(name, Some(median(&arguments)?), jq.as_ref().ok().copied());
    }
    Ok(())
}

fn print(name: &str, seconds: Option<f64>, jq: Option<f64>) {
    let Some(seconds) = seconds else {
        println!("{name}: not installed");
        return;
    };
    let ratio = jq.map_or_else(String::new, |jq| format!(", {:.2} of jq", seconds / jq));
    println!("{name}: {seconds:.2} s{ratio}");
}

/// Returns a catalog in which every `step`th error has a different message than with step 0.
fn catalog(step: usize) -> Value {
    let errors: Vec<Value> = (0..ERRORS)
        .map(|number| {
            let is_changed = step > 0 && number % step == 0;
            let word = if is_changed { "fell" } else { "lies" };
            json!({
                "code": format!("VALUE_{number}_OUT_OF_RANGE"),
                "status": 400,
                "message": format!("The value {{value}} of {{field}} {word} below the minimum {{minimum}} of rule {number}."),
                "retry": "after-fix",
                "description": "The value is too low for what the account may spend in a day.",
                "causes": ["The value was computed from an older price.", "The currency is another one."],
                "resolution": "Send a value that is not below the minimum.",
            })
        })
        .collect();
    json!({ "name": "large", "errors": errors })
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
