//! Finds where values end, and checks them on the way.

use super::plain::plain;
use super::Json;
use alloc::vec::Vec;
use core::fmt;

/// A text that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidJson {
    offset: usize,
}

impl InvalidJson {
    pub(super) const fn new(offset: usize) -> Self {
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
#[derive(Clone, Copy)]
pub(super) struct Scanner<'b> {
    text: &'b str,
    at: usize,
}

/// A string as it is written, without its quotes.
#[derive(Clone, Copy, Default)]
pub(super) struct RawString<'b> {
    pub(super) text: &'b str,
    pub(super) has_escapes: bool,
}

/// What has been read; where there is nothing that could be, the position is that of the mistake.
type Scanned<T> = Option<T>;

impl<'b> Scanner<'b> {
    pub(super) const fn new(text: &'b str) -> Self {
        Self { text, at: 0 }
    }

    /// The value that begins here; afterwards the position is behind it.
    #[inline]
    pub(super) fn value(&mut self) -> Scanned<Json<'b>> {
        if let Some(b'{' | b'[') = self.peek() {
            return self.container();
        }
        let start = self.at;
        let has_escapes = self.scalar()?;
        Some(Json::checked(self.since(start), has_escapes))
    }

    /// The object or array that begins here.
    ///
    /// The loop is what recursion would be elsewhere: a value in a value costs one bit of memory.
    fn container(&mut self) -> Scanned<Json<'b>> {
        let start = self.at;
        let mut nesting = Nesting::default();
        loop {
            if self.begin(&mut nesting)? {
                continue;
            }
            if self.end(&mut nesting)? {
                return Some(Json::checked(self.since(start), true));
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
    #[inline]
    fn scalar(&mut self) -> Scanned<bool> {
        match self.peek() {
            Some(b'"') => return Some(self.string()?.has_escapes),
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
    pub(super) fn key(&mut self) -> Scanned<RawString<'b>> {
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
    #[inline]
    pub(super) fn string(&mut self) -> Scanned<RawString<'b>> {
        let start = self.at + 1;
        self.at = start;
        let mut has_escapes = false;
        loop {
            self.at += plain(self.text.as_bytes().get(self.at..).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    let text = self.since(start);
                    self.at += 1;
                    return Some(RawString { text, has_escapes });
                }
                Some(b'\\') => {
                    has_escapes = true;
                    self.escape()?;
                }
                _ => return None,
            }
        }
    }

    #[inline(never)]
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

    fn number(&mut self) -> Scanned<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Some(())
    }

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

    fn word(&mut self, word: &str) -> Scanned<()> {
        for byte in word.bytes() {
            if !self.eat(byte) {
                return None;
            }
        }
        Some(())
    }

    #[inline]
    pub(super) fn whitespace(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_here = self.peek() == Some(byte);
        self.at += usize::from(is_here);
        is_here
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// What has been read since a position.
    #[inline]
    fn since(&self, start: usize) -> &'b str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'b str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) const fn invalid(&self) -> InvalidJson {
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
