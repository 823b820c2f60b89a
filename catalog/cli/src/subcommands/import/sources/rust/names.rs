//! The names that a file imports.

use super::scan::{is_shallow, Item, Keyword};
use std::collections::HashMap;
use syn::ext::IdentExt;
use syn::{ItemUse, UseTree};

/// What each name that is imported means, as a path.
#[derive(Default)]
pub(super) struct Names(HashMap<String, String>);

impl Names {
    pub(super) fn new(items: &[Item]) -> Self {
        let mut names = Self::default();
        for import in imports(items) {
            names.add(&import.tree, "");
        }
        names
    }

    fn add(&mut self, tree: &UseTree, before: &str) {
        match tree {
            UseTree::Path(path) => {
                self.add(&path.tree, &format!("{before}{}::", path.ident.unraw()));
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.add(tree, before);
                }
            }
            UseTree::Name(name) => {
                let name = name.ident.unraw().to_string();
                self.insert(name.clone(), format!("{before}{name}"));
            }
            UseTree::Rename(rename) => {
                let path = format!("{before}{}", rename.ident.unraw());
                self.insert(rename.rename.unraw().to_string(), path);
            }
            UseTree::Glob(_) => {}
        }
    }

    fn insert(&mut self, name: String, path: String) {
        // Traits of the standard library are beside derives of the same name, and are not derived.
        let is_trait = ["::error::Error", "::fmt::Display"]
            .iter()
            .any(|end| path.ends_with(end));
        if !is_trait {
            self.0.insert(name, path);
        }
    }

    /// Returns the path with the import of its first name, if that is imported.
    pub(super) fn resolved(&self, path: &syn::Path) -> String {
        let mut names = path.segments.iter().map(|it| it.ident.unraw().to_string());
        let first = names.next().unwrap_or_default();
        let first = match self.0.get(&first) {
            Some(path) => path.clone(),
            None => first,
        };
        names.fold(first, |path, name| format!("{path}::{name}"))
    }
}

/// Returns the imports of a file.
pub(super) fn imports(items: &[Item]) -> impl Iterator<Item = ItemUse> + '_ {
    let imports = items.iter().filter(|item| {
        item.keyword == Keyword::Use && !item.is_in_macro && is_shallow(&item.tokens)
    });
    imports.filter_map(|item| syn::parse2(item.tokens.clone()).ok())
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::Names;

    #[test]
    fn names_are_resolved_through_imports() {
        let text = "use thiserror::{self, Error as ThisError, Error}; use {a::b as c, d::*}; use ::snafu::Snafu; \
                    use std::{error::Error, fmt::Display};";
        let names = Names::new(&scan::items(&scan::levels(text).unwrap()));
        for (path, expected) in [
            ("ThisError", "thiserror::Error"),
            ("thiserror::Error", "thiserror::Error"),
            ("c::D", "a::b::D"),
            ("Snafu", "snafu::Snafu"),
            ("Error", "thiserror::Error"),
            ("Display", "Display"),
            ("Other", "Other"),
            ("::x::Y", "x::Y"),
        ] {
            assert_eq!(
                names.resolved(&syn::parse_str(path).unwrap()),
                expected,
                "{path}"
            );
        }
    }
}
