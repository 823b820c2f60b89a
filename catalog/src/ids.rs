//! The ids of a catalog's entries, which other parts of it name.

use crate::model::Entry;
use crate::{Report, Rule, Span};
use std::collections::HashMap;

/// The ids, in the order of the entries.
pub(crate) struct Ids<'e> {
    all: Vec<&'e str>,
    positions: HashMap<&'e str, usize>,
}

impl<'e> Ids<'e> {
    pub(crate) fn of(entries: &'e [Entry]) -> Self {
        let mut all = Vec::with_capacity(entries.len());
        let mut positions = HashMap::with_capacity(entries.len());
        for entry in entries {
            positions.insert(&*entry.id, all.len());
            all.push(&*entry.id);
        }
        Self { all, positions }
    }

    /// Returns the position of the entry with an id.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// Reports an id if no entry has it.
    pub(crate) fn check(&self, id: &str, span: Span, rule: Rule, report: &mut Report) {
        if self.position(id).is_none() {
            report
                .add(rule, span, format!("no entry has the id `{id}`"))
                .suggest(id, &self.all);
        }
    }
}
