//! The files that a catalog file extends.

use super::object::{Object, Text};
use crate::bytes::has_byte;
use crate::{Report, Rule};

/// Reads the paths of the files; reports those that are not valid.
pub(super) fn read<'a>(object: &Object<'a>, report: &mut Report) -> Vec<Text<'a>> {
    let mut paths = Vec::new();
    for path in object.texts("extends", report) {
        match invalid(&path.value) {
            Some((reason, help)) => {
                report.add(Rule::Extends, path.span(), reason).help(help);
            }
            None => paths.push(path),
        }
    }
    paths
}

/// Returns why a path does not lead to the same file on every machine, and what to do.
pub(crate) fn invalid(path: &str) -> Option<(&'static str, String)> {
    let relative = || "write the path relative to this file".to_owned();
    let has_drive = || {
        let mut bytes = path.bytes();
        bytes.next().is_some_and(|it| it.is_ascii_alphabetic()) && bytes.next() == Some(b':')
    };
    if path.is_empty() {
        Some(("the path is empty", relative()))
    } else if has_byte(path, b'\\') {
        let help = format!("write `{}`", path.replace('\\', "/"));
        Some(("a backslash is not a separator on every system", help))
    } else if path.starts_with('/') || has_drive() {
        let reason = "the path is absolute, and works on one machine only";
        Some((reason, relative()))
    } else if path.starts_with('$') {
        Some(("a path cannot start with a variable", relative()))
    } else {
        None
    }
}
