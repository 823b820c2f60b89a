//! `json`: a map or an array of entries, in JSON, YAML, or TOML.

mod containers;
mod flatten;

use super::super::draft::{Draft, Place};
use super::super::input::Text;
use super::super::report::Report;
use super::super::values::{self, Syntax, Value};
use super::super::{Common, Source};
use super::fields::FieldArguments;
use crate::failure::Failure;
use clap::Args;
use std::sync::Arc;

/// Imports a map or an array of entries in JSON, YAML, or TOML.
///
/// Members are recognised by their names and values, and the report says which. Entries within an entry are taken as
/// entries of their own: `B` in `A` has the code `A.B`, and its message is after that of `A`.
#[derive(Debug, Args)]
pub(in super::super) struct Json {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    fields: FieldArguments,
    /// Where the object or array of entries is, as a JSON Pointer; can be repeated. By default, the largest one.
    #[arg(long, value_name = "POINTER")]
    entries: Vec<String>,
    /// The syntax of the files; by default, as their names say.
    #[arg(long, value_enum)]
    syntax: Option<Syntax>,
}

impl Source for Json {
    const NAME: &'static str = "json";

    fn common(&self) -> &Common {
        &self.common
    }

    fn draft(&self, report: &mut Report) -> Result<Draft, Failure> {
        let mut records = Vec::new();
        for path in &self.common.files {
            let text = Text::read(path)?;
            let value = values::read(&text, self.syntax)?;
            let file: Arc<str> = text.name.into();
            for (container, pointer) in self.containers(&value, &file)? {
                if self.entries.is_empty() {
                    let shown = if pointer.is_empty() {
                        "the whole file"
                    } else {
                        &pointer
                    };
                    report.guessed(
                        format!("the entries: {shown}"),
                        Some(Place::new(&file, container.line)),
                    );
                }
                records.extend(containers::records(container, &file, report));
            }
        }
        let records = flatten::flatten(records, report);
        let mut draft = Draft::default();
        self.fields.take(&records, &mut draft, report)?;
        if draft.entries.is_empty() {
            return Err(Failure::new("no entries in the files")
                .help("pass `--entries`, `--code`, and `--message` to say where they are"));
        }
        Ok(draft)
    }
}

impl Json {
    /// Returns the objects and arrays that have the entries, with their pointers.
    fn containers<'v>(
        &self,
        value: &'v Value,
        file: &Arc<str>,
    ) -> Result<Vec<(&'v Value, String)>, Failure> {
        if self.entries.is_empty() {
            let found = containers::find(value);
            if found.is_empty() {
                return Err(Failure::new(format!("no object or array of entries in `{file}`"))
                    .help("pass `--entries` with a JSON Pointer to say where it is, and `--code` and `--message`"));
            }
            return Ok(found);
        }
        let given = self.entries.iter().map(|pointer| {
            let container = value
                .at(pointer)
                .filter(|it| it.is_object() || !it.elements().is_empty());
            let missing =
                || Failure::new(format!("`{file}` has no object or array at `{pointer}`"));
            Ok((container.ok_or_else(missing)?, pointer.clone()))
        });
        given.collect()
    }
}
