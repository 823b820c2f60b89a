//! Finds the catalogs that the derives of a workspace use.

use crate::failure::Failure;
use crate::output::Output;
use crate::workspace::Workspace;
use error_catalog_model::read_file;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Attribute, Ident, LitStr, Token};

/// The maximum size of a source file, in bytes; generated files are smaller.
pub(crate) const LARGEST: u64 = 512 << 20;

/// The catalogs that derives use.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub(crate) files: Vec<PathBuf>,
    /// The names of bundled catalogs.
    pub(crate) bundled: Vec<String>,
    /// Why the derive rejects paths.
    rejected: Vec<String>,
}

/// Finds the catalogs of all items with `#[derive(ErrorCatalog)]`, and those that are shared with `share!`, in the `src`
/// folders of the packages.
///
/// Items that a macro generates are not found. Sources that are not valid Rust and catalogs that a build script writes
/// are skipped with a note.
///
/// # Errors
///
/// The derive rejects a path.
pub(crate) fn catalogs(workspace: &Workspace, output: &mut Output) -> Result<Named, Failure> {
    let mut all = Named::default();
    for package in &workspace.packages {
        for source in sources(&package.folder().join("src")) {
            match scan(&source, package.folder()) {
                Ok(named) => {
                    all.files.extend(named.files);
                    all.bundled.extend(named.bundled);
                    let place = shown(&source).display();
                    let rejected = named.rejected.iter();
                    all.rejected
                        .extend(rejected.map(|reason| format!("`{place}`: {reason}")));
                }
                Err(reason) => output.note(format_args!(
                    "skipped `{}`: {reason}",
                    shown(&source).display()
                )),
            }
        }
    }
    if let Some(last) = all.rejected.pop() {
        for reason in all.rejected {
            output.error(Failure::new(reason));
        }
        return Err(Failure::new(last));
    }
    let (built, files): (Vec<_>, Vec<_>) = all
        .files
        .into_iter()
        .partition(|it: &PathBuf| is_in_build(it));
    for file in &built {
        output.note(format_args!(
            "skipped `{}`, which a build script writes",
            shown(file).display()
        ));
    }
    Ok(Named { files, ..all })
}

/// Whether the path contains a variable of the build, such as `$OUT_DIR`.
fn is_in_build(path: &Path) -> bool {
    path.components()
        .any(|part| part.as_os_str().to_string_lossy().starts_with('$'))
}

/// Returns the path relative to the current folder, if it is within that.
pub(crate) fn shown(path: &Path) -> &Path {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path)
}

/// Returns the Rust files in a folder and its subfolders.
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
        return Err("not valid UTF-8".to_owned());
    };
    // Most files have no derive, and parsing them takes far longer.
    if !text.contains("ErrorCatalog") && !text.contains("share!") {
        return Ok(Named::default());
    }
    let parsed = parsed(&text)?;
    let mut scan = Scan {
        package,
        named: Named::default(),
    };
    scan.visit_file(&parsed);
    Ok(scan.named)
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

/// Collects the catalogs of a file.
struct Scan<'a> {
    package: &'a Path,
    named: Named,
}

impl Scan<'_> {
    fn item(&mut self, attributes: &[Attribute]) {
        if attributes.iter().any(derives_catalog) {
            let one = |attribute| std::slice::from_ref(attribute);
            let named = |key| attributes.iter().filter_map(move |it| string(one(it), key));
            // The catalog of another package is found where that shares it.
            if named("package").next().is_none() {
                named("path").for_each(|path| self.file(&path));
            }
            self.named.bundled.extend(named("builtin"));
        }
    }

    fn file(&mut self, path: &str) {
        // Files that a build script writes exist in a build only.
        let found = if path.starts_with("$OUT_DIR/") {
            Ok(self.package.join(path))
        } else {
            error_catalog_codegen::catalog_file(self.package, path)
        };
        match found {
            Ok(file) => self.named.files.push(file),
            Err(reason) => self.named.rejected.push(reason),
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

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call.path.segments.last();
        if name.is_some_and(|it| it.ident == "share") {
            let path = call.parse_body::<LitStr>().map(|path| path.value());
            // Other macros can have this name.
            let is_json = |path: &str| Path::new(path).extension().is_some_and(|it| it == "json");
            if let Some(path) = path.ok().filter(|path| is_json(path)) {
                self.file(&path);
            }
        }
    }
}

/// Whether the attribute is `#[derive(ErrorCatalog)]`, with any path.
pub(crate) fn derives_catalog(attribute: &Attribute) -> bool {
    if !attribute.path().is_ident("derive") {
        return false;
    }
    let mut found = false;
    // The compiler reports errors in a derive.
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

/// Returns the values in `#[catalog(key = value, …)]`, as they are written.
pub(crate) fn values(attributes: &[Attribute]) -> HashMap<String, String> {
    let mut values = HashMap::new();
    let ours = attributes.iter().filter(|it| it.path().is_ident("catalog"));
    for attribute in ours {
        // The derive reports errors in its attribute.
        let _ = attribute.parse_nested_meta(|meta| {
            let key = meta.path.get_ident().map(Ident::to_string);
            let mut value = TokenStream::new();
            if meta.input.peek(Token![=]) {
                meta.input.parse::<Token![=]>()?;
                // A value is not always an expression: `constructors = pub(crate)`.
                while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
                    value.extend([meta.input.parse::<TokenTree>()?]);
                }
            } else if !meta.input.peek(Token![,]) && !meta.input.is_empty() {
                meta.input.parse::<TokenTree>()?;
            }
            values.extend(key.map(|key| (key, value.to_string())));
            Ok(())
        });
    }
    values
}

/// Returns the string of a key in `#[catalog(key = "…")]`.
pub(crate) fn string(attributes: &[Attribute], key: &str) -> Option<String> {
    let value = values(attributes).remove(key)?;
    let literal = syn::parse_str::<LitStr>(&value).ok()?;
    Some(literal.value())
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
    fn derives_are_found_in_modules_and_functions() {
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
    fn a_shared_catalog_is_one_of_the_package_that_shares_it() {
        let source = r#"
            error_catalog::share!("a.json");
            mod inner { share!("b/c.json"); other::share!(x); share!("pictures"); }
            #[derive(ErrorCatalog)]
            #[catalog(path = "d.json", package = "acme-errors")]
            struct A;
        "#;
        assert_eq!(
            named(source).files,
            [Path::new("package/a.json"), Path::new("package/b/c.json")]
        );
    }

    #[test]
    fn a_derive_can_use_a_bundled_catalog_and_other_derives_are_ignored() {
        let source = r#"
            #[derive(Other)] #[catalog(path = "a.json")] struct A;
            #[derive(ErrorCatalog)] #[catalog(builtin = "edges")] struct B;
        "#;
        let named = named(source);
        assert!(named.files.is_empty());
        assert_eq!(named.bundled, ["edges"]);
    }
}
