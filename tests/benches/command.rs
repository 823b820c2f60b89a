//! Running and measuring other programs.

use crate::Result;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder for everything that is generated.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers")
}

pub(crate) struct Cost {
    pub(crate) wall: f64,
    /// User and system time of all processes.
    pub(crate) cpu: f64,
    /// Peak memory in MiB of the largest process, if GNU time is installed.
    pub(crate) memory: Option<f64>,
}

/// Creates a command of cargo without incremental cache, in one of the generated workspaces.
pub(crate) fn cargo(workspace: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    set_up(&mut command, workspace);
    command.args(arguments);
    command
}

/// Runs the command and returns its output.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    Ok(String::from_utf8(checked(command)?.stdout)?)
}

/// Runs the command and returns its cost.
pub(crate) fn measure(workspace: &Path, arguments: &[&str]) -> Result<Cost> {
    let memory_file = folder().join("memory");
    let has_time = Path::new("/usr/bin/time").exists();
    let mut command = Command::new("bash");
    // Bash's `time` has a resolution of 1 ms, GNU time one of 10 ms.
    command.args(["-c", "TIMEFORMAT='%R %U %S'; time \"$@\" 2>/dev/null", "--"]);
    if has_time {
        command.args(["/usr/bin/time", "-f", "%M", "-o"]);
        command.arg(&memory_file);
    }
    command.arg(env!("CARGO")).args(arguments);
    set_up(&mut command, workspace);
    let times = String::from_utf8(checked(&mut command)?.stderr)?;
    let times: Vec<f64> = times.split_whitespace().flat_map(str::parse).collect();
    let [wall, user, system] = times[..] else {
        return Err("bash printed no times".into());
    };
    let memory = fs::read_to_string(&memory_file).ok();
    Ok(Cost {
        wall,
        cpu: user + system,
        memory: memory.and_then(|kib| Some(kib.trim().parse::<f64>().ok()? / 1024.0)),
    })
}

fn set_up(command: &mut Command, workspace: &Path) {
    command
        .current_dir(workspace)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", folder().join("target"));
}

fn checked(command: &mut Command) -> Result<Output> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(output);
    }
    let arguments: Vec<&OsStr> = command.get_args().collect();
    let error = String::from_utf8_lossy(&output.stderr);
    Err(format!("{arguments:?} failed:\n{error}").into())
}

/// Fetches missing dependencies of the workspace; everything else works offline.
pub(crate) fn fetch(workspace: &Path) -> Result<()> {
    let offline = cargo(workspace, &["fetch", "--offline", "-q"]).output()?;
    if !offline.status.success() {
        run(&mut cargo(workspace, &["fetch", "-q"]))?;
    }
    Ok(())
}
