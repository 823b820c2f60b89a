//! Finds the templates of messages: what all messages of one kind have in common stays, and what varies becomes a
//! placeholder.

mod tokens;
mod value;

use super::draft::Param;
use super::placeholders::{self, Part};
use super::sensitive;
use error_catalog_model::ParamType;
use std::collections::HashSet;
use tokens::{is_word, tokens};
use value::Values;

/// The most kinds of messages of one code.
const MOST_KINDS: usize = 8;
/// The longest message that is aligned, in bytes.
const LONGEST: usize = 2_000;
/// The most tokens of a message that is aligned.
const MOST_TOKENS: usize = 300;
/// How few messages can have a number or a quoted word in common by chance.
const FEW: usize = 3;

/// The messages of one code.
#[derive(Debug, Default)]
pub(super) struct Messages {
    pub(super) kinds: Vec<Kind>,
    /// The messages that are too long, or of too many kinds.
    pub(super) others: usize,
    /// The first messages that are not sensitive.
    pub(super) examples: Vec<String>,
}

/// Messages of one template.
#[derive(Debug)]
pub(super) struct Kind {
    pieces: Vec<Piece>,
    pub(super) count: usize,
}

#[derive(Debug, Clone)]
enum Piece {
    Text(String),
    Gap(Values),
}

/// A template with its parameters, and how many values each has.
pub(super) struct Found {
    pub(super) template: String,
    pub(super) params: Vec<(Param, usize)>,
}

impl Messages {
    /// Adds a message.
    pub(super) fn add(&mut self, message: &str) {
        let message = message.trim();
        if message.is_empty() {
            return;
        }
        let is_new = !self.examples.iter().any(|example| example == message);
        if self.examples.len() < 3
            && is_new
            && message.len() <= LONGEST
            && !sensitive::is_in(message)
        {
            self.examples.push(message.to_owned());
        }
        if message.len() > LONGEST {
            self.others += 1;
            return;
        }
        if self.kinds.iter_mut().any(|kind| kind.fits(message)) {
            return;
        }
        let new = tokens(message);
        if new.len() > MOST_TOKENS {
            self.others += 1;
            return;
        }
        let aligned = self.kinds.iter().enumerate().filter_map(|(index, kind)| {
            let (likeness, pieces) = kind.aligned(&new)?;
            Some((likeness, index, pieces))
        });
        // Of kinds that are as alike, the first.
        let best = aligned.max_by_key(|(likeness, index, _)| (*likeness, usize::MAX - index));
        match best {
            Some((_, index, pieces)) => {
                if let Some(kind) = self.kinds.get_mut(index) {
                    kind.pieces = pieces;
                    kind.count += 1;
                }
            }
            None if self.kinds.len() < MOST_KINDS => self.kinds.push(Kind::new(&new)),
            None => self.others += 1,
        }
    }
}

impl Kind {
    fn new(tokens: &[&str]) -> Self {
        let piece = |token: &&str| {
            // What is sensitive is never kept.
            if sensitive::is_word(token) {
                Piece::Gap(Values::of(token))
            } else {
                Piece::Text((*token).to_owned())
            }
        };
        Self {
            pieces: joined(tokens.iter().map(piece).collect()),
            count: 1,
        }
    }

    /// Whether the message has the template; then its values are added.
    fn fits(&mut self, message: &str) -> bool {
        let Some(values) = self.values(message) else {
            return false;
        };
        let gaps = self.pieces.iter_mut().filter_map(|piece| match piece {
            Piece::Gap(known) => Some(known),
            Piece::Text(_) => None,
        });
        for (known, value) in gaps.zip(values) {
            known.add(value);
        }
        self.count += 1;
        true
    }

