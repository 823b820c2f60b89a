//! A change between two catalogs.

use super::kind::{Audience, Impact, Kind};
use error_catalog_model::{Aspect, Span};
use std::collections::HashSet;

/// A fact that differs between two catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    /// The id of the entry, the old one if there are two; `None` for a change of the catalog as a whole.
    pub(crate) entry: Option<String>,
    /// What differs: a key of the catalog, followed by a name if it holds several: `params.reason`.
    pub(crate) subject: String,
    /// The old value; `None` if there was none.
    pub(crate) old: Option<String>,
    /// The new value; `None` if there is none.
    pub(crate) new: Option<String>,
    pub(crate) place: Place,
    /// The reason that the new catalog gives for a breaking change.
    pub(crate) acknowledged: Option<String>,
}

/// Where a change is visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the old file, because it is gone from the new one.
    Old(Span),
    /// In the new file.
    New(Span),
}

impl Change {
    /// The impact on an audience; without one, the larger of the impacts on both.
    pub(crate) fn impact(&self, audience: Option<Audience>) -> Impact {
        let of = |audience| self.kind.impact_on(audience);
        audience.map_or_else(|| of(Audience::Clients).max(of(Audience::Rust)), of)
    }

    /// The aspect that acknowledges the change; `None` if the change does not break the audience.
    pub(crate) fn breaks(&self, audience: Option<Audience>) -> Option<Aspect> {
        (self.impact(audience) == Impact::Breaking)
            .then(|| self.kind.aspect())
            .flatten()
    }

    /// The change in one line: `status: 402 → 400`, with `+` or `-` before a value that only one of the catalogs has.
    pub(crate) fn summary(&self) -> String {
        let subject = &self.subject;
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{subject}: {old} → {new}"),
            (Some(old), None) => format!("{subject}: - {old}"),
            (None, Some(new)) => format!("{subject}: + {new}"),
            (None, None) => subject.clone(),
        }
    }
}

/// Collects the changes of one entry, or of the catalog as a whole.
pub(super) struct Notes<'n> {
    entry: Option<&'n str>,
    place: Place,
    changes: &'n mut Vec<Change>,
}

impl<'n> Notes<'n> {
    pub(super) fn new(entry: Option<&'n str>, place: Place, changes: &'n mut Vec<Change>) -> Self {
        Self {
            entry,
            place,
            changes,
        }
    }

    pub(super) fn add(
        &mut self,
        kind: Kind,
        subject: impl Into<String>,
        old: Option<String>,
        new: Option<String>,
    ) {
        self.add_at(self.place, kind, subject, old, new);
    }

    pub(super) fn add_at(
        &mut self,
        place: Place,
        kind: Kind,
        subject: impl Into<String>,
        old: Option<String>,
        new: Option<String>,
    ) {
        self.changes.push(Change {
            kind,
            entry: self.entry.map(str::to_owned),
            subject: subject.into(),
            old,
            new,
            place,
            acknowledged: None,
        });
    }

    /// Adds a change of prose, if the strings differ.
    pub(super) fn text(&mut self, subject: &str, old: Option<&String>, new: Option<&String>) {
        if old != new {
            self.add(Kind::Documented, subject, old.cloned(), new.cloned());
        }
    }

    /// Adds a change of a list of prose, if the lists differ. It shows the strings that only one of them has.
    pub(super) fn texts(&mut self, subject: &str, old: &[String], new: &[String]) {
        if old == new {
            return;
        }
        let only = |these: &[String], others: &[String]| {
            let others: HashSet<&String> = others.iter().collect();
            let only: Vec<&str> = these
                .iter()
                .filter(|text| !others.contains(text))
                .map(|text| &**text)
                .collect();
            (!only.is_empty()).then(|| only.join(" / "))
        };
        self.add(Kind::Documented, subject, only(old, new), only(new, old));
    }
}
