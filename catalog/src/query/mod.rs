//! Queries of JSONPath (RFC 9535), as far as a response can be written with them: names, indexes, and filters that compare
//! one member with a literal.

mod filter;
mod scan;

use crate::model::{Query, Step};
use scan::{invalid, unsupported, Scanner};
use std::ops::Range;

/// The longest query, in bytes.
const LONGEST: usize = 1_000;

/// The largest index: those of I-JSON (RFC 7493).
const LARGEST: u64 = (1 << 53) - 1;

/// An error in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueryError {
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Query {
    /// Parses a query.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be used, and what to do.
    ///
    /// ```
    /// use error_catalog_model::{Query, Step};
    ///
    /// let query = Query::new("$.errors[?@.type == 'fatal'].code").unwrap();
    /// assert_eq!(query.steps[0], Step::Name("errors".to_owned()));
    /// assert!(Query::new("$.errors[*].code").is_err());
    /// ```
    pub fn new(text: &str) -> Result<Self, String> {
        Self::parse(text).map_err(|error| format!("{}: {}", error.message, error.help))
    }

    pub(crate) fn parse(text: &str) -> Result<Self, QueryError> {
        if text.len() > LONGEST {
            let message = format!("a query cannot be longer than {LONGEST} bytes");
            return Err(QueryError {
                range: 0..1,
                message,
                help: "use a JSON Pointer for a long path".to_owned(),
            });
        }
        let mut scanner = Scanner::new(text);
        if !scanner.take('$') {
            return Err(invalid(&scanner, "`$`"));
        }
        let mut steps = Vec::new();
        loop {
            let before = scanner.position();
            scanner.skip_blanks();
            if scanner.is_at_end() {
                if before < scanner.position() {
                    scanner.go_back(before);
                    return Err(invalid(&scanner, "`.`, `[`, or the end"));
                }
                let text = text.to_owned();
                return Ok(Self { text, steps });
            }
            steps.push(step(&mut scanner, &steps)?);
        }
    }
}

/// Parses a segment.
fn step(scanner: &mut Scanner<'_>, earlier: &[Step]) -> Result<Step, QueryError> {
    if scanner.take('.') {
        return match scanner.peek() {
            Some('.') => Err(unsupported(scanner, "`..`", 1)),
            Some('*') => Err(unsupported(scanner, "`*`", 1)),
            _ => name(scanner).map(Step::Name),
        };
    }
    let start = scanner.position();
    if !scanner.take('[') {
        return Err(invalid(scanner, "`.`, `[`, or the end"));
    }
    scanner.skip_blanks();
    let is_in_object = matches!(earlier.last(), Some(Step::Filter(_)));
    let step = match scanner.peek() {
        Some('\'' | '"') => Step::Name(scanner.string()?),
        Some(letter) if is_in_object && (letter == '?' || letter.is_ascii_digit()) => {
            return Err(QueryError {
                range: start..start + 1,
                message: "the element that a filter selects is an object, which has no elements"
                    .to_owned(),
                help: "write the name of a member, such as `.code`".to_owned(),
            });
        }
        Some('?') => {
            scanner.advance();
            Step::Filter(filter::filter(scanner)?)
        }
        Some('*') => return Err(unsupported(scanner, "`*`", 1)),
        Some(':') => return Err(unsupported(scanner, "a slice", 1)),
        Some('-' | '0'..='9') => index(scanner)?,
        _ => return Err(invalid(scanner, "a name in quotes, an index, or `?`")),
    };
    scanner.skip_blanks();
    match scanner.peek() {
        Some(']') => scanner.advance(),
        Some(',') => return Err(unsupported(scanner, "more than one selector", 1)),
        Some(':') if matches!(step, Step::Name(_)) => {
            return Err(unsupported(scanner, "a slice", 1))
        }
        _ => return Err(invalid(scanner, "`]`")),
    }
    Ok(step)
}

/// Parses a name without quotes.
fn name(scanner: &mut Scanner<'_>) -> Result<String, QueryError> {
    let starts_name =
        |letter: char| letter.is_ascii_alphabetic() || letter == '_' || !letter.is_ascii();
    if !scanner.peek().is_some_and(starts_name) {
        return Err(invalid(scanner, "a name"));
    }
    let name = scanner.take_while(&|letter| starts_name(letter) || letter.is_ascii_digit());
    Ok(name.to_owned())
}

/// Parses an index, which cannot be negative.
fn index(scanner: &mut Scanner<'_>) -> Result<Step, QueryError> {
    let start = scanner.position();
    if scanner.take('-') {
        scanner.go_back(start);
        return Err(unsupported(scanner, "a negative index", 1));
    }
    let digits = scanner.take_while(&|letter| letter.is_ascii_digit());
    let is_valid = digits == "0" || !digits.starts_with('0');
    if !is_valid || digits.parse().map_or(true, |index: u64| index > LARGEST) {
        return Err(QueryError {
            range: start..scanner.position(),
            message: format!("`{digits}` is not a valid index"),
            help: "write a number without zeros in front, at most 9007199254740991".to_owned(),
        });
    }
    Ok(Step::Name(digits.to_owned()))
}

#[cfg(test)]
mod tests;
