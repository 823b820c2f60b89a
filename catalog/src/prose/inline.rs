//! The parts of a line of prose: code, emphasis, and links.

use super::{Address, Inline};
use crate::bytes;

/// How deeply links and emphasis can nest; anything deeper is text.
const DEEPEST: usize = 3;

/// Runs of more backticks than this are text.
const LONGEST_RUN: usize = 31;

/// Parses the parts of a line, in linear time.
pub(super) fn read(line: &str) -> Vec<Inline> {
    within(line, DEEPEST)
}

fn within(line: &str, depth: usize) -> Vec<Inline> {
    let mut reader = Reader {
        line,
        depth,
        parts: Vec::new(),
        text: String::new(),
        without_end: [false; LONGEST_RUN + 1],
        without_closer: [false; 4],
    };
    reader.read();
    reader.parts
}

struct Reader<'t> {
    line: &'t str,
    depth: usize,
    parts: Vec<Inline>,
    /// The text that is not in a part.
    text: String,
    /// Whether no run of backticks of each length is left, so that nothing is searched twice.
    without_end: [bool; LONGEST_RUN + 1],
    /// Whether no closing sign is left for each sign of emphasis.
    without_closer: [bool; 4],
}

/// A part, and the position after it.
type Part = Option<(Inline, usize)>;

impl<'t> Reader<'t> {
    fn read(&mut self) {
        let mut position = 0;
        while let Some(character) = self.rest(position).chars().next() {
            // Most of a line is words.
            let words = bytes::start(self.rest(position), |byte| {
                !matches!(byte, b'\\' | b'`' | b'<' | b'[' | b'*' | b'_' | b'h' | b'H')
            });
            let start = position + words;
            if start > position {
                self.text
                    .push_str(self.line.get(position..start).unwrap_or_default());
                position = start;
                continue;
            }
            if character == '\\' {
                position += self.escape(position);
                continue;
            }
            if let Some((part, end)) = self.part(character, position) {
                self.flush();
                self.parts.push(part);
                position = end;
            } else {
                // A run of backticks without an end is text.
                let length = if character == '`' {
                    self.run(position)
                } else {
                    1
                };
                let end = position + length;
                self.text
                    .push_str(self.line.get(position..end).unwrap_or_default());
                position = end;
            }
        }
        self.flush();
    }

