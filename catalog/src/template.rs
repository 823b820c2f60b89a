//! Templates of messages and codes: literal text, `{placeholders}`, and `{{` and `}}` for braces. In a message, a
//! placeholder can be `{name:number}`.

use crate::bytes::has_byte;
use std::ops::Range;

/// How many errors of one template are reported.
const MOST_ERRORS: usize = 20;

/// The longest name of a placeholder or parameter, in bytes.
pub(crate) const LONGEST_NAME: usize = 100;

/// The end of a placeholder whose number is written as the language of the message does.
const NUMBER: &str = ":number";

/// Text with placeholders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    source: String,
    pieces: Vec<Piece>,
}

/// A part of a template, as a range of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Literal text. A doubled brace ends a literal after its first brace.
    Literal(Range<usize>),
    /// A placeholder, including its braces.
    Placeholder(Range<usize>),
}

/// An error in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TemplateError {
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

impl Template {
    /// Parses a template.
    ///
    /// # Errors
    ///
    /// Returns the first error, and how to fix it.
    pub fn new(source: &str) -> Result<Self, String> {
        Self::parse(source).map_err(|errors| match errors.first() {
            Some(error) => format!("{}: {}", error.message, error.help),
            None => String::new(),
        })
    }

    /// Returns the template that is one placeholder.
    pub(crate) fn placeholder(name: &str) -> Self {
        let source = format!("{{{name}}}");
        let pieces = vec![Piece::Placeholder(0..source.len())];
        Self { source, pieces }
    }

    /// Parses a template, or returns all errors in it.
    pub(crate) fn parse(source: &str) -> Result<Self, Vec<TemplateError>> {
        Self::parse_with(source, name_error)
    }

    /// Parses the template of a message, whose numbers can be written as its language does.
    pub(crate) fn of_message(source: &str) -> Result<Self, Vec<TemplateError>> {
        Self::parse_with(source, |name| {
            let reason = name_error(name)?;
            match name.strip_suffix(NUMBER) {
                Some(name) => name_error(name),
                None if has_byte(name, b':') => Some("only `number` can follow `:`"),
                None => Some(reason),
            }
        })
    }

    /// Parses a template with other names of placeholders.
    pub(crate) fn parse_with(
        source: &str,
        name_error: fn(&str) -> Option<&'static str>,
    ) -> Result<Self, Vec<TemplateError>> {
        let mut pieces = Vec::new();
        let mut errors = Vec::new();
        let mut literal = 0;
        let mut position = 0;
        let mut braces = Braces::new(source);
        while let Some(brace) = braces.next(position) {
            if errors.len() == MOST_ERRORS {
                break;
            }
            let bytes = source.as_bytes();
            if bytes.get(brace) == bytes.get(brace + 1) {
                pieces.push(Piece::Literal(literal..brace + 1));
                position = brace + 2;
                literal = position;
                continue;
            }
            match placeholder(source, brace, &mut braces, name_error) {
                Ok(range) => {
                    if literal < brace {
                        pieces.push(Piece::Literal(literal..brace));
                    }
                    position = range.end;
                    literal = position;
                    pieces.push(Piece::Placeholder(range));
                }
                Err(error) => {
                    position = error.range.end;
                    errors.push(error);
                }
            }
        }
        if literal < source.len() {
            pieces.push(Piece::Literal(literal..source.len()));
        }
        if errors.is_empty() {
            let source = source.to_owned();
            Ok(Self { source, pieces })
        } else {
            Err(errors)
        }
    }

    /// Returns the template as it is written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns the parts, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Returns the names and places of the placeholders, in order, duplicates included.
    pub fn placeholders(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(range) => Some((self.name(range)?, range.clone())),
            Piece::Literal(_) => None,
        })
    }

    /// Returns whether two placeholders are without text between them.
    pub(crate) fn has_adjacent_placeholders(&self) -> bool {
        for pair in self.pieces.windows(2) {
            if matches!(pair, [Piece::Placeholder(_), Piece::Placeholder(_)]) {
                return true;
            }
        }
        false
    }

    /// Returns the name in a placeholder.
    pub(crate) fn name(&self, placeholder: &Range<usize>) -> Option<&str> {
        let inner = self
            .source
            .get(placeholder.start + 1..placeholder.end - 1)?;
        Some(inner.strip_suffix(NUMBER).unwrap_or(inner))
    }

    /// Returns for each placeholder, in order, whether its number is written as the language of the message does.
    pub(crate) fn are_numbers(&self) -> impl Iterator<Item = bool> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(range) => {
                let inner = self.source.get(range.start + 1..range.end - 1)?;
                Some(inner.ends_with(NUMBER))
            }
            Piece::Literal(_) => None,
        })
    }

    /// Returns whether a number is written as the language of the message does.
    pub fn has_numbers(&self) -> bool {
        // Nearly all messages are without a colon, and derives run unoptimized.
        has_byte(&self.source, b':') && self.are_numbers().any(|is_number| is_number)
    }

    /// Returns a text that templates with the same literals share, whatever the names of their placeholders are.
    pub(crate) fn shape(&self) -> String {
        let mut shape = String::with_capacity(self.source.len());
        let mut end = 0;
        for piece in &self.pieces {
            if let Piece::Placeholder(range) = piece {
                shape.push_str(self.source.get(end..range.start).unwrap_or_default());
                shape.push_str("{}");
                end = range.end;
            }
        }
        shape.push_str(self.source.get(end..).unwrap_or_default());
        shape
    }

    /// Returns the literals around the placeholders: always one more than there are placeholders, so some can be empty.
    pub fn literals(&self) -> Vec<String> {
        let mut literals = Vec::with_capacity(self.pieces.len() + 1);
        let mut last = String::new();
        for piece in &self.pieces {
            let Piece::Literal(range) = piece else {
                literals.push(std::mem::take(&mut last));
                continue;
            };
            let text = self.source.get(range.clone()).unwrap_or_default();
            // Nearly all literals are one piece, whose text is copied at once.
            if last.is_empty() {
                last = String::from(text);
            } else {
                last.push_str(text);
            }
        }
        literals.push(last);
        literals
    }
}

