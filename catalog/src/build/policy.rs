//! Builds the policy of a catalog.

use crate::ids::Ids;
use crate::model::Entry;
use crate::{raw, Policy, Report, Rule};

/// Builds the policy; reports frozen messages of unknown entries.
pub(super) fn build(policy: raw::Policy<'_>, entries: &[Entry], report: &mut Report) -> Policy {
    let mut frozen = Vec::new();
    if !policy.frozen.is_empty() {
        let ids = Ids::of(entries);
        for (id, message) in policy.frozen {
            ids.check(&id.value, id.span(), Rule::Policy, report);
            frozen.push((id.owned(), message));
        }
    }
    Policy {
        require: policy.require,
        code: policy.code.map(|code| code.value),
        statuses: policy.statuses.map(|statuses| statuses.value),
        message: policy.message.map(|message| message.value),
        frozen,
    }
}
