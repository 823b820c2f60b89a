//! Patterns that take a part out of a string.

use core::fmt::{self, Write};

/// A pattern with one part to take out, such as `{_}#{code}`.
///
/// One without a part fits values that mean that nothing is there, such as `about:blank`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capture<'s> {
    /// The segments, in order. No two placeholders are next to each other.
    pub segments: &'s [Segment<'s>],
}

/// A segment of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'s> {
    /// Fixed text.
    Literal(&'s str),
    /// Any text: `{_}`.
    Any,
    /// The part: text that is not empty.
    Part,
}

impl Capture<'_> {
    /// Takes the part out of a text with the first pattern that fits.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::envelope::{Capture, Segment};
    ///
    /// let blank = Capture { segments: &[Segment::Literal("about:blank")] };
    /// let all = Capture { segments: &[Segment::Part] };
    /// assert_eq!(Capture::first(&[blank, all], "about:us"), Some("about:us"));
    /// assert_eq!(Capture::first(&[blank, all], "about:blank"), None);
    /// ```
    pub fn first<'t>(captures: &[Self], text: &'t str) -> Option<&'t str> {
        let part = captures.iter().find_map(|capture| capture.fit(text));
        part.filter(|part| !part.is_empty())
    }

    /// Takes the part out of a text that fits. Each placeholder takes as little as possible.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::envelope::{Capture, Segment};
    ///
    /// let capture = Capture { segments: &[Segment::Any, Segment::Literal("#"), Segment::Part] };
    /// assert_eq!(capture.read("com.example#NotFound"), Some("NotFound"));
    /// assert_eq!(capture.read("NotFound"), None);
    /// ```
    pub fn read<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.fit(text).filter(|part| !part.is_empty())
    }

    /// Returns what a pattern that fits takes out of a text; nothing if it has no part.
    fn fit<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut segments = self.segments;
        let mut rest = text;
        let mut part = None;
        while let [segment, others @ ..] = segments {
            segments = others;
            let taken = match (segment, others) {
                (Segment::Literal(literal), _) => {
                    rest = rest.strip_prefix(literal)?;
                    continue;
                }
                (_, []) => rest,
                // The end of the text is where the last literal must be.
                (_, [Segment::Literal(literal)]) => rest.strip_suffix(literal)?,
                (_, [Segment::Literal(literal), ..]) => {
                    let smallest = usize::from(*segment == Segment::Part);
                    let skipped = rest.char_indices().nth(smallest)?.0;
                    let end = rest.get(skipped..)?.find(literal)? + skipped;
                    rest.get(..end)?
                }
                _ => return None,
            };
            rest = rest.get(taken.len()..)?;
            if *segment == Segment::Part {
                part = Some(taken);
            }
        }
        let fits = rest.is_empty() && part != Some("");
        fits.then(|| part.unwrap_or_default())
    }

    /// Writes the text that holds a part. [`Segment::Any`] is empty.
    ///
    /// # Errors
    ///
    /// The writer fails.
    pub fn write(&self, part: &str, out: &mut impl Write) -> fmt::Result {
        self.segments.iter().try_for_each(|segment| match segment {
            Segment::Literal(literal) => out.write_str(literal),
            Segment::Any => Ok(()),
            Segment::Part => out.write_str(part),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Capture, Segment};
    use Segment::{Any, Literal, Part};

    fn read<'t>(segments: &[Segment<'_>], text: &'t str) -> Option<&'t str> {
        Capture { segments }.read(text)
    }

    #[test]
    fn a_part_is_what_is_between_the_literals() {
        let aws = [Any, Literal("#"), Part];
        let aws = &aws;
        assert_eq!(read(aws, "com.example#A"), Some("A"));
        assert_eq!(read(aws, "#A"), Some("A"));
        assert_eq!(read(aws, "a#b#c"), Some("b#c"));
        assert_eq!(read(aws, "com.example#"), None);
        assert_eq!(read(aws, "A"), None);
        assert_eq!(read(&[Part, Literal(":"), Any], "A:http://x/"), Some("A"));
        assert_eq!(read(&[Part, Literal(":"), Any], ":x"), None);
        assert_eq!(read(&[Part, Literal(":"), Any], "::x"), Some(":"));
        assert_eq!(read(&[Part, Literal(":"), Any], "é:x"), Some("é"));
        assert_eq!(read(&[Literal("/p/"), Part], "/p/a-b"), Some("a-b"));
        assert_eq!(
            read(&[Literal("("), Part, Literal(")")], "((a))"),
            Some("(a)")
        );
        assert_eq!(read(&[Literal("("), Part, Literal(")")], "()"), None);
        assert_eq!(read(&[Part], "A"), Some("A"));
        assert_eq!(read(&[Part], ""), None);
        assert_eq!(read(&[Literal("A")], "A"), None);
        assert_eq!(
            read(&[Any, Literal("/"), Part, Literal("?"), Any], "x/a?b=c?d"),
            Some("a")
        );
    }

    #[test]
    fn a_part_is_read_as_it_was_written() {
        let segments = &[Literal("https://x/"), Part, Literal("!"), Any];
        let mut text = alloc::string::String::new();
        Capture { segments }.write("é-b", &mut text).unwrap();
        assert_eq!(text, "https://x/é-b!");
        assert_eq!(read(segments, &text), Some("é-b"));
    }
}
