//! Names for the values of placeholders that have none.

use error_catalog_model::field_name;

/// Words that say nothing about the value beside them.
const STOP: [&str; 86] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "between", "but", "by", "can", "cannot", "could", "did", "do",
    "does", "each", "either", "error", "failed", "for", "from", "greater", "had", "has", "have",
    "how", "if", "in", "into", "invalid", "is", "it", "its", "least", "less", "may", "more",
    "most", "must", "need", "needs", "no", "not", "of", "on", "only", "or", "over", "per",
    "should", "so", "than", "that", "the", "then", "there", "these", "this", "to", "under",
    "unable", "unknown", "until", "up", "use", "used", "using", "via", "was", "were", "when",
    "where", "which", "while", "will", "with",
];

/// Words between a value and its name: `balance of {}` is a balance, and `limit is {}` a limit.
const LINKS: [&str; 4] = ["of", "is", "was", "for"];

/// The longest word that becomes a name, in bytes.
const LONGEST: usize = 40;

/// Returns the name of the next value: the word before it, or the word after a number, such as the unit in `%d bytes`.
pub(super) fn from_context<'t>(before: &'t str, after: &'t str, is_number: bool) -> String {
    let edges = |it: char| !it.is_alphanumeric();
    let last = |text: &'t str| {
        let mut words = text
            .trim_end_matches(edges)
            .rsplit(edges)
            .filter(|word| !word.is_empty());
        let word = words.next()?;
        let end = text.rfind(word).map_or(0, |at| at + word.len());
        // In `for '{}'`, the value is not one of the word before.
        let is_quoted = text.get(end..)?.contains(['\'', '"', '`']);
        let is_link = LINKS.contains(&word) && !is_quoted;
        Some(if is_link { words.next()? } else { word }).filter(|word| is_name(word))
    };
    let first = |text: &'t str| {
        let text = text.trim_start_matches([' ', '\'', '"', '`']);
        text.split(edges).next().filter(|word| is_name(word))
    };
    let word = last(before).or_else(|| first(after).filter(|_| is_number));
    word.map_or_else(|| "value".to_owned(), field_name)
}

fn is_name(word: &str) -> bool {
    let is_letter = |it: char| it.is_ascii_alphanumeric();
    let begins = word.starts_with(|first: char| first.is_ascii_alphabetic());
    let lower = word.to_ascii_lowercase();
    begins
        && word.len() > 1
        && word.len() <= LONGEST
        && word.chars().all(is_letter)
        && !STOP.contains(&&*lower)
}

/// Returns a name that a parameter can have: letters, digits, `_`, `-`, and `.`.
pub(super) fn valid(name: &str) -> String {
    let allowed = |it: char| {
        if it.is_ascii_alphanumeric() || "_-.".contains(it) {
            it
        } else {
            '_'
        }
    };
    let mut valid: String = name.chars().map(allowed).collect();
    valid.truncate(100);
    if valid.contains(|it: char| it.is_ascii_alphanumeric()) {
        valid
    } else {
        "value".to_owned()
    }
}
