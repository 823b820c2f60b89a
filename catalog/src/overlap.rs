//! Relations between the sets of strings that two templates match.

use error_catalog_core::Pattern;

/// The literals of a template, one more than it has placeholders.
pub(crate) type Literals = [String];

/// Whether some string matches both.
///
/// If both have a placeholder, one string can contain all their inner literals one after the other, so only the ends
/// matter.
pub(crate) fn overlap(left: &Literals, right: &Literals) -> bool {
    match (left, right) {
        ([text], other) | (other, [text]) => values(other, text).is_some(),
        ([left_first, .., left_last], [right_first, .., right_last]) => {
            let ends = |left: &str, right: &str| left.starts_with(right) || right.starts_with(left);
            let tails = |left: &str, right: &str| left.ends_with(right) || right.ends_with(left);
            ends(left_first, right_first) && tails(left_last, right_last)
        }
        _ => false,
    }
}

/// Whether every string that matches `narrow` matches `wide`. A character that occurs in no literal represents any value.
pub(crate) fn contains(wide: &Literals, narrow: &Literals) -> bool {
    values(wide, &narrow.join("\u{0}")).is_some()
}

/// Returns the values in a text for literals, as [`values`] and [`filled_values`] do.
pub(crate) type Values = for<'t> fn(&Literals, &'t str) -> Option<Vec<&'t str>>;

/// Returns the values in a text; `None` if it does not match.
pub(crate) fn values<'t>(literals: &Literals, text: &'t str) -> Option<Vec<&'t str>> {
    split(Pattern::new(literals), text)
}

/// Returns the values in a text, none of which is empty; `None` if it does not match.
pub(crate) fn filled_values<'t>(literals: &Literals, text: &'t str) -> Option<Vec<&'t str>> {
    split(Pattern::filled(literals), text)
}

fn split<'t>(pattern: Pattern<&Literals>, text: &'t str) -> Option<Vec<&'t str>> {
    let mut values = Vec::new();
    let matches = pattern.split(text, |value| values.push(value));
    matches.then_some(values)
}

#[cfg(test)]
mod tests {
    use super::{contains, overlap};
    use crate::Template;

    fn literals(template: &str) -> Vec<String> {
        Template::parse(template).unwrap().literals()
    }

    #[test]
    fn templates_overlap_if_their_ends_agree() {
        let overlaps = |left, right| overlap(&literals(left), &literals(right));
        assert!(overlaps("INVALID_{A}", "{B}_NOT_EXIST"));
        assert!(!overlaps("{A}_ALREADY_EXIST", "{B}_NOT_EXIST"));
        assert!(!overlaps("A_{A}", "B_{B}"));
        assert!(overlaps("{A}_EXIST", "{B}_NOT_EXIST"));
        assert!(overlaps("X_{A}", "X_Y"));
        assert!(!overlaps("X_{A}", "Y"));
    }

    #[test]
    fn the_wider_template_contains_the_narrower() {
        let holds = |wide, narrow| contains(&literals(wide), &literals(narrow));
        assert!(holds("{A}_EXIST", "{B}_NOT_EXIST"));
        assert!(!holds("{B}_NOT_EXIST", "{A}_EXIST"));
        assert!(holds("Error while {a}: x", "Error while parsing {b}: x"));
        assert!(!holds("INVALID_{A}", "{B}_NOT_EXIST"));
    }
}
