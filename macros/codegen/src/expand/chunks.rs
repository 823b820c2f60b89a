//! A `match` with thousands of arms, as several small ones.
//!
//! The compiler compares the arms of a `match` with each other: for one with an arm for each error, the time grows with
//! the square of their number. A `match` on the index chooses between the small ones, so that running it takes the same
//! time for every error.

use crate::source;
use std::fmt::{Display, Formatter, Result};

/// How many errors a `match` is about.
pub(super) const SIZE: usize = 128;

/// An expression for the value of the arm that fits.
pub(super) struct ByIndex<'c> {
    /// The index of the error.
    pub(super) index: &'c str,
    /// What is compared.
    pub(super) expression: &'c str,
    /// The arms for the errors whose indexes are in each chunk, as source.
    pub(super) chunks: &'c [String],
    /// The value if no arm fits. Without it, one always does.
    pub(super) rest: Option<&'c dyn Display>,
}

impl Display for ByIndex<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self {
            index,
            expression,
            chunks,
            rest,
        } = self;
        if let [only] = chunks {
            write!(out, "match {expression} {{{only}")?;
            if let Some(rest) = rest {
                write!(out, "_ => {rest},")?;
            }
            return out.write_str("}");
        }
        let rest = rest.unwrap_or(&"::core::unreachable!()");
        write!(out, "match {index} / {SIZE} {{")?;
        for (number, chunk) in chunks.iter().enumerate() {
            write!(
                out,
                "{number} => match {expression} {{{chunk}_ => {rest}}},"
            )?;
        }
        write!(out, "_ => {rest}}}")
    }
}

/// Writes the body of a function that returns the value of the arm whose pattern fits, where the index is not known. The
/// last pattern is not compared.
pub(super) fn in_turn(expression: &str, arms: &[(String, String)]) -> String {
    let Some(((_, last), arms)) = arms.split_last() else {
        return format!("match {expression} {{}}");
    };
    let mut text = String::new();
    for chunk in arms.chunks(SIZE) {
        source::add(&mut text, format_args!("match {expression} {{"));
        for (pattern, value) in chunk {
            source::add(&mut text, format_args!("{pattern} => return {value},"));
        }
        text.push_str("_ => {} }");
    }
    text.push_str(last);
    text
}

#[cfg(test)]
mod tests {
    use super::{in_turn, ByIndex, SIZE};
    use std::fmt::Display;

    fn arms(count: usize) -> Vec<(String, String)> {
        let arm = |number| (format!("P{number}"), format!("{number}"));
        (0..count).map(arm).collect()
    }

    fn by_index(chunks: usize, rest: Option<&dyn Display>) -> String {
        let chunks = vec!["P => 1,".to_owned(); chunks];
        let (index, expression) = ("i", "x");
        ByIndex {
            index,
            expression,
            chunks: &chunks,
            rest,
        }
        .to_string()
    }

    #[test]
    fn one_chunk_is_one_match() {
        assert_eq!(by_index(1, None), "match x {P => 1,}");
        assert_eq!(by_index(1, Some(&2)), "match x {P => 1,_ => 2,}");
    }

    #[test]
    fn the_index_chooses_between_chunks() {
        let with = |rest| {
            format!(
                "match i / {SIZE} {{0 => match x {{P => 1,_ => {rest}}},\
                 1 => match x {{P => 1,_ => {rest}}},_ => {rest}}}"
            )
        };
        assert_eq!(by_index(2, Some(&2)), with("2"));
        assert_eq!(by_index(2, None), with("::core::unreachable!()"));
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
