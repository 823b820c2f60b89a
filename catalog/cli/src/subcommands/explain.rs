//! `explain`: explains an API's error, as `rustc --explain` explains the compiler's.

use crate::catalogs::Loaded;
use crate::choice::CatalogArguments;
use crate::entry;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::known::Known;
use crate::lookup;
use crate::output::{Output, BOLD, DIM, RED};
use crate::record::Record;
use crate::sections::{items, prose, section};
use crate::table;
use crate::text::{cut, inert, one_line, wrapped};
use clap::{Args, ValueEnum};
use error_catalog_core::Severity;
use error_catalog_model::{nearest, Catalog, Entry, Operation};
use std::io::{self, Write};

/// Explains an error: its status, message, causes, fix, retry advice, and examples.
///
/// Looks for the error in the catalogs of the workspace or, if there are none, in the bundled catalogs. Exits with 1 if
/// no catalog has it.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code or id of the error, ignoring case; its Rust name, such as `PaymentsError::CardDeclined`; a status; a
    /// message; or a line of a log.
    text: String,
    #[command(flatten)]
    catalogs: CatalogArguments,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Text for people.
    #[default]
    Human,
    /// An array of objects, one for each error that is found.
    Json,
}

/// The maximum number of errors to explain; if more are found, they are listed.
const MOST: usize = 5;

impl Explain {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let loaded = self.catalogs.load(output)?;
        let entries = Known::all(&loaded);
        let found = lookup::find(&entries, &self.text);
        match self.format {
            Format::Json => {
                let records: Vec<_> = found.iter().map(Record::new).collect();
                output.json(&records)?;
            }
            Format::Human if found.len() > MOST => {
                table::print(&found, output)?;
                output.note(format_args!(
                    "found more than {MOST} errors: pass a code to explain one"
                ));
            }
            Format::Human => {
                for (position, known) in found.iter().enumerate() {
                    if position > 0 {
                        writeln!(output)?;
                    }
                    explain(known, output)?;
                }
            }
        }
        if found.is_empty() {
            output.error(format_args!(
                "no error found for `{}`{}",
                one_line(&cut(&self.text, 200)),
                self.help(&loaded, &entries)
            ));
        }
        Ok(Exit::of_findings(found.is_empty()))
    }

    /// Suggests a bundled catalog that has the error, or similar names.
    fn help(&self, loaded: &[Loaded], entries: &[Known<'_>]) -> String {
        let others = self.catalogs.left_out(loaded);
        let found = lookup::find(&Known::all(&others), &self.text);
        match found.first() {
            Some(known) => format!(
                "\n  = help: pass `--bundled` to find it in the bundled catalog `{}`",
                known.catalog.name
            ),
            None => help(entries, &self.text),
        }
    }
}

