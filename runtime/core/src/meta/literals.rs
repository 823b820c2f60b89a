//! A text and bytes, as the code generator writes them.

/// All text, and all numbers.
#[derive(Clone, Copy)]
pub(crate) struct Literals {
    pub(crate) text: &'static str,
    pub(crate) bytes: &'static [u8],
}

impl Literals {
    /// Some bytes, with one bounds check for all of them.
    #[inline]
    pub(crate) const fn array<const N: usize>(self, at: usize) -> [u8; N] {
        match self.bytes.split_at(at).1.first_chunk() {
            Some(array) => *array,
            None => [0; N],
        }
    }

    #[inline]
    pub(crate) const fn u32(self, at: usize) -> u32 {
        u32::from_le_bytes(self.array(at))
    }

    /// The text whose offset and length, four bytes each, are at `at`.
    pub(crate) fn long_text(self, at: usize) -> Option<&'static str> {
        self.slice(self.u32(at), self.u32(at + 4))
    }

    #[inline]
    pub(crate) fn slice(self, start: u32, length: u32) -> Option<&'static str> {
        let start = start as usize;
        self.text.get(start..start.checked_add(length as usize)?)
    }
}
