//! The Rust files of a package.

use crate::workspace::{Package, Target};
use error_catalog_model::{normal_path_on_disk, read_file};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use syn::ext::IdentExt;
use syn::visit::{self, Visit};
use syn::{Expr, ExprLit, ItemMod, Lit, Meta};

/// The maximum size of a source file, in bytes; generated files are smaller.
pub(crate) const LARGEST: u64 = 512 << 20;

/// Returns the Rust files of a package: those in `src`, and those of targets elsewhere, such as tests. Other files, such as
/// the cases of a test of the compiler, belong to no target.
pub(crate) fn of_package(package: &Package) -> BTreeSet<PathBuf> {
    of_targets(package, |_| true)
}

/// Returns the Rust files of a package but those of tests and benchmarks.
pub(crate) fn without_tests(package: &Package) -> BTreeSet<PathBuf> {
    of_targets(package, |target| !target.is_test())
}

fn of_targets(package: &Package, is_wanted: fn(&Target) -> bool) -> BTreeSet<PathBuf> {
    let src = package.folder().join("src");
    let mut files = in_folder(&src);
    for target in &package.targets {
        if is_wanted(target) && !target.src_path.starts_with(&src) {
            files.append(&mut with_modules(&target.src_path));
        }
    }
    files
}

/// Returns the Rust files in a folder and its subfolders.
pub(crate) fn in_folder(folder: &Path) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(_) if path.extension().is_some_and(|it| it == "rs") => {
                    files.insert(path);
                }
                _ => {}
            }
        }
    }
    files
}

/// Returns the file of a target, and those of its modules. What cannot be read or parsed has none: the compiler reports
/// it.
fn with_modules(root: &Path) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::from([root.to_owned()]);
    let mut unread = vec![Module {
        file: root.to_owned(),
        is_folder: true,
    }];
    while let Some(module) = unread.pop() {
        for module in module.modules() {
            if files.insert(module.file.clone()) {
                unread.push(module);
            }
        }
    }
    files
}

/// A module with a file of its own.
struct Module {
    file: PathBuf,
    /// Whether the files of its modules are beside it, and not in a folder with its name.
    is_folder: bool,
}

impl Module {
    /// Returns the modules that it declares.
    fn modules(&self) -> Vec<Self> {
        let text = read_file(&self.file, LARGEST).ok().map(String::from_utf8);
        let Some(Ok(text)) = text else {
            return Vec::new();
        };
        // Parsing takes far longer than this.
        if !text.contains("mod ") {
            return Vec::new();
        }
        let Ok(parsed) = parsed(&text) else {
            return Vec::new();
        };
        let beside = self.file.parent().unwrap_or(Path::new(""));
        let mut modules = Modules {
            beside,
            folder: if self.is_folder {
                beside.to_owned()
            } else {
                self.file.with_extension("")
            },
            depth: 0,
            found: Vec::new(),
        };
        modules.visit_file(&parsed);
        modules.found
    }
}

/// Parses a source.
///
/// # Errors
///
/// It is not valid Rust.
pub(crate) fn parsed(text: &str) -> Result<syn::File, String> {
    syn::parse_file(text).map_err(|error| {
        let start = error.span().start();
        format!("line {}: {error}", start.line)
    })
}

/// Collects modules with files of their own.
struct Modules<'f> {
    /// The folder of the file that declares them.
    beside: &'f Path,
    /// The folder that their files are in.
    folder: PathBuf,
    /// The number of modules around them that have no file of their own.
    depth: usize,
    found: Vec<Module>,
}

impl Modules<'_> {
    fn add(&mut self, file: &Path, is_folder: bool) {
        let file = normal_path_on_disk(file);
        if file.is_file() {
            self.found.push(Module { file, is_folder });
        }
    }
}

impl<'ast> Visit<'ast> for Modules<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let path = path_attribute(item);
        let name = item.ident.unraw().to_string();
        match path {
            _ if item.content.is_some() => {
                let around = self.folder.clone();
                self.folder.push(path.unwrap_or(name));
                self.depth += 1;
                visit::visit_item_mod(self, item);
                self.depth -= 1;
                self.folder = around;
            }
            Some(path) if self.depth == 0 => self.add(&self.beside.join(path), true),
            Some(path) => self.add(&self.folder.join(path), true),
            None => {
                let file = self.folder.join(name);
                self.add(&file.join("mod.rs"), true);
                self.add(&file.with_extension("rs"), false);
            }
        }
    }
}

/// Returns the value of `#[path = "…"]`.
fn path_attribute(item: &ItemMod) -> Option<String> {
    item.attrs
        .iter()
        .find_map(|attribute| match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("path") => match &meta.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(path),
                    ..
                }) => Some(path.value()),
                _ => None,
            },
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::with_modules;
    use std::fs;

    #[test]
    fn a_target_has_the_files_of_its_modules_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let declared = [
            ("a.rs", "mod b; mod c { mod d; #[path = \"e.rs\"] mod x; } #[path = \"f/g.rs\"] mod y; mod no;"),
            ("b.rs", "mod r#type;"),
            ("b/type.rs", ""),
            ("c/d/mod.rs", "mod h;"),
            ("c/d/h.rs", "mod a { #[cfg(test)] mod b; }"),
            ("c/d/h/a/b.rs", "mod b;"),
            ("c/e.rs", "fn f( {"),
            ("f/g.rs", "#[path = \"../a.rs\"] mod circle;"),
        ];
        let others = [("type.rs", ""), ("a/b.rs", ""), ("ui/fail.rs", "mod a;")];
        for (name, text) in declared.iter().chain(&others) {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let files = with_modules(&folder.path().join("a.rs"));
        let wanted = declared.iter().map(|(name, _)| folder.path().join(name));
        assert_eq!(files, wanted.collect());
    }
}
