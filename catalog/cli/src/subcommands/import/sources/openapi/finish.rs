//! The draft that the entries of all responses give.

use super::entries::{Builder, Known};
use super::phrases::{of_phrase, success};
use super::responses::Found;
use super::{messages, operations};
use crate::subcommands::import::draft::Draft;
use crate::subcommands::import::report::Report;
use crate::text::counted;
use std::collections::BTreeSet;

impl<'v> Builder<'_, 'v> {
    pub(super) fn finish(mut self, found: &Found<'v>, draft: &mut Draft, report: &mut Report) {
        self.leave_out_successes(report);
        for (text, place) in self.guesses {
            report.guessed(text, Some(place));
        }
        // The envelope of most responses is the first.
        let mut order: Vec<usize> = (0..self.envelopes.len()).collect();
        order.sort_by_key(|index| {
            self.envelopes
                .get(*index)
                .map(|(_, _, uses)| usize::MAX - uses)
        });
        let mut names = Vec::new();
        for index in &order {
            if let Some((envelope, name, _)) = self.envelopes.get(*index) {
                draft.envelopes.push(envelope.doc(name));
                names.push((*index, envelope.preset.unwrap_or(name).to_owned()));
            }
        }
        let first = draft.entries.len();
        let mut by_operation: Vec<Vec<usize>> = vec![Vec::new(); found.operations.len()];
        let mut many = (0, None);
        let mut phrases = (0, None);
        for (at, known) in self.known.into_iter().enumerate() {
            let mut entry = known.entry;
            let is_shown = !known.operations.is_empty();
            // One of the statuses of a schema is more likely than all of them.
            let own = of_phrase(&entry.code).filter(|_| known.possible.len() > 1);
            let possible = own.map_or(known.possible, |status| BTreeSet::from([status]));
            let statuses = if known.shown.is_empty() {
                &possible
            } else {
                &known.shown
            };
            entry.statuses = statuses.iter().copied().collect();
            if known.shown.is_empty() && own.is_some() {
                phrases.0 += 1;
                phrases.1.get_or_insert_with(|| entry.place.clone());
            }
            if !is_shown && statuses.len() > 1 {
                many.0 += 1;
                many.1.get_or_insert_with(|| entry.place.clone());
            }
            let index = entry
                .envelope
                .take()
                .and_then(|index| index.parse::<usize>().ok());
            let position = names.iter().position(|(known, _)| Some(*known) == index);
            entry.envelope = position
                .filter(|position| *position > 0)
                .and_then(|position| Some(names.get(position)?.1.clone()));
            if entry.name.is_none() {
                entry.name = known
                    .messages
                    .first()
                    .cloned()
                    .or_else(|| entry.title.clone());
            }
            messages::set(&mut entry, &known.messages, report);
            let operations = if is_shown {
                &known.operations
            } else {
                &known.possible_operations
            };
            for operation in operations {
                if let Some(entries) = by_operation.get_mut(*operation) {
                    entries.push(first + at);
                }
            }
            draft.entries.push(entry);
        }
        if phrases.0 > 0 {
            let text = format!(
                "the statuses of {}: those whose names they are",
                counted(phrases.0, "code", "codes")
            );
            report.guessed(text, phrases.1);
        }
        if many.0 > 0 {
            let text = format!(
                "the statuses of {}: those of all responses with the schema",
                counted(many.0, "code", "codes")
            );
            report.guessed(text, many.1);
        }
        operations::add(found, by_operation, draft);
    }

    /// Leaves out codes of a schema that are the reason phrases of successes, as an enum of all statuses has.
    fn leave_out_successes(&mut self, report: &mut Report) {
        self.known.retain(
            |Known {
                 entry, operations, ..
             }| {
                let status = success(&entry.code).filter(|_| operations.is_empty());
                if let Some(status) = status {
                    let text = format!(
                        "`{}`: it is the name of the status {status}, which is not one of an error",
                        entry.code
                    );
                    report.left_out(text, Some(entry.place.clone()));
                }
                status.is_none()
            },
        );
    }
}
