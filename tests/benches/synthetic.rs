//! The synthetic errors for all peers, the same in every run.

use std::collections::HashSet;
use std::fmt::Write;

/// The values of the fields, in order.
pub(crate) const VALUES: [&str; 8] = [
    "42",
    "EUR 100.00",
    "accounts/7781",
    "total",
    "2026-11-20",
    "urn:li:7",
    "DRAFT",
    "campaign",
];

const CODE_WORDS: [&str; 40] = [
    "ACCOUNT",
    "ACTIVE",
    "AMOUNT",
    "BALANCE",
    "BUDGET",
    "CAMPAIGN",
    "CARD",
    "CHANGE",
    "CREATIVE",
    "CURRENCY",
    "DAILY",
    "DATE",
    "DENIED",
    "EXCEEDED",
    "FIELD",
    "FORMAT",
    "GROUP",
    "INVALID",
    "LIMIT",
    "MISSING",
    "NOT",
    "ORDER",
    "OWNER",
    "PARTNER",
    "PAYMENT",
    "PERMISSION",
    "PRICE",
    "QUOTA",
    "RANGE",
    "REQUEST",
    "SCHEDULE",
    "SCOPE",
    "SESSION",
    "STATE",
    "TARGET",
    "TOKEN",
    "UNKNOWN",
    "UPDATE",
    "USER",
    "VALUE",
];

const MESSAGE_WORDS: [&str; 24] = [
    "the", "value", "of", "account", "is", "not", "allowed", "for", "this", "campaign", "because",
    "its", "budget", "exceeds", "a", "limit", "request", "must", "be", "within", "range", "while",
    "active", "orders",
];

pub(crate) const FIELDS: [&str; 12] = [
    "account_id",
    "amount",
    "available",
    "currency",
    "field",
    "limit",
    "maximum",
    "owner",
    "reason",
    "required",
    "target",
    "value",
];

const STATUSES: [u16; 9] = [400, 401, 403, 404, 409, 422, 429, 500, 503];

pub(crate) struct Synthetic {
    pub(crate) code: String,
    pub(crate) variant: String,
    pub(crate) status: u16,
    pub(crate) pieces: Vec<Piece>,
}

pub(crate) enum Piece {
    Literal(String),
    Field(&'static str),
}

impl Synthetic {
    pub(crate) fn fields(&self) -> Vec<&'static str> {
        let field = |piece: &Piece| match piece {
            Piece::Field(name) => Some(*name),
            Piece::Literal(_) => None,
        };
        self.pieces.iter().filter_map(field).collect()
    }

    /// Returns the message with the names of its fields in braces.
    pub(crate) fn template(&self) -> String {
        self.fill(|name| format!("{{{name}}}"))
    }

    pub(crate) fn fill(&self, mut value: impl FnMut(&str) -> String) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Field(name) => value(name),
        };
        self.pieces.iter().map(piece).collect()
    }
}

pub(crate) fn errors(count: usize) -> Vec<Synthetic> {
    let mut random = Random::new(7);
    let mut codes = HashSet::new();
    (0..count)
        .map(|_| {
            let code = loop {
                let code = code(&mut random);
                if codes.insert(code.clone()) {
                    break code;
                }
            };
            Synthetic {
                variant: camel(&code),
                code,
                status: *random.pick(&STATUSES),
                pieces: pieces(&mut random),
            }
        })
        .collect()
}

/// Returns a code of 15 to 35 characters.
fn code(random: &mut Random) -> String {
    let wanted = random.between(15, 25);
    let mut code = String::from(*random.pick(&CODE_WORDS));
    while code.len() < wanted {
        let _ = write!(code, "_{}", random.pick(&CODE_WORDS));
    }
    code
}

fn camel(code: &str) -> String {
    let word = |word: &str| word[..1].to_owned() + &word[1..].to_lowercase();
    code.split('_').map(word).collect()
}

/// Returns a message of 20 to 140 characters with up to four fields.
fn pieces(random: &mut Random) -> Vec<Piece> {
    let mut names = FIELDS.to_vec();
    let count = random.between(0, 4);
    let length = random.between(20 + 16 * count, 112);
    let mut pieces = Vec::new();
    let mut literal = String::from("Here");
    for _ in 0..count {
        let name = names.swap_remove(random.between(0, names.len() - 1));
        words(
            random,
            &mut literal,
            (length / (count + 1)).saturating_sub(name.len() + 2),
        );
        literal.push(' ');
        pieces.push(Piece::Literal(std::mem::take(&mut literal)));
        pieces.push(Piece::Field(name));
    }
    words(random, &mut literal, length / (count + 1));
    literal.push('.');
    pieces.push(Piece::Literal(literal));
    pieces
}

fn words(random: &mut Random, text: &mut String, wanted: usize) {
    loop {
        let _ = write!(text, " {}", random.pick(&MESSAGE_WORDS));
        if text.len() >= wanted {
            return;
        }
    }
}

/// Xorshift: the same numbers everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Returns a number from `low` to `high`, inclusive.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        let span = high - low + 1;
        let random = usize::try_from(self.next() >> 33).unwrap_or_default();
        low + random % span
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.between(0, items.len() - 1)]
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.between(0, last));
        }
    }
}