    /// Returns the values of a message that has the template. No value is empty.
    fn values<'m>(&self, message: &'m str) -> Option<Vec<&'m str>> {
        let mut values = Vec::new();
        let mut rest = message;
        let mut is_open = false;
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Gap(_) => is_open = true,
                Piece::Text(text) if is_open => {
                    let is_last = at + 1 == self.pieces.len();
                    let start = if is_last {
                        rest.rfind(&**text)
                            .filter(|at| at + text.len() == rest.len())
                    } else {
                        rest.find(&**text)
                    };
                    let (value, after) = rest.split_at_checked(start?)?;
                    if value.is_empty() {
                        return None;
                    }
                    values.push(value);
                    rest = after.get(text.len()..)?;
                    is_open = false;
                }
                Piece::Text(text) => rest = rest.strip_prefix(&**text)?,
            }
        }
        if is_open {
            values.push(rest);
            return (!rest.is_empty()).then_some(values);
        }
        rest.is_empty().then_some(values)
    }

    /// Returns the template that this one and the message have in common, and how alike they are; `None` if they are not
    /// the same kind.
    fn aligned(&self, new: &[&str]) -> Option<(usize, Vec<Piece>)> {
        let old = self.split();
        if old.len() > MOST_TOKENS {
            return None;
        }
        let pairs = common(&old, new);
        let words =
            |all: &mut dyn Iterator<Item = &str>| all.filter(|token| is_word(token)).count();
        let same = words(&mut pairs.iter().filter_map(|(_, at)| new.get(*at).copied()));
        let most = words(&mut old.iter().filter_map(|token| token.text()))
            .max(words(&mut new.iter().copied()));
        // Half of the words are the same.
        if same * 2 < most || same == 0 {
            return None;
        }
        let mut pieces = Vec::new();
        let (mut before, mut after) = (0, 0);
        let ends = [(old.len(), new.len())];
        for (left, right) in pairs.iter().chain(&ends) {
            let gone = old.get(before..*left)?;
            let come = new.get(after..*right)?;
            match (gone, come) {
                ([], []) => {}
                // A value cannot be empty.
                ([], _) | (_, []) => return None,
                _ => pieces.push(Piece::Gap(varied(gone, come))),
            }
            if let Some(Token::Text(text)) = old.get(*left) {
                pieces.push(Piece::Text((*text).to_owned()));
            }
            (before, after) = (left + 1, right + 1);
        }
        Some((same * 1_000 / most.max(1), joined(pieces)))
    }

    /// Returns the pieces with their text in tokens.
    fn split(&self) -> Vec<Token<'_>> {
        let mut all = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => all.extend(tokens(text).into_iter().map(Token::Text)),
                Piece::Gap(values) => all.push(Token::Gap(values)),
            }
        }
        all
    }

    /// Returns the template.
    pub(super) fn found(&self) -> Found {
        let pieces = if self.count < FEW {
            self.without_values()
        } else {
            self.pieces.clone()
        };
        let parts = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Part::Text(text),
            Piece::Gap(values) => Part::Value(values.param_type()),
        });
        let taken = placeholders::assembled(&parts.collect::<Vec<_>>());
        let counts = pieces.iter().filter_map(|piece| match piece {
            Piece::Gap(values) => Some(values.distinct()),
            Piece::Text(_) => None,
        });
        Found {
            template: taken.template,
            params: taken.params.into_iter().zip(counts).collect(),
        }
    }

    /// Returns the pieces in which numbers and quoted words are values: few messages can have them in common by chance.
    fn without_values(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for piece in &self.pieces {
            let Piece::Text(text) = piece else {
                pieces.push(piece.clone());
                continue;
            };
            let all = tokens(text);
            for (at, token) in all.iter().enumerate() {
                let around = |at: Option<usize>| at.and_then(|at| all.get(at)).copied();
                let before = around(at.checked_sub(1));
                let is_quoted =
                    before == around(Some(at + 1)) && matches!(before, Some("'" | "\"" | "`"));
                let is_number = token
                    .bytes()
                    .next()
                    .is_some_and(|byte| byte.is_ascii_digit());
                if is_quoted || is_number {
                    pieces.push(Piece::Gap(Values::of(token)));
                } else {
                    pieces.push(Piece::Text((*token).to_owned()));
                }
            }
        }
        joined(pieces)
    }
}

