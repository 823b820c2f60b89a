//! Finds where values end, and validates them.

use super::nesting::{Container, Nesting};
use super::plain::plain_of_short;
use super::{Expected, InvalidJson, Sink};
use core::ops::Range;

/// A position in a text.
///
/// The functions that read a value are inlined, so that the position stays in a register while an object is read.
#[derive(Clone, Copy)]
pub struct Scanner<'b> {
    text: &'b str,
    at: usize,
}

/// Where a value is in the text, or a name without its quotes.
#[derive(Clone, Copy)]
pub struct Span {
    start: usize,
    end: usize,
    /// Whether there may be an escape in it.
    pub may_have_escapes: bool,
}

impl Span {
    /// An empty span at the beginning.
    pub const EMPTY: Self = Self {
        start: 0,
        end: 0,
        may_have_escapes: false,
    };

    /// The span of a value or name that was read before.
    #[inline]
    pub const fn new(range: Range<usize>, may_have_escapes: bool) -> Self {
        Self {
            start: range.start,
            end: range.end,
            may_have_escapes,
        }
    }

    /// Returns the range of bytes in the text that was read.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns this part of the text that was read.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Returns whether this part of the text is equal to these bytes.
    #[inline]
    pub fn is(self, bytes: &[u8], text: &str) -> bool {
        // Usually the length differs, and it is cheap to compare.
        self.end - self.start == bytes.len()
            && text
                .as_bytes()
                .get(self.start..self.end)
                .is_some_and(|own| is_same(own, bytes))
    }
}

/// Returns whether two names of one length are equal. For the usual names, it needs no call.
#[inline]
fn is_same(left: &[u8], right: &[u8]) -> bool {
    let ends = |name: &[u8]| Some((*name.first_chunk::<4>()?, *name.last_chunk::<4>()?));
    match left.len() {
        4..=8 => ends(left) == ends(right),
        _ => left == right,
    }
}

/// What was read, or what was expected at the position.
type Scanned<T> = Result<T, Expected>;

impl<'b> Scanner<'b> {
    /// Starts at the beginning of a text.
    pub const fn new(text: &'b str) -> Self {
        Self { text, at: 0 }
    }

