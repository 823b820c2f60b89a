//! Builds the policy of a catalog.

use crate::model::Entry;
use crate::{raw, Policy, Report, Rule};
use std::collections::HashSet;

/// Builds the policy; reports frozen messages of unknown entries.
pub(super) fn build(policy: raw::Policy<'_>, entries: &[Entry], report: &mut Report) -> Policy {
    if !policy.frozen.is_empty() {
        let ids: Vec<&str> = entries.iter().map(|entry| &*entry.id).collect();
        let known: HashSet<&str> = ids.iter().copied().collect();
        for (id, _) in &policy.frozen {
            if !known.contains(&*id.value) {
                let message = format!("no entry has the id `{}`", id.value);
                report
                    .add(Rule::Policy, id.span(), message)
                    .suggest(&id.value, &ids);
            }
        }
    }
    let frozen = policy.frozen.into_iter();
    Policy {
        require: policy.require,
        code: policy.code.map(|code| code.value),
        statuses: policy.statuses.map(|statuses| statuses.value),
        message: policy.message.map(|message| message.value),
        frozen: frozen.map(|(id, message)| (id.owned(), message)).collect(),
    }
}
