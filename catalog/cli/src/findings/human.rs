//! Prints findings for people.

use super::Findings;
use crate::failure::Failure;
use crate::output::{Output, CYAN, GREEN, RED, YELLOW};
use crate::text::counted;
use anstyle::Style;
use error_catalog_model::Severity;
use std::io::{self, Write};

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    for finding in &findings.all {
        let style = match finding.severity {
            Severity::Error => RED,
            Severity::Warning => YELLOW,
        };
        colored(&finding.render(), style, output)?;
        writeln!(output)?;
    }
    if findings.dropped > 0 {
        writeln!(output, "and {} more\n", findings.dropped)?;
    }
    summary(findings, output)
}

/// Prints a rendered diagnostic with the colors of rustc for its severity, underlines, and frame.
fn colored(text: &str, style: Style, output: &mut Output) -> io::Result<()> {
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        let frame = line.len() - bare.len();
        if number == 0 {
            let (kind, rest) = line.split_once(": ").unwrap_or((line, ""));
            writeln!(output, "{style}{kind}{style:#}: {rest}")?;
        } else if let Some(marks) = bare
            .strip_prefix("| ")
            .filter(|it| it.trim_start().starts_with(['^', '-']))
        {
            writeln!(
                output,
                "{:frame$}{CYAN}|{CYAN:#} {style}{marks}{style:#}",
                ""
            )?;
        } else if let Some(rest) = bare.strip_prefix("-->") {
            writeln!(output, "{:frame$}{CYAN}-->{CYAN:#}{rest}", "")?;
        } else {
            writeln!(output, "{line}")?;
        }
    }
    Ok(())
}

fn summary(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    let catalogs = counted(findings.loaded.len(), "catalog", "catalogs");
    let errors = findings.count(Severity::Error) + findings.dropped;
    let warnings = findings.count(Severity::Warning);
    if errors + warnings == 0 {
        let entries = findings
            .loaded
            .iter()
            .filter_map(|it| it.catalog())
            .map(|it| it.entries.len());
        let entries = counted(entries.sum(), "entry", "entries");
        writeln!(
            output,
            "{GREEN}no errors or warnings{GREEN:#} in {catalogs} with {entries}"
        )?;
    } else {
        let errors = counted(errors, "error", "errors");
        let warnings = counted(warnings, "warning", "warnings");
        writeln!(output, "{errors} and {warnings} in {catalogs}")?;
    }
    Ok(())
}