    /// Reads the value that begins here. The position is then after the value.
    ///
    /// # Errors
    ///
    /// Returns what was expected if this is not valid JSON. The position is then that of the error.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    pub fn value(&mut self) -> Scanned<Span> {
        let start = self.at;
        let may_have_escapes = match self.peek() {
            Some(b'{' | b'[') => {
                self.elsewhere(|scanner| scanner.tell(&mut ()))?;
                true
            }
            _ => self.scalar()?,
        };
        Ok(Span {
            start,
            end: self.at,
            may_have_escapes,
        })
    }

    /// Reads the value that begins here, and reports everything in it to `sink`.
    ///
    /// A loop takes the place of recursion: each level of nesting costs one bit of memory.
    ///
    /// # Errors
    ///
    /// Returns what was expected if this is not valid JSON. The position is then that of the error.
    #[inline(never)]
    pub fn tell(&mut self, sink: &mut impl Sink) -> Scanned<()> {
        let mut nesting = Nesting::default();
        loop {
            if self.begin(&mut nesting, sink)? {
                continue;
            }
            if self.end(&mut nesting, sink)? {
                return Ok(());
            }
        }
    }

    /// Reads a value up to its end or, if it is a container that is not empty, up to the first value in it. Returns
    /// whether the latter is the case.
    #[inline]
    fn begin(&mut self, nesting: &mut Nesting, sink: &mut impl Sink) -> Scanned<bool> {
        let start = self.at;
        match self.peek() {
            Some(b'{') => {
                sink.begin(start);
                self.at += 1;
                self.whitespace();
                if self.eat(b'}') {
                    sink.end(self.at);
                    return Ok(false);
                }
                nesting.push(Container::Object);
                sink.key(self.key()?);
                Ok(true)
            }
            Some(b'[') => {
                sink.begin(start);
                self.at += 1;
                self.whitespace();
                if self.eat(b']') {
                    sink.end(self.at);
                    return Ok(false);
                }
                nesting.push(Container::Array);
                Ok(true)
            }
            _ => {
                self.scalar()?;
                sink.scalar(start..self.at);
                Ok(false)
            }
        }
    }

    /// Reads a value that is not a container. Returns whether it may have escapes.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    fn scalar(&mut self) -> Scanned<bool> {
        match self.peek() {
            Some(b'"') => return Ok(self.string()?.may_have_escapes),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            _ => return Err(Expected::Value),
        }
        Ok(false)
    }

    /// After a value, closes the containers that end with it. Returns whether all are closed; if not, the next value
    /// begins here.
    #[inline]
    fn end(&mut self, nesting: &mut Nesting, sink: &mut impl Sink) -> Scanned<bool> {
        while let Some(container) = nesting.top() {
            self.whitespace();
            match (self.peek(), container) {
                (Some(b','), Container::Array) => {
                    self.at += 1;
                    self.whitespace();
                    return Ok(false);
                }
                (Some(b','), Container::Object) => {
                    self.at += 1;
                    self.whitespace();
                    sink.key(self.key()?);
                    return Ok(false);
                }
                (Some(b']'), Container::Array) | (Some(b'}'), Container::Object) => {
                    self.at += 1;
                    nesting.pop();
                    sink.end(self.at);
                }
                _ => return Err(Expected::Comma),
            }
        }
        Ok(true)
    }

    /// Reads a key and its colon. The member's value then begins here.
    ///
    /// # Errors
    ///
    /// Returns what was expected if this is not valid JSON. The position is then that of the error.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    pub fn key(&mut self) -> Scanned<Span> {
        if self.peek() != Some(b'"') {
            return Err(Expected::Key);
        }
        let key = self.string()?;
        if !self.eat(b':') {
            self.whitespace();
            if !self.eat(b':') {
                return Err(Expected::Colon);
            }
        }
        self.whitespace();
        Ok(key)
    }

    /// After the value of a member, reads the comma before the next key, or the end of the object. Returns whether
    /// there is a next key.
    ///
    /// # Errors
    ///
    /// Returns what was expected if this is not valid JSON. The position is then that of the error.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    pub fn after_member(&mut self) -> Scanned<bool> {
        // Most bodies are written without whitespace.
        if self.eat(b',') {
            self.whitespace();
            return Ok(true);
        }
        self.whitespace();
        if self.eat(b'}') {
            return Ok(false);
        }
        if !self.eat(b',') {
            return Err(Expected::Comma);
        }
        self.whitespace();
        Ok(true)
    }

    /// Reads the string whose opening quote is here.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    fn string(&mut self) -> Scanned<Span> {
        self.at += 1;
        let start = self.at;
        self.plain();
        let may_have_escapes = self.peek() != Some(b'"');
        if may_have_escapes {
            self.elsewhere(Self::escapes)?;
        }
        let end = self.at;
        self.at += 1;
        Ok(Span {
            start,
            end,
            may_have_escapes,
        })
    }

    /// Reads what is rare or long with a copy of the scanner, so that the compiler can keep the position in a register.
    #[inline]
    fn elsewhere(&mut self, read: impl FnOnce(&mut Self) -> Scanned<()>) -> Scanned<()> {
        let mut copy = *self;
        let scanned = read(&mut copy);
        self.at = copy.at;
        scanned
    }

    /// Reads the part of a string without special characters.
    #[inline]
    fn plain(&mut self) {
        self.at += plain_of_short(self.text.as_bytes().get(self.at..).unwrap_or_default());
    }

    /// Reads a string from its first special character on, up to its closing quote.
    #[inline(never)]
    fn escapes(&mut self) -> Scanned<()> {
        loop {
            match self.peek() {
                Some(b'"') => return Ok(()),
                Some(b'\\') => self.escape()?,
                _ => return Err(Expected::Character),
            }
            self.plain();
        }
    }

    fn escape(&mut self) -> Scanned<()> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return Err(Expected::HexDigit);
                    }
                    self.at += 1;
                }
            }
            _ => return Err(Expected::Escape),
        }
        Ok(())
    }

    #[inline]
    fn number(&mut self) -> Scanned<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if let Some(b'.' | b'e' | b'E') = self.peek() {
            self.elsewhere(Self::fraction_and_exponent)?;
        }
        Ok(())
    }

    #[inline(never)]
    fn fraction_and_exponent(&mut self) -> Scanned<()> {
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(())
    }

    #[inline]
    fn digits(&mut self) -> Scanned<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start {
            return Err(Expected::Digit);
        }
        Ok(())
    }

    #[inline]
    fn word(&mut self, word: &str) -> Scanned<()> {
        for byte in word.bytes() {
            if !self.eat(byte) {
                return Err(Expected::Letter);
            }
        }
        Ok(())
    }

    /// Skips whitespace.
    #[inline]
    pub fn whitespace(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Reads this byte if it is the next one. Returns whether it was.
    #[inline]
    pub fn eat(&mut self, byte: u8) -> bool {
        if self.peek() == Some(byte) {
            self.at += 1;
            return true;
        }
        false
    }

    /// Returns the next byte without reading it.
    #[inline]
    pub fn peek(&self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        // Derives run unoptimized, where an index takes half as long as `get`.
        if self.at < bytes.len() {
            Some(bytes[self.at])
        } else {
            None
        }
    }

    /// Reads whitespace up to the end of the text.
    ///
    /// # Errors
    ///
    /// Returns what was expected if anything else is left. The position is then that of the error.
    #[inline]
    pub fn end_of_text(&mut self) -> Scanned<()> {
        self.whitespace();
        if self.at < self.text.len() {
            return Err(Expected::End);
        }
        Ok(())
    }

    /// Returns the number of bytes that have been read.
    pub const fn offset(&self) -> usize {
        self.at
    }

    /// Returns the object or array that has been read since another position.
    pub const fn since(&self, start: &Self) -> Span {
        Span {
            start: start.at,
            end: self.at,
            may_have_escapes: true,
        }
    }

    /// Returns the whole text, read or not.
    #[inline]
    pub const fn text(&self) -> &'b str {
        self.text
    }

    /// Returns the error that says that the text is JSON up to here only.
    pub const fn invalid(&self) -> InvalidJson {
        InvalidJson::new(self.at)
    }
}
