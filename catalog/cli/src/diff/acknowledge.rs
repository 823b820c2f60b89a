//! The breaking changes that the new catalog acknowledges, and the codes that it should retire.

use super::change::Change;
use super::kind::Audience;
use super::sent::Sent;
use super::Unused;
use error_catalog_model::{Acknowledgement, Aspect, Catalog, Entry};
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
pub(super) fn to_retire(old: &Catalog, new: &Catalog) -> Vec<Unused> {
    let entries = &new.entries;
    let codes: HashSet<String> = entries.iter().filter_map(|it| it.code.identity()).collect();
    let sent: HashSet<Sent> = entries.iter().filter_map(Sent::by).collect();
    let retired = new.retired.iter();
    let mut retired: HashSet<Sent> = retired
        .filter_map(|it| Sent::new(&it.code, it.subcode.as_ref()))
        .collect();
    let unused = |entry: &Entry| {
        let (own, whole) = (Sent::by(entry)?, Sent::new(&entry.code, None)?);
        if sent.contains(&own) || retired.contains(&own) || retired.contains(&whole) {
            return None;
        }
        let is_sent = codes.contains(&whole.code);
        let subcode = entry.subcode.as_ref().filter(|_| is_sent);
        let is_new =
            (!is_sent || subcode.is_some()) && retired.insert(Sent::new(&entry.code, subcode)?);
        is_new.then(|| Unused {
            code: entry.code.clone(),
            subcode: subcode.cloned(),
        })
    };
    old.entries.iter().filter_map(unused).collect()
}
