//! Sorting positions.
//!
//! The sort of the standard library is fifteen times as long for the compiler, and slower where it is not optimized.

use super::short;
use std::cmp::Ordering;

/// An order of positions.
type Order<'o> = &'o dyn Fn(usize, usize) -> Ordering;

/// Returns so many positions in this order. Those that are equal stay in turn.
pub(super) fn sorted(count: usize, order: Order<'_>) -> Vec<u16> {
    let mut positions = Vec::with_capacity(count);
    for position in 0..count {
        positions.push(short(position));
    }
    sort(&mut positions, order);
    positions
}

/// Sorts positions: merges neighbors, each time twice as many. Those that are equal stay in turn.
pub(super) fn sort(positions: &mut Vec<u16>, order: Order<'_>) {
    let mut merged = positions.clone();
    let mut length = 1;
    while length < positions.len() {
        let pairs = positions.chunks(2 * length);
        for (pair, merged) in pairs.zip(merged.chunks_mut(2 * length)) {
            let (left, right) = pair.split_at(length.min(pair.len()));
            merge(left, right, order, merged);
        }
        std::mem::swap(positions, &mut merged);
        length *= 2;
    }
}

fn merge(mut left: &[u16], mut right: &[u16], order: Order<'_>, merged: &mut [u16]) {
    let is_after = |left: &u16, right: &u16| order(usize::from(*left), usize::from(*right)).is_gt();
    // Much is sorted already.
    let is_sorted = match (left.last(), right.first()) {
        (Some(last), Some(first)) => !is_after(last, first),
        _ => true,
    };
    let mut done = 0;
    if !is_sorted {
        while let ([first, after @ ..], [other, after_other @ ..]) = (left, right) {
            if is_after(first, other) {
                merged[done] = *other;
                right = after_other;
            } else {
                merged[done] = *first;
                left = after;
            }
            done += 1;
        }
    }
    let end = done + left.len();
    merged[done..end].copy_from_slice(left);
    merged[end..].copy_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn positions_are_in_order_and_equal_ones_stay_in_turn() {
        for count in 0_usize..70 {
            for step in [1, 7, 11, 69] {
                let key = |position: usize| (position * step) % count.max(1) / 3;
                let mut expected: Vec<usize> = (0..count).collect();
                expected.sort_by_key(|position| key(*position));
                let found = sorted(count, &|left, right| key(left).cmp(&key(right)));
                assert!(found.into_iter().map(usize::from).eq(expected));
            }
        }
    }
}
