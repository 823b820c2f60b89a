//! The envelopes of recorded bodies.

use super::record::Record;
use crate::subcommands::import::sources::shape::{self, Envelope, Given, Member};
use crate::subcommands::import::values::Value;
use std::collections::HashMap;

/// The most envelopes.
const MOST: usize = 8;

/// Finds the envelopes of sample responses, the most common one first, each with the number of its responses.
pub(super) fn envelopes(samples: &[Record], given: &Given) -> Vec<(Envelope, usize)> {
    let statuses = always_statuses(samples);
    let is_status = |pointer: &str| statuses.contains(&pointer.to_owned());
    // Bodies with the same members have the same envelope.
    let mut by_members: HashMap<Vec<String>, (usize, &Record)> = HashMap::new();
    for sample in samples {
        let members = shape::of_examples(&[&sample.body]);
        let names = members
            .into_iter()
            .map(|member| format!("{} {:?}", member.pointer, member.kind))
            .collect();
        by_members.entry(names).or_insert((0, sample)).0 += 1;
    }
    let mut groups: Vec<_> = by_members.into_iter().collect();
    groups.sort_by(|(names, (count, _)), (other, (other_count, _))| {
        other_count.cmp(count).then(names.cmp(other))
    });
    let mut found: Vec<(Envelope, usize)> = Vec::new();
    for (_, (count, sample)) in groups {
        let members: Vec<Member<'_>> = shape::of_examples(&[&sample.body]);
        let Some(mut envelope) = shape::find(&members, None, given, &is_status) else {
            continue;
        };
        // A body can lack what others have.
        let is_full = found.len() >= MOST;
        let same = found.iter_mut().find(|(known, _)| {
            known.code == envelope.code
                && known.message == envelope.message
                && known.list == envelope.list
        });
        match same {
            Some((known, known_count)) => {
                *known_count += count;
                known.complete(&envelope);
            }
            None if !is_full => {
                envelope.content_type = None;
                found.push((envelope, count));
            }
            None => {}
        }
    }
    found.sort_by_key(|(_, count)| usize::MAX - count);
    joined(found)
}

/// Joins envelopes of which one has the message where the other has the title.
fn joined(found: Vec<(Envelope, usize)>) -> Vec<(Envelope, usize)> {
    let mut joined: Vec<(Envelope, usize)> = Vec::new();
    for (mut envelope, count) in found {
        let same = joined.iter_mut().find(|(known, _)| {
            known.has_title_as_message(&envelope) || envelope.has_title_as_message(known)
        });
        let Some((known, known_count)) = same else {
            joined.push((envelope, count));
            continue;
        };
        if envelope.has_title_as_message(known) {
            std::mem::swap(known, &mut envelope);
        }
        known.other_message = envelope.message;
        *known_count += count;
    }
    joined
}

/// Returns the pointers of values that are always the status of the response.
fn always_statuses(samples: &[Record]) -> Vec<String> {
    let mut pointers: HashMap<String, bool> = HashMap::new();
    for sample in samples {
        let Some(status) = sample.status else {
            continue;
        };
        for member in shape::of_examples(&[&sample.body]) {
            let value = sample.body.at(&member.pointer).and_then(Value::text);
            let is_status = value.is_some_and(|value| value == status.to_string());
            *pointers.entry(member.pointer).or_insert(true) &= is_status;
        }
    }
    let always = pointers.into_iter().filter(|(_, always)| *always);
    always.map(|(pointer, _)| pointer).collect()
}
