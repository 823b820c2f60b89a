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
    value: u32,
    value_end: u32,
    key_length: u16,
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
        let mut object = Self::empty();
        object.text = json.as_written();
        // The text was validated before, so this cannot fail.
        let _ = object.scan();
        object
    }

    /// Returns the text, of which all but white space is the value.
    pub(crate) const fn text(&self) -> &'b str {
        self.text
    }

    /// Returns the value itself.
    pub(crate) fn json(&self) -> Json<'b> {
        Json::at(self.whole, self.text)
    }

    /// No members, and no value.
    // Inlined, so that it is made in place: a constant would be copied.
    #[inline]
    pub(crate) const fn empty() -> Self {
        Self {
            text: "",
            whole: Span::EMPTY,
            members: [Member::NONE; KEPT],
            kept: 0,
            has_others: false,
        }
    }

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
        // Of a text of more than 4 GiB, no member is looked up here, as not all positions fit.
        self.has_others = u32::try_from(self.text.len()).is_err();
        let mut free = self.members.iter_mut();
        loop {
            let key = scanner.key()?;
            let value = scanner.value()?;
            match Member::new(key, value) {
                Some(member) => match free.next() {
                    Some(kept) => *kept = member,
                    None => self.has_others = true,
                },
                None => self.has_others = true,
            }
            if !scanner.after_member()? {
                self.kept = KEPT - free.len();
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
        let member = self.find(name)?;
        Some(Json::at(member.value(), self.text))
    }

    /// Returns a member that is kept, instead of its value, which would be returned in memory.
    #[inline]
    fn find(&self, name: &str) -> Option<&Member> {
        match name.len() {
            4..=7 => self.find_by_ends::<4>(name.as_bytes()),
            8..=16 => self.find_by_ends::<8>(name.as_bytes()),
            _ => self.find_by_text(name.as_bytes()),
        }
    }

    /// Does so for a name of which the first and the last bytes are all, as of most: without a call.
    #[inline]
    fn find_by_ends<const N: usize>(&self, name: &[u8]) -> Option<&Member> {
        let (first, last) = ends::<N>(name)?;
        for member in self.kept().iter().rev() {
            // Usually the length differs, and it is cheap to compare.
            if usize::from(member.key_length) == name.len() {
                let (own_first, own_last) = ends::<N>(member.key(self.text)?)?;
                if own_first == first && own_last == last {
                    return Some(member);
                }
            }
        }
        None
    }

    #[inline(never)]
    fn find_by_text(&self, name: &[u8]) -> Option<&Member> {
        let mut from_the_last = self.kept().iter().rev();
        from_the_last.find(|member| member.key(self.text) == Some(name))
    }

    #[inline]
    fn kept(&self) -> &[Member] {
        self.members.get(..self.kept).unwrap_or_default()
    }

    #[cold]
    fn get_of_many(&self, name: &str) -> Option<Json<'b>> {
        self.json().get(name)
    }

    /// Returns whether members are kept, as of every object whose names are not all strange.
    #[inline]
    pub(crate) const fn has_members(&self) -> bool {
        self.kept > 0
    }

    /// Returns the value at a path of an envelope.
    #[inline]
    pub(crate) fn path(&self, steps: &[Step]) -> Option<Json<'b>> {
        match steps {
            [Step::Name(name)] if self.has_members() => self.get(name),
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
        value: 0,
        value_end: 0,
        key_length: 0,
        value_may_have_escapes: false,
    };

    /// `None` if it is not kept: its name has escapes or 64 KiB.
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // Positions fit unless the text has more than 4 GiB.
    fn new(key: Span, value: Span) -> Option<Self> {
        let (name, range) = (key.range(), value.range());
        let key_length = u16::try_from(name.end - name.start).ok()?;
        (!key.may_have_escapes).then_some(Self {
            key: name.start as u32,
            value: range.start as u32,
            value_end: range.end as u32,
            key_length,
            value_may_have_escapes: value.may_have_escapes,
        })
    }

    #[inline]
    fn key<'b>(&self, text: &'b str) -> Option<&'b [u8]> {
        let start = self.key as usize;
        text.as_bytes()
            .get(start..start + usize::from(self.key_length))
    }

    #[inline]
    const fn value(&self) -> Span {
        let range = self.value as usize..self.value_end as usize;
        Span::new(range, self.value_may_have_escapes)
    }
}

/// Returns the first and the last bytes of a name, which overlap in a short one.
#[inline]
fn ends<const N: usize>(name: &[u8]) -> Option<([u8; N], [u8; N])> {
    Some((*name.first_chunk()?, *name.last_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::Object;
    use crate::Json;
    use alloc::format;

    fn get<'b>(body: &'b str, name: &str) -> Option<&'b str> {
        let mut object = Object::empty();
        object.read(body.as_bytes()).unwrap();
        object.get(name).map(Json::as_written)
    }

    #[test]
    fn a_member_is_found_whatever_the_length_of_its_name_is() {
        for length in (0..20).chain([65_535, 65_536]) {
            let name = "n".repeat(length);
            let body = format!(r#"{{"{name}": 1, "{name}x": 2, "{name}": 3, "m": 4}}"#);
            assert_eq!(get(&body, &name), Some("3"), "{length}");
            assert_eq!(get(&body, &format!("{name}y")), None, "{length}");
            let other = format!("{}o", "n".repeat(length.saturating_sub(1)));
            assert_eq!(get(&body, &other), None, "{length}");
        }
    }
}
