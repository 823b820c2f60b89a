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

/// A file at an earlier commit.
pub(crate) struct Earlier {
    pub(crate) content: Vec<u8>,
    /// The path that it had in the repository, if it was renamed since.
    pub(crate) renamed_from: Option<String>,
}

/// Returns a file at a commit, tag, or branch; `None` if it did not exist there, under this name or an earlier one.
///
/// The commit belongs to the repository that contains the file. Symbolic links are followed first. A file was renamed if
/// git finds so between the commit and the index.
///
/// # Errors
///
/// Git cannot be run, the file is not in a repository, the repository has no such commit, or the path was not a
/// readable file there.
pub(crate) fn file_at(reference: &str, path: &Path) -> Result<Option<Earlier>, Failure> {
    let path = followed(path)?;
    let (folder, name) = existing_folder(&path);
    if path.file_name().is_none() {
        return Err(Failure::new(format!("`{}` is not a file", path.display())));
    }
    check_repository(folder, &path)?;
    let commit = commit(folder, reference)?;
    let mut renamed_from = None;
    let mut found = object(folder, &commit, &[], name)?;
    if found.is_none() {
        renamed_from = earlier_path(folder, &commit, name)?;
        if let Some(earlier) = &renamed_from {
            found = object(folder, &commit, &["--full-tree"], OsStr::new(earlier))?;
        }
    }
    let Some(object) = found else {
        return Ok(None);
    };
    if let Some(reason) = object.unreadable_because() {
        let message = format!("`{}` {reason} at `{reference}`", path.display());
        return Err(Failure::new(message).help("compare two files instead: `diff OLD NEW`"));
    }
    let content = succeeded(run(folder, ["cat-file", "blob", &object.id])?)?;
    Ok(Some(Earlier {
        content,
        renamed_from,
    }))
}

/// Splits a path after the innermost folder that still exists.
fn existing_folder(path: &Path) -> (&Path, &OsStr) {
    let folders = path.ancestors().skip(1);
    let mut folders = folders.map(|folder| match folder {
        folder if folder == Path::new("") => Path::new("."),
        folder => folder,
    });
    let folder = folders.find(|folder| folder.is_dir());
    let folder = folder.unwrap_or(Path::new("."));
    let rest = path.strip_prefix(folder).unwrap_or(path);
    (folder, rest.as_os_str())
}

/// Returns the path in the repository that a file was renamed from since a commit, if it is valid UTF-8. The index is
/// compared, so that git reads and runs nothing in the working tree.
fn earlier_path(folder: &Path, commit: &str, name: &OsStr) -> Result<Option<String>, Failure> {
    let prefix = succeeded(run(folder, ["rev-parse", "--show-prefix"])?)?;
    let prefix = prefix.strip_suffix(b"\n").unwrap_or(&prefix);
    let path = [prefix, name.as_encoded_bytes()].concat();
    let renames = [
        "diff-index",
        "--cached",
        "--find-renames",
        "--diff-filter=R",
        "--name-status",
        "-z",
        commit,
        "--",
    ];
    // `R097\0errors/a.json\0errors/b.json\0`
    let listed = succeeded(run(folder, renames)?)?;
    let parts: Vec<&[u8]> = listed.split(|byte| *byte == 0).collect();
    let earlier = parts.chunks_exact(3).find_map(|rename| match rename {
        [_, old, new] if *new == path => Some(*old),
        _ => None,
    });
    Ok(earlier.and_then(|old| String::from_utf8(old.to_vec()).ok()))
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

fn object(
    folder: &Path,
    commit: &str,
    options: &[&str],
    path: &OsStr,
) -> Result<Option<Object>, Failure> {
    let arguments = [&["ls-tree", "-z", "--long"], options, &[commit, "--"]].concat();
    let arguments = arguments.into_iter().map(OsStr::new);
    let listed = run(folder, arguments.chain([path]))?;
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
