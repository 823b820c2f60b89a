//! The members of an object, read once for many questions.

use super::value::{end, utf8};
use super::{InvalidJson, Json};
use error_catalog_core::json::{unescape, Expected, Scanner, Span};

/// How many members are kept at hand; of an object with more, the others are looked for again each time.
const KEPT: usize = 12;

/// The members of an object by name.
///
/// An envelope asks for half a dozen members: this reads the object for all of them.
#[derive(Clone, Copy)]
pub(crate) struct Object<'b> {
    text: &'b str,
    /// Where in the text the value itself stands.
    whole: Span,
    members: [Member; KEPT],
    kept: usize,
    has_more: bool,
}

/// Where a member stands.
#[derive(Clone, Copy)]
struct Member {
    key: Span,
    value: Span,
}

impl<'b> Object<'b> {
    /// Reads a whole text and keeps the members, if it is an object: in one pass, where `Json::parse` would be the first
    /// of two; and in place, for it is large.
    pub(crate) fn read(&mut self, bytes: &'b [u8]) -> Result<(), InvalidJson> {
        self.text = utf8(bytes)?;
        self.scan()
    }

    /// The members of a value in a body that has been read; none if it is no object.
    pub(crate) fn of(json: Json<'b>) -> Self {
        let mut object = Self::EMPTY;
        object.text = json.as_written();
        // What has been checked before cannot fail now.
        let _ = object.scan();
        object
    }

    /// The value itself.
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

    /// Reads the text, and keeps its members if it is an object.
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

    /// Reads the members of an object, whose bracket has been read.
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

    /// The value of a member; of several with this name it is the last.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<Json<'b>> {
        if self.has_more {
            return self.json().get(name);
        }
        let members = self.members.get(..self.kept).unwrap_or_default();
        let mut from_the_last = members.iter().rev();
        let member = from_the_last.find(|member| member.is(name, self.text))?;
        Some(Json::at(member.value, self.text))
    }

    /// The value that the tokens of a JSON pointer lead to.
    #[inline]
    pub(crate) fn pointer(&self, tokens: &[&str]) -> Option<Json<'b>> {
        if self.kept == 0 {
            // It may be an array.
            return self.json().pointer(tokens);
        }
        match tokens {
            [] => Some(self.json()),
            [name] => self.get(name),
            [name, rest @ ..] => self.get(name)?.pointer(rest),
        }
    }
}

impl Member {
    const NONE: Self = Self {
        key: Span::EMPTY,
        value: Span::EMPTY,
    };

    /// Whether it has this name in the text.
    #[inline]
    fn is(&self, name: &str, text: &str) -> bool {
        if self.key.may_have_escapes {
            return unescape(self.key.of(text)) == name;
        }
        self.key.is(name.as_bytes(), text)
    }
}