/// Finds braces with the standard library, which is optimized even where a derive is not.
struct Braces<'s> {
    source: &'s str,
    /// The next brace of each kind, or the end, so that a text of one kind only is not searched again for each of them.
    open: usize,
    close: usize,
}

impl<'s> Braces<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            open: find(source, 0, '{'),
            close: find(source, 0, '}'),
        }
    }

    /// Returns the next brace of either kind.
    fn next(&mut self, from: usize) -> Option<usize> {
        if self.open < from {
            self.open = find(self.source, from, '{');
        }
        if self.close < from {
            self.close = find(self.source, from, '}');
        }
        let next = self.open.min(self.close);
        (next < self.source.len()).then_some(next)
    }
}

/// Returns the index of a brace; that of the end if there is none.
fn find(source: &str, from: usize, brace: char) -> usize {
    let rest = source.get(from..).unwrap_or_default();
    match rest.find(brace) {
        Some(at) => from + at,
        None => source.len(),
    }
}

/// Parses the placeholder at `start`.
fn placeholder(
    source: &str,
    start: usize,
    braces: &mut Braces<'_>,
    name_error: fn(&str) -> Option<&'static str>,
) -> Result<Range<usize>, TemplateError> {
    let error = |length: usize, message: String, help| TemplateError {
        range: start..start + length,
        message,
        help,
    };
    if start == braces.close {
        let message = "unmatched `}`".to_owned();
        return Err(error(1, message, "write `}}` for a literal brace"));
    }
    let end = braces.close;
    if braces.next(start + 1) != Some(end) {
        let message = "unclosed `{`".to_owned();
        return Err(error(
            1,
            message,
            "close the placeholder with `}`, or write `{{` for a literal brace",
        ));
    }
    let name = source.get(start + 1..end).unwrap_or_default();
    match name_error(name) {
        None => Ok(start..end + 1),
        Some(reason) => Err(error(
            end + 1 - start,
            format!("`{{{name}}}` is not a valid placeholder: {reason}"),
            "write `{name}` with the name of a parameter, or `{{` and `}}` for literal braces",
        )),
    }
}

/// Returns why this is not a valid name of a parameter.
pub(crate) fn name_error(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("the name is empty");
    }
    if name.len() > LONGEST_NAME {
        return Some("the name is longer than 100 bytes");
    }
    let (mut has_letter, mut is_valid) = (false, true);
    for byte in name.as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => has_letter = true,
            b'_' | b'-' | b'.' => {}
            _ => is_valid = false,
        }
    }
    if !has_letter {
        return Some("the name has no letter or digit");
    }
    (!is_valid).then_some("a name can contain only letters (a to z), digits, `_`, `-`, and `.`")
}

#[cfg(test)]
mod tests {
    use super::Template;

    fn literals(source: &str) -> Vec<String> {
        Template::parse(source).unwrap().literals()
    }

    fn errors(source: &str) -> Vec<&str> {
        let errors = Template::parse(source).unwrap_err();
        errors
            .into_iter()
            .map(|error| &source[error.range])
            .collect()
    }

    #[test]
    fn placeholders_split_the_text() {
        let template = Template::parse("{a} is {b-c.d}.").unwrap();
        let names: Vec<_> = template.placeholders().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "b-c.d"]);
        assert_eq!(template.literals(), ["", " is ", "."]);
    }

    #[test]
    fn a_number_can_be_written_as_the_language_does_in_a_message() {
        let template = Template::of_message("{a:number} of {b}: {{c:number}} {d:number}").unwrap();
        let names: Vec<_> = template.placeholders().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "b", "d"]);
        let numbers: Vec<bool> = template.are_numbers().collect();
        assert_eq!(numbers, [true, false, true]);
        assert!(!Template::of_message("{{c:number}} {a}")
            .unwrap()
            .has_numbers());
        for source in [
            "{a:nmber}",
            "{:number}",
            "{a:}",
            "{a:number:number}",
            "{a: number}",
            "{é:number}",
        ] {
            assert!(Template::of_message(source).is_err(), "{source}");
        }
        assert!(Template::parse("{a:number}").is_err());
    }

    #[test]
    fn doubled_braces_are_text() {
        assert_eq!(literals("{{{a}}} {{b}}"), ["{", "} {b}"]);
        assert_eq!(literals("{{{{"), ["{{"]);
        assert_eq!(literals(""), [""]);
    }

    #[test]
    fn every_error_in_a_template_is_found() {
        assert_eq!(errors("a { b {} c {d e} f }"), ["{", "{}", "{d e}", "}"]);
        assert_eq!(errors("{é} {-}"), ["{é}", "{-}"]);
        assert_eq!(errors("open {"), ["{"]);
    }
}
