//! Sets of places in a text, as bits, so that operations work on 64 places at once.
//!
//! The operations are loops over the whole text, so that inlining them gains nothing.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

/// A set of places before, between, and after the bytes of a text.
#[derive(Clone, Debug)]
pub(super) struct Places {
    words: Vec<u64>,
}

const BITS: usize = u64::BITS as usize;

impl Places {
    /// Creates an empty set for a text of this many bytes.
    pub(super) fn none(bytes: usize) -> Self {
        Self {
            words: vec![0; bytes / BITS + 1],
        }
    }

    /// Creates the set from its bits, 64 places in each word.
    pub(super) fn from_words(words: Vec<u64>) -> Self {
        Self { words }
    }

    pub(super) fn insert(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / BITS) {
            *word |= 1 << (at % BITS);
        }
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        let word = self.words.get(at / BITS);
        word.is_some_and(|word| word >> (at % BITS) & 1 != 0)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Returns the first place.
    pub(super) fn first(&self) -> Option<usize> {
        for (index, word) in self.words.iter().enumerate() {
            if *word != 0 {
                return Some(index * BITS + word.trailing_zeros() as usize);
            }
        }
        None
    }

    /// Returns the last place before this one.
    pub(super) fn last_before(&self, at: usize) -> Option<usize> {
        self.last_in(0..at)
    }

    /// Returns the last place in a range, without looking at words before the range.
    pub(super) fn last_in(&self, range: Range<usize>) -> Option<usize> {
        let Range { start, end: at } = range;
        let mut index = at / BITS;
        let below = (1_u64 << (at % BITS)) - 1;
        let mut word = self.words.get(index).map_or(0, |word| word & below);
        while word == 0 {
            index = index
                .checked_sub(1)
                .filter(|index| *index >= start / BITS)?;
            word = self.words.get(index).copied().unwrap_or_default();
        }
        let found = index * BITS + BITS - 1 - word.leading_zeros() as usize;
        (found >= start).then_some(found)
    }

    /// Iterates over the places in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.words.len() * BITS).filter(|at| self.contains(*at))
    }

    /// Returns the intersection.
    #[inline(never)]
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (word, other) in both.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
        both
    }

    /// Returns the union.
    #[inline(never)]
    pub(super) fn or(&self, other: &Self) -> Self {
        let mut either = self.clone();
        for (word, other) in either.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
        either
    }

    /// Returns the places moved by this many bytes. Those that would be after the text are dropped.
    #[inline(never)]
    pub(super) fn later(&self, bytes: usize) -> Self {
        let (words, bits) = (bytes / BITS, bytes % BITS);
        let mut later = vec![0; self.words.len()];
        let moved = later.get_mut(words..).unwrap_or_default();
        let mut before = 0;
        for (word, from) in moved.iter_mut().zip(&self.words) {
            *word = from << bits | before;
            before = if bits == 0 { 0 } else { from >> (BITS - bits) };
        }
        Self { words: later }
    }

    /// Moves each place over one byte of the class, and adds the new places to `reached`. Drops the others.
    #[inline(never)]
    pub(super) fn step(&mut self, class: &Self, reached: &mut Self) {
        let mut before = 0;
        let words = self.words.iter_mut().zip(&class.words);
        for ((word, class), reached) in words.zip(&mut reached.words) {
            let through = *word & class;
            *word = through << 1 | before;
            before = through >> (BITS - 1);
            *reached |= *word;
        }
    }

    /// Returns the places and all that can be reached from them over bytes of the class: the carry of an addition runs
    /// through those bytes.
    #[inline(never)]
    pub(super) fn through(&self, class: &Self) -> Self {
        let mut carry = false;
        let mut through = self.clone();
        for (word, class) in through.words.iter_mut().zip(&class.words) {
            let (sum, over) = (*word & class).overflowing_add(*class);
            let (sum, again) = sum.overflowing_add(u64::from(carry));
            carry = over || again;
            *word |= sum ^ class;
        }
        through
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use alloc::vec::Vec;

    fn places(bytes: usize, places: &[usize]) -> Places {
        let mut set = Places::none(bytes);
        for place in places {
            set.insert(*place);
        }
        set
    }

    fn of(set: &Places) -> Vec<usize> {
        set.iter().collect()
    }

    #[test]
    fn places_move_across_words() {
        let set = places(200, &[0, 63, 64, 130]);
        for bytes in [0, 1, 63, 64, 65, 128] {
            let moved: Vec<usize> = [0, 63, 64, 130].map(|at| at + bytes).into();
            let inside: Vec<usize> = moved.into_iter().filter(|at| *at < 256).collect();
            assert_eq!(of(&set.later(bytes)), inside);
        }
    }

    #[test]
    fn the_nearest_places_are_found() {
        let set = places(200, &[3, 64, 130]);
        assert_eq!(set.first(), Some(3));
        let before = [0, 3, 4, 64, 65, 128, 130, 131, 1_000].map(|at| set.last_before(at));
        let expected = [
            None,
            None,
            3.into(),
            3.into(),
            64.into(),
            64.into(),
            64.into(),
        ];
        assert_eq!(before[..7], expected);
        assert_eq!(before[7..], [Some(130), Some(130)]);
        assert_eq!(Places::none(10).first(), None);
        let within = [3..200, 4..64, 3..64, 65..130].map(|range| set.last_in(range));
        assert_eq!(within, [Some(130), None, Some(3), None]);
    }

    #[test]
    fn a_run_of_a_class_is_passed_from_any_place_in_it() {
        let class: Vec<usize> = (60..70).chain(100..103).collect();
        let class = places(200, &class);
        let reached = places(200, &[10, 62, 66, 101]).through(&class);
        let expected: Vec<usize> = [10].into_iter().chain(62..=70).chain(101..=103).collect();
        assert_eq!(of(&reached), expected);
    }
}
