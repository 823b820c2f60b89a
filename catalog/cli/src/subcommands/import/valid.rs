//! Makes sure that the catalog that is written has no errors.

use super::doc::Doc;
use super::merge::Merged;
use super::report::Report;
use super::slot::Slot;
use super::values::{self, Value};
use crate::failure::Failure;
use crate::format;
use error_catalog_model::{compile, Diagnostic, Severity, Source};
use std::collections::BTreeMap;

/// How often errors are looked for: each time, at most 1,000 are found.
const ROUNDS: usize = 100;

/// Returns the text of the catalog without errors. What causes an error stays as it was before the import, or is left out.
///
/// # Errors
///
/// An error has nothing to do with what is imported.
pub(super) fn text(
    merged: &mut Merged,
    source: &dyn Fn(String) -> Source,
    report: &mut Report,
) -> Result<String, Failure> {
    for _ in 0..ROUNDS {
        let text = merged.text();
        let text = format::laid_out(&text)
            .ok_or_else(|| Failure::new("the catalog is nested too deeply"))?;
        let source = source(text.clone());
        let Err(failure) = compile(&source) else {
            return Ok(text);
        };
        let errors: Vec<&Diagnostic> = failure
            .diagnostics()
            .iter()
            .filter(|it| it.severity() == Severity::Error)
            .collect();
        if !take_back(merged, &errors, &source, &text, report) {
            let first = errors
                .first()
                .map(|error| source.render(error))
                .unwrap_or_default();
            return Err(Failure::new(format!(
                "the catalog would have an error:\n{first}"
            )));
        }
    }
    Err(Failure::new("the catalog would have too many errors").help("import fewer entries at once"))
}

/// Takes back what causes the errors. Returns whether anything was taken back.
fn take_back(
    merged: &mut Merged,
    errors: &[&Diagnostic],
    source: &Source,
    text: &str,
    report: &mut Report,
) -> bool {
    let Some(catalog) = values::from_json(text) else {
        return false;
    };
    let mut of_entries: BTreeMap<usize, &Diagnostic> = BTreeMap::new();
    let mut of_keys: BTreeMap<String, &Diagnostic> = BTreeMap::new();
    for error in errors {
        // An error in another file of the catalog has to do with a place in this one.
        let labels = error.related.iter().map(|label| label.span);
        let mut spans = std::iter::once(error.span).chain(labels);
        let Some(span) = spans.find(|span| span.file == 0) else {
            continue;
        };
        let line = source.position(span.start).line;
        match place(&catalog, line) {
            Some((key, Some(entry))) if key == "errors" => {
                of_entries.entry(entry).or_insert(error);
            }
            Some((key, _)) => {
                of_keys.entry(key).or_insert(error);
            }
            None => {}
        }
    }
    let mut changed = false;
    let mut gone = Vec::new();
    for (index, error) in of_entries.into_iter().rev() {
        let Some(slot) = merged.slots.get_mut(index) else {
            continue;
        };
        changed |= match repair(slot, error, report) {
            Repair::Kept => {
                let record = slot.record.clone();
                match record {
                    Some(record) => merged.imported.entries.insert(slot.id.clone(), record),
                    None => merged.imported.entries.remove(&slot.id),
                };
                true
            }
            Repair::Shorter => true,
            Repair::LeftOut => {
                let slot = merged.slots.remove(index);
                merged.imported.entries.remove(&slot.id);
                gone.push(slot.id);
                true
            }
            Repair::None => false,
        };
    }
    if !gone.is_empty() {
        remove_from_operations(&mut merged.head, &gone);
    }
    if changed {
        return true;
    }
    for (key, error) in of_keys {
        let before = merged.head_before.get(&key).cloned();
        let now = merged.head.get(&key);
        if now != before.as_ref() {
            report.left_out(format!("`{key}`: {}", error.message), None);
            merged.head.set(&key, before);
            let prefix = format!("{key}/");
            merged
                .imported
                .catalog
                .retain(|path, _| *path != key && !path.starts_with(&prefix));
            changed = true;
        }
    }
    changed
}

/// Returns the key of the catalog that this line is in, and the index of the element of its array.
fn place(catalog: &Value, line: usize) -> Option<(String, Option<usize>)> {
    let is_before = |value: &Value| value.line as usize <= line;
    let (key, value) = catalog
        .members()
        .iter()
        .rev()
        .find(|(_, value)| is_before(value))?;
    let elements = value.elements();
    let after = elements.partition_point(is_before);
    Some((key.clone(), after.checked_sub(1)))
}

enum Repair {
    /// The entry is as it was before the import.
    Kept,
    /// The entry no longer has a message.
    Shorter,
    LeftOut,
    /// The error has nothing to do with the import.
    None,
}

fn repair(slot: &mut Slot, error: &Diagnostic, report: &mut Report) -> Repair {
    let reason = &error.message;
    let place = slot.place.clone();
    if let Some(before) = &slot.before {
        if slot.value == *before {
            return Repair::None;
        }
        report.left_out(format!("the changes of `{}`: {reason}", slot.id), place);
        slot.value = before.clone();
        return Repair::Kept;
    }
    let has_message = slot.value.get("message").is_some() && slot.value.get("params").is_some()
        || error.rule == error_catalog_model::Rule::Limit;
    if has_message && slot.value.get("message").is_some() {
        report.left_out(format!("the message of `{}`: {reason}", slot.id), place);
        for key in ["message", "params", "examples", "retry"] {
            slot.value.set(key, None);
        }
        return Repair::Shorter;
    }
    report.left_out(format!("`{}`: {reason}", slot.id), place);
    Repair::LeftOut
}

fn remove_from_operations(head: &mut Doc, gone: &[String]) {
    let Some(Doc::Object(operations)) = head.get("operations") else {
        return;
    };
    let operations = operations.iter().filter_map(|(name, operation)| {
        let Some(errors) = operation.get("errors") else {
            return Some((name.clone(), operation.clone()));
        };
        let is_gone = |id: &Doc| {
            id.text()
                .is_some_and(|id| gone.iter().any(|gone| *gone == id))
        };
        let left: Vec<Doc> = errors
            .elements()
            .iter()
            .filter(|id| !is_gone(id))
            .cloned()
            .collect();
        if left.is_empty() && !errors.elements().is_empty() {
            return None;
        }
        let mut operation = operation.clone();
        operation.set("errors", Some(Doc::Array(left)));
        Some((name.clone(), operation))
    });
    let operations: Vec<_> = operations.collect();
    head.set(
        "operations",
        (!operations.is_empty()).then_some(Doc::Object(operations)),
    );
}
