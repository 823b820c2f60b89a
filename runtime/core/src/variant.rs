//! The index of a value's variant in its enum.

use core::hash::{Hash, Hasher};
use core::mem::discriminant;

/// Returns the index of the variant in an enum whose variants have no explicit discriminants.
///
/// It is what [`Discriminant`](core::mem::Discriminant) hashes. The standard library does not promise that: generated
/// code uses it only if [`is_variant_index_hashed`]. A `match` with thousands of arms takes the compiler much longer.
#[inline]
pub fn variant_index<T>(value: &T) -> u16 {
    let mut index = Index(u16::MAX);
    discriminant(value).hash(&mut index);
    index.0
}

/// Returns whether this toolchain's standard library hashes the index of a variant, and nothing else.
#[must_use]
pub fn is_variant_index_hashed() -> bool {
    enum Plain {
        A,
        B,
    }
    // The compiler finds the variant in a tag, in a niche of a field, or in a value without data.
    let tagged = are_indexes(&Ok::<u64, u64>(1), &Err(0));
    let niche = are_indexes(&None, &Some(true));
    tagged && niche && are_indexes(&Plain::A, &Plain::B)
}

fn are_indexes<T>(first: &T, second: &T) -> bool {
    variant_index(first) == 0 && variant_index(second) == 1
}

/// Keeps the one number that is hashed.
struct Index(u16);

impl Hasher for Index {
    fn finish(&self) -> u64 {
        u64::from(self.0)
    }

    fn write(&mut self, _: &[u8]) {
        self.0 = u16::MAX;
    }

    #[inline]
    fn write_isize(&mut self, index: isize) {
        self.0 = u16::try_from(index).unwrap_or(u16::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::is_variant_index_hashed;

    #[test]
    fn this_toolchain_hashes_the_index_of_variants() {
        assert!(is_variant_index_hashed());
    }
}
