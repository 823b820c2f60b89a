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
    let tagged = [&Ok::<u64, u64>(1), &Err(0)].map(variant_index);
    let niche = [&None, &Some(true)].map(variant_index);
    let plain = [&Plain::A, &Plain::B].map(variant_index);
    tagged == [0, 1] && niche == [0, 1] && plain == [0, 1]
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
