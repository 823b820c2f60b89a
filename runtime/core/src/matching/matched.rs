//! What a match gives.

use alloc::vec::Vec;

/// How many fields fit without the heap.
const INLINE: usize = 15;

/// Whether a text is an instance of a template.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateFit {
    /// It is none.
    No,
    /// It may be one, but to know it would take too long.
    Unknown,
    /// It is one, and these are the values.
    Yes,
}

impl TemplateFit {
    /// Whether the values are known.
    #[inline]
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Yes)
    }

    #[inline]
    pub(super) const fn from_bool(fits: bool) -> Self {
        if fits {
            Self::Yes
        } else {
            Self::No
        }
    }
}

/// The values of a message's fields, as they stand in it: what [`Entry::match_message`](crate::Entry::match_message)
/// gives.
#[derive(Clone, Debug)]
pub struct Matched<'m> {
    message: &'m str,
    inline: [Span; INLINE],
    more: Vec<Span>,
    unique: bool,
}

/// Where a value stands in the message; this takes half the space of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    const ABSENT: Self = Self {
        start: u32::MAX,
        end: u32::MAX,
    };
}

impl<'m> Matched<'m> {
    /// No values yet.
    #[doc(hidden)]
    #[inline]
    pub const fn new(message: &'m str) -> Self {
        Self {
            message,
            inline: [Span::ABSENT; INLINE],
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
        let span = match param.checked_sub(INLINE) {
            None => self.inline.get(param)?,
            Some(param) => self.more.get(param)?,
        };
        if *span == Span::ABSENT {
            return None;
        }
        self.message.get(span.start as usize..span.end as usize)
    }

    /// The values that stand in the message, each with the place of its parameter.
    pub fn values(&self) -> impl Iterator<Item = (usize, &'m str)> + '_ {
        let params = 0..INLINE + self.more.len();
        params.filter_map(|param| Some((param, self.value(param)?)))
    }

    /// All of the message.
    #[doc(hidden)]
    pub const fn message(&self) -> &'m str {
        self.message
    }

    /// Sets a field's value; answers whether it had no other before.
    #[inline]
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn set(&mut self, field: u8, start: usize, end: usize) -> bool {
        let span = Span {
            start: start as u32,
            end: end as u32,
        };
        let field = usize::from(field);
        let slot = match self.inline.get_mut(field) {
            Some(slot) => slot,
            None => match self.spilled(field - INLINE) {
                Some(slot) => slot,
                None => return false,
            },
        };
        let before = core::mem::replace(slot, span);
        before == Span::ABSENT || self.same(before, span)
    }

    #[cold]
    fn spilled(&mut self, field: usize) -> Option<&mut Span> {
        if self.more.len() <= field {
            self.more.resize(field + 1, Span::ABSENT);
        }
        self.more.get_mut(field)
    }

    #[cold]
    fn same(&self, left: Span, right: Span) -> bool {
        let text = |span: Span| self.message.get(span.start as usize..span.end as usize);
        text(left) == text(right)
    }

    /// The same, as one of several ways.
    pub(super) fn ambiguous(mut self) -> Self {
        self.set_ambiguous();
        self
    }

    /// Makes it one of several ways.
    #[doc(hidden)]
    pub fn set_ambiguous(&mut self) {
        self.unique = false;
    }
}

/// Equal where the values are, and as sure.
impl PartialEq for Matched<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.unique == other.unique && self.values().eq(other.values())
    }
}

impl Eq for Matched<'_> {}
