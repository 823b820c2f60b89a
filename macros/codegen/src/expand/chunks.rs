//! A `match` with thousands of arms, as several small ones.
//!
//! The compiler compares the arms of a `match` with each other: for one with an arm for each error, the time grows with
//! the square of their number. A `match` on the index chooses between the small ones, so that running it takes the same
//! time for every error.

use crate::source;

/// How many errors a `match` is about.
pub(super) const SIZE: usize = 128;

/// The arms for the errors whose indexes are in one chunk: patterns and values.
pub(super) type Chunk = Vec<(String, String)>;

/// Writes the body of a function that returns the value of the arm whose pattern fits, or `rest` if none does. Without
/// it, one always does.
pub(super) fn by_index(
    index: &str,
    expression: &str,
    chunks: &[Chunk],
    rest: Option<&str>,
) -> String {
    if let [only] = chunks {
        let rest = rest.map(|rest| format!("_ => {rest},"));
        return one(expression, only, "", &rest.unwrap_or_default());
    }
    let mut text = format!("match {index} / {SIZE} {{");
    for (number, chunk) in chunks.iter().enumerate() {
        let chunk = one(expression, chunk, "return ", NEXT);
        source::add(&mut text, format_args!("{number} => {chunk},"));
    }
    text.push_str("_ => {} }");
    text.push_str(rest.unwrap_or("::core::unreachable!()"));
    text
}

/// Writes the body of a function that returns the value of the arm whose pattern fits, where the index is not known. The
/// last pattern is not compared.
pub(super) fn in_turn(expression: &str, arms: &[(String, String)]) -> String {
    let Some(((_, last), arms)) = arms.split_last() else {
        return format!("match {expression} {{}}");
    };
    let mut text = String::new();
    for chunk in arms.chunks(SIZE) {
        text.push_str(&one(expression, chunk, "return ", NEXT));
    }
    text.push_str(last);
    text
}

/// The arm that leaves the rest to what follows the `match`.
const NEXT: &str = "_ => {} ";

/// Writes one `match`, with text before each value and after the arms.
fn one(expression: &str, arms: &[(String, String)], before: &str, after: &str) -> String {
    let mut text = format!("match {expression} {{");
    for (pattern, value) in arms {
        source::add(&mut text, format_args!("{pattern} => {before}{value},"));
    }
    text.push_str(after);
    text.push('}');
    text
}

#[cfg(test)]
mod tests {
    use super::{by_index, in_turn, SIZE};

    fn arms(count: usize) -> Vec<(String, String)> {
        let arm = |number| (format!("P{number}"), format!("{number}"));
        (0..count).map(arm).collect()
    }

    #[test]
    fn one_chunk_is_one_match() {
        let with = |rest| by_index("i", "x", &[arms(2)], rest);
        assert_eq!(with(None), "match x {P0 => 0,P1 => 1,}");
        assert_eq!(with(Some("2")), "match x {P0 => 0,P1 => 1,_ => 2,}");
    }

    #[test]
    fn the_index_chooses_between_chunks() {
        let with = |rest| by_index("i", "x", &[arms(1), arms(1)], rest);
        let chosen = format!(
            "match i / {SIZE} {{0 => match x {{P0 => return 0,_ => {{}} }},\
             1 => match x {{P0 => return 0,_ => {{}} }},_ => {{}} }}"
        );
        assert_eq!(with(Some("2")), format!("{chosen}2"));
        assert_eq!(with(None), format!("{chosen}::core::unreachable!()"));
    }

    #[test]
    fn without_an_index_each_match_leaves_the_rest_to_the_next() {
        assert_eq!(in_turn("x", &[]), "match x {}");
        assert_eq!(in_turn("x", &arms(1)), "0");
        assert_eq!(in_turn("x", &arms(2)), "match x {P0 => return 0,_ => {} }1");
        let text = in_turn("x", &arms(SIZE + 2));
        let end = format!(
            "_ => {{}} }}match x {{P{SIZE} => return {SIZE},_ => {{}} }}{}",
            SIZE + 1
        );
        assert!(text.ends_with(&end), "{text}");
    }
}
