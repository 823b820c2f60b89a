//! Merges what a source says now into the catalog that exists.

use super::build;
use super::doc::Doc;
use super::draft::{Draft, Entry};
use super::ids::Ids;
use super::lock::{Imported, Record};
use super::matching::{self, Match};
use super::report::Report;
use super::slot::Slot;
use super::three_way;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// How an entry is marked that the source no longer has.
const GONE: &str = "The source that this entry was imported from no longer has it.";

/// The merged catalog in parts, so that parts of it can be taken back.
#[derive(Debug)]
pub(super) struct Merged {
    /// The keys of the catalog, without `errors`.
    pub(super) head: Doc,
    /// The same before the import.
    pub(super) head_before: Doc,
    pub(super) slots: Vec<Slot>,
    pub(super) imported: Imported,
}

/// The parts of a merge that are not in the draft.
pub(super) struct Context<'a> {
    /// What was imported before; `None` if nothing is known about it.
    pub(super) imported: Option<&'a Imported>,
    /// Whether the source has all errors, so that one that it lacks is gone.
    pub(super) is_complete: bool,
    /// Whether what is imported is recorded in a file, for the next import.
    pub(super) is_recorded: bool,
    /// Whether another kind of source has an entry.
    pub(super) is_of_another: &'a dyn Fn(&str) -> bool,
}

impl Merged {
    /// Returns the text of the catalog.
    pub(super) fn text(&self) -> String {
        let mut text = self.head.to_string();
        text.pop();
        let comma = if self.head.members().is_empty() {
            ""
        } else {
            ", "
        };
        let _ = write!(text, "{comma}\"errors\": [");
        for (position, slot) in self.slots.iter().enumerate() {
            let comma = if position > 0 { ", " } else { "" };
            let _ = write!(text, "{comma}{}", slot.value);
        }
        text.push_str("]}");
        text
    }
}

/// Merges a draft into a catalog. `head` has the keys that a new catalog gets.
pub(super) fn merge(
    catalog: &Doc,
    head: &Doc,
    draft: &Draft,
    context: &Context<'_>,
    report: &mut Report,
) -> Merged {
    let mut merger = Merger::new(catalog, context, report);
    let keys = matching::keys(draft);
    let matches = matching::matches(draft, &keys, &merger.slots, context.imported);
    merger
        .ids
        .reserve(draft.entries.iter().map(|entry| &entry.code));
    let entries = draft.entries.iter().zip(keys).zip(matches);
    let ids: Vec<Option<String>> = entries
        .map(|((entry, key), found)| match found {
            Match::Removed => merger.removed(entry, &key),
            Match::New => Some(merger.new_entry(entry, key)),
            Match::Known(at) => merger.known(entry, key, at),
        })
        .collect();
    merger.gone();
    let theirs = with_operations(head.clone(), draft, &ids);
    merger.finish(catalog, theirs)
}

/// A merge that is under way.
struct Merger<'c, 'r> {
    context: &'c Context<'c>,
    report: &'r mut Report,
    /// What was imported before, by what identifies it in the source.
    records: HashMap<&'c str, (&'c String, &'c Record)>,
    slots: Vec<Slot>,
    ids: Ids,
    imported: BTreeMap<String, Record>,
}

impl<'c, 'r> Merger<'c, 'r> {
    fn new(catalog: &Doc, context: &'c Context<'c>, report: &'r mut Report) -> Self {
        let entries = catalog.get("errors").map_or(&[][..], Doc::elements);
        let slots: Vec<Slot> = entries.iter().map(Slot::of_catalog).collect();
        let mut ids = Ids::default();
        for slot in &slots {
            ids.add(&slot.id);
        }
        let imported = context.imported.into_iter();
        let records = imported.flat_map(|imported| &imported.entries);
        Self {
            context,
            report,
            records: records
                .map(|(id, record)| (&*record.key, (id, record)))
                .collect(),
            slots,
            ids,
            imported: BTreeMap::new(),
        }
    }

    /// Leaves out an entry that someone removed.
    fn removed(&mut self, entry: &Entry, key: &str) -> Option<String> {
        let text = format!(
            "`{}`: it was imported before and is not in the catalog any more",
            entry.code
        );
        self.report.left_out(text, Some(entry.place.clone()));
        if let Some((id, record)) = self.records.get(key) {
            self.imported.insert((*id).clone(), (*record).clone());
        }
        None
    }

