//! `new`: a catalog to begin with.

use crate::derives::shown;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::names::marker;
use crate::output::{Output, BOLD};
use clap::Args;
use error_catalog_model::{compile, Source, SCHEMA};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A catalog with an error of each common kind.
const STARTER: &str = include_str!("../starter.json");
/// The schema, beside it: editors find it without a network, in the version that the command has.
const SCHEMA_FILE: &str = "error-catalog.schema.json";

/// Writes a catalog to begin with, and prints the Rust that uses it.
///
/// It stands in `errors`, in the folder of the nearest Cargo.toml, with the JSON Schema beside it for editors.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The name of the catalog, such as `payments` or `linkedin-marketing`.
    name: String,
}

impl New {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let content = STARTER
            .replace("NAME", &self.name)
            .replace("TITLE", &title(&self.name));
        is_valid(&content)?;
        let folder = package()?.join("errors");
        let catalog = folder.join(format!("{}.json", self.name));
        let schema = folder.join(SCHEMA_FILE);
        file::create(&catalog, &content)?;
        if std::fs::read_to_string(&schema).ok().as_deref() != Some(SCHEMA) {
            file::replace(&schema, SCHEMA)?;
        }
        writeln!(
            output,
            "wrote {}, and its schema beside it\n",
            shown(&catalog).display()
        )?;
        self.print_use(output)?;
        Ok(Exit::Fine)
    }

    fn print_use(&self, output: &mut Output) -> Result<(), Failure> {
        let marker = marker(&self.name);
        write!(
            output,
            "{BOLD}In Cargo.toml:{BOLD:#}\n\n    \
             [dependencies]\n    error-catalog = \"{version}\"\n\n\
             {BOLD}In Rust:{BOLD:#}\n\n    \
             use error_catalog::ErrorCatalog;\n\n    \
             #[derive(ErrorCatalog)]\n    \
             #[catalog(path = \"errors/{name}.json\")] // from the folder of Cargo.toml\n    \
             pub struct {marker};\n\n    \
             let error = {marker}Error::value_too_low(\"quantity\", 1);\n",
            version = env!("CARGO_PKG_VERSION"),
            name = self.name,
        )?;
        Ok(())
    }
}

/// The only thing in it that can be wrong is the name.
fn is_valid(content: &str) -> Result<(), Failure> {
    let Err(failure) = compile(&Source::new("new", content)) else {
        return Ok(());
    };
    let mut diagnostics = failure.diagnostics().iter();
    Err(match diagnostics.next() {
        Some(first) => {
            Failure::new(first.message.clone()).help(first.help.clone().unwrap_or_default())
        }
        None => Failure::new("this is no name for a catalog"),
    })
}

/// The name for people: its words with capitals.
fn title(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let mut characters = word.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The folder of the nearest Cargo.toml; without any, the current one.
fn package() -> Result<PathBuf, Failure> {
    let here =
        std::env::current_dir().map_err(|error| Failure::file("read", Path::new("."), &error))?;
    let package = here
        .ancestors()
        .find(|folder| folder.join("Cargo.toml").is_file());
    Ok(package.unwrap_or(&here).to_owned())
}