/// Suggests similar names.
fn help(entries: &[Known<'_>], wanted: &str) -> String {
    let codes: Vec<String> = entries
        .iter()
        .flat_map(|known| {
            [
                known.entry.id.clone(),
                entry::code(known.entry),
                known.variant(),
            ]
        })
        .collect();
    // `nearest` is given a few hundred names at a time.
    let mut near: Vec<&str> = codes
        .chunks(400)
        .filter_map(|codes| nearest(wanted, codes.iter().map(String::as_str)))
        .collect();
    let lower = wanted.to_ascii_lowercase();
    let parts = codes
        .iter()
        .filter(|code| lower.len() > 3 && code.to_ascii_lowercase().contains(&lower));
    near.extend(parts.map(String::as_str));
    let mut names: Vec<String> = Vec::new();
    for name in near {
        let name = format!("`{}`", inert(name));
        if !names.contains(&name) && names.len() < 5 {
            names.push(name);
        }
    }
    if names.is_empty() {
        "\n  = help: run `cargo error-catalog list` to list all errors".to_owned()
    } else {
        format!("\n  = help: did you mean {}?", names.join(" or "))
    }
}

fn explain(known: &Known<'_>, output: &mut Output) -> io::Result<()> {
    let entry = known.entry;
    heading(known.catalog, entry, output)?;
    let paragraphs = [entry.title.as_deref(), entry.description.as_deref()];
    for text in paragraphs.into_iter().flatten() {
        write!(output, "\n{}", wrapped(text, "", ""))?;
    }
    section("Causes", &items(&entry.causes), output)?;
    section("Fix", &prose(entry.resolution.as_deref()), output)?;
    let retry = entry::retry_in_words(entry);
    section("Retry", &prose(retry.as_deref()), output)?;
    let severity = entry.severity.map(Severity::as_str);
    section("Severity", &prose(severity), output)?;
    section("Fallback", &prose(fallbacks(known).as_deref()), output)?;
    section("Parameters", &params(entry), output)?;
    section("Examples", &items(&entry.examples), output)?;
    section("Languages", &languages(known.catalog, entry), output)?;
    section("Operations", &operations(known.catalog, entry), output)?;
    section("Deprecated", &prose(deprecated(entry).as_deref()), output)?;
    section("Rust", &prose(Some(&known.path())), output)?;
    section(
        "File",
        &prose(known.lines().map(|_| known.place()).as_deref()),
        output,
    )
}

fn heading(catalog: &Catalog, entry: &Entry, output: &mut Output) -> io::Result<()> {
    let code = entry::code(entry);
    write!(
        output,
        "{RED}{}{RED:#}",
        inert(if code.is_empty() { &entry.id } else { &code })
    )?;
    if let Some(subcode) = &entry.subcode {
        write!(output, ", subcode {}", inert(&entry::plain_code(subcode)))?;
    }
    if !code.is_empty() && code != entry.id {
        write!(output, " ({})", entry.id)?;
    }
    if !entry.statuses.is_empty() {
        write!(output, "{BOLD}, status {}{BOLD:#}", entry::statuses(entry))?;
    }
    let title = catalog.title.as_deref().unwrap_or(&catalog.name);
    write!(output, " {DIM}of {}", inert(title))?;
    if catalog.title.is_some() {
        write!(output, " [{}]", catalog.name)?;
    }
    let category = entry
        .category
        .as_deref()
        .map(|name| format!(", category {name}"));
    writeln!(output, "{}{DIM:#}\n", inert(&category.unwrap_or_default()))?;
    match entry::message(entry) {
        Some(_) if !entry.message.forms().is_empty() => {
            let forms = entry.message.plural_forms().map(|(case, form)| {
                let text = format!("{case}: {}", form.template.source());
                wrapped(&text, "    ", "      ")
            });
            write!(output, "{}", forms.collect::<String>())
        }
        Some(message) => write!(output, "{}", wrapped(message, "    ", "    ")),
        None => writeln!(output, "    {DIM}(free text){DIM:#}"),
    }
}

/// Returns which responses the error is sent instead of.
fn fallbacks(known: &Known<'_>) -> Option<String> {
    let fallbacks = known.catalog.fallbacks.iter();
    let of_entry = fallbacks.filter(|it| {
        let entry = known.catalog.entries.get(it.entry);
        entry.is_some_and(|entry| entry.id == known.entry.id)
    });
    let keys: Vec<String> = of_entry.map(|it| it.fallback.to_string()).collect();
    (!keys.is_empty()).then(|| {
        format!(
            "It is sent instead of responses that are not in the catalog: {}.",
            keys.join(", ")
        )
    })
}

fn params(entry: &Entry) -> String {
    let params = entry
        .params
        .iter()
        .filter(|_| !entry.is_free_text || entry.params.len() > 1);
    params
        .map(|param| {
            let optional = if param.is_optional { ", optional" } else { "" };
            let sensitive = match (param.is_sensitive, param.is_sent) {
                (false, _) => "",
                (true, false) => ", sensitive, not sent",
                (true, true) => ", sensitive",
            };
            let mut text = format!(
                "{} ({}{optional}{sensitive})",
                param.name,
                param.param_type.as_str()
            );
            if let Some(description) = &param.description {
                text = format!("{text}: {description}");
            }
            if !param.values.is_empty() {
                let values: Vec<&str> = param.values.iter().map(|value| &*value.name).collect();
                text = format!("{text} Values: {}.", values.join(", "));
            }
            wrapped(&text, "  - ", "    ")
        })
        .collect()
}

/// Returns the messages in other languages.
fn languages(catalog: &Catalog, entry: &Entry) -> String {
    let translated = entry
        .translated_messages()
        .filter_map(|(translated, message)| {
            let translation = catalog.translations.get(translated.translation)?;
            Some(format!(
                "{}: {}",
                translation.language,
                entry::in_one_line(message)
            ))
        });
    items(&translated.collect::<Vec<_>>())
}

fn operations(catalog: &Catalog, entry: &Entry) -> String {
    if catalog.errors_of_every_operation.contains(&entry.id) {
        return prose(Some("Every operation."));
    }
    let name = |operation: &Operation| match &operation.route {
        Some(route) => format!("{} ({route})", operation.name),
        None => operation.name.clone(),
    };
    items(&catalog.operations_with(entry).map(name).collect::<Vec<_>>())
}

fn deprecated(entry: &Entry) -> Option<String> {
    let notes = entry.deprecated.as_ref()?.notes();
    Some(if notes.is_empty() {
        "The API will stop sending this error.".to_owned()
    } else {
        format!("It is deprecated: {}.", notes.join("; "))
    })
}
