//! Suggestions for misspelled names.

/// The longest name that is compared with others, in bytes.
const LONGEST: usize = 60;
/// The most names that it is compared with.
const MOST: usize = 500;

/// Returns the known name that is nearest to this one, if it is near enough to be meant.
///
/// ```
/// use error_catalog_model::nearest;
///
/// assert_eq!(nearest("mesage", ["code", "message"]), Some("message"));
/// assert_eq!(nearest("colour", ["code", "message"]), None);
/// ```
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let known: Vec<&str> = known.into_iter().take(MOST).collect();
    nearest_of(name, &known)
}

/// Returns the known name that is nearest to this one, as [`nearest`] does.
pub(crate) fn nearest_of<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    if name.len() > LONGEST {
        return None;
    }
    let allowed = (name.chars().count() / 3).max(1);
    let lower = name.to_lowercase();
    let mut nearest = None;
    let mut least = allowed + 1;
    for known in known.iter().take(MOST) {
        if known.len().abs_diff(name.len()) <= 4 * allowed {
            let distance = distance(&lower, &known.to_lowercase());
            if distance < least {
                nearest = Some(*known);
                least = distance;
            }
        }
    }
    nearest
}

/// Returns the names of values.
pub(crate) fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    let mut names = Vec::with_capacity(all.len());
    for value in all {
        names.push(name(*value));
    }
    names
}

/// Returns how many characters must be inserted, removed, replaced, or swapped with their neighbor.
fn distance(left: &str, right: &str) -> usize {
    let mut letters = Vec::new();
    let mut before_previous: Vec<usize> = Vec::new();
    let mut previous = vec![0];
    for letter in right.chars() {
        letters.push(letter);
        previous.push(letters.len());
    }
    let mut last = None;
    for (row, from) in left.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, to) in letters.iter().enumerate() {
            let replaced = previous[column] + usize::from(from != *to);
            let mut cost = replaced
                .min(previous[column + 1] + 1)
                .min(current[column] + 1);
            if column > 0 && last == Some(*to) && letters[column - 1] == from {
                cost = cost.min(before_previous[column - 1] + 1);
            }
            current.push(cost);
        }
        before_previous = std::mem::replace(&mut previous, current);
        last = Some(from);
    }
    previous.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn the_distance_counts_single_typos() {
        assert_eq!(distance("status", "status"), 0);
        assert_eq!(distance("sattus", "status"), 1);
        assert_eq!(distance("stats", "status"), 1);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn the_distance_is_that_of_strsim() {
        // All words of up to four of these letters.
        let mut words = vec![String::new()];
        let mut longest = words.clone();
        for _ in 0..4 {
            let longer = |word: &String| ["a", "b", "é"].map(|letter| format!("{word}{letter}"));
            longest = longest.iter().flat_map(longer).collect();
            words.extend_from_slice(&longest);
        }
        for left in &words {
            for right in &words {
                let expected = strsim::osa_distance(left, right);
                assert_eq!(distance(left, right), expected, "{left} {right}");
            }
        }
    }

    #[test]
    fn case_does_not_hide_what_was_meant() {
        assert_eq!(
            nearest("oldvalue", ["oldValue", "newValue"]),
            Some("oldValue")
        );
    }
}
