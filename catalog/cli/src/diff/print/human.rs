//! Prints changes for people.

use super::{counted, literal, shown_code, Compared};
use crate::diff::{Audience, Change, Diff, Impact, Place};
use crate::failure::Failure;
use crate::output::{Output, BOLD, CYAN, DIM, GREEN, RED, YELLOW};
use crate::text::in_one_line;
use anstyle::Style;
use error_catalog_model::Aspect;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::time::Duration;

/// The number of characters up to which the old and the new value are printed on one line.
const SHORT: usize = 30;

/// The time limit for comparing the words of two strings. The words that are left then are shown as different.
const PATIENCE: Duration = Duration::from_millis(100);

pub(super) fn print(compared: &[Compared], output: &mut Output) -> Result<(), Failure> {
    for (number, one) in compared.iter().enumerate() {
        if number > 0 {
            writeln!(output)?;
        }
        changes(one, output)?;
        summary(one, output)?;
        help(&one.diff, output)?;
    }
    Ok(())
}

/// Prints the changes, grouped by entry.
fn changes(compared: &Compared, output: &mut Output) -> io::Result<()> {
    let changes = &compared.diff.changes;
    for group in changes.chunk_by(|one, next| one.entry == next.entry) {
        heading(compared, group, output)?;
        for change in group {
            print_one(change, compared.diff.impact(change), output)?;
        }
        writeln!(output)?;
    }
    Ok(())
}

fn heading(compared: &Compared, group: &[Change], output: &mut Output) -> io::Result<()> {
    let Some(first) = group.first() else {
        return Ok(());
    };
    let Some(entry) = &first.entry else {
        return writeln!(output, "{BOLD}the catalog{BOLD:#}");
    };
    let lines = compared.lines(first);
    let was = match first.place {
        Place::Old(_) => "was at ",
        Place::New(_) => "",
    };
    writeln!(
        output,
        "{BOLD}{}{BOLD:#} {DIM}{was}{}:{}:{}{DIM:#}",
        in_one_line(entry),
        in_one_line(&lines.file),
        lines.line,
        lines.column
    )
}

fn print_one(change: &Change, impact: Impact, output: &mut Output) -> io::Result<()> {
    let style = match impact {
        Impact::Breaking if change.acknowledged.is_some() => YELLOW,
        Impact::Breaking => RED,
        Impact::Minor => CYAN,
        Impact::Compatible => GREEN,
    };
    write!(
        output,
        "  {style}{:<10}{style:#} {}",
        impact.as_str(),
        in_one_line(&change.subject)
    )?;
    match (&change.old, &change.new) {
        (Some(old), Some(new)) if is_short(old) && is_short(new) => {
            write!(output, ": {} → {}", in_one_line(old), in_one_line(new))?;
            kind(change, impact, output)?;
        }
        (Some(old), Some(new)) => {
            kind(change, impact, output)?;
            both(old, new, output)?;
        }
        (old, new) => {
            kind(change, impact, output)?;
            one_side("-", RED, old.as_ref(), output)?;
            one_side("+", GREEN, new.as_ref(), output)?;
        }
    }
    if let Some(reason) = &change.acknowledged {
        writeln!(output, "             acknowledged: {}", in_one_line(reason))?;
    }
    Ok(())
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT
}

/// Prints the kind of the change, and whom it affects.
fn kind(change: &Change, impact: Impact, output: &mut Output) -> io::Result<()> {
    let concerns =
        |audience| impact > Impact::Compatible && change.kind.impact_on(audience) == impact;
    let whom = match (concerns(Audience::Clients), concerns(Audience::Rust)) {
        (true, true) => ": clients, Rust users",
        (true, false) => ": clients",
        (false, true) => ": Rust users",
        (false, false) => "",
    };
    writeln!(output, "  {DIM}({}{whom}){DIM:#}", change.kind.name())
}

fn one_side(
    sign: &str,
    style: Style,
    text: Option<&String>,
    output: &mut Output,
) -> io::Result<()> {
    match text {
        Some(text) => writeln!(
            output,
            "             {style}{sign}{style:#} {}",
            in_one_line(text)
        ),
        None => Ok(()),
    }
}

/// Prints the old and the new string below each other, with the differences in color.
fn both(old: &str, new: &str, output: &mut Output) -> io::Result<()> {
    let (old, new) = (in_one_line(old), in_one_line(new));
    let words = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_words(&*old, &*new);
    for (sign, tag, style) in [
        ("-", ChangeTag::Delete, RED),
        ("+", ChangeTag::Insert, GREEN),
    ] {
        write!(output, "             {style}{sign}{style:#} ")?;
        for word in words.iter_all_changes() {
            if word.tag() == tag {
                write!(output, "{style}{}{style:#}", word.value())?;
            } else if word.tag() == ChangeTag::Equal {
                write!(output, "{}", word.value())?;
            }
        }
        writeln!(output)?;
    }
    Ok(())
}

fn summary(compared: &Compared, output: &mut Output) -> io::Result<()> {
    let diff = &compared.diff;
    let name = in_one_line(compared.new.name());
    let Some(bump) = diff.bump() else {
        return writeln!(output, "{name}: {GREEN}no changes{GREEN:#}");
    };
    let bump = bump.as_str();
    let version = match diff.next_version() {
        Some(version) => format!("{} ({bump})", in_one_line(&version)),
        None => bump.to_owned(),
    };
    let counts = counted(diff.counts());
    writeln!(output, "{name}: {counts}; next version: {version}")
}

/// Suggests what to add to the catalog: retired codes, deprecated entries, and reasons for breaking changes.
fn help(diff: &Diff, output: &mut Output) -> io::Result<()> {
    let version = diff.next_version();
    let version = version.as_deref().unwrap_or("…");
    if !diff.to_retire.is_empty() {
        writeln!(
            output,
            "{CYAN}help{CYAN:#}: add codes that are no longer sent to `retired`:"
        )?;
    }
    for unused in &diff.to_retire {
        let code = shown_code(&unused.code);
        let subcode = unused.subcode.as_ref().map(shown_code);
        let subcode = subcode.map(|it| format!("\"subcode\": {it}, "));
        writeln!(
            output,
            "  {{ \"code\": {code}, {}\"since\": {} }}",
            subcode.unwrap_or_default(),
            literal(version)
        )?;
    }
    for renamed in &diff.renamed {
        let (old, new) = (in_one_line(&renamed.old), in_one_line(&renamed.new));
        writeln!(
            output,
            "{CYAN}help{CYAN:#}: to give clients time to move to `{new}`, keep `{old}` for a while, with:"
        )?;
        writeln!(
            output,
            "  \"deprecated\": {{ \"since\": {}, \"renamed_to\": {} }}",
            literal(version),
            literal(&renamed.new)
        )?;
    }
    let breaks: BTreeSet<(Option<&str>, Aspect)> = diff
        .unacknowledged()
        .filter_map(|change| Some((change.entry.as_deref(), change.kind.aspect()?)))
        .collect();
    if !breaks.is_empty() {
        writeln!(
            output,
            "{CYAN}help{CYAN:#}: add intended breaking changes to `changes`, with a reason:"
        )?;
    }
    for (entry, aspect) in breaks {
        let entry = entry.map_or(String::new(), |id| format!("\"entry\": {}, ", literal(id)));
        writeln!(
            output,
            "  {{ \"version\": {}, {entry}\"change\": \"{}\", \"reason\": \"…\" }}",
            literal(version),
            aspect.as_str()
        )?;
    }
    Ok(())
}
