//! What differs between two catalogs, and whom it breaks.
//!
//! ```text
//! two Catalogs ──matching──▶ pairs ──entry, message, params, past──┐
//!              └─envelope, catalog────────────────────────────────┴▶ Changes ──acknowledge──▶ Diff ──print──▶ Output
//! ```
//!
//! Whom a change breaks depends on its [`Kind`] alone: the table stands in [`kind`].

mod acknowledge;
mod catalog;
mod change;
mod entries;
mod entry;
mod envelope;
pub(crate) mod git;
mod kind;
mod matching;
mod message;
mod pair;
mod params;
mod past;
pub(crate) mod print;
mod shown;
#[cfg(test)]
mod tests;
mod version;

pub(crate) use change::{Change, Place};
pub(crate) use kind::{Audience, Impact, Kind};

use error_catalog_model::{Catalog, Code};
use std::collections::BTreeSet;
use version::Bump;

/// What the user asks of a comparison.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// Which messages clients rely on.
    pub(crate) frozen_messages: Frozen,
    /// Who is asked about; without it, both.
    pub(crate) audience: Option<Audience>,
}

/// The messages that clients rely on, so that another one breaks them.
#[derive(Debug, Clone)]
pub(crate) enum Frozen {
    /// All of them.
    All,
    /// Those of the errors with these ids, old or new.
    Of(BTreeSet<String>),
}

impl Default for Frozen {
    fn default() -> Self {
        Self::Of(BTreeSet::new())
    }
}

/// What differs between two catalogs.
#[derive(Debug)]
pub(crate) struct Diff {
    /// The changes: those of the catalog as a whole, then those of entries, in the order of the old file.
    pub(crate) changes: Vec<Change>,
    /// The codes that are no longer sent, and should be listed as retired.
    pub(crate) to_retire: Vec<Code>,
    /// The entries whose code and id are others, as they were and as they are.
    pub(crate) renamed: Vec<Renamed>,
    audience: Option<Audience>,
    version: Option<String>,
}

/// An entry with another code and another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Renamed {
    /// The id that it had.
    pub(crate) old: String,
    /// The id that it has.
    pub(crate) new: String,
}

/// How many changes ask how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) breaking: usize,
    /// Of those that are breaking, how many the catalog gives a reason for.
    pub(crate) acknowledged: usize,
    pub(crate) minor: usize,
    pub(crate) compatible: usize,
}

/// Compares two catalogs.
pub(crate) fn compare(old: &Catalog, new: &Catalog, options: &Options) -> Diff {
    let mut changes = Vec::new();
    catalog::compare(old, new, &mut changes);
    let renamed = entries::compare(old, new, &options.frozen_messages, &mut changes);
    acknowledge::mark(old, new, options.audience, &mut changes);
    Diff {
        changes,
        to_retire: acknowledge::to_retire(old, new),
        renamed,
        audience: options.audience,
        version: old.version.clone(),
    }
}

impl Diff {
    /// What a change asks of those who are asked about.
    pub(crate) fn impact(&self, change: &Change) -> Impact {
        change.impact(self.audience)
    }

    /// The breaks that the catalog gives no reason for.
    pub(crate) fn unacknowledged(&self) -> impl Iterator<Item = &Change> {
        let breaks = |change: &&Change| self.impact(change) == Impact::Breaking;
        let breaks = self.changes.iter().filter(breaks);
        breaks.filter(|change| change.acknowledged.is_none())
    }

    pub(crate) fn counts(&self) -> Counts {
        let count = |impact| {
            let of = self.changes.iter().filter(|it| self.impact(it) == impact);
            of.count()
        };
        let breaking = count(Impact::Breaking);
        Counts {
            breaking,
            acknowledged: breaking - self.unacknowledged().count(),
            minor: count(Impact::Minor),
            compatible: count(Impact::Compatible),
        }
    }

    /// What of the version has to grow; `None` where nothing changed.
    pub(crate) fn bump(&self) -> Option<Bump> {
        self.changes
            .iter()
            .map(|it| self.impact(it))
            .max()
            .map(Bump::of)
    }

    /// The version behind the old one, where the old one is one of numbers with dots.
    pub(crate) fn next_version(&self) -> Option<String> {
        self.bump()?.next(self.version.as_deref()?)
    }
}
