//! Matching a string against a template: literals with a value between each two.

/// The literals of a template, in order: one more than there are placeholders, including empty ones.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Pattern;
///
/// let literals = ["", " value ", " does not exist"];
/// let mut values = Vec::new();
/// assert!(Pattern::new(&literals).split("/name value x does not exist", |value| values.push(value)));
/// assert_eq!(values, ["/name", "x"]);
/// ```
#[derive(Debug, Clone)]
pub struct Pattern<L> {
    literals: L,
    shortest: usize,
}

impl<L> Pattern<L>
where
    L: IntoIterator,
    L::Item: AsRef<str>,
{
    /// A pattern whose values can be any string.
    pub const fn new(literals: L) -> Self {
        Self {
            literals,
            shortest: 0,
        }
    }

    /// A pattern whose values have at least one character, as in a code.
    pub const fn filled(literals: L) -> Self {
        Self {
            literals,
            shortest: 1,
        }
    }

    /// Splits the string, each value as short as the literals allow, and passes the values on in order.
    ///
    /// Returns whether the string matches. If it does not, some values can have been passed on all the same. The time is
    /// linear in the string.
    pub fn split<'t>(self, text: &'t str, mut value: impl FnMut(&'t str)) -> bool {
        let mut literals = self.literals.into_iter();
        let Some(mut rest) = literals
            .next()
            .and_then(|first| text.strip_prefix(first.as_ref()))
        else {
            return false;
        };
        let Some(mut literal) = literals.next() else {
            return rest.is_empty();
        };
        for next in literals {
            let literal = core::mem::replace(&mut literal, next);
            let Some((found, after)) = self::find(rest, literal.as_ref(), self.shortest) else {
                return false;
            };
            value(found);
            rest = after;
        }
        match rest.strip_suffix(literal.as_ref()) {
            Some(last) if last.len() >= self.shortest => {
                value(last);
                true
            }
            _ => false,
        }
    }
}

/// What is before the literal and after it.
fn find<'t>(text: &'t str, literal: &str, shortest: usize) -> Option<(&'t str, &'t str)> {
    let skipped = text
        .char_indices()
        .nth(shortest)
        .map_or(text.len(), |(at, _)| at);
    let at = skipped + text.get(skipped..)?.find(literal)?;
    Some((text.get(..at)?, text.get(at + literal.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use alloc::vec::Vec;

    fn values<'t>(literals: &[&str], text: &'t str) -> Option<Vec<&'t str>> {
        let mut values = Vec::new();
        Pattern::new(literals)
            .split(text, |value| values.push(value))
            .then_some(values)
    }

    #[test]
    fn a_text_without_placeholders_must_be_equal() {
        assert_eq!(values(&["same"], "same"), Some(Vec::new()));
        assert_eq!(values(&["same"], "same "), None);
        assert_eq!(values(&[""], ""), Some(Vec::new()));
    }

    #[test]
    fn values_stand_between_the_literals() {
        assert_eq!(
            values(&["a ", " c ", ""], "a b c d"),
            Some(["b", "d"].into())
        );
        assert_eq!(values(&["", "é", ""], "aéb"), Some(["a", "b"].into()));
    }

    #[test]
    fn the_last_literal_must_end_the_text_and_not_overlap_the_one_before() {
        assert_eq!(values(&["", "b", "b"], "1b2b"), Some(["1", "2"].into()));
        assert_eq!(values(&["", "b", "b"], "1b"), None);
    }

    #[test]
    fn a_filled_pattern_takes_no_empty_value() {
        let fits = |text| Pattern::filled(["", "_NOT_EXIST"]).split(text, |_| ());
        assert!(fits("USER_NOT_EXIST"));
        assert!(!fits("_NOT_EXIST"));
        assert!(Pattern::filled(["", "x", ""]).split("xxx", |_| ()));
        assert!(!Pattern::filled(["", "x", ""]).split("x", |_| ()));
    }
}
