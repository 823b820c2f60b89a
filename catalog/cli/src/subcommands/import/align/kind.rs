//! Messages of one template: their alignment, and the template itself.

use super::super::draft::Param;
use super::super::placeholders::{self, Part};
use super::super::sensitive;
use super::tokens::{is_word, tokens, MOST_TOKENS};
use super::value::Values;

/// How few messages can have a number or a quoted word in common by chance.
const FEW: usize = 3;

/// Messages of one template.
#[derive(Debug)]
pub(in super::super) struct Kind {
    pub(super) pieces: Vec<Piece>,
    pub(in super::super) count: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Piece {
    Text(String),
    Gap(Values),
}

/// A template with its parameters, and how many values each has.
pub(in super::super) struct Found {
    pub(in super::super) template: String,
    pub(in super::super) params: Vec<(Param, usize)>,
}

impl Kind {
    pub(super) fn new(tokens: &[&str]) -> Self {
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
    pub(super) fn fits(&mut self, message: &str) -> bool {
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
    pub(super) fn aligned(&self, new: &[&str]) -> Option<(usize, Vec<Piece>)> {
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
    pub(in super::super) fn found(&self) -> Found {
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
