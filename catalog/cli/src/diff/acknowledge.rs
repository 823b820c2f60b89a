//! The breaking changes that the new catalog acknowledges, and the codes that it should retire.

use super::change::Change;
use super::kind::Audience;
use error_catalog_model::{Acknowledgement, Aspect, Catalog, Code};
use std::collections::{HashMap, HashSet};

/// Sets the reasons that the new catalog gives for breaking changes. Reasons that are also in the old catalog belong to
/// earlier changes and do not excuse new ones.
pub(super) fn mark(
    old: &Catalog,
    new: &Catalog,
    audience: Option<Audience>,
    changes: &mut [Change],
) {
    let known: HashSet<&Acknowledgement> = old.changes.iter().collect();
    let is_new = |given: &&Acknowledgement| !known.contains(given);
    let reasons: HashMap<(Option<&str>, Aspect), &str> = new
        .changes
        .iter()
        .filter(is_new)
        .map(|given| ((given.entry.as_deref(), given.aspect), &*given.reason))
        .collect();
    for change in changes {
        let reason = change
            .breaks(audience)
            .and_then(|aspect| reasons.get(&(change.entry.as_deref(), aspect)));
        change.acknowledged = reason.map(|reason| (*reason).to_owned());
    }
}

/// Returns the codes that the new catalog neither sends nor lists as retired, without duplicates.
pub(super) fn to_retire(old: &Catalog, new: &Catalog) -> Vec<Code> {
    let sent = new.entries.iter().map(|entry| &entry.code);
    let retired = new.retired.iter().map(|retired| &retired.code);
    let mut known: HashSet<String> = sent.chain(retired).filter_map(Code::identity).collect();
    let codes = old.entries.iter().map(|entry| &entry.code);
    codes
        .filter(|code| code.identity().is_some_and(|code| known.insert(code)))
        .cloned()
        .collect()
}
