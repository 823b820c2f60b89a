//! The parameters that keys and paths of causes are.

use crate::model::Entry;
use crate::{raw, Report, Rule};
use std::collections::HashSet;

/// Warns about keys that are not a parameter of any entry: typed errors lose them.
pub(super) fn keys_are_parameters(
    envelopes: &[raw::Envelope],
    entries: &[Entry],
    report: &mut Report,
) {
    if envelopes.iter().all(|envelope| envelope.by.is_empty()) {
        return;
    }
    let params = entries.iter().flat_map(|entry| &entry.params);
    let known: HashSet<&str> = params.map(|param| &*param.name).collect();
    for by in envelopes.iter().flat_map(|envelope| &envelope.by) {
        if !known.contains(&*by.value) {
            let names: Vec<&str> = known.iter().copied().collect();
            let message = format!("no entry has the parameter `{}`", by.value);
            let diagnostic = report.add(Rule::UnknownKeyParam, by.span, message);
            match crate::nearest(&by.value, names) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic
                    .help("add an entry for the errors within the error, with this parameter"),
            };
        }
    }
}
