//! From a message alone to the entries that it can belong to.

use super::{Matched, TemplateFit};
use crate::layout::messages;
use crate::meta::List;
use crate::{Entry, Meta};
use core::cmp::{Ordering, Reverse};
use core::ops::Range;

/// The entry that fits a message best, and the values of its parameters; returned by [`Meta::recognize`].
#[derive(Clone, Debug)]
pub struct Recognized<'m> {
    entry: Entry,
    matched: Matched<'m>,
    only: bool,
}

impl<'m> Recognized<'m> {
    /// Returns the entry.
    pub const fn entry(&self) -> Entry {
        self.entry
    }

    /// Returns the values of the entry's parameters.
    pub const fn matched(&self) -> &Matched<'m> {
        &self.matched
    }

    /// Returns whether the message fits no other entry of the catalog. Entries whose message is free text or only
    /// placeholders do not count, nor do earlier forms of entries.
    pub const fn is_only(&self) -> bool {
        self.only
    }

    /// Returns the values without the entry.
    pub fn into_matched(self) -> Matched<'m> {
        self.matched
    }
}

impl Meta {
    /// Returns the entry that fits a message best, for messages without a code.
    ///
    /// An entry that documents the status is preferred, then the one whose template fixes the most bytes of the
    /// message, then the first in the catalog; [`Recognized::is_only`] returns whether others fit as well. Entries
    /// whose message is free text or only placeholders fit nearly every message and are left out.
    ///
    /// The templates are sorted by how they begin and end when the catalog is compiled. Two binary searches find those
    /// that begin and end as the message does, and only these are tried.
    pub fn recognize<'m>(
        &'static self,
        message: &'m str,
        status: Option<u16>,
    ) -> Option<Recognized<'m>> {
        let mut all = self.recognize_all(message);
        let mut matched = Matched::new(message);
        let (mut entry, mut fit) = all.next_fit(&mut matched)?;
        let mut only = true;
        loop {
            let mut other = Matched::new(message);
            let Some((candidate, candidate_fit)) = all.next_fit(&mut other) else {
                break;
            };
            only = false;
            let is_better = candidate.rank(status) > entry.rank(status);
            if candidate_fit.is_known() && (is_better || !fit.is_known()) {
                (entry, fit, matched) = (candidate, candidate_fit, other);
            }
        }
        if !fit.is_known() {
            return None;
        }
        Some(Recognized {
            entry,
            matched,
            only,
        })
    }

    /// Iterates over the entries that fit nearly every message, because their templates fix no text;
    /// [`recognize`](Self::recognize) leaves them out.
    #[doc(hidden)]
    pub fn wide_entries(&'static self) -> impl Iterator<Item = Entry> {
        let items = self.messages() + messages::START;
        let before = Table::of(self).len() * messages::ITEM;
        let at = items + before;
        List::new(self, at + 2, usize::from(self.u16(at)))
    }

    /// Iterates over all entries that fit a message, those that begin with the longest literal first; see
    /// [`recognize`](Self::recognize).
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
    /// Returns how well the entry fits, compared with others that fit.
    fn rank(self, status: Option<u16>) -> impl Ord {
        let documents = status.is_some_and(|status| self.documents(status));
        let fixed = self.template().literal();
        (documents, fixed, Reverse(self.index()))
    }
}

/// An iterator over the entries that fit a message; returned by [`Meta::recognize_all`].
#[derive(Clone, Debug)]
pub struct RecognizeAll<'m> {
    table: Table,
    message: &'m str,
    /// The templates that begin alike, and the next of these to try.
    group: Option<usize>,
    member: Option<usize>,
}

impl<'m> RecognizeAll<'m> {
    /// Returns the next entry that fits or may fit, and fills in the values, which must be new.
    #[doc(hidden)]
    pub fn next_fit(&mut self, matched: &mut Matched<'m>) -> Option<(Entry, TemplateFit)> {
        loop {
            while let Some(member) = self.member {
                self.member = self.table.shorter(member);
                let entry = self.table.entry(member);
                match entry.match_into(matched) {
                    TemplateFit::No => *matched = Matched::new(self.message),
                    fit => return Some((entry, fit)),
                }
            }
            let group = self.table.shorter(self.group?);
            self.group = group;
            let ending = |group| self.table.longest_ending(group, self.message.as_bytes());
            self.member = group.and_then(ending);
        }
    }
}

impl<'m> Iterator for RecognizeAll<'m> {
    type Item = (Entry, Matched<'m>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut matched = Matched::new(self.message);
            let (entry, fit) = self.next_fit(&mut matched)?;
            if fit.is_known() {
                return Some((entry, matched));
            }
        }
    }
}

