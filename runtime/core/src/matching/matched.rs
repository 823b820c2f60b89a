//! What a match gives.

use alloc::vec::Vec;

/// How many fields fit without the heap.
const INLINE: usize = 15;

/// The values of a message's fields, as they stand in it.
///
/// ```ignore
/// let matched = entry.match_message("line 7 cannot be parsed")?;
/// assert_eq!(matched.value(0), Some("7"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched<'m> {
    inline: [Option<&'m str>; INLINE],
    more: Vec<Option<&'m str>>,
    unique: bool,
}

impl<'m> Matched<'m> {
    #[inline]
    pub(super) const fn new() -> Self {
        Self {
            inline: [None; INLINE],
            more: Vec::new(),
            unique: true,
        }
    }

    /// Whether the message can be split in this way only. Where it is `false`, the values may be others than those that
    /// the message was made of.
    pub const fn is_unique(&self) -> bool {
        self.unique
    }

    /// The value of the parameter at this place of [`Entry::params`](crate::Entry::params); `None` where it does not
    /// stand in the message.
    ///
    /// An optional parameter that was absent has the empty text.
    #[inline]
    pub fn value(&self, param: usize) -> Option<&'m str> {
        match param.checked_sub(INLINE) {
            None => *self.inline.get(param)?,
            Some(param) => *self.more.get(param)?,
        }
    }

    /// The values that stand in the message, each with the place of its parameter.
    pub fn values(&self) -> impl Iterator<Item = (usize, &'m str)> + '_ {
        let all = self.inline.iter().chain(&self.more).enumerate();
        all.filter_map(|(param, value)| Some((param, (*value)?)))
    }

    /// Sets a field's value; answers whether it had no other before.
    #[inline]
    pub(super) fn set(&mut self, field: u8, value: &'m str) -> bool {
        let field = usize::from(field);
        let slot = match self.inline.get_mut(field) {
            Some(slot) => Some(slot),
            None => self.spilled(field - INLINE),
        };
        let before = slot.and_then(|slot| slot.replace(value));
        before.is_none_or(|before| before == value)
    }

    #[cold]
    fn spilled(&mut self, field: usize) -> Option<&mut Option<&'m str>> {
        if self.more.len() <= field {
            self.more.resize(field + 1, None);
        }
        self.more.get_mut(field)
    }

    pub(super) fn ambiguous(mut self) -> Self {
        self.unique = false;
        self
    }
}
