//! The derives of a workspace, and the catalogs that they name.

use crate::output::Output;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Attribute, LitStr, Token};

/// The files that items with `#[derive(ErrorCatalog)]` in the `src` of the packages name, each once, in order.
///
/// What a macro writes is not seen. A source that is no Rust is told, and left out.
pub(crate) fn files(workspace: &Workspace, output: &mut Output) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for package in &workspace.packages {
        for source in sources(&package.folder().join("src")) {
            match scan(&source, package.folder()) {
                Ok(found) => files.extend(found),
                Err(reason) => output.note(format_args!(
                    "left out `{}`: {reason}",
                    shown(&source).display()
                )),
            }
        }
    }
    files.sort();
    files.dedup();
    files
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

fn scan(file: &Path, package: &Path) -> Result<Vec<PathBuf>, String> {
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
        files: Vec::new(),
    };
    scan.visit_file(&parsed);
    Ok(scan.files)
}

/// Collects the catalogs of a file.
struct Scan<'a> {
    package: &'a Path,
    files: Vec<PathBuf>,
}

impl Scan<'_> {
    fn item(&mut self, attributes: &[Attribute]) {
        if attributes.iter().any(derives_catalog) {
            let paths = attributes.iter().filter_map(catalog_path);
            self.files.extend(paths.map(|path| self.package.join(path)));
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

/// The path in `#[catalog(path = "…")]`, from the folder of the package.
fn catalog_path(attribute: &Attribute) -> Option<String> {
    if !attribute.path().is_ident("catalog") {
        return None;
    }
    let mut path = None;
    // What is wrong with the attribute is for the derive to say.
    let _ = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("path") {
            path = Some(meta.value()?.parse::<LitStr>()?.value());
        } else if meta.input.peek(Token![=]) {
            meta.value()?.parse::<syn::Expr>()?;
        }
        Ok(())
    });
    path
}

#[cfg(test)]
mod tests {
    use super::{Scan, Visit};
    use std::path::{Path, PathBuf};

    fn files(source: &str) -> Vec<PathBuf> {
        let mut scan = Scan {
            package: Path::new("package"),
            files: Vec::new(),
        };
        scan.visit_file(&syn::parse_file(source).unwrap());
        scan.files
    }

    #[test]
    fn derives_are_found_wherever_they_stand() {
        let source = r#"
            #[derive(Debug, error_catalog::ErrorCatalog)]
            #[catalog(crate = ::other, path = "a.json")]
            pub struct A;
            mod inner {
                fn function() {
                    #[derive(ErrorCatalog)]
                    #[catalog(exhaustive, path = "b.json")]
                    enum B {}
                }
            }
        "#;
        assert_eq!(
            files(source),
            [Path::new("package/a.json"), Path::new("package/b.json")]
        );
    }

    #[test]
    fn other_derives_name_no_catalog() {
        let source = r#"
            #[derive(Other)] #[catalog(path = "a.json")] struct A;
            #[derive(ErrorCatalog)] #[catalog(builtin = "edges")] struct B;
        "#;
        assert_eq!(files(source), [""; 0].map(PathBuf::from));
    }
}
