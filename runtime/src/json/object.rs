//! The members of an object, read once and looked up many times.

use super::value::{end, utf8};
use super::{InvalidJson, Json};
use crate::envelope::Step;
use error_catalog_core::json::{Expected, Scanner, Span};

/// The number of members that are kept. In an object with more, all are searched for each time.
const KEPT: usize = 12;

/// The members of an object by name.
///
/// An envelope needs half a dozen members; this reads the object once for all of them.
#[derive(Clone, Copy)]
pub(crate) struct Object<'b> {
    text: &'b str,
    /// Where the value itself is in the text.
    whole: Span,
    members: [Member; KEPT],
    kept: usize,
    /// Whether some are not kept, or their names have escapes.
    has_others: bool,
}

/// Where a member is in the text, in half the size of two spans, as there are many.
#[derive(Clone, Copy)]
struct Member {
    key: u32,
    key_length: u32,
    value: u32,
    value_end: u32,
    value_may_have_escapes: bool,
}

impl<'b> Object<'b> {
    /// Reads a whole text and keeps the members if it is an object: in one pass, instead of two with `Json::parse`, and
    /// in place, because `Object` is large.
    pub(crate) fn read(&mut self, bytes: &'b [u8]) -> Result<(), InvalidJson> {
        self.text = utf8(bytes)?;
        self.scan()
    }

    /// Returns the members of a value in a body that has been read; none if it is not an object.
    pub(crate) fn of(json: Json<'b>) -> Self {
        let mut object = Self::EMPTY;
        object.text = json.as_written();
        // The text was validated before, so this cannot fail.
        let _ = object.scan();
        object
    }

    /// Returns the value itself.
    pub(crate) fn json(&self) -> Json<'b> {
        Json::at(self.whole, self.text)
    }

    /// No members, and no value.
    pub(crate) const EMPTY: Self = Self {
        text: "",
        whole: Span::EMPTY,
        members: [Member::NONE; KEPT],
        kept: 0,
        has_others: false,
    };

    /// Reads the text and keeps its members if it is an object.
    fn scan(&mut self) -> Result<(), InvalidJson> {
        let mut scanner = Scanner::new(self.text);
        scanner.whitespace();
        let start = scanner;
        let whole = if scanner.eat(b'{') {
            self.members(&mut scanner).map(|()| scanner.since(&start))
        } else {
            scanner.value()
        };
        self.whole = whole.map_err(|_| scanner.invalid())?;
        end(&mut scanner)
    }

    /// Reads the members of an object, after its opening bracket.
    #[inline]
    fn members(&mut self, scanner: &mut Scanner<'b>) -> Result<(), Expected> {
        scanner.whitespace();
        if scanner.eat(b'}') {
            return Ok(());
        }
        loop {
            let key = scanner.key()?;
            let value = scanner.value()?;
            match (self.members.get_mut(self.kept), Member::new(key, value)) {
                (Some(member), Some(new)) => {
                    *member = new;
                    self.kept += 1;
                }
                _ => self.has_others = true,
            }
            if !scanner.after_member()? {
                return Ok(());
            }
        }
    }

    /// Returns the value of a member; the last one if the name is duplicate.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<Json<'b>> {
        if self.has_others {
            return self.get_of_many(name);
        }
        let members = self.members.get(..self.kept).unwrap_or_default();
        let mut from_the_last = members.iter().rev();
        let member = from_the_last.find(|member| {
            // Usually the length differs, and it is cheap to compare.
            member.key_length as usize == name.len() && member.key().is(name.as_bytes(), self.text)
        })?;
        Some(Json::at(member.value(), self.text))
    }

    #[cold]
    fn get_of_many(&self, name: &str) -> Option<Json<'b>> {
        self.json().get(name)
    }

    /// Returns the value at a path of an envelope.
    #[inline]
    pub(crate) fn path(&self, steps: &[Step]) -> Option<Json<'b>> {
        match steps {
            [Step::Name(name)] if self.kept > 0 => self.get(name),
            steps => self.long_path(steps),
        }
    }

    fn long_path(&self, steps: &[Step]) -> Option<Json<'b>> {
        match steps {
            [] => Some(self.json()),
            // It may be an array.
            steps if self.kept == 0 => self.json().path(steps),
            [Step::Name(name), rest @ ..] => self.get(name)?.path(rest),
            [Step::Filter(_), ..] => None,
        }
    }
}

impl Member {
    const NONE: Self = Self {
        key: 0,
        key_length: 0,
        value: 0,
        value_end: 0,
        value_may_have_escapes: false,
    };

    /// `None` if it is not kept: its name has escapes, or it is more than 4 GiB from the start of the text.
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // The end of the value, which is the largest, fits.
    fn new(key: Span, value: Span) -> Option<Self> {
        let (name, range) = (key.range(), value.range());
        let value_end = u32::try_from(range.end).ok()?;
        (!key.may_have_escapes).then_some(Self {
            key: name.start as u32,
            key_length: (name.end - name.start) as u32,
            value: range.start as u32,
            value_end,
            value_may_have_escapes: value.may_have_escapes,
        })
    }

    #[inline]
    const fn key(&self) -> Span {
        let start = self.key as usize;
        Span::new(start..start + self.key_length as usize, false)
    }

    #[inline]
    const fn value(&self) -> Span {
        let range = self.value as usize..self.value_end as usize;
        Span::new(range, self.value_may_have_escapes)
    }
}
