//! Finds where values end, and checks them on the way.

use super::plain::plain_of_short;
use alloc::vec::Vec;
use core::fmt;

/// A text that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidJson {
    offset: usize,
}

impl InvalidJson {
    /// A text that is JSON for this many bytes only.
    pub const fn new(offset: usize) -> Self {
        Self { offset }
    }

    /// How many bytes were read before the first that does not fit.
    pub const fn offset(self) -> usize {
        self.offset
    }
}

impl fmt::Display for InvalidJson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no JSON from byte {} on", self.offset)
    }
}

impl core::error::Error for InvalidJson {}

/// A position in a text.
///
/// What reads a value is inlined, so that the position is in a register while an object is read.
#[derive(Clone, Copy)]
pub struct Scanner<'b> {
    text: &'b str,
    at: usize,
}

/// Where a value stands, or a name without its quotes.
#[derive(Clone, Copy)]
pub struct Span {
    start: usize,
    end: usize,
    /// Whether there may be an escape in it.
    pub may_have_escapes: bool,
}

impl Span {
    /// Nothing, at the beginning.
    pub const EMPTY: Self = Self {
        start: 0,
        end: 0,
        may_have_escapes: false,
    };

    /// What stands there in the text that has been read.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether just these bytes stand there.
    #[inline]
    pub fn is(self, bytes: &[u8], text: &str) -> bool {
        // The length differs most often, and is at hand.
        self.end - self.start == bytes.len()
            && text.as_bytes().get(self.start..self.end) == Some(bytes)
    }
}

/// What has been read; where there is nothing that could be, the position is that of the mistake.
type Scanned<T> = Option<T>;

impl<'b> Scanner<'b> {
    /// The beginning of a text.
    pub const fn new(text: &'b str) -> Self {
        Self { text, at: 0 }
    }

