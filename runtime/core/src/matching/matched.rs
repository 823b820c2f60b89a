//! The result of a match.

use alloc::borrow::Cow;
use alloc::vec::Vec;

/// The number of fields that are kept without the heap.
const INLINE: usize = 15;

/// Whether a string is an instance of a template.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateFit {
    /// It is not.
    No,
    /// It may be, but finding out would take too long.
    Unknown,
    /// It is, and the values are known.
    Yes,
}

impl TemplateFit {
    /// Returns whether the values are known.
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

/// The values of the parameters in a message; returned by [`Entry::match_message`](crate::Entry::match_message).
#[derive(Clone, Debug)]
pub struct Matched<'m> {
    message: &'m str,
    inline: [Span; INLINE],
    more: Vec<Span>,
    ways: Ways,
    /// Values that are not in the message as they are, with their parameters.
    given: Vec<(usize, Cow<'static, str>)>,
}

/// How many ways there are to split the message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ways {
    One,
    Several,
    /// Nobody asks, so it need not be found out where it changes nothing.
    Unasked,
}

/// Where a value is in the message; half as large as a `&str`.
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
        Self::with(message, Ways::One)
    }

    /// No values yet. It need not be found out whether they are unique: they may be without being said to be.
    #[doc(hidden)]
    #[inline]
    pub const fn without_ways(message: &'m str) -> Self {
        Self::with(message, Ways::Unasked)
    }

    /// No values yet, of the same message for the same use.
    #[doc(hidden)]
    #[inline]
    pub const fn emptied(&self) -> Self {
        let ways = match self.ways {
            Ways::Unasked => Ways::Unasked,
            Ways::One | Ways::Several => Ways::One,
        };
        Self::with(self.message, ways)
    }

    const fn with(message: &'m str, ways: Ways) -> Self {
        Self {
            message,
            inline: [Span::ABSENT; INLINE],
            more: Vec::new(),
            ways,
            given: Vec::new(),
        }
    }

    /// Returns how many ways there are, as far as it is known.
    #[inline]
    pub(super) const fn ways(&self) -> Ways {
        self.ways
    }

    /// Makes it necessary to find out how many ways there are to split the message.
    #[inline]
    pub(super) fn ask_for_ways(&mut self) {
        self.ways = Ways::One;
    }

    /// Returns whether this is the only way to split the message. If not, the values may differ from those that the
    /// message was rendered with.
    pub const fn is_unique(&self) -> bool {
        matches!(self.ways, Ways::One)
    }

    /// Returns the value of the parameter at this index of [`Entry::params`](crate::Entry::params), or `None` if the
    /// parameter is not in the message.
    ///
    /// An optional parameter that was absent has the empty string. The number of a plural form for one number, such as
    /// `=0`, has a value even if the message does not contain it. A number that the message has as its language writes it
    /// is as the parameter has it.
    #[inline]
    pub fn value(&self, param: usize) -> Option<&str> {
        self.in_message(param).or_else(|| {
            let given = self.given.iter().find(|(of, _)| *of == param);
            given.map(|(_, value)| &**value)
        })
    }

    /// Returns the value that is in the message as it is.
    #[inline]
    pub(super) fn in_message(&self, param: usize) -> Option<&'m str> {
        let span = match param.checked_sub(INLINE) {
            None => self.inline.get(param)?,
            Some(param) => self.more.get(param)?,
        };
        if *span == Span::ABSENT {
            return None;
        }
        self.message.get(span.start as usize..span.end as usize)
    }

    /// Iterates over the values in the message, each with the index of its parameter.
    pub fn values(&self) -> impl Iterator<Item = (usize, &str)> {
        let params = 0..INLINE + self.more.len();
        params.filter_map(|param| Some((param, self.value(param)?)))
    }

    /// Returns the whole message.
    #[doc(hidden)]
    pub const fn message(&self) -> &'m str {
        self.message
    }

    /// Sets a field's value. Returns `false` if the field had a different value before.
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

    /// Sets the value of a parameter that is not in the message as it is.
    pub(crate) fn give(&mut self, param: usize, value: Cow<'static, str>) {
        let span = match param.checked_sub(INLINE) {
            None => self.inline.get_mut(param),
            Some(param) => self.more.get_mut(param),
        };
        if let Some(span) = span {
            *span = Span::ABSENT;
        }
        self.given.push((param, value));
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

    /// Marks the values as not unique.
    pub(super) fn ambiguous(mut self) -> Self {
        self.set_ambiguous();
        self
    }

    /// Marks the values as not unique.
    #[doc(hidden)]
    pub fn set_ambiguous(&mut self) {
        self.ways = Ways::Several;
    }
}

/// Equal if the values are equal and both or neither are unique.
impl PartialEq for Matched<'_> {
    fn eq(&self, other: &Self) -> bool {
        if self.is_unique() != other.is_unique() {
            return false;
        }
        let params = INLINE + self.more.len().max(other.more.len());
        for param in 0..params {
            if self.value(param) != other.value(param) {
                return false;
            }
        }
        true
    }
}

impl Eq for Matched<'_> {}
