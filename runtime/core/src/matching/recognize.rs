//! From a message alone to the entries that it can be of.

use super::literal::{Literal, Literals};
use super::Matched;
use crate::layout::{self, messages, NO_ENTRY};
use crate::{Entry, Meta};
use core::cmp::Ordering;

/// What a message says: the entry that fits best, and the values of its parameters.
#[derive(Clone, Debug)]
pub struct Recognized<'m> {
    entry: Entry,
    matched: Matched<'m>,
    only: bool,
}

impl<'m> Recognized<'m> {
    /// The entry.
    pub const fn entry(&self) -> Entry {
        self.entry
    }

    /// The values of the entry's parameters.
    pub const fn matched(&self) -> &Matched<'m> {
        &self.matched
    }

    /// Whether the message fits no other entry of the catalog.
    pub const fn is_only(&self) -> bool {
        self.only
    }

    /// The values without the entry.
    pub fn into_matched(self) -> Matched<'m> {
        self.matched
    }
}

impl Meta {
    /// The entry that a message is of, where its code is not known.
    ///
    /// Of several entries that fit it is one that documents the status; of several such, the one whose template fixes
    /// the most bytes of the message; of several such, the first in the catalog. That there were several is
    /// [told](Recognized::is_only). Entries whose message is free text fit every message and are left out, as are
    /// those whose template is nothing but placeholders.
    ///
    /// The catalog is compiled with its templates in order of how they begin and end, so that two binary searches
    /// leave those to try that begin and end as the message does.
    pub fn recognize<'m>(
        &'static self,
        message: &'m str,
        status: Option<u16>,
    ) -> Option<Recognized<'m>> {
        let mut all = self.recognize_all(message);
        let mut best = all.next()?;
        let mut only = true;
        for candidate in all {
            only = false;
            if candidate.0.rank(status) > best.0.rank(status) {
                best = candidate;
            }
        }
        let (entry, matched) = best;
        Some(Recognized {
            entry,
            matched,
            only,
        })
    }

    /// Every entry that a message can be of, those that begin with the most text first; see [`recognize`](Self::recognize).
    pub fn recognize_all<'m>(&'static self, message: &'m str) -> RecognizeAll<'m> {
        let table = Table::of(self);
        let group = table.longest_beginning(message.as_bytes());
        RecognizeAll {
            table,
            message,
            group,
            member: group.and_then(|group| table.longest_ending(group, message.as_bytes())),
        }
    }
}

impl Entry {
    /// What makes one entry that fits better than another.
    fn rank(self, status: Option<u16>) -> impl Ord {
        let documents = status.is_some_and(|status| self.documents(status));
        let template = self.meta().template(self.at(layout::MESSAGE));
        let fixed = template.literal;
        (documents, fixed, core::cmp::Reverse(self.index()))
    }
}

/// The entries that a message can be of; see [`Meta::recognize_all`].
#[derive(Clone, Debug)]
pub struct RecognizeAll<'m> {
    table: Table,
    message: &'m str,
    /// The templates that begin alike, and of these the next to try.
    group: Option<usize>,
    member: Option<usize>,
}

impl<'m> Iterator for RecognizeAll<'m> {
    type Item = (Entry, Matched<'m>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(member) = self.member {
                self.member = self.table.shorter_ending(member);
                let entry = self.table.entry(member);
                if let Some(matched) = entry.match_message(self.message) {
                    return Some((entry, matched));
                }
            }
            let group = self.table.shorter_beginning(self.group?);
            self.group = group;
            let ending = |group| self.table.longest_ending(group, self.message.as_bytes());
            self.member = group.and_then(ending);
        }
    }
}

/// The templates by how they begin and end, as [`messages`] lays them out.
#[derive(Clone, Copy, Debug)]
struct Table {
    meta: &'static Meta,
    groups: usize,
    members: usize,
    at: usize,
}

impl Table {
    fn of(meta: &'static Meta) -> Self {
        let at = meta.messages();
        Self {
            meta,
            groups: usize::from(meta.u16(at + messages::GROUPS)),
            members: usize::from(meta.u16(at + messages::MEMBERS)),
            at: at + messages::START,
        }
    }

    /// The group with the longest beginning that the message has.
    fn longest_beginning(self, message: &[u8]) -> Option<usize> {
        let first = |group| self.first_literal(self.start(group));
        let mut group = last(0..self.groups, |group| {
            first(group).compare_beginning(message)
        })?;
        while !first(group).is_at(message, 0) {
            group = self.shorter_beginning(group)?;
        }
        Some(group)
    }

    /// The member of a group with the longest ending that the message has.
    fn longest_ending(self, group: usize, message: &[u8]) -> Option<usize> {
        let end = if group + 1 < self.groups {
            self.start(group + 1)
        } else {
            self.members
        };
        let ending = |member| self.last_literal(member);
        let mut member = last(self.start(group)..end, |member| {
            ending(member).compare_ending(message)
        })?;
        while !ending(member).is_end(message) {
            member = self.shorter_ending(member)?;
        }
        Some(member)
    }

    fn start(self, group: usize) -> usize {
        usize::from(self.meta.u16(self.at + group * messages::PAIR))
    }

    /// The next group whose beginning the beginning of this one begins with.
    fn shorter_beginning(self, group: usize) -> Option<usize> {
        self.link(group)
    }

    fn shorter_ending(self, member: usize) -> Option<usize> {
        self.link(self.groups + member)
    }

    fn link(self, pair: usize) -> Option<usize> {
        let next = self.meta.u16(self.at + pair * messages::PAIR + 2);
        (next != NO_ENTRY).then(|| usize::from(next))
    }

    fn entry(self, member: usize) -> Entry {
        let at = self.at + (self.groups + member) * messages::PAIR;
        Entry::of(self.meta, self.meta.u16(at))
    }

    fn literals(self, member: usize) -> Literals {
        let entry = self.entry(member);
        Literals::new(self.meta.template(entry.at(layout::MESSAGE)))
    }

    fn first_literal(self, member: usize) -> Literal {
        let first = self.literals(member).next();
        first.map_or(Literal::NONE, |(literal, _)| literal)
    }

    fn last_literal(self, member: usize) -> Literal {
        self.literals(member).last_literal()
    }
}

/// The last of the sorted places that does not come after what is sought.
fn last(places: core::ops::Range<usize>, compare: impl Fn(usize) -> Ordering) -> Option<usize> {
    let (mut low, mut high) = (places.start, places.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if compare(middle) == Ordering::Greater {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    (low > places.start).then(|| low - 1)
}