    /// The value that begins here; afterwards the position is behind it.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    pub fn value(&mut self) -> Scanned<Span> {
        let start = self.at;
        let may_have_escapes = match self.peek() {
            Some(b'{' | b'[') => {
                self.elsewhere(Self::container)?;
                true
            }
            _ => self.scalar()?,
        };
        Some(Span {
            start,
            end: self.at,
            may_have_escapes,
        })
    }

    /// The object or array that begins here.
    ///
    /// The loop is what recursion would be elsewhere: a value in a value costs one bit of memory.
    #[inline(never)]
    fn container(&mut self) -> Scanned<()> {
        let mut nesting = Nesting::default();
        loop {
            if self.begin(&mut nesting)? {
                continue;
            }
            if self.end(&mut nesting)? {
                return Some(());
            }
        }
    }

    /// Reads a value up to its end or, where it is a container with something in it, up to the first value in it, and
    /// says whether that is so.
    #[inline]
    fn begin(&mut self, nesting: &mut Nesting) -> Scanned<bool> {
        match self.peek() {
            Some(b'{') => {
                self.at += 1;
                self.whitespace();
                if self.eat(b'}') {
                    return Some(false);
                }
                nesting.push(Container::Object);
                self.key().map(|_| true)
            }
            Some(b'[') => {
                self.at += 1;
                self.whitespace();
                if self.eat(b']') {
                    return Some(false);
                }
                nesting.push(Container::Array);
                Some(true)
            }
            _ => self.scalar().map(|_| false),
        }
    }

    /// A value that is no container, and whether it has escapes.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    fn scalar(&mut self) -> Scanned<bool> {
        match self.peek() {
            Some(b'"') => return Some(self.string()?.may_have_escapes),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            _ => return None,
        }
        Some(false)
    }

    /// After a value: closes the containers that end with it, and says whether all are closed; if not, the next value
    /// begins here.
    #[inline]
    fn end(&mut self, nesting: &mut Nesting) -> Scanned<bool> {
        while let Some(container) = nesting.top() {
            self.whitespace();
            match (self.peek(), container) {
                (Some(b','), Container::Array) => {
                    self.at += 1;
                    self.whitespace();
                    return Some(false);
                }
                (Some(b','), Container::Object) => {
                    self.at += 1;
                    self.whitespace();
                    self.key()?;
                    return Some(false);
                }
                (Some(b']'), Container::Array) | (Some(b'}'), Container::Object) => {
                    self.at += 1;
                    nesting.pop();
                }
                _ => return None,
            }
        }
        Some(true)
    }

    /// A key and its colon; afterwards the member's value begins here.
    #[inline]
    pub fn key(&mut self) -> Scanned<Span> {
        if self.peek() != Some(b'"') {
            return None;
        }
        let key = self.string()?;
        self.whitespace();
        if !self.eat(b':') {
            return None;
        }
        self.whitespace();
        Some(key)
    }

    /// The string whose opening quote stands here.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    fn string(&mut self) -> Scanned<Span> {
        self.at += 1;
        let start = self.at;
        self.plain();
        let may_have_escapes = self.peek() == Some(b'\\');
        if may_have_escapes {
            self.elsewhere(Self::escapes)?;
        }
        let end = self.at;
        self.eat(b'"').then_some(Span {
            start,
            end,
            may_have_escapes,
        })
    }

    /// Reads with a copy of itself what is rare or long: so that the compiler can keep the position in a register.
    #[inline]
    fn elsewhere(&mut self, read: fn(&mut Self) -> Scanned<()>) -> Scanned<()> {
        let mut copy = *self;
        let scanned = read(&mut copy);
        self.at = copy.at;
        scanned
    }

    /// What needs no attention in a string.
    #[inline]
    fn plain(&mut self) {
        self.at += plain_of_short(self.text.as_bytes().get(self.at..).unwrap_or_default());
    }

    /// The escapes of a string, from the first on, and what stands between them.
    #[inline(never)]
    fn escapes(&mut self) -> Scanned<()> {
        while self.peek() == Some(b'\\') {
            self.escape()?;
            self.plain();
        }
        Some(())
    }

    fn escape(&mut self) -> Scanned<()> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return None;
                    }
                    self.at += 1;
                }
            }
            _ => return None,
        }
        Some(())
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
        Some(())
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
        Some(())
    }

    #[inline]
    fn digits(&mut self) -> Scanned<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start {
            return None;
        }
        Some(())
    }

    #[inline]
    fn word(&mut self, word: &str) -> Scanned<()> {
        for byte in word.bytes() {
            if !self.eat(byte) {
                return None;
            }
        }
        Some(())
    }

    /// Goes to the next byte that is not whitespace.
    #[inline]
    pub fn whitespace(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Reads this byte, if it is the next one, and says whether it was.
    #[inline]
    pub fn eat(&mut self, byte: u8) -> bool {
        let is_here = self.peek() == Some(byte);
        self.at += usize::from(is_here);
        is_here
    }

    /// The next byte.
    #[inline]
    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether all of the text has been read.
    #[inline]
    pub fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The object or array that has been read since another position.
    pub const fn since(&self, start: &Self) -> Span {
        Span {
            start: start.at,
            end: self.at,
            may_have_escapes: true,
        }
    }

    /// All of the text, read or not.
    #[inline]
    pub const fn text(&self) -> &'b str {
        self.text
    }

    /// The text is JSON up to here only.
    pub const fn invalid(&self) -> InvalidJson {
        InvalidJson::new(self.at)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Array,
    Object,
}

/// The containers around a position, a bit each.
#[derive(Default)]
struct Nesting {
    innermost: u64,
    outer: Vec<u64>,
    depth: usize,
}

impl Nesting {
    #[inline]
    fn push(&mut self, container: Container) {
        if self.depth > 0 && self.depth % 64 == 0 {
            self.outer.push(self.innermost);
        }
        self.innermost = self.innermost << 1 | u64::from(container == Container::Object);
        self.depth += 1;
    }

    #[inline]
    fn pop(&mut self) {
        self.depth -= 1;
        self.innermost >>= 1;
        if self.depth > 0 && self.depth % 64 == 0 {
            self.innermost = self.outer.pop().unwrap_or_default();
        }
    }

    #[inline]
    fn top(&self) -> Option<Container> {
        match (self.depth, self.innermost & 1) {
            (0, _) => None,
            (_, 0) => Some(Container::Array),
            _ => Some(Container::Object),
        }
    }
}
