//! The parameters that keys and paths of causes are.

use crate::model::Entry;
use crate::suggest::nearest_of;
use crate::table::Table;
use crate::{raw, Report, Rule};

/// Warns about keys that are not a parameter of any entry: typed errors lose them.
pub(super) fn keys_are_parameters(
    envelopes: &[raw::Envelope],
    entries: &[Entry],
    report: &mut Report,
) {
    if envelopes.iter().all(|envelope| envelope.by.is_empty()) {
        return;
    }
    let mut known = Table::default();
    let mut names = Vec::new();
    for entry in entries {
        for param in &entry.params {
            if known.set(&param.name, names.len()).is_none() {
                names.push(&*param.name);
            }
        }
    }
    for envelope in envelopes {
        for by in &envelope.by {
            if known.get(&by.value).is_none() {
                let message = format!("no entry has the parameter `{}`", by.value);
                let diagnostic = report.add(Rule::UnknownKeyParam, by.span, message);
                match nearest_of(&by.value, &names) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => diagnostic
                        .help("add an entry for the errors within the error, with this parameter"),
                };
            }
        }
    }
}
