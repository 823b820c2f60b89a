//! `generate`: writes the code of the derive to a file.

use crate::changes;
use crate::choice;
use crate::derives::shown;
use crate::endings::{self, Endings};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::generated;
use crate::names::{marker, marker_of_operation};
use crate::output::Output;
use crate::sources::{of_package, LARGEST};
use crate::workspace::{Package, WorkspaceArguments};
use clap::Args;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// Writes the code that the derive would generate to a Rust file that you check in.
///
/// Builds then need no macro, and every editor finds the definitions. To write a new file, pass its catalog and `--to`.
/// The file records what it was generated from, so that `generate` without arguments can regenerate all generated files
/// of the workspace.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// The catalog to generate a new file from.
    #[arg(requires = "to")]
    catalog: Option<PathBuf>,
    /// The new file to write, such as `src/payments.rs`.
    #[arg(long, value_name = "FILE", requires = "catalog")]
    to: Option<PathBuf>,
    /// The operation whose errors the new file has; without it, all errors of the catalog.
    #[arg(long, value_name = "NAME", requires = "catalog")]
    operation: Option<String>,
    /// Write nothing; show which generated files are stale, and exit with 1 if any is.
    #[arg(long, conflicts_with = "catalog")]
    check: bool,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

impl Generate {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let Some(workspace) = self.workspace.find()? else {
            return Err(Failure::new("no Cargo.toml in this folder or its parents")
                .help("go to the package that the generated file belongs to, or pass its Cargo.toml with `--manifest-path`"));
        };
        match (&self.catalog, &self.to) {
            (Some(catalog), Some(to)) => {
                let operation = self.operation.as_deref();
                first(catalog, to, operation, &workspace.packages, output)
            }
            _ => self.regenerate(&workspace.packages, output),
        }
    }

    /// Regenerates all generated files.
    fn regenerate(&self, packages: &[Package], output: &mut Output) -> Result<Exit, Failure> {
        let mut found = 0;
        let mut stale = false;
        let mut failed = false;
        for package in packages {
            for path in of_package(package) {
                let text = file::read(&path, LARGEST).ok().map(String::from_utf8);
                let Some(Ok(text)) = text else {
                    continue;
                };
                let Some(item) = generated::item(&endings::plain(&text)) else {
                    continue;
                };
                found += 1;
                match self.one(&path, &text, &item, package, output) {
                    Ok(differs) => stale |= differs,
                    Err(failure) => {
                        output.error(failure);
                        failed = true;
                    }
                }
            }
        }
        if found == 0 {
            return Err(Failure::new("no generated file in this workspace").help(
                "run `cargo error-catalog generate CATALOG --to FILE` to write the first one",
            ));
        }
        Ok(if failed {
            Exit::Failed
        } else {
            Exit::of_findings(self.check && stale)
        })
    }

    /// Regenerates a file; returns whether it was stale.
    fn one(
        &self,
        path: &Path,
        text: &str,
        item: &str,
        package: &Package,
        output: &mut Output,
    ) -> Result<bool, Failure> {
        let fresh = fresh(path, item, package)?;
        let before = endings::plain(text);
        if fresh == before {
            return Ok(false);
        }
        let name = shown(path).display();
        if self.check {
            changes::print(&name.to_string(), &before, &fresh, output)?;
        } else {
            file::replace(path, &Endings::of(text).apply(&fresh))?;
            writeln!(output, "generated {name}")?;
        }
        Ok(true)
    }
}

/// Writes a new file.
fn first(
    catalog: &Path,
    to: &Path,
    operation: Option<&str>,
    packages: &[Package],
    output: &mut Output,
) -> Result<Exit, Failure> {
    let loaded = crate::catalogs::Loaded::file(catalog)?;
    let catalog =
        std::fs::canonicalize(catalog).map_err(|error| Failure::file("read", catalog, &error))?;
    // `generate` finds the file in its package again, so the path of the catalog starts there.
    let package = owner(&real(to)?, packages).or_else(|| owner(&catalog, packages));
    let package = package.ok_or_else(|| {
        let message = format!(
            "`{}` is not in a package of the workspace",
            shown(to).display()
        );
        Failure::new(message).help("write it beside the sources of the package that uses it")
    })?;
    let path = relative(&catalog, &real(package.folder())?)?;
    let Some(model) = loaded.catalog() else {
        return Err(choice::invalid(&loaded));
    };
    let name = operation.map_or_else(|| marker(&model.name), marker_of_operation);
    let item = generated::item_for(&path, operation, &name);
    file::create(to, &fresh(to, &item, package)?)?;
    let module = module(&real(to)?);
    writeln!(output, "generated {}; to use it, write\n\n    mod {module};\n    pub use {module}::{{{name}, {name}Error, {name}ErrorKind}};", shown(to).display())?;
    Ok(Exit::Fine)
}

/// Returns the name of the module in a file: that of the file, or of the folder of a `mod.rs`.
fn module(file: &Path) -> String {
    let named = match file.file_stem() {
        Some(stem) if stem != "mod" => Some(stem),
        _ => file.parent().and_then(Path::file_name),
    };
    named.unwrap_or_default().to_string_lossy().into_owned()
}

fn fresh(path: &Path, item: &str, package: &Package) -> Result<String, Failure> {
    generated::file(item, package.folder()).map_err(|reason| {
        Failure::new(format!(
            "cannot generate `{}`: {reason}",
            shown(path).display()
        ))
    })
}

/// Returns the innermost package that contains the file.
fn owner<'p>(file: &Path, packages: &'p [Package]) -> Option<&'p Package> {
    let contains =
        |package: &&Package| real(package.folder()).is_ok_and(|folder| file.starts_with(folder));
    packages
        .iter()
        .filter(contains)
        .max_by_key(|package| package.folder().components().count())
}

/// Returns the path without symbolic links; the end of it may not exist.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let failure = |error| Failure::file("read", path, &error);
    let absolute = std::path::absolute(path).map_err(failure)?;
    for folder in absolute.ancestors() {
        if let (Ok(real), Ok(rest)) = (std::fs::canonicalize(folder), absolute.strip_prefix(folder))
        {
            return Ok(real.join(rest));
        }
    }
    Ok(absolute)
}

/// Returns the path from a folder to a file, with `/` on every system.
fn relative(file: &Path, folder: &Path) -> Result<String, Failure> {
    let shared = file.components().zip(folder.components());
    let shared = shared.take_while(|(left, right)| left == right).count();
    let up = folder.components().skip(shared).map(|_| "..".into());
    let down = file.components().skip(shared);
    if down
        .clone()
        .any(|part| !matches!(part, Component::Normal(_)))
    {
        let message = format!(
            "no path leads from `{}` to `{}`",
            folder.display(),
            file.display()
        );
        return Err(Failure::new(message).help("put the catalog on the same drive as the package"));
    }
    let down = down.map(|part| part.as_os_str().to_string_lossy());
    let parts: Vec<_> = up.chain(down).collect();
    Ok(parts.join("/"))
}
