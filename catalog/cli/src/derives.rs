//! Finds the catalogs that the derives of a workspace use.

use crate::attributes::{derives_catalog, string, unconditional};
use crate::failure::Failure;
use crate::output::Output;
use crate::sources::{parsed, without_tests, LARGEST};
use crate::workspace::Workspace;
use error_catalog_model::read_file;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Attribute, LitStr};

/// The catalogs that derives use.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub(crate) files: Vec<PathBuf>,
    /// The names of bundled catalogs.
    pub(crate) bundled: Vec<String>,
    /// Why the derive rejects paths.
    rejected: Vec<String>,
}

/// Finds the catalogs of all items with `#[derive(ErrorCatalog)]`, and those that are shared with `share!`, in the sources
/// of the packages.
///
/// Those of tests and benchmarks are not searched: their catalogs are not those of an API, and can be wrong on purpose.
/// Items that a macro generates are not found. Sources that are not valid Rust and catalogs that a build script writes
/// are skipped with a note.
///
/// # Errors
///
/// The derive rejects a path.
pub(crate) fn catalogs(workspace: &Workspace, output: &mut Output) -> Result<Named, Failure> {
    let mut all = Named::default();
    for package in &workspace.packages {
        for source in without_tests(package) {
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

/// Collects the catalogs of a file.
struct Scan<'a> {
    package: &'a Path,
    named: Named,
}

impl Scan<'_> {
    fn item(&mut self, attributes: &[Attribute]) {
        let attributes = unconditional(attributes);
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
    fn derives_behind_conditions_are_found() {
        let source = r#"
            #[cfg_attr(all(unix, feature = "a"), derive(Debug, error_catalog::ErrorCatalog), catalog(path = "a.json"))]
            struct A;
            #[cfg_attr(true, cfg_attr(not(test), derive(ErrorCatalog)))]
            #[cfg_attr(feature = "b", catalog(path = "b.json"))]
            #[cfg_attr(not(feature = "b"), catalog(constructors = pub(crate), path = "c.json"),)]
            struct B;
            #[cfg_attr(unix, catalog(path = "d.json"))]
            #[cfg_attr()] #[cfg_attr(unix)] #[cfg_attr(unix, )] #[cfg_attr = "a"]
            struct C;
        "#;
        assert_eq!(
            named(source).files,
            ["a.json", "b.json", "c.json"].map(|it| Path::new("package").join(it))
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
