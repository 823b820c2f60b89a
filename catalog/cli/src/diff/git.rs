//! Files as they were.

use crate::failure::Failure;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

/// The content of a file at a commit, tag or branch; `None` if it was not there.
///
/// # Errors
///
/// Git cannot be run, the file is in no repository, or the repository has no such commit.
pub(crate) fn file_at(reference: &str, path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let name = path
        .file_name()
        .ok_or_else(|| Failure::new(format!("`{}` is no file", path.display())))?;
    if !run(folder, ["rev-parse", "--git-dir"])?.status.success() {
        let message = format!("`{}` is in no git repository", path.display());
        return Err(Failure::new(message).help("name two files: `diff OLD NEW`"));
    }
    let commit = commit(folder, reference)?;
    let Some(object) = object(folder, &commit, name)? else {
        return Ok(None);
    };
    let content = run(folder, ["cat-file", "blob", &object])?;
    succeeded(content).map(Some)
}

/// The commit that is meant. A name that begins with `-` is none, and no option either.
fn commit(folder: &Path, reference: &str) -> Result<String, Failure> {
    let wanted = format!("{reference}^{{commit}}");
    let found = run(
        folder,
        [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &wanted,
        ],
    )?;
    if !found.status.success() {
        let message = format!("git knows no commit, tag or branch `{reference}`");
        return Err(Failure::new(message).help(
            "`git log --oneline` lists commits; in a shallow clone, `git fetch` brings more",
        ));
    }
    Ok(first_line(&found.stdout))
}

/// The object that holds the file's content.
fn object(folder: &Path, commit: &str, name: &OsStr) -> Result<Option<String>, Failure> {
    let arguments = ["ls-tree", commit, "--"].map(OsStr::new);
    let listed = run(folder, arguments.into_iter().chain([name]))?;
    let listed = first_line(&succeeded(listed)?);
    // `100644 blob 8ab686e…\tpayments.json`
    let mut words = listed.split_whitespace().skip(1);
    let is_file = words.next() == Some("blob");
    Ok(words.next().filter(|_| is_file).map(str::to_owned))
}

fn run<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = A>,
) -> Result<Output, Failure> {
    Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .map_err(|error| {
            Failure::new(format!("cannot run git: {error}")).help("name two files: `diff OLD NEW`")
        })
}

fn succeeded(output: Output) -> Result<Vec<u8>, Failure> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    let reason = reason.trim().trim_start_matches("fatal: ");
    Err(Failure::new(format!("git failed: {reason}")))
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().next().unwrap_or_default().to_owned()
}
