//! The members of an object, read once and looked up many times.

use super::value::{end, is_name, utf8};
use super::{InvalidJson, Json};
use crate::envelope::Step;
use error_catalog_core::json::{Expected, Scanner, Span};

/// The number of members that are kept. In an object with more, the others are searched for each time.
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
    has_more: bool,
}

/// Where a member is in the text.
#[derive(Clone, Copy)]
struct Member {
    key: Span,
    value: Span,
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
        has_more: false,
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
            match self.members.get_mut(self.kept) {
                Some(member) => {
                    *member = Member { key, value };
                    self.kept += 1;
                }
                None => self.has_more = true,
            }
            scanner.whitespace();
            if scanner.eat(b'}') {
                return Ok(());
            }
            if !scanner.eat(b',') {
                return Err(Expected::Comma);
            }
            scanner.whitespace();
        }
    }

    /// Returns the value of a member; the last one if the name is duplicate.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<Json<'b>> {
        if self.has_more {
            return self.get_of_many(name);
        }
        let members = self.members.get(..self.kept).unwrap_or_default();
        let mut from_the_last = members.iter().rev();
        let member = from_the_last.find(|member| is_name(member.key, name, self.text))?;
        Some(Json::at(member.value, self.text))
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
        key: Span::EMPTY,
        value: Span::EMPTY,
    };
}
