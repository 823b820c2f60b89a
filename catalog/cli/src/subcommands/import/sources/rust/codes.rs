//! The codes of the variants: their names, as ids are written.

use super::super::super::draft::Code;
use super::super::super::ids::{self, Ids};
use super::super::super::report::Report;
use super::find::Found;

/// Gives a code to each variant that has none. No two variants get the same, and none gets that of a variant that uses the
/// catalog already.
pub(super) fn assign(enums: &mut [Found], used: &[String], report: &mut Report) {
    let mut known = Ids::default();
    for id in used {
        known.add(&ids::default(&Code::Text(id.clone())).unwrap_or_else(|| id.clone()));
    }
    for found in enums {
        for variant in &mut found.variants {
            if variant.entry.code != Code::None {
                continue;
            }
            let name = Code::Text(variant.name.clone());
            let usual = ids::default(&name);
            if let Some(id) = usual.clone().filter(|id| known.add(id)) {
                variant.entry.code = Code::Text(id);
                continue;
            }
            let both = ids::from_words(&format!("{} {}", found.name, variant.name));
            variant.entry.name = both.or(variant.entry.name.take());
            let id = known.of(&variant.entry);
            let reason = match usual {
                Some(usual) => format!("another variant has `{usual}`"),
                None => "an id has ASCII letters and digits".to_owned(),
            };
            let text = format!(
                "the id `{id}` of `{}::{}`, because {reason}",
                found.name, variant.name
            );
            report.guessed(text, Some(variant.entry.place.clone()));
            variant.entry.code = Code::Text(id);
        }
    }
}
