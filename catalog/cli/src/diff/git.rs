//! Reads files from earlier commits.

use crate::failure::Failure;
use error_catalog_model::Source;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Environment variables, set by hooks or users, that point git to a different repository or file.
const ELSEWHERE: [&str; 10] = [
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// Returns the content of a file at a commit, tag, or branch; `None` if the file did not exist there.
///
/// The commit belongs to the repository that contains the file. Symbolic links are followed first.
///
/// # Errors
///
/// Git cannot be run, the file is not in a repository, the repository has no such commit, or the path was not a
/// readable file there.
pub(crate) fn file_at(reference: &str, path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let path = followed(path)?;
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let name = path
        .file_name()
        .ok_or_else(|| Failure::new(format!("`{}` is not a file", path.display())))?;
    check_repository(folder, &path)?;
    let commit = commit(folder, reference)?;
    let Some(object) = object(folder, &commit, name)? else {
        return Ok(None);
    };
    if let Some(reason) = object.unreadable_because() {
        let message = format!("`{}` {reason} at `{reference}`", path.display());
        return Err(Failure::new(message).help("compare two files instead: `diff OLD NEW`"));
    }
    let content = run(folder, ["cat-file", "blob", &object.id])?;
    succeeded(content).map(Some)
}

/// The path, or the target of the symbolic link at the path.
fn followed(path: &Path) -> Result<PathBuf, Failure> {
    if path.is_symlink() {
        std::fs::canonicalize(path).map_err(|error| Failure::file("read", path, &error))
    } else {
        Ok(path.to_owned())
    }
}

fn check_repository(folder: &Path, path: &Path) -> Result<(), Failure> {
    let found = run(folder, ["rev-parse", "--git-dir"])?;
    if !found.status.success() && is_about(&found, "not a git repository") {
        let message = format!("`{}` is not in a git repository", path.display());
        return Err(Failure::new(message).help("compare two files instead: `diff OLD NEW`"));
    }
    succeeded(found).map(drop)
}

/// The hash of the commit. A reference that begins with `-` is not taken for an option.
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
        let message = format!("git does not know a commit, tag, or branch `{reference}`");
        return Err(Failure::new(message).help(
            "list commits with `git log --oneline`; in a shallow clone, get more with `git fetch`",
        ));
    }
    Ok(first_line(&found.stdout))
}

/// An object at a path of a commit.
struct Object {
    /// `100644` or `100755` for files, `120000` for symbolic links.
    mode: String,
    id: String,
    /// `None` if it is not a blob.
    size: Option<u64>,
}

impl Object {
    /// Why it cannot be read as a catalog.
    fn unreadable_because(&self) -> Option<&'static str> {
        match (&*self.mode, self.size) {
            ("120000", _) => Some("was a symbolic link"),
            (_, None) => Some("was not a file"),
            (_, Some(size)) if size > Source::LARGEST => Some("was larger than 32 MiB"),
            _ => None,
        }
    }
}

fn object(folder: &Path, commit: &str, name: &OsStr) -> Result<Option<Object>, Failure> {
    let arguments = ["ls-tree", "-z", "--long", commit, "--"].map(OsStr::new);
    let listed = run(folder, arguments.into_iter().chain([name]))?;
    // `100644 blob 8ab686e…     123\tpayments.json\0`
    let listed = String::from_utf8_lossy(&succeeded(listed)?).into_owned();
    let words = listed.split('\t').next().unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    let [mode, _, id, size] = *words else {
        return Ok(None);
    };
    Ok(Some(Object {
        mode: mode.to_owned(),
        id: id.to_owned(),
        size: size.parse().ok(),
    }))
}

/// Runs git with every path taken literally.
fn run<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = A>,
) -> Result<Output, Failure> {
    let mut git = Command::new("git");
    for variable in ELSEWHERE {
        git.env_remove(variable);
    }
    git.env("LC_ALL", "C")
        .arg("--literal-pathspecs")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .map_err(|error| {
            let help = "compare two files instead: `diff OLD NEW`";
            Failure::new(format!("cannot run git: {error}")).help(help)
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

fn is_about(output: &Output, reason: &str) -> bool {
    String::from_utf8_lossy(&output.stderr).contains(reason)
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().next().unwrap_or_default().to_owned()
}
