//! `new`: writes a starter catalog.

use crate::derives::shown;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::names::marker;
use crate::output::{Output, BOLD};
use crate::own::FOLDER;
use crate::workspace::{Package, Workspace, WorkspaceArguments};
use clap::Args;
use error_catalog_model::{compile, nearest, Source, SCHEMA};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The starter catalog, with an error of each common kind.
const STARTER: &str = include_str!("../starter.json");
/// The file name of the schema. Editors find it next to the catalog without a network, in the version of the command.
const SCHEMA_FILE: &str = "error-catalog.schema.json";

/// Writes a starter catalog and prints the Rust code that uses it.
///
/// The catalog is written to the folder `errors` of the current package, next to its JSON Schema for editors. In the root
/// of a workspace that has no root package, it is written to `errors` of the only member, or of the workspace if there
/// are more members.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The name of the catalog, such as `payments` or `linkedin-marketing`.
    name: String,
    /// The package of the workspace to write the catalog for.
    #[arg(short, long, value_name = "PACKAGE")]
    package: Option<String>,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

impl New {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let content = STARTER
            .replace("NAME", &self.name)
            .replace("TITLE", &title(&self.name));
        is_valid(&content)?;
        let place = self.place()?;
        let folder = place.folder.join(FOLDER);
        let catalog = folder.join(format!("{}.json", self.name));
        let schema = folder.join(SCHEMA_FILE);
        file::create(&catalog, &content)?;
        let is_there =
            file::read(&schema, SCHEMA.len() as u64).is_ok_and(|it| it == SCHEMA.as_bytes());
        if !is_there {
            file::replace(&schema, SCHEMA)?;
        }
        writeln!(
            output,
            "wrote {} and its JSON Schema\n",
            shown(&catalog).display()
        )?;
        self.print_use(&place, output)?;
        Ok(Exit::Fine)
    }

    fn print_use(&self, place: &Place, output: &mut Output) -> Result<(), Failure> {
        let marker = marker(&self.name);
        let manifest = place.user.join("Cargo.toml");
        write!(
            output,
            "{BOLD}In {manifest}:{BOLD:#}\n\n    \
             [dependencies]\n    error-catalog = \"{version}\"\n\n\
             {BOLD}In Rust:{BOLD:#}\n\n    \
             use error_catalog::ErrorCatalog;\n\n    \
             #[derive(ErrorCatalog)]\n    \
             #[catalog(path = \"{path}/{name}.json\")] // relative to Cargo.toml\n    \
             pub struct {marker};\n\n    \
             let error = {marker}Error::value_too_low(\"quantity\", 1);\n",
            manifest = shown(&manifest).display(),
            version = env!("CARGO_PKG_VERSION"),
            path = place.path_to_folder(),
            name = self.name,
        )?;
        Ok(())
    }

    /// Returns where to write the catalog.
    fn place(&self) -> Result<Place, Failure> {
        let here = self.workspace.here()?;
        let Some(workspace) = self.workspace.find()? else {
            return match &self.package {
                None => Ok(Place::of(&here)),
                Some(_) => Err(Failure::new("no Cargo.toml in this folder or its parents")
                    .help("omit `--package`, or go to a workspace")),
            };
        };
        if let Some(name) = &self.package {
            return named(name, &workspace).map(|package| Place::of(package.folder()));
        }
        Ok(match (workspace.package_of(&here), &*workspace.packages) {
            (Some(package), _) | (None, [package]) => Place::of(package.folder()),
            (None, []) => Place::of(&workspace.root),
            (None, [first, ..]) => Place {
                folder: workspace.root.clone(),
                user: first.folder().to_owned(),
            },
        })
    }
}

/// Where to write a catalog.
struct Place {
    /// The folder of the package or workspace.
    folder: PathBuf,
    /// The folder of a package that uses it.
    user: PathBuf,
}

impl Place {
    fn of(package: &Path) -> Self {
        Self {
            folder: package.to_owned(),
            user: package.to_owned(),
        }
    }

    /// Returns the path to the catalogs, relative to the package that uses them.
    fn path_to_folder(&self) -> String {
        let within = self.user.strip_prefix(&self.folder);
        let depth = within.map_or(0, |path| path.components().count());
        format!("{}{FOLDER}", "../".repeat(depth))
    }
}

/// Finds the package of the workspace with this name.
fn named<'w>(name: &str, workspace: &'w Workspace) -> Result<&'w Package, Failure> {
    let mut packages = workspace.packages.iter();
    packages
        .find(|package| package.name == name)
        .ok_or_else(|| {
            let names = || workspace.packages.iter().map(|package| &*package.name);
            let help = match nearest(name, names()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "expected one of `{}`",
                    names().collect::<Vec<_>>().join("`, `")
                ),
            };
            Failure::new(format!("no package `{name}` in this workspace")).help(help)
        })
}

/// Checks the starter catalog, in which only the name can be invalid.
fn is_valid(content: &str) -> Result<(), Failure> {
    let Err(failure) = compile(&Source::new("new", content)) else {
        return Ok(());
    };
    let mut diagnostics = failure.diagnostics().iter();
    Err(match diagnostics.next() {
        Some(first) => {
            Failure::new(first.message.clone()).help(first.help.clone().unwrap_or_default())
        }
        None => Failure::new("not a valid name for a catalog"),
    })
}

/// Returns the title for a name: its words with initial capitals.
fn title(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let mut characters = word.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}
