//! One change.

use super::kind::{Audience, Impact, Kind};
use error_catalog_model::{Aspect, Span};
use std::collections::HashSet;

/// One fact that differs between two catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    /// The id of the entry, as it was if the entry was there; `None` for a change of the catalog as a whole.
    pub(crate) entry: Option<String>,
    /// What differs: a key of the catalog, with the name where there are several: `params.reason`.
    pub(crate) subject: String,
    /// What it was; `None` where there was nothing.
    pub(crate) old: Option<String>,
    /// What it is; `None` where there is nothing.
    pub(crate) new: Option<String>,
    pub(crate) place: Place,
    /// The reason that the new catalog gives for a break.
    pub(crate) acknowledged: Option<String>,
}

/// Where a change is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the old file, as the new one does not have it any more.
    Old(Span),
    /// In the new file.
    New(Span),
}

impl Change {
    /// What it asks of an audience, or of the one of whom it asks more.
    pub(crate) fn impact(&self, audience: Option<Audience>) -> Impact {
        let of = |audience| self.kind.impact_on(audience);
        audience.map_or_else(|| of(Audience::Clients).max(of(Audience::Rust)), of)
    }

    /// What it breaks, if an acknowledgement of this excuses it.
    pub(crate) fn breaks(&self, audience: Option<Audience>) -> Option<Aspect> {
        (self.impact(audience) == Impact::Breaking)
            .then(|| self.kind.aspect())
            .flatten()
    }

    /// What differs, in a line: `status: 402 → 400`; `+` and `-` stand before what only one of the catalogs has.
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

/// Takes down the changes of one entry, or of the catalog as a whole.
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

    /// A text for people, which may differ.
    pub(super) fn text(&mut self, subject: &str, old: Option<&String>, new: Option<&String>) {
        if old != new {
            self.add(Kind::Documented, subject, old.cloned(), new.cloned());
        }
    }

    /// Several texts for people; those that only one of the catalogs has are shown.
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
