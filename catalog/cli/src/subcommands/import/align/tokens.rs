//! The tokens of a message: words, spaces, and signs.

/// The most tokens of a message that is aligned.
pub(super) const MOST_TOKENS: usize = 300;

/// Splits a message into tokens. Joined, they are the message again.
pub(super) fn tokens(message: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = message;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_whitespace() {
            rest.find(|it: char| !it.is_whitespace())
                .unwrap_or(rest.len())
        } else if is_sign(first) {
            first.len_utf8()
        } else {
            let end = rest
                .find(|it: char| it.is_whitespace() || is_sign(it))
                .unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default();
            // A full stop at the end belongs to the sentence.
            let trimmed = word.trim_end_matches(['.', ':']);
            if trimmed.is_empty() {
                first.len_utf8()
            } else {
                trimmed.len()
            }
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn is_sign(character: char) -> bool {
    "'\"`()[]{}<>,;=|!?".contains(character)
}

/// Whether a token is a word rather than spaces, a sign, or a number.
pub(super) fn is_word(token: &str) -> bool {
    token.contains(char::is_alphabetic)
}
