//! A `match` with thousands of arms, as several small ones.
//!
//! The compiler compares the arms of a `match` with each other: for one with an arm for each error, the time grows with
//! the square of their number.

use std::fmt::Write;

/// How many arms a `match` has, or alternatives its one arm.
pub(super) const ARMS: usize = 64;

/// Writes the body of a function that returns the value of the arm whose pattern fits. An arm is a pattern and a value;
/// the last pattern is not compared.
pub(super) fn body(expression: &str, arms: &[(String, String)]) -> String {
    let mut text = String::new();
    let mut chunks = arms.chunks(ARMS).peekable();
    while let Some(chunk) = chunks.next() {
        let is_last = chunks.peek().is_none();
        // Writing to a `String` cannot fail, here and below.
        let _ = write!(text, "match {expression} {{");
        for (index, (pattern, value)) in chunk.iter().enumerate() {
            let _ = match (is_last, is_last && index + 1 == chunk.len()) {
                (_, true) => write!(text, "_ => {value},"),
                (true, _) => write!(text, "{pattern} => {value},"),
                (false, _) => write!(text, "{pattern} => return {value},"),
            };
        }
        text.push_str(if is_last { "}" } else { "_ => {} }" });
    }
    text
}

/// Does the same for arms that each have up to [`ARMS`] of all variants as alternatives. `rest` is the value for the
/// variants that are in none.
pub(super) fn alternatives(
    expression: &str,
    variants: usize,
    arms: &[(String, String)],
    rest: Option<&str>,
) -> String {
    let mut text = String::new();
    if variants <= ARMS {
        let rest = rest.map(|rest| ("_".to_owned(), rest.to_owned()));
        let _ = write!(text, "match {expression} {{");
        for (pattern, value) in arms.iter().chain(&rest) {
            let _ = write!(text, "{pattern} => {value},");
        }
        text.push('}');
        return text;
    }
    for (pattern, value) in arms {
        let _ = write!(
            text,
            "match {expression} {{ {pattern} => return {value}, _ => {{}} }}"
        );
    }
    text.push_str(rest.unwrap_or("::core::unreachable!()"));
    text
}

#[cfg(test)]
mod tests {
    use super::{alternatives, body, ARMS};

    fn arms(count: usize) -> Vec<(String, String)> {
        (0..count)
            .map(|it| (format!("P{it}"), it.to_string()))
            .collect()
    }

    #[test]
    fn few_arms_are_one_match() {
        assert_eq!(body("x", &arms(2)), "match x {P0 => 0,_ => 1,}");
    }

    #[test]
    fn more_arms_are_more_matches_that_leave_the_rest_to_the_next() {
        let text = body("x", &arms(ARMS + 2));
        let second = format!(
            "_ => {{}} }}match x {{P{ARMS} => {ARMS},_ => {},}}",
            ARMS + 1
        );
        assert!(text.starts_with("match x {P0 => return 0,"), "{text}");
        assert!(text.ends_with(&second), "{text}");
        assert_eq!(text.matches("match").count(), 2, "{text}");
    }

    #[test]
    fn the_rest_of_many_variants_has_a_value_or_does_not_exist() {
        let with = |variants, rest| alternatives("x", variants, &arms(1), rest);
        assert_eq!(with(1, Some("1")), "match x {P0 => 0,_ => 1,}");
        assert_eq!(
            with(ARMS + 1, Some("1")),
            "match x { P0 => return 0, _ => {} }1"
        );
        let none = "match x { P0 => return 0, _ => {} }::core::unreachable!()";
        assert_eq!(with(ARMS + 1, None), none);
    }
}
