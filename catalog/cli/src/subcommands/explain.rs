//! `explain`: what an API's error means, as `rustc --explain` does for the compiler's.

use crate::catalogs::{self, Loaded};
use crate::entry::{self, Record};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Output, BOLD, DIM, RED};
use crate::sections::{items, prose, section};
use crate::text::{inert, wrapped};
use crate::workspace::WorkspaceArguments;
use clap::{Args, ValueEnum};
use error_catalog_model::{nearest, Catalog, Code, Entry};
use std::io::{self, Write};

/// Explains an error by its code: status, message, causes, fix, retry advice, examples.
///
/// It is looked for in the catalogs of the workspace and in the bundled ones; exits with 1 where none has it.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, as it travels or in whatever case; or the error's id.
    code: String,
    /// Only in this catalog: its name, or the path of its file; may be given again.
    #[arg(long, value_name = "NAME")]
    catalog: Vec<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Prose.
    #[default]
    Human,
    /// An array of objects, one for each error with the code.
    Json,
}

impl Explain {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let loaded = catalogs::chosen(&self.catalog, &self.workspace, output)?;
        let entries: Vec<(&Catalog, &Entry)> = loaded
            .iter()
            .filter_map(Loaded::catalog)
            .flat_map(|catalog| catalog.entries.iter().map(move |entry| (catalog, entry)))
            .collect();
        let found = find(&entries, &self.code);
        match self.format {
            Format::Json => {
                let records: Vec<_> = found
                    .iter()
                    .map(|(catalog, entry)| Record::new(catalog, entry))
                    .collect();
                output.json(&records)?;
            }
            Format::Human => {
                for (position, (catalog, entry)) in found.iter().enumerate() {
                    if position > 0 {
                        writeln!(output)?;
                    }
                    explain(catalog, entry, output)?;
                }
            }
        }
        if found.is_empty() {
            output.error(format_args!(
                "no catalog has an error `{}`{}",
                inert(&self.code),
                help(&entries, &self.code)
            ));
        }
        Ok(Exit::of_findings(found.is_empty()))
    }
}

/// The entries with this code or id; those of a pattern only where none has it as it stands.
fn find<'a>(entries: &[(&'a Catalog, &'a Entry)], wanted: &str) -> Vec<(&'a Catalog, &'a Entry)> {
    let is_named = |entry: &Entry| {
        entry.id.eq_ignore_ascii_case(wanted) || entry::code(entry).eq_ignore_ascii_case(wanted)
    };
    let with = |takes: &dyn Fn(&Entry) -> bool| -> Vec<_> {
        entries
            .iter()
            .copied()
            .filter(|(_, entry)| takes(entry))
            .collect()
    };
    let named = with(&is_named);
    if named.is_empty() {
        with(
            &|entry| matches!(&entry.code, Code::Pattern(pattern) if fits(&pattern.template.literals(), wanted)),
        )
    } else {
        named
    }
}

/// Whether the text is the literals with something between each two.
fn fits(literals: &[String], text: &str) -> bool {
    let [first, middle @ .., last] = literals else {
        return literals.first().is_some_and(|literal| literal == text);
    };
    let Some(mut rest) = text.strip_prefix(&**first) else {
        return false;
    };
    for literal in middle {
        let mut found = rest.match_indices(&**literal).filter(|(at, _)| *at > 0);
        let Some((at, literal)) = found.next() else {
            return false;
        };
        rest = rest.get(at + literal.len()..).unwrap_or_default();
    }
    rest.strip_suffix(&**last)
        .is_some_and(|value| !value.is_empty())
}

/// The names that were probably meant.
fn help(entries: &[(&Catalog, &Entry)], wanted: &str) -> String {
    let codes: Vec<String> = entries
        .iter()
        .flat_map(|(_, entry)| [entry.id.clone(), entry::code(entry)])
        .collect();
    // What is near is looked for among some hundred names at a time.
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
        "\n  = help: `cargo error-catalog list` shows all".to_owned()
    } else {
        format!("\n  = help: did you mean {}?", names.join(" or "))
    }
}

fn explain(catalog: &Catalog, entry: &Entry, output: &mut Output) -> io::Result<()> {
    heading(catalog, entry, output)?;
    let paragraphs = [entry.title.as_deref(), entry.description.as_deref()];
    for text in paragraphs.into_iter().flatten() {
        write!(output, "\n{}", wrapped(text, "", ""))?;
    }
    section("Causes", &items(&entry.causes), output)?;
    section("Fix", &prose(entry.resolution.as_deref()), output)?;
    let retry = entry.retry.as_ref().map(entry::retry_in_words);
    section("Retry", &prose(retry.as_deref()), output)?;
    section("Parameters", &params(entry), output)?;
    section("Examples", &items(&entry.examples), output)?;
    section("Deprecated", &prose(deprecated(entry).as_deref()), output)
}

fn heading(catalog: &Catalog, entry: &Entry, output: &mut Output) -> io::Result<()> {
    let code = entry::code(entry);
    write!(
        output,
        "{RED}{}{RED:#}",
        inert(if code.is_empty() { &entry.id } else { &code })
    )?;
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
        Some(message) => write!(output, "{}", wrapped(message, "    ", "    ")),
        None => writeln!(output, "    {DIM}(free text){DIM:#}"),
    }
}

fn params(entry: &Entry) -> String {
    let params = entry
        .params
        .iter()
        .filter(|_| !entry.is_free_text || entry.params.len() > 1);
    params
        .map(|param| {
            let optional = if param.is_optional { ", optional" } else { "" };
            let sensitive = if param.is_sensitive {
                ", sensitive"
            } else {
                ""
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

fn deprecated(entry: &Entry) -> Option<String> {
    let notes = entry.deprecated.as_ref()?.notes();
    Some(if notes.is_empty() {
        "The API is to stop sending it.".to_owned()
    } else {
        format!("It is deprecated: {}.", notes.join("; "))
    })
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_code_fits_a_pattern_where_each_placeholder_has_a_value() {
        let literals = |parts: &[&str]| parts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let pattern = literals(&["", "_NOT_FOUND"]);
        assert!(fits(&pattern, "USER_NOT_FOUND"));
        assert!(!fits(&pattern, "_NOT_FOUND"));
        assert!(!fits(&pattern, "USER_NOT_FOUND_"));
        let two = literals(&["A_", "_B_", "_C"]);
        assert!(fits(&two, "A_x_B_y_C"));
        assert!(!fits(&two, "A__B_y_C"));
        assert!(!fits(&two, "A_x_B__C"));
    }
}
