//! The derives of a workspace, and the catalogs that they name.

use crate::output::Output;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Attribute, LitStr, Token};

/// The catalog that an item names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Named {
    /// A file.
    File(PathBuf),
    /// A bundled catalog.
    Builtin(String),
}

/// The catalogs that items with `#[derive(ErrorCatalog)]` in the `src` of the packages name, each once, in order.
///
/// What a macro writes is not seen. A source that is no Rust is told, and left out.
pub(crate) fn named(workspace: &Workspace, output: &mut Output) -> Vec<Named> {
    let mut named = Vec::new();
    for package in &workspace.packages {
        for file in sources(&package.folder().join("src")) {
            match scan(&file, package.folder()) {
                Ok(found) => named.extend(found),
                Err(reason) => output.note(format_args!(
                    "left out `{}`: {reason}",
                    shown(&file).display()
                )),
            }
        }
    }
    named.sort();
    named.dedup();
    named
}

/// The path from the current folder, where it lies within.
pub(crate) fn shown(path: &Path) -> &Path {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path)
}

/// The files of Rust in a folder and in those within.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(_) if path.extension().is_some_and(|it| it == "rs") => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    files
}

fn scan(file: &Path, package: &Path) -> Result<Vec<Named>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    // Most files have none, and reading them as Rust takes far longer.
    if !text.contains("ErrorCatalog") {
        return Ok(Vec::new());
    }
    let parsed = syn::parse_file(&text).map_err(|error| {
        let start = error.span().start();
        format!("line {}: {error}", start.line)
    })?;
    let mut scan = Scan {
        package,
        named: Vec::new(),
    };
    scan.visit_file(&parsed);
    Ok(scan.named)
}

/// Collects the catalogs of a file.
struct Scan<'a> {
    package: &'a Path,
    named: Vec<Named>,
}

impl Scan<'_> {
    fn item(&mut self, attributes: &[Attribute]) {
        if attributes.iter().any(derives_catalog) {
            let named = attributes
                .iter()
                .filter_map(|it| names_catalog(it, self.package));
            self.named.extend(named);
        }
    }
}

impl<'ast> Visit<'ast> for Scan<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.item(&item.attrs);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.item(&item.attrs);
    }
}

/// Whether it is `#[derive(ErrorCatalog)]`, from whatever path.
fn derives_catalog(attribute: &Attribute) -> bool {
    if !attribute.path().is_ident("derive") {
        return false;
    }
    let mut found = false;
    // What is wrong with a derive is for the compiler to say.
    let _ = attribute.parse_nested_meta(|meta| {
        found |= meta
            .path
            .segments
            .last()
            .is_some_and(|it| it.ident == "ErrorCatalog");
        Ok(())
    });
    found
}

/// The catalog that `#[catalog(path = "…")]` or `#[catalog(builtin = "…")]` names.
fn names_catalog(attribute: &Attribute, package: &Path) -> Option<Named> {
    if !attribute.path().is_ident("catalog") {
        return None;
    }
    let mut named = None;
    // What is wrong with the attribute is for the derive to say.
    let _ = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("path") {
            let path: LitStr = meta.value()?.parse()?;
            named = Some(Named::File(package.join(path.value())));
        } else if meta.path.is_ident("builtin") {
            let name: LitStr = meta.value()?.parse()?;
            named = Some(Named::Builtin(name.value()));
        } else if meta.input.peek(Token![=]) {
            meta.value()?.parse::<syn::Expr>()?;
        }
        Ok(())
    });
    named
}
