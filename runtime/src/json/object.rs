//! The members of an object, read once for many questions.

use super::scanner::{RawString, Scanner};
use super::text::unescape;
use super::value::{end, utf8};
use super::{InvalidJson, Json};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// How many members are kept at hand; of an object with more, the others are looked for again each time.
const KEPT: usize = 12;

/// The members of an object by name.
///
/// An envelope asks for half a dozen members: this reads the object for all of them.
#[derive(Clone, Copy)]
pub(crate) struct Object<'b> {
    json: Json<'b>,
    members: [Member<'b>; KEPT],
    kept: usize,
    has_more: bool,
}

#[derive(Clone, Copy)]
struct Member<'b> {
    key: RawString<'b>,
    value: Json<'b>,
}

impl<'b> Object<'b> {
    /// Reads a whole text and keeps the members, if it is an object: in one pass, where `Json::parse` would be the first
    /// of two; and in place, for it is large.
    pub(crate) fn read(&mut self, bytes: &'b [u8]) -> Result<(), InvalidJson> {
        let text = utf8(bytes)?;
        let mut scanner = Scanner::new(text);
        scanner.whitespace();
        let start = scanner.rest();
        if scanner.peek() == Some(b'{') {
            self.scan(&mut scanner)
        } else {
            scanner.value().map(|_| ())
        }
        .ok_or_else(|| scanner.invalid())?;
        let length = start.len() - scanner.rest().len();
        self.json = Json::checked(start.get(..length).unwrap_or_default(), true);
        end(&mut scanner)
    }

    /// The members of a value in a body that has been read; none if it is no object.
    pub(crate) fn of(json: Json<'b>) -> Self {
        let mut object = Self::empty();
        object.json = json;
        if json.is_object() {
            // What has been checked before cannot fail now.
            let _ = object.scan(&mut Scanner::new(json.as_written()));
        }
        object
    }

    /// The value itself.
    pub(crate) const fn json(&self) -> Json<'b> {
        self.json
    }

    /// No members, and no value.
    pub(crate) const fn empty() -> Self {
        Self {
            json: Json::checked("", false),
            members: [Member::NONE; KEPT],
            kept: 0,
            has_more: false,
        }
    }

    fn scan(&mut self, scanner: &mut Scanner<'b>) -> Option<()> {
        scanner.eat(b'{');
        scanner.whitespace();
        if scanner.eat(b'}') {
            return Some(());
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
                return Some(());
            }
            if !scanner.eat(b',') {
                return None;
            }
            scanner.whitespace();
        }
    }

    /// The value of a member; of several with this name it is the last.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<Json<'b>> {
        if self.has_more {
            return self.json.get(name);
        }
        let members = self.members.get(..self.kept).unwrap_or_default();
        let member = members.iter().rev().find(|member| member.is(name))?;
        Some(member.value)
    }

    /// The value that the tokens of a JSON pointer lead to.
    #[inline]
    pub(crate) fn pointer(&self, tokens: &[&str]) -> Option<Json<'b>> {
        match tokens {
            [] => Some(self.json),
            [name] => self.get(name),
            [name, rest @ ..] => self.get(name)?.pointer(rest),
        }
    }

    /// Whether two members have the same name.
    pub(crate) fn has_duplicates(&self) -> bool {
        let mut names: Vec<Cow<'_, str>> = self.json.members().map(|(name, _)| name).collect();
        names.sort_unstable();
        names.windows(2).any(|pair| pair.first() == pair.last())
    }
}

impl Member<'_> {
    const NONE: Self = Self {
        key: RawString {
            text: "",
            has_escapes: false,
        },
        value: Json::checked("", false),
    };

    #[inline]
    fn is(&self, name: &str) -> bool {
        if self.key.has_escapes {
            return unescape(self.key.text) == name;
        }
        self.key.text == name
    }
}