/// A token of a template.
enum Token<'k> {
    Text(&'k str),
    Gap(&'k Values),
}

impl Token<'_> {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Gap(_) => None,
        }
    }
}

/// Returns the values of a place that varies.
fn varied(gone: &[Token<'_>], come: &[&str]) -> Values {
    let mut values = Values::of(&come.concat());
    let mut text = String::new();
    let mut has_gap = false;
    for token in gone {
        match token {
            Token::Text(word) => text.push_str(word),
            Token::Gap(known) => {
                has_gap = true;
                values.merge(known);
            }
        }
    }
    if !has_gap {
        values.add(&text);
    } else if !text.trim().is_empty() {
        values.is_text();
    }
    values
}

/// Joins texts, and values that have only spaces between them.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        let is_gap = matches!(piece, Piece::Gap(_));
        if is_gap
            && matches!(joined.last(), Some(Piece::Text(text)) if text.trim().is_empty())
            && joined.len() > 1
        {
            // `{a} {b}` can be read in many ways.
            joined.pop();
            if let Some(Piece::Gap(values)) = joined.last_mut() {
                values.is_text();
            }
        }
        match (joined.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (Some(Piece::Gap(before)), Piece::Gap(values)) => before.merge(&values),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

/// Returns the longest common subsequence of a template and a message, as pairs of positions.
fn common(old: &[Token<'_>], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut lengths = vec![0_u16; (old.len() + 1) * width];
    let at = |left: usize, right: usize| left * width + right;
    let get = |lengths: &[u16], index: usize| lengths.get(index).copied().unwrap_or_default();
    let is_same = |left: usize, right: usize| {
        let old = old.get(left).and_then(Token::text);
        old.is_some() && old == new.get(right).copied()
    };
    for left in (0..old.len()).rev() {
        for right in (0..new.len()).rev() {
            let longest = if is_same(left, right) {
                get(&lengths, at(left + 1, right + 1)) + 1
            } else {
                get(&lengths, at(left + 1, right)).max(get(&lengths, at(left, right + 1)))
            };
            if let Some(length) = lengths.get_mut(at(left, right)) {
                *length = longest;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut left, mut right) = (0, 0);
    while left < old.len() && right < new.len() {
        if is_same(left, right) {
            pairs.push((left, right));
            (left, right) = (left + 1, right + 1);
        } else if get(&lengths, at(left + 1, right)) >= get(&lengths, at(left, right + 1)) {
            left += 1;
        } else {
            right += 1;
        }
    }
    pairs
}

/// Whether two templates of one code would be read in the same way.
pub(super) fn are_distinct(templates: &[&Found]) -> bool {
    let literals = templates.iter().map(|found| {
        let parsed = error_catalog_model::Template::new(&found.template);
        parsed
            .map(|template| template.literals())
            .unwrap_or_default()
    });
    let mut seen = HashSet::new();
    literals.into_iter().all(|literals| seen.insert(literals))
}

/// Whether a parameter says more than that it is a string.
pub(super) const fn is_typed(param: &Param) -> bool {
    !matches!(param.param_type, ParamType::String)
}

#[cfg(test)]
mod tests {
    use super::Messages;
    use error_catalog_model::{compile, ParamType, Source, Template};
    use proptest::prelude::*;

    fn aligned(messages: &[&str]) -> Vec<String> {
        let mut all = Messages::default();
        for message in messages {
            all.add(message);
        }
        all.kinds.iter().map(|kind| kind.found().template).collect()
    }

    #[test]
    fn what_varies_becomes_a_placeholder() {
        for (messages, template) in [
            (
                &["No file a.", "No file b.", "No file c d."][..],
                "No file {file}.",
            ),
            (
                &["Value 31 is less than 100", "Value 7 is less than 50"],
                "Value {value} is less than {value_2}",
            ),
            (
                &["User 'a' not found", "User 'b c' not found"],
                "User '{user}' not found",
            ),
            (&["It is gone.", "It is gone."], "It is gone."),
            (
                &["Limit: {1} of 3", "Limit: {2} of 4"],
                "Limit: {{{limit}}} of {value}",
            ),
        ] {
            assert_eq!(aligned(messages), [template], "{messages:?}");
        }
    }

    #[test]
    fn other_messages_are_of_another_kind() {
        let messages = [
            "The name is missing.",
            "No such page here",
            "The email is missing.",
        ];
        assert_eq!(
            aligned(&messages),
            ["The {value} is missing.", "No such page here"]
        );
    }

    #[test]
    fn numbers_and_quoted_words_of_a_single_message_are_values() {
        assert_eq!(
            aligned(&["Row 17 of 'orders' is bad"]),
            ["Row {row} of '{value}' is bad"]
        );
        let same = ["At most 100 items."; 5];
        assert_eq!(aligned(&same), ["At most 100 items."]);
    }

    #[test]
    fn values_have_types() {
        let mut all = Messages::default();
        for number in 0..5 {
            let message = format!(
                "Row {number} costs {number}.50 since 2024-01-0{}T00:00:00Z, {}!",
                number + 1,
                number > 2
            );
            all.add(&message);
        }
        let found = all.kinds[0].found();
        let types: Vec<_> = found
            .params
            .iter()
            .map(|(param, _)| param.param_type)
            .collect();
        let expected = [
            ParamType::Integer,
            ParamType::Decimal,
            ParamType::Timestamp,
            ParamType::Boolean,
        ];
        assert_eq!(types, expected, "{}", found.template);
    }

    #[test]
    fn what_is_sensitive_is_never_text() {
        let message = "No user ada@example.com at 10.1.2.3 with key sk_live_abcdef0123456789.";
        let templates = aligned(&[message; 20]);
        assert_eq!(templates, ["No user {user} at {value} with key {key}."]);
        let mut all = Messages::default();
        all.add(message);
        assert!(all.examples.is_empty());
    }

    #[test]
    fn many_kinds_and_long_messages_take_little_memory() {
        let mut all = Messages::default();
        for number in 0..200 {
            let word = char::from(b'a' + u8::try_from(number % 26).unwrap());
            all.add(&format!(
                "{0}{0} {0}{0}{0} {0}",
                word.to_string().repeat(number + 2)
            ));
        }
        all.add(&"x ".repeat(100_000));
        assert_eq!(all.kinds.len(), 8);
        assert!(all.others > 100);
    }

    proptest! {
        #[test]
        fn every_template_is_valid(messages in prop::collection::vec("(No|file|[a-c]|\\{|'|[0-9]| |\\.){0,12}", 1..8)) {
            let mut all = Messages::default();
            for message in &messages {
                all.add(message);
            }
            for kind in &all.kinds {
                let found = kind.found();
                prop_assert!(Template::new(&found.template).is_ok());
                let message = serde_json::Value::from(found.template);
                let text = format!(r#"{{ "name": "a", "errors": [{{ "code": "A", "message": {message} }}] }}"#);
                prop_assert!(compile(&Source::new("a.json", text)).is_ok());
            }
        }

        #[test]
        fn messages_of_a_template_give_it_back(values in prop::collection::vec("[b-y]{1,5}", 3..8)) {
            prop_assume!(values.iter().any(|value| value != &values[0]));
            let messages: Vec<_> = values.iter().map(|value| format!("The article {value} is sold.")).collect();
            let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
            prop_assert_eq!(aligned(&messages), ["The article {article} is sold."]);
        }
    }
}