    fn rest(&self, position: usize) -> &'t str {
        self.line.get(position..).unwrap_or_default()
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.parts
                .push(Inline::Text(std::mem::take(&mut self.text)));
        }
    }

    /// Adds an escaped character; returns how many bytes were read.
    fn escape(&mut self, position: usize) -> usize {
        match self.rest(position + 1).chars().next() {
            Some(character) if character.is_ascii_punctuation() => {
                self.text.push(character);
                2
            }
            _ => {
                self.text.push('\\');
                1
            }
        }
    }

    fn part(&mut self, character: char, position: usize) -> Part {
        match character {
            '`' => self.code(position),
            '<' => self.in_brackets(position),
            '[' => self.link(position),
            '*' | '_' => self.emphasis(character, position),
            _ => self.bare(position),
        }
    }

    /// Returns the length of the run of backticks at a position.
    fn run(&self, position: usize) -> usize {
        run(self.rest(position))
    }

    fn code(&mut self, position: usize) -> Part {
        let length = self.run(position);
        let without_end = self.without_end.get_mut(length)?;
        if *without_end {
            return None;
        }
        let start = position + length;
        let mut end = start;
        loop {
            let Some(next) = self.line.get(end..)?.find('`') else {
                *without_end = true;
                return None;
            };
            end += next;
            let run = run(self.line.get(end..)?);
            if run == length {
                break;
            }
            end += run;
        }
        let code = match self.line.get(start..end)?.trim() {
            "" => " ",
            code => code,
        };
        Some((Inline::Code(code.to_owned()), end + length))
    }

    fn in_brackets(&self, position: usize) -> Part {
        let rest = self.rest(position + 1);
        let end = rest.find(|it: char| it == '<' || it == '>' || it.is_whitespace())?;
        rest.get(end..)?.strip_prefix('>')?;
        let text = rest.get(..end)?;
        let address = Address::in_brackets(text)?;
        let shown = vec![Inline::Text(text.to_owned())];
        Some((Inline::Link(address, shown), position + end + 2))
    }

    /// Parses a web page without brackets.
    fn bare(&self, position: usize) -> Part {
        let before = self.line.get(..position)?.chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let rest = self.rest(position);
        let (address, length) = Address::bare(rest)?;
        let shown = vec![Inline::Text(rest.get(..length)?.to_owned())];
        Some((Inline::Link(address, shown), position + length))
    }

    fn link(&self, position: usize) -> Part {
        let depth = self.depth.checked_sub(1)?;
        let rest = self.rest(position + 1);
        // In nested brackets, the inner ones are the link.
        let close = bytes::find(rest, |byte| matches!(byte, b'[' | b']'))?;
        let inside = rest.get(close..)?.strip_prefix("](")?;
        let (address, length) = if let Some(bracketed) = inside.strip_prefix('<') {
            let end = bytes::find(bracketed, |byte| matches!(byte, b'<' | b'>'))?;
            bracketed.get(end..)?.strip_prefix(">)")?;
            (bracketed.get(..end)?, end + 3)
        } else {
            let end = bytes::find(inside, |byte| matches!(byte, b' ' | b')' | b'[' | b'<'))?;
            inside.get(end..)?.strip_prefix(')')?;
            (inside.get(..end)?, end + 1)
        };
        let address = Address::new(address)?;
        let shown = within(rest.get(..close)?, depth);
        // A link cannot contain a link.
        let is_link = !shown.is_empty() && !has_link(&shown);
        let end = position + 1 + close + 2 + length;
        is_link.then_some((Inline::Link(address, shown), end))
    }

    fn emphasis(&mut self, character: char, position: usize) -> Part {
        let depth = self.depth.checked_sub(1)?;
        let sign = match (character, self.rest(position)) {
            ('*', rest) if rest.starts_with("**") => 0,
            ('*', _) => 1,
            (_, rest) if rest.starts_with("__") => 2,
            _ => 3,
        };
        let signs = ["**", "*", "__", "_"];
        let (sign, without_closer) = (signs.get(sign)?, self.without_closer.get_mut(sign)?);
        let before = self.line.get(..position)?.chars().next_back();
        let start = position + sign.len();
        let first = self.line.get(start..)?.chars().next()?;
        let opens =
            before.is_none_or(|it| it == ' ' || it == '(') && first != ' ' && first != character;
        if *without_closer || !opens {
            return None;
        }
        let mut end = start;
        loop {
            let Some(next) = bytes::find_part(self.line.get(end..)?, sign, character) else {
                *without_closer = true;
                return None;
            };
            end += next;
            let last = self.line.get(..end)?.chars().next_back()?;
            let after = self.line.get(end + sign.len()..)?.chars().next();
            if closes(last, after, character) && end > start {
                break;
            }
            end += sign.len();
        }
        let shown = without_emphasis(within(self.line.get(start..end)?, depth));
        let part = if sign.len() == 2 {
            Inline::Strong(shown)
        } else {
            Inline::Emphasis(shown)
        };
        Some((part, end + sign.len()))
    }
}

/// Returns how many backticks a text begins with.
fn run(text: &str) -> usize {
    bytes::start(text, |byte| byte == b'`')
}

/// Whether a sign between these characters closes emphasis.
fn closes(last: char, after: Option<char>, sign: char) -> bool {
    let ends = |it: char| it == ' ' || (it.is_ascii_punctuation() && it != sign);
    last != ' ' && last != sign && after.is_none_or(ends)
}

/// Removes the signs of emphasis, but not its content: the signs of nested emphasis could be read in other pairs.
fn without_emphasis(parts: Vec<Inline>) -> Vec<Inline> {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Inline::Emphasis(parts) | Inline::Strong(parts) => {
                for part in without_emphasis(parts) {
                    push(&mut flat, part);
                }
            }
            Inline::Link(address, parts) => {
                push(&mut flat, Inline::Link(address, without_emphasis(parts)));
            }
            part => push(&mut flat, part),
        }
    }
    flat
}

/// Adds a part; text continues the text before it.
fn push(parts: &mut Vec<Inline>, part: Inline) {
    match (parts.last_mut(), part) {
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, part) => parts.push(part),
    }
}

fn has_link(parts: &[Inline]) -> bool {
    parts.iter().any(|part| match part {
        Inline::Link(..) => true,
        Inline::Emphasis(parts) | Inline::Strong(parts) => has_link(parts),
        Inline::Text(_) | Inline::Code(_) => false,
    })
}
