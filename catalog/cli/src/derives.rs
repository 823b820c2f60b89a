//! The derives of a workspace, and the catalogs that they name.

use crate::failure::Failure;
use crate::output::Output;
use crate::workspace::Workspace;
use error_catalog_model::read_file;
use proc_macro2::TokenTree;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Attribute, LitStr, Token};

/// How large a source may be, in bytes: larger than all that is generated.
pub(crate) const LARGEST: u64 = 512 << 20;

/// The catalogs that derives name.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub(crate) files: Vec<PathBuf>,
    /// The names of bundled ones.
    pub(crate) bundled: Vec<String>,
    /// What is wrong with the paths that the derive refuses.
    refused: Vec<String>,
}

/// The catalogs that items with `#[derive(ErrorCatalog)]` in the `src` of the packages name.
///
/// What a macro writes is not seen. What is left out is told: a source that is not Rust, and a catalog that a build
/// script writes.
///
/// # Errors
///
/// The derive refuses a path.
pub(crate) fn catalogs(workspace: &Workspace, output: &mut Output) -> Result<Named, Failure> {
    let mut all = Named::default();
    for package in &workspace.packages {
        for source in sources(&package.folder().join("src")) {
            match scan(&source, package.folder()) {
                Ok(named) => {
                    all.files.extend(named.files);
                    all.bundled.extend(named.bundled);
                    let place = shown(&source).display();
                    let refused = named.refused.iter();
                    all.refused
                        .extend(refused.map(|reason| format!("`{place}`: {reason}")));
                }
                Err(reason) => output.note(format_args!(
                    "left out `{}`: {reason}",
                    shown(&source).display()
                )),
            }
        }
    }
    if let Some(last) = all.refused.pop() {
        for reason in all.refused {
            output.error(Failure::new(reason));
        }
        return Err(Failure::new(last));
    }
    let (written, files): (Vec<_>, Vec<_>) = all
        .files
        .into_iter()
        .partition(|it: &PathBuf| is_written(it));
    for file in &written {
        output.note(format_args!(
            "left out `{}`, which a build script writes",
            shown(file).display()
        ));
    }
    Ok(Named { files, ..all })
}

/// Whether the path has a variable of the build, such as `$OUT_DIR`.
fn is_written(path: &Path) -> bool {
    path.components()
        .any(|part| part.as_os_str().to_string_lossy().starts_with('$'))
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

fn scan(file: &Path, package: &Path) -> Result<Named, String> {
    let text = read_file(file, LARGEST).map_err(|error| error.to_string())?;
    let Ok(text) = String::from_utf8(text) else {
        return Err("it is not UTF-8".to_owned());
    };
    // Most files have none, and reading them as Rust takes far longer.
    if !text.contains("ErrorCatalog") {
        return Ok(Named::default());
    }
    let parsed = syn::parse_file(&text).map_err(|error| {
        let start = error.span().start();
        format!("line {}: {error}", start.line)
    })?;
    let mut scan = Scan {
        package,
        named: Named::default(),
    };
    scan.visit_file(&parsed);
    Ok(scan.named)
}

/// Collects the catalogs of a file.
struct Scan<'a> {
    package: &'a Path,
    named: Named,
}

impl Scan<'_> {
    fn item(&mut self, attributes: &[Attribute]) {
        if attributes.iter().any(derives_catalog) {
            let named = |key| attributes.iter().filter_map(move |it| catalog(it, key));
            for path in named("path") {
                // What a build script writes is found in a build only.
                let found = if path.starts_with("$OUT_DIR/") {
                    Ok(self.package.join(&path))
                } else {
                    error_catalog_codegen::catalog_file(self.package, &path)
                };
                match found {
                    Ok(file) => self.named.files.push(file),
                    Err(reason) => self.named.refused.push(reason),
                }
            }
            self.named.bundled.extend(named("builtin"));
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

/// The value of a key in `#[catalog(path = "…")]` or `#[catalog(builtin = "…")]`.
fn catalog(attribute: &Attribute, key: &str) -> Option<String> {
    if !attribute.path().is_ident("catalog") {
        return None;
    }
    let mut value = None;
    // What is wrong with the attribute is for the derive to say.
    let _ = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident(key) {
            value = Some(meta.value()?.parse::<LitStr>()?.value());
        } else if meta.input.peek(Token![=]) {
            // A value need not be an expression: `constructors = pub(crate)`.
            while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
                meta.input.parse::<TokenTree>()?;
            }
        }
        Ok(())
    });
    value
}

#[cfg(test)]
mod tests {
    use super::{Named, Scan, Visit};
    use std::path::Path;

    fn named(source: &str) -> Named {
        let mut scan = Scan {
            package: Path::new("package"),
            named: Named::default(),
        };
        scan.visit_file(&syn::parse_file(source).unwrap());
        scan.named
    }

    #[test]
    fn derives_are_found_wherever_they_stand() {
        let source = r#"
            #[derive(Debug, error_catalog::ErrorCatalog)]
            #[catalog(crate = ::other, constructors = pub(crate), path = "a.json")]
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
            named(source).files,
            [Path::new("package/a.json"), Path::new("package/b.json")]
        );
    }

    #[test]
    fn a_derive_may_name_a_bundled_catalog_and_others_name_none() {
        let source = r#"
            #[derive(Other)] #[catalog(path = "a.json")] struct A;
            #[derive(ErrorCatalog)] #[catalog(builtin = "edges")] struct B;
        "#;
        let named = named(source);
        assert!(named.files.is_empty());
        assert_eq!(named.bundled, ["edges"]);
    }
}
