//! Removes the imports of derives that nothing in the file uses now.

use super::super::find::File;
use super::super::names::imports;
use super::super::scan::is_punct;
use super::edits::Edits;
use proc_macro2::{Delimiter, TokenTree};
use std::ops::Range;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{ItemUse, UseTree, Visibility};

/// Removes the imports of the names in these places, unless another derive has them.
pub(super) fn remove_unused(file: &File, replaced: &[Range<usize>], edits: &mut Edits) {
    let text = |range: &Range<usize>| file.text.get(range.clone()).unwrap_or_default();
    let kept = derives(file);
    let kept: Vec<&str> = kept
        .iter()
        .filter(|it| !replaced.contains(it))
        .map(text)
        .collect();
    let is_used = |name: &str| {
        // Another module of the file can name it with `super`.
        kept.iter()
            .any(|path| path.rsplit("::").next().map(str::trim) == Some(name))
    };
    let unused = |name: &str| replaced.iter().any(|it| text(it) == name) && !is_used(name);
    for import in imports(&file.items) {
        if matches!(import.vis, Visibility::Inherited) {
            remove(&import, &unused, &file.text, edits);
        }
    }
}

/// Returns where the paths are in all `derive(…)` of a file.
fn derives(file: &File) -> Vec<Range<usize>> {
    let mut paths = Vec::new();
    for level in &file.levels {
        for pair in level.tokens.windows(2) {
            let [TokenTree::Ident(name), TokenTree::Group(group)] = pair else {
                continue;
            };
            if name != "derive" || group.delimiter() != Delimiter::Parenthesis {
                continue;
            }
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            for path in tokens.split(|token| is_punct(token, ',')) {
                if let [first, .., last] | [first @ last] = path {
                    let (first, last) = (first.span().byte_range(), last.span().byte_range());
                    paths.push(first.start..last.end);
                }
            }
        }
    }
    paths
}

/// Removes the names of an import that are unused; the whole import if all are.
fn remove(import: &ItemUse, unused: &impl Fn(&str) -> bool, text: &str, edits: &mut Edits) {
    let mut removed = Vec::new();
    if !is_kept(&import.tree, "", unused, &mut removed) {
        let range = import.span().byte_range();
        return edits.cut(whole_line(range, text));
    }
    for range in removed {
        let range = with_comma(range, text);
        if text.get(..range.end).is_some_and(|it| it.ends_with(',')) {
            edits.remove(range);
        } else {
            edits.cut(range);
        }
    }
}

/// Whether something of a tree is kept. Adds the ranges of its largest parts that are not.
fn is_kept(
    tree: &UseTree,
    before: &str,
    unused: &impl Fn(&str) -> bool,
    removed: &mut Vec<Range<usize>>,
) -> bool {
    let is_derive = |path: &str| matches!(path, "thiserror::Error" | "displaydoc::Display");
    match tree {
        UseTree::Path(path) => {
            let before = format!("{before}{}::", path.ident.unraw());
            is_kept(&path.tree, &before, unused, removed)
        }
        UseTree::Name(name) => {
            let name = name.ident.unraw().to_string();
            !(is_derive(&format!("{before}{name}")) && unused(&name))
        }
        UseTree::Rename(rename) => {
            let path = format!("{before}{}", rename.ident.unraw());
            !(is_derive(&path) && unused(&rename.rename.unraw().to_string()))
        }
        UseTree::Glob(_) => true,
        UseTree::Group(group) => {
            let mut of_group = Vec::new();
            let mut is_any_kept = group.items.is_empty();
            for tree in &group.items {
                if is_kept(tree, before, unused, &mut of_group) {
                    is_any_kept = true;
                } else {
                    of_group.push(tree.span().byte_range());
                }
            }
            if is_any_kept {
                removed.append(&mut of_group);
            }
            is_any_kept
        }
    }
}

/// Returns the range with the comma after it, or else with the one before it.
fn with_comma(range: Range<usize>, text: &str) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let next = after.trim_start();
    if next.starts_with(',') {
        return range.start..range.end + (after.len() - next.len()) + 1;
    }
    match before.trim_end().strip_suffix(',') {
        Some(before) => before.len()..range.end,
        None => range,
    }
}

/// Returns the range with its line, if nothing else is in that.
fn whole_line(range: Range<usize>, text: &str) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = after
        .find('\n')
        .map_or(after, |at| after.get(..=at).unwrap_or_default());
    let is_alone =
        before.get(start..).unwrap_or_default().trim().is_empty() && line.trim().is_empty();
    if is_alone {
        start..range.end + line.len()
    } else {
        range
    }
}