/// The templates sorted by how they begin and end; for the layout, see [`messages`].
#[derive(Clone, Copy, Debug)]
struct Table {
    meta: &'static Meta,
    groups: usize,
    members: usize,
    items: &'static [u8],
    text: &'static [u8],
}

/// A group or a member.
#[derive(Clone, Copy, Default)]
struct Item {
    text: &'static [u8],
    number: u16,
    shorter: u16,
}

impl Table {
    #[inline]
    fn of(meta: &'static Meta) -> Self {
        let bytes = meta.literals().bytes;
        let at = meta.messages();
        Self {
            meta,
            groups: usize::from(meta.u16(at + messages::GROUPS)),
            members: usize::from(meta.u16(at + messages::MEMBERS)),
            items: bytes.get(at + messages::START..).unwrap_or_default(),
            text: meta.templates().text().as_bytes(),
        }
    }

    /// Returns the number of groups and members.
    const fn len(self) -> usize {
        self.groups + self.members
    }

    /// Returns the group with the longest beginning that the message has.
    fn longest_beginning(self, message: &[u8]) -> Option<usize> {
        let mut group = last(0..self.groups, |group| order(self.text(group), message))?;
        while !message.starts_with(self.text(group)) {
            group = self.shorter(group)?;
        }
        Some(group)
    }

    /// Returns the member of a group with the longest ending that the message has.
    fn longest_ending(self, group: usize, message: &[u8]) -> Option<usize> {
        let end = if group + 1 < self.groups {
            self.first_member(group + 1)
        } else {
            self.groups + self.members
        };
        let from_the_end = |member| order_from_the_end(self.text(member), message);
        let first = self.first_member(group);
        let mut member = match end - first {
            1 => first,
            _ => last(first..end, from_the_end)?,
        };
        while !message.ends_with(self.text(member)) {
            member = self.shorter(member)?;
        }
        Some(member)
    }

    fn first_member(self, group: usize) -> usize {
        self.groups + usize::from(self.item(group).number)
    }

    fn entry(self, member: usize) -> Entry {
        Entry::of(self.meta, self.item(member).number)
    }

    #[inline]
    fn text(self, item: usize) -> &'static [u8] {
        self.item(item).text
    }

    /// Returns the next group or member whose text is part of this one's.
    fn shorter(self, item: usize) -> Option<usize> {
        let back = self.item(item).shorter;
        (back > 0).then(|| item - usize::from(back))
    }

    #[inline]
    fn item(self, item: usize) -> Item {
        let bytes = self.items.get(item * messages::ITEM..);
        let Some(bytes) = bytes.and_then(<[u8]>::first_chunk::<{ messages::ITEM }>) else {
            return Item::default();
        };
        let number = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
        let start = (u32::from(number(0)) | u32::from(number(2)) << 16) as usize;
        let length = usize::from(number(4));
        let text = self.text.get(start..).and_then(|text| text.get(..length));
        Item {
            text: text.unwrap_or_default(),
            number: number(messages::NUMBER),
            shorter: number(messages::SHORTER),
        }
    }
}

/// Compares a beginning with a message. Usually the first eight bytes decide, as one number.
#[inline]
fn order(text: &[u8], message: &[u8]) -> Ordering {
    match (text.first_chunk::<8>(), message.first_chunk::<8>()) {
        (Some(left), Some(right)) if left != right => left.cmp(right),
        _ => text.cmp(message),
    }
}

/// Compares an ending with a message, both from the end. An ending that the message has comes before it.
#[inline]
fn order_from_the_end(text: &[u8], message: &[u8]) -> Ordering {
    match (text.last_chunk(), message.last_chunk()) {
        (Some(left), Some(right)) if left != right => {
            u64::from_le_bytes(*left).cmp(&u64::from_le_bytes(*right))
        }
        _ if message.ends_with(text) => Ordering::Less,
        _ => order_of_different(text, message),
    }
}

/// Compares from the end what differs in its last eight bytes, or is shorter.
fn order_of_different(text: &[u8], message: &[u8]) -> Ordering {
    for (own, other) in text.iter().rev().zip(message.iter().rev()) {
        if own != other {
            return own.cmp(other);
        }
    }
    text.len().cmp(&message.len())
}

/// Returns the last of the sorted places that does not come after the target.
#[inline]
fn last(places: Range<usize>, compare: impl Fn(usize) -> Ordering) -> Option<usize> {
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
