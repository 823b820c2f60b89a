//! Compares two catalogs: what changed, and whom it breaks.
//!
//! ```text
//! two Catalogs ──matching──▶ pairs ──entry, message, params, past──┐
//!              └─envelope, catalog────────────────────────────────┴▶ Changes ──acknowledge──▶ Diff ──print──▶ Output
//! ```
//!
//! Whom a change breaks depends on its [`Kind`] alone: the table is in [`kind`].

mod acknowledge;
mod catalog;
mod causes;
mod change;
mod entries;
mod entry;
mod envelope;
mod fallbacks;
mod forms;
pub(crate) mod git;
mod kind;
mod matching;
mod message;
mod operations;
mod pair;
mod params;
mod past;
mod places;
pub(crate) mod print;
mod sent;
mod shown;
#[cfg(test)]
mod tests;
mod translations;
mod version;

pub(crate) use change::{Change, Place};
pub(crate) use kind::{Audience, Impact, Kind};

use error_catalog_model::{Catalog, Code};
use std::collections::BTreeSet;
use version::Bump;

/// The options of a comparison.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// The messages that clients rely on.
    pub(crate) frozen_messages: Frozen,
    /// The audience whose breaking changes count; both if `None`.
    pub(crate) audience: Option<Audience>,
}

/// The messages that clients rely on: changing one breaks them.
#[derive(Debug, Clone)]
pub(crate) enum Frozen {
    /// All of them.
    All,
    /// The messages of the entries with these ids, old or new.
    Of(BTreeSet<String>),
}

impl Default for Frozen {
    fn default() -> Self {
        Self::Of(BTreeSet::new())
    }
}

/// The difference between two catalogs.
#[derive(Debug)]
pub(crate) struct Diff {
    /// The changes of the catalog as a whole, then those of its entries in the order of the old file.
    pub(crate) changes: Vec<Change>,
    /// The codes that are no longer sent and should be listed as retired.
    pub(crate) to_retire: Vec<Unused>,
    /// The entries whose code and id both changed.
    pub(crate) renamed: Vec<Renamed>,
    audience: Option<Audience>,
    version: Option<String>,
}

/// A code that is no longer sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unused {
    pub(crate) code: Code,
    /// The subcode, if the code is still sent with others.
    pub(crate) subcode: Option<Code>,
}

/// An entry whose code and id both changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Renamed {
    /// The old id.
    pub(crate) old: String,
    /// The new id.
    pub(crate) new: String,
}

/// The number of changes of each impact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) breaking: usize,
    /// How many of the breaking changes are acknowledged.
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
    /// The impact of a change on the audience of the comparison.
    pub(crate) fn impact(&self, change: &Change) -> Impact {
        change.impact(self.audience)
    }

    /// The breaking changes for which the catalog gives no reason.
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

    /// The part of the version to increase; `None` if nothing changed.
    pub(crate) fn bump(&self) -> Option<Bump> {
        self.changes
            .iter()
            .map(|it| self.impact(it))
            .max()
            .map(Bump::of)
    }

    /// The version after the old one; `None` if nothing changed or the old version does not consist of dotted numbers.
    pub(crate) fn next_version(&self) -> Option<String> {
        self.bump()?.next(self.version.as_deref()?)
    }
}
