//! Merges values of a catalog with those of a source, given digests of what was imported before.

use super::doc::Doc;
use super::lock::{digest, Digests};
use std::collections::BTreeMap;

/// The keys whose members are merged one by one.
const BY_MEMBER: [&str; 3] = ["params", "categories", "operations"];
/// The keys that people choose once, whatever the source says later.
const NAMES: [&str; 3] = ["id", "name", "source"];

/// Returns the digest of each value, by its path.
pub(super) fn digests(value: &Doc) -> Digests {
    let mut digests = Digests::new();
    for (key, value) in value.members() {
        match value {
            Doc::Object(members) if BY_MEMBER.contains(&&**key) => {
                let members = members.iter();
                digests.extend(
                    members.map(|(member, value)| (format!("{key}/{member}"), digest(value))),
                );
            }
            _ => {
                digests.insert(key.clone(), digest(value));
            }
        }
    }
    digests
}

/// Returns the paths of the values that are merged one by one.
fn paths(value: &Doc) -> Vec<Vec<String>> {
    let members = value.members().iter();
    let paths = members.flat_map(|(key, value)| match value {
        Doc::Object(members) if BY_MEMBER.contains(&&**key) => {
            let members = members.iter();
            members
                .map(|(member, _)| vec![key.clone(), member.clone()])
                .collect()
        }
        _ => vec![vec![key.clone()]],
    });
    paths.collect()
}

fn path_of(path: &str) -> Vec<String> {
    match path.split_once('/') {
        Some((key, member)) if BY_MEMBER.contains(&key) => vec![key.to_owned(), member.to_owned()],
        _ => vec![path.to_owned()],
    }
}

fn at<'d>(value: &'d Doc, path: &[String]) -> Option<&'d Doc> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

fn put(value: &mut Doc, path: &[String], new: Option<Doc>) {
    match path {
        [key] => value.set(key, new),
        [key, member] => {
            let mut outer = value.get(key).cloned().unwrap_or(Doc::Object(Vec::new()));
            outer.set(member, new);
            let is_empty = outer.members().is_empty();
            value.set(key, (!is_empty).then_some(outer));
        }
        _ => {}
    }
}

/// Merges the members of one object: what is as it was imported follows the source, and everything else stays. Returns the
/// paths of the values that were edited and that the source changed as well.
///
/// Without a `base`, nothing is known about what was imported, and everything counts as edited.
pub(super) fn merge(ours: &mut Doc, theirs: &Doc, base: Option<&Digests>) -> Vec<String> {
    let mut all = paths(theirs);
    for path in base.into_iter().flat_map(BTreeMap::keys) {
        let path = path_of(path);
        if !all.contains(&path) {
            all.push(path);
        }
    }
    let mut kept = Vec::new();
    let before = ours.clone();
    for path in all {
        let mine = at(&before, &path);
        let new = at(theirs, &path);
        let shown = path.join("/");
        let imported = base.and_then(|base| base.get(&shown));
        if mine.is_some_and(|mine| new.is_some_and(|new| mine.is_same(new))) {
            continue;
        }
        let is_name = NAMES.contains(&&*shown);
        match (mine, imported) {
            // Nobody edited it.
            (Some(mine), Some(imported)) if digest(mine) == *imported => {
                put(ours, &path, new.cloned());
            }
            // It is new in the source, or nothing is known about what was imported.
            (None, None) if !is_name => put(ours, &path, new.cloned()),
            // It was edited or removed, and the source says the same as before.
            (_, Some(imported)) if new.is_some_and(|new| digest(new) == *imported) => {}
            _ if new.is_some() && !is_name => kept.push(shown),
            _ => {}
        }
    }
    kept
}
