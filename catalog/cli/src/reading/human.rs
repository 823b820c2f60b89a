//! Prints a reading for people.

use super::parts::{Causes, Equals, Errors, Field};
use super::Reading;
use crate::entry::{duration, retry_in_words};
use crate::output::{Output, BOLD, DIM, RED};
use crate::sections::{items, prose, section};
use crate::text::{cut, inert, one_line, wrapped};
use serde_json::Value;
use std::fmt::Display;
use std::io::{self, Write};
use std::time::Duration;

/// The maximum number of characters that are shown of a string from a response.
const LONGEST: usize = 1_000;

/// The maximum number of items that are shown of a list from a response.
const MOST: usize = 100;

pub(crate) fn print(reading: &Reading<'_>, output: &mut Output) -> io::Result<()> {
    heading(reading, output)?;
    if let Some(message) = &reading.message {
        write!(
            output,
            "\n{}",
            wrapped(&cut(message, LONGEST), "    ", "    ")
        )?;
    }
    let title = match reading.certain {
        Some(false) => "Variant (its fields are not certain)",
        _ => "Variant",
    };
    section(title, &variant(reading), output)?;
    if reading.fields.is_none() {
        let params = reading.params.all();
        let params = params.map(|(name, value)| (name, value.text().to_owned()));
        section("Parameters", &values(params), output)?;
    }
    section("Inner errors", &causes(&reading.causes, "  "), output)?;
    if let Some(errors) = &reading.errors {
        section("Other errors", &others_of(errors), output)?;
    }
    if let Some(batch) = &reading.batch {
        section("Errors of the batch", &errors(&batch.errors), output)?;
        let results = batch.results.all();
        let results = results.map(|(key, result)| (key, result.text().to_owned()));
        section("Results of the batch", &values(results), output)?;
    }
    section("Retry", &retry(reading), output)?;
    section("Scope", &outside(reading.scope.as_deref()), output)?;
    section("Reference", &outside(reading.reference.as_deref()), output)?;
    let extras = reading.extras.0.iter();
    let extras = extras.map(|(name, value)| (name, value.text()));
    section("Extras", &values(extras), output)?;
    section("Warnings", &items(&some(&reading.warnings)), output)?;
    documentation(reading, output)?;
    section("Status", &prose(reading.status_meaning), output)?;
    others(reading, output)
}

/// Prints the outcome in one line.
fn heading(reading: &Reading<'_>, output: &mut Output) -> io::Result<()> {
    let of = match reading.catalog {
        Some(name) => format!("{DIM}of {} [{name}]{DIM:#}", inert(reading.title)),
        None => format!("{DIM}of any known catalog{DIM:#}"),
    };
    let summary = inert(&cut(&reading.summary, LONGEST));
    match reading.outcome {
        "foreign" => return writeln!(output, "{BOLD}{summary}{BOLD:#}, not an error {of}"),
        "batch" => return writeln!(output, "{BOLD}{summary}{BOLD:#} {of}"),
        _ => {}
    }
    let code = match &reading.code {
        Value::Null => None,
        Value::String(code) => Some(one_line(&cut(code, LONGEST))),
        code => Some(code.to_string()),
    };
    match (reading.error.as_ref().map(|error| error.id), code) {
        (Some(id), Some(code)) if id != code => write!(output, "{RED}{code}{RED:#} ({id})")?,
        (Some(id), _) => write!(output, "{RED}{id}{RED:#}")?,
        (None, Some(code)) => write!(output, "{RED}{code}{RED:#}, unknown error")?,
        (None, None) => write!(output, "{RED}unknown error{RED:#}")?,
    }
    write!(output, "{BOLD}, status {}{BOLD:#} {of}", reading.status)?;
    match reading.envelope {
        Some(envelope) => writeln!(output, "{DIM}, envelope {}{DIM:#}", inert(envelope)),
        None => writeln!(output),
    }
}

/// The typed error.
fn variant(reading: &Reading<'_>) -> String {
    let Some(error) = &reading.error else {
        return String::new();
    };
    let fields = match &reading.fields {
        Some(fields) => fields.iter().map(field).collect(),
        None => prose(Some("Its fields cannot be read: a value is missing.")),
    };
    format!("{}{fields}", prose(Some(&error.variant)))
}

fn field(field: &Field) -> String {
    let text = format!("{} ({}): {}", field.field, field.param_type, value(field));
    wrapped(&text, "  - ", "    ")
}

