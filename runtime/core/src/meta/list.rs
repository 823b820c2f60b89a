//! Lists in the metadata.

use crate::{Meta, Status};
use core::marker::PhantomData;

/// What a list has items of.
pub(crate) trait Item {
    /// The number of bytes of an item.
    const SIZE: usize;

    /// Reads the item at `at`.
    fn read(meta: &'static Meta, at: usize) -> Self;
}

/// The items of a list, one after the other.
#[derive(Clone)]
pub(crate) struct List<T> {
    meta: &'static Meta,
    at: usize,
    left: usize,
    item: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// The list of `count` items from `at` on.
    pub(crate) const fn new(meta: &'static Meta, at: usize, count: usize) -> Self {
        Self {
            meta,
            at,
            left: count,
            item: PhantomData,
        }
    }

    /// The list whose offset and count are at `at`.
    pub(crate) const fn at(meta: &'static Meta, at: usize) -> Self {
        Self::new(meta, meta.u32(at) as usize, meta.u16(at + 4) as usize)
    }
}

impl<T: Item> Iterator for List<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.left = self.left.checked_sub(1)?;
        let item = T::read(self.meta, self.at);
        self.at += T::SIZE;
        Some(item)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T: Item> ExactSizeIterator for List<T> {}

impl Item for Status {
    const SIZE: usize = 2;

    #[inline]
    fn read(meta: &'static Meta, at: usize) -> Self {
        Self::checked(meta.u16(at))
    }
}
