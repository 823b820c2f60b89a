//! Names that occur more than once.

use alloc::borrow::Cow;
use alloc::collections::BinaryHeap;
use alloc::vec;
use alloc::vec::Vec;

/// Where else a name of a list is.
#[derive(Clone, Copy, Default)]
pub(crate) struct Repeat {
    /// Whether the same name comes before.
    pub(crate) is_again: bool,
    /// The index of the next that is the same.
    pub(crate) next: Option<usize>,
}

/// Sorts names, each with its index. A heap takes a fraction of the code of `sort`.
pub(crate) fn sorted(names: Vec<(Cow<'_, str>, usize)>) -> Vec<(Cow<'_, str>, usize)> {
    BinaryHeap::from(names).into_sorted_vec()
}

/// Finds out which names of a list are the same.
pub(crate) fn repeats(names: &[&str]) -> Vec<Repeat> {
    let mut unsorted = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        unsorted.push((Cow::Borrowed(*name), index));
    }
    let mut repeats = vec![Repeat::default(); names.len()];
    for pair in sorted(unsorted).windows(2) {
        let [(name, index), (other, next)] = pair else {
            continue;
        };
        if name == other {
            if let Some(repeat) = repeats.get_mut(*index) {
                repeat.next = Some(*next);
            }
            if let Some(repeat) = repeats.get_mut(*next) {
                repeat.is_again = true;
            }
        }
    }
    repeats
}

#[cfg(test)]
mod tests {
    use super::repeats;
    use alloc::vec::Vec;

    #[test]
    fn each_name_knows_the_next_that_is_the_same() {
        let repeats = repeats(&["b", "a", "b", "", "b", "a"]);
        let next: Vec<_> = repeats.iter().map(|repeat| repeat.next).collect();
        assert_eq!(next, [Some(2), Some(5), Some(4), None, None, None]);
        let again: Vec<_> = repeats.iter().map(|repeat| repeat.is_again).collect();
        assert_eq!(again, [false, false, true, false, true, true]);
    }
}