    fn new_entry(&mut self, entry: &Entry, key: String) -> String {
        let id = self.ids.of(entry);
        let value = build::entry(entry, &id);
        self.record(&id, key, &value);
        self.slots.push(Slot {
            id: id.clone(),
            value,
            before: None,
            record: None,
            place: Some(entry.place.clone()),
        });
        id
    }

    /// Merges an entry into one of the catalog.
    fn known(&mut self, entry: &Entry, key: String, at: usize) -> Option<String> {
        let slot = self.slots.get_mut(at)?;
        let theirs = build::entry(entry, &slot.id);
        slot.record = self.records.get(&*key).map(|(_, record)| (*record).clone());
        slot.place = Some(entry.place.clone());
        unmark(&mut slot.value);
        let base = slot.record.as_ref().map(|record| &record.digests);
        for path in three_way::merge(&mut slot.value, &theirs, base) {
            let text = format!(
                "`{path}` of `{}` is kept as it was edited; the source has another one",
                slot.id
            );
            self.report.changed(text, Some(entry.place.clone()));
        }
        let id = slot.id.clone();
        self.record(&id, key, &theirs);
        Some(id)
    }

    fn record(&mut self, id: &str, key: String, value: &Doc) {
        if self.context.is_recorded {
            let digests = three_way::digests(value);
            self.imported.insert(id.to_owned(), Record { key, digests });
        }
    }

    /// Marks the entries that were imported before and that the source no longer has.
    fn gone(&mut self) {
        let Some(imported) = self.context.imported else {
            return;
        };
        for slot in self.slots.iter_mut().filter(|slot| slot.place.is_none()) {
            let Some(record) = imported.entries.get(&slot.id) else {
                continue;
            };
            let known = self.imported.entry(slot.id.clone());
            known.or_insert_with(|| record.clone());
            let is_elsewhere = !self.context.is_complete || (self.context.is_of_another)(&slot.id);
            if is_elsewhere || slot.value.get("deprecated").is_some() {
                continue;
            }
            slot.value.set("deprecated", Some(mark()));
            self.report.counts.gone += 1;
            let text = format!("`{}` is deprecated: the source no longer has it", slot.id);
            self.report.changed(text, None);
        }
    }

    /// Merges the keys of the catalog itself.
    fn finish(self, catalog: &Doc, theirs: Doc) -> Merged {
        let mut head_before = catalog.clone();
        head_before.set("errors", None);
        let digests = three_way::digests(&theirs);
        let head = if head_before.members().is_empty() {
            theirs
        } else {
            let mut head = head_before.clone();
            let base = self.context.imported.map(|imported| &imported.catalog);
            for path in three_way::merge(&mut head, &theirs, base) {
                let text = format!("`{path}` is kept as it was edited; the source has another one");
                self.report.changed(text, None);
            }
            head
        };
        Merged {
            head,
            head_before,
            slots: self.slots,
            imported: Imported {
                catalog: digests,
                entries: self.imported,
            },
        }
    }
}

/// Removes the mark of an entry that the source has again.
fn unmark(value: &mut Doc) {
    let deprecated = value.get("deprecated");
    if deprecated.is_some_and(|deprecated| deprecated.is_same(&mark())) {
        value.set("deprecated", None);
    }
}

fn mark() -> Doc {
    Doc::object([("note", Doc::string(GONE))])
}

fn with_operations(mut head: Doc, draft: &Draft, ids: &[Option<String>]) -> Doc {
    let operations = draft.operations.iter().filter_map(|operation| {
        let errors: Vec<&String> = operation
            .entries
            .iter()
            .filter_map(|index| ids.get(*index)?.as_ref())
            .collect();
        if errors.is_empty() {
            return None;
        }
        let mut value = Doc::Object(Vec::new());
        value.set(
            "description",
            operation.description.as_deref().map(Doc::string),
        );
        value.set("route", operation.route.as_deref().map(Doc::string));
        value.set("errors", Some(Doc::strings(errors)));
        Some((operation.name.clone(), value))
    });
    let operations: Vec<_> = operations.collect();
    if !operations.is_empty() {
        head.set("operations", Some(Doc::Object(operations)));
    }
    head
}
