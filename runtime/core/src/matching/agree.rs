//! The search, by backtracking, for a split in which all values of a repeated field are equal.
//!
//! It goes from the last value to the first, over the places where values could begin if none had to be equal.

use super::constraint::{Form, LONGEST_INTEGER};
use super::every::Search;
use super::literal::Literal;
use super::matched::Matched;
use super::patience::OutOfPatience;
use super::places::Places;
use alloc::vec::Vec;

/// What is known about a placeholder before the search.
struct Repeats {
    /// The next placeholder of the same field.
    same: Option<usize>,
    /// The number of placeholders of the same field up to this one.
    times: usize,
    /// The total length of the literals up to this one.
    literals: usize,
    /// Whether no field occurs both up to here and after.
    is_apart: bool,
}

struct Agreeing<'s, 'm> {
    search: &'s mut Search<'m>,
    repeats: Vec<Repeats>,
    /// The start of each value that was tried last, and its end.
    ranges: Vec<(usize, usize)>,
    /// The ends up to which a value and all before it cannot be split, if that does not depend on the values after.
    hopeless: Vec<Places>,
}

impl<'m> Search<'m> {
    /// Finds the split that fits a template that repeats fields. Falls back to a known one if the search takes too
    /// long.
    pub(super) fn agreeing(
        mut self,
        known: Option<Matched<'m>>,
    ) -> Result<Option<Matched<'m>>, OutOfPatience> {
        let found = match self.go_forwards() {
            Ok(false) => return Ok(None),
            Ok(true) => Agreeing::new(&mut self).run(),
            Err(out) => Err((out, None)),
        };
        found.or_else(|(out, found)| {
            let found = found.or(known).map(Matched::ambiguous);
            found.map(Some).ok_or(out)
        })
    }
}

impl<'s, 'm> Agreeing<'s, 'm> {
    fn new(search: &'s mut Search<'m>) -> Self {
        let count = search.placeholders.len();
        let mut repeats: Vec<Repeats> = Vec::with_capacity(count);
        let mut literals = 0;
        for (index, placeholder) in search.placeholders.iter().enumerate() {
            literals += placeholder.literal.length();
            let mut times = 1;
            for (before, repeats) in search.placeholders.iter().zip(&mut repeats) {
                if before.field == placeholder.field {
                    times += 1;
                    repeats.same.get_or_insert(index);
                }
            }
            repeats.push(Repeats {
                same: None,
                times,
                literals,
                is_apart: true,
            });
        }
        // A field that occurs again joins everything up to that placeholder.
        let mut joined = 0;
        for (index, repeats) in repeats.iter_mut().enumerate() {
            joined = joined.max(repeats.same.unwrap_or_default());
            repeats.is_apart = joined <= index;
        }
        let (mut ranges, mut hopeless) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for _ in 0..count {
            ranges.push((0, 0));
            hopeless.push(Places::none(search.end));
        }
        Self {
            search,
            repeats,
            ranges,
            hopeless,
        }
    }

    // Both are taken apart at once by the only caller.
    #[allow(clippy::type_complexity, clippy::result_large_err)]
    fn run(mut self) -> Result<Option<Matched<'m>>, (OutOfPatience, Option<Matched<'m>>)> {
        let Some(last) = self.ranges.len().checked_sub(1) else {
            return Ok(None);
        };
        let mut found: Option<Matched<'m>> = None;
        let mut index = last;
        self.begin(last, self.search.end);
        loop {
            let start = match self.earlier(index) {
                Ok(start) => start,
                Err(out) => return Err((out, found)),
            };
            if let Some(start) = start {
                let literal = self.search.placeholders.get(index);
                let literal = literal.map_or(0, |placeholder| placeholder.literal.length());
                let end = start.saturating_sub(literal);
                if index == 0 {
                    if found.is_some() {
                        return Ok(found.map(Matched::ambiguous));
                    }
                    found = Some(self.matched());
                } else if !self.is_hopeless(index - 1, end) {
                    index -= 1;
                    self.begin(index, end);
                }
            } else {
                if found.is_none() {
                    self.give_up(index);
                }
                if index == last {
                    return Ok(found);
                }
                index += 1;
            }
        }
    }

    /// Starts to try the value that ends here.
    fn begin(&mut self, index: usize, end: usize) {
        if let Some(range) = self.ranges.get_mut(index) {
            *range = (end + 1, end);
        }
    }

    fn is_hopeless(&self, index: usize, end: usize) -> bool {
        let hopeless = self.hopeless.get(index);
        hopeless.is_some_and(|ends| ends.contains(end))
    }

    /// Records that every start was tried for the value with its current end.
    fn give_up(&mut self, index: usize) {
        let is_apart = self
            .repeats
            .get(index)
            .is_some_and(|repeats| repeats.is_apart);
        let range = self.ranges.get(index);
        if let (true, Some((_, end)), Some(ends)) = (is_apart, range, self.hopeless.get_mut(index))
        {
            ends.insert(*end);
        }
    }

    /// Returns the next earlier start of a value, given the values after it.
    fn earlier(&mut self, index: usize) -> Result<Option<usize>, OutOfPatience> {
        let message = self.search.message;
        let (Some(placeholder), Some(repeats), Some(&(before, end))) = (
            self.search.placeholders.get(index),
            self.repeats.get(index),
            self.ranges.get(index),
        ) else {
            return Ok(None);
        };
        let patience = &mut self.search.patience;
        patience.spend(1)?;
        let start =
            if let Some((start, same_end)) = repeats.same.and_then(|same| self.ranges.get(same)) {
                let value = message.get(*start..*same_end);
                let length = same_end - start;
                patience.spend(length / 8)?;
                let start = end.checked_sub(length);
                start.filter(|start| {
                    *start < before
                        && placeholder.starts.contains(*start)
                        && message.get(*start..end) == value
                })
            } else {
                // There must be room for this many values of the length.
                let room = end.checked_sub(repeats.literals);
                let Some(room) = room else { return Ok(None) };
                let first = end - room / repeats.times.max(1);
                let first = match placeholder.constraint.form {
                    Form::Integer | Form::Boolean => first.max(end.saturating_sub(LONGEST_INTEGER)),
                    Form::Text | Form::Decimal => first,
                };
                let mut start = before;
                loop {
                    let next = placeholder.starts.last_in(first..start);
                    let passed = start.saturating_sub(next.unwrap_or(first));
                    patience.spend(passed / 64)?;
                    let Some(next) = next else { break None };
                    start = next;
                    let value = message.get(start..end).unwrap_or_default();
                    let constraint = placeholder.constraint;
                    patience.spend(if constraint.is_loose() {
                        1
                    } else {
                        1 + value.len()
                    })?;
                    if constraint.accepts(value) && !(self.search.filled && start == end) {
                        break Some(start);
                    }
                }
            };
        if let (Some(start), Some(range)) = (start, self.ranges.get_mut(index)) {
            range.0 = start;
        }
        Ok(start)
    }

    fn matched(&self) -> Matched<'m> {
        let mut matched = Matched::new(self.search.message);
        for (placeholder, (start, end)) in self.search.placeholders.iter().zip(&self.ranges) {
            matched.set(placeholder.field, *start, *end);
        }
        matched
    }
}
