//! Filters that compare one member with a literal.

use super::scan::{invalid, unsupported, Scanner};
use super::{name, QueryError};
use crate::model::{Filter, Literal};
use crate::text::begins;

/// One side of a comparison.
enum Side {
    Member(Vec<String>),
    Literal(Literal),
}

/// Parses a filter after its `?`, up to the `]`.
pub(super) fn filter(scanner: &mut Scanner<'_>) -> Result<Filter, QueryError> {
    scanner.skip_blanks();
    let start = scanner.position();
    let left = side(scanner)?;
    scanner.skip_blanks();
    operator(scanner)?;
    scanner.skip_blanks();
    let right = side(scanner)?;
    scanner.skip_blanks();
    if begins(scanner.rest(), &["&&", "||"]) {
        return Err(unsupported(scanner, "more than one comparison", 2));
    }
    match (left, right) {
        (Side::Member(member), Side::Literal(literal))
        | (Side::Literal(literal), Side::Member(member)) => {
            if member.is_empty() {
                scanner.go_back(start);
                return Err(unsupported(scanner, "a filter without a member", 1));
            }
            Ok(Filter { member, literal })
        }
        _ => {
            scanner.go_back(start);
            let what = "a filter that does not compare a member with a literal";
            Err(unsupported(scanner, what, 1))
        }
    }
}

fn operator(scanner: &mut Scanner<'_>) -> Result<(), QueryError> {
    if scanner.take_word("==") {
        return Ok(());
    }
    for operator in &["!=", "<=", ">=", "<", ">"] {
        if scanner.rest().starts_with(*operator) {
            return Err(unsupported(
                scanner,
                &format!("`{operator}`"),
                operator.len(),
            ));
        }
    }
    match scanner.peek() {
        Some(']' | ')' | ',' | '&' | '|') => Err(unsupported(scanner, "a filter without `==`", 1)),
        _ => Err(invalid(scanner, "`==`")),
    }
}

fn side(scanner: &mut Scanner<'_>) -> Result<Side, QueryError> {
    match scanner.peek() {
        Some('@') => {
            scanner.advance();
            member(scanner).map(Side::Member)
        }
        Some('\'' | '"') => scanner.string().map(Literal::Text).map(Side::Literal),
        Some('-' | '0'..='9') => number(scanner).map(Side::Literal),
        Some('$') => Err(unsupported(scanner, "`$` in a filter", 1)),
        Some('!') => Err(unsupported(scanner, "`!`", 1)),
        Some('(') => Err(unsupported(scanner, "`(`", 1)),
        _ => word(scanner),
    }
}

/// Parses `true`, `false`, or `null`.
fn word(scanner: &mut Scanner<'_>) -> Result<Side, QueryError> {
    let start = scanner.position();
    let word = scanner.take_while(&|letter| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
    });
    let literal = match word {
        "true" => Literal::Boolean(true),
        "false" => Literal::Boolean(false),
        "null" => Literal::Null,
        _ => {
            let is_function = !word.is_empty() && scanner.peek() == Some('(');
            scanner.go_back(start);
            return Err(if is_function {
                unsupported(scanner, "a function", word.len())
            } else {
                invalid(scanner, "`@` or a literal")
            });
        }
    };
    Ok(Side::Literal(literal))
}

/// Parses the names after `@`.
fn member(scanner: &mut Scanner<'_>) -> Result<Vec<String>, QueryError> {
    let mut names = Vec::new();
    loop {
        let before = scanner.position();
        scanner.skip_blanks();
        if scanner.take('.') {
            match scanner.peek() {
                Some('.') => return Err(unsupported(scanner, "`..`", 1)),
                Some('*') => return Err(unsupported(scanner, "`*`", 1)),
                _ => names.push(name(scanner)?),
            }
        } else if scanner.take('[') {
            scanner.skip_blanks();
            match scanner.peek() {
                Some('\'' | '"') => names.push(scanner.string()?),
                Some('-' | ':' | '0'..='9') => {
                    return Err(unsupported(scanner, "an index in a filter", 1))
                }
                Some('*') => return Err(unsupported(scanner, "`*`", 1)),
                Some('?') => return Err(unsupported(scanner, "a filter in a filter", 1)),
                _ => return Err(invalid(scanner, "a name in quotes")),
            }
            scanner.skip_blanks();
            match scanner.peek() {
                Some(']') => scanner.advance(),
                Some(',') => return Err(unsupported(scanner, "more than one selector", 1)),
                _ => return Err(invalid(scanner, "`]`")),
            }
        } else {
            scanner.go_back(before);
            return Ok(names);
        }
    }
}

/// Parses a number as JSON writes it.
fn number(scanner: &mut Scanner<'_>) -> Result<Literal, QueryError> {
    let start = scanner.position();
    let digits = |scanner: &mut Scanner<'_>| {
        let digits = scanner.take_while(&|letter| letter.is_ascii_digit());
        digits.to_owned()
    };
    let text = scanner.rest();
    let is_negative = scanner.take('-');
    let whole = digits(scanner);
    let mut is_valid = !whole.is_empty() && (whole == "0" || !whole.starts_with('0'));
    if scanner.take('.') {
        is_valid &= !digits(scanner).is_empty();
    }
    if scanner.take('e') || scanner.take('E') {
        let _ = scanner.take('-') || scanner.take('+');
        is_valid &= !digits(scanner).is_empty();
    }
    let end = scanner.position();
    let number = text.get(..end - start).unwrap_or_default();
    if !is_valid {
        let range = start..end.max(start + usize::from(is_negative));
        return Err(QueryError {
            range,
            message: format!("`{number}` is not a valid number"),
            help: "write it as in JSON, such as `0.5`".to_owned(),
        });
    }
    Ok(Literal::Number(number.to_owned()))
}