fn value(field: &Field) -> String {
    if field.sensitive {
        "[redacted]".to_owned()
    } else {
        one_line(&cut(&field.value.text(), LONGEST))
    }
}

/// Inner errors, one line each, with their fields below.
fn causes(causes: &Causes<'_>, indent: &str) -> String {
    let mut text = String::new();
    let rest = causes.first(MOST, |cause| {
        text.push_str(&one(cause, &cause.summary, indent));
    });
    text.push_str(&more(rest, indent));
    text
}

/// The errors of equal rank but the first, which is shown already.
fn others_of(errors: &Equals<'_>) -> String {
    let mut text = String::new();
    let rest = errors.others(MOST, |error| {
        text.push_str(&one(error, &error.summary, "  "));
    });
    text.push_str(&more(rest, "  "));
    text
}

fn errors(errors: &Errors<'_>) -> String {
    let mut text = String::new();
    let rest = errors.first(MOST, |key, error| {
        text.push_str(&one(error, &format!("{key}: {}", error.summary), "  "));
    });
    text.push_str(&more(rest, "  "));
    text
}

fn one(reading: &Reading<'_>, summary: &str, indent: &str) -> String {
    let (first, below) = (format!("{indent}- "), format!("{indent}  "));
    let mut text = wrapped(&one_line(&cut(summary, LONGEST)), &first, &below);
    if let (Some(error), Some(fields)) = (&reading.error, &reading.fields) {
        let fields: Vec<String> = fields
            .iter()
            .map(|field| format!("{}: {}", field.field, value(field)))
            .collect();
        let fields = if fields.is_empty() {
            String::new()
        } else {
            format!(" {{ {} }}", fields.join(", "))
        };
        let variant = one_line(&format!("{}{fields}", error.variant));
        text.push_str(&wrapped(&variant, &below, &below));
    } else {
        let params = reading.params.all().take(MOST);
        let params = params.map(|(name, value)| format!("{name}: {}", value.text()));
        let params = params.collect::<Vec<_>>().join(", ");
        if !params.is_empty() {
            let params = one_line(&cut(&params, LONGEST));
            text.push_str(&wrapped(&params, &below, &below));
        }
    }
    text.push_str(&causes(&reading.causes, &below));
    text
}

fn values<N: Display, V: Display>(mut values: impl Iterator<Item = (N, V)>) -> String {
    let mut text = String::new();
    for (name, value) in values.by_ref().take(MOST) {
        let value = one_line(&cut(&format!("{name}: {value}"), LONGEST));
        text.push_str(&wrapped(&value, "  - ", "    "));
    }
    text.push_str(&more(values.count(), "  "));
    text
}

/// The number of items that are not shown.
fn more(rest: usize, indent: &str) -> String {
    if rest == 0 {
        return String::new();
    }
    format!("{indent}and {rest} more\n")
}

/// The first of the strings, and the number of those that are not shown.
fn some(texts: &[String]) -> Vec<String> {
    let mut shown: Vec<String> = texts
        .iter()
        .take(MOST)
        .map(|text| cut(text, LONGEST))
        .collect();
    if texts.len() > MOST {
        shown.push(format!("and {} more", texts.len() - MOST));
    }
    shown
}

fn outside(text: Option<&str>) -> String {
    prose(text.map(|text| one_line(&cut(text, LONGEST))).as_deref())
}

fn retry(reading: &Reading<'_>) -> String {
    let advice = prose(reading.entry.and_then(retry_in_words).as_deref());
    let wait = reading.retry_after.map(Duration::from_secs);
    let wait = wait.map(|wait| format!("Wait for {}.", duration(wait)));
    format!("{advice}{}", prose(wait.as_deref()))
}

fn documentation(reading: &Reading<'_>, output: &mut Output) -> io::Result<()> {
    let Some(documentation) = &reading.documentation else {
        return Ok(());
    };
    let meaning: Vec<&str> = [documentation.title, documentation.description]
        .into_iter()
        .flatten()
        .collect();
    let meaning: String = meaning.iter().map(|text| prose(Some(text))).collect();
    section("Meaning", &meaning, output)?;
    section("Causes", &items(documentation.causes), output)?;
    section("Fix", &prose(documentation.resolution), output)
}

fn others(reading: &Reading<'_>, output: &mut Output) -> io::Result<()> {
    if reading.others.is_empty() {
        return Ok(());
    }
    let others = reading.others.join(", ");
    writeln!(
        output,
        "\n{DIM}also fits {}: select a catalog with --catalog{DIM:#}",
        inert(&others)
    )
}
