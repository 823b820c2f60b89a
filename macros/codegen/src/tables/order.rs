//! Sorting positions.
//!
//! One function for every order: for the compiler, each instance of a sort is as long as two files of this crate.

use super::short;
use std::cmp::Ordering;

/// Returns so many positions in this order. Those that are equal stay in turn.
pub(super) fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<u16> {
    let mut positions = Vec::with_capacity(count);
    for position in 0..count {
        positions.push(short(position));
    }
    sort(&mut positions, order);
    positions
}

/// Sorts positions. Those that are equal stay in turn.
pub(super) fn sort(positions: &mut [u16], order: &dyn Fn(usize, usize) -> Ordering) {
    positions.sort_by(|left, right| order(usize::from(*left), usize::from(*right)));
}
