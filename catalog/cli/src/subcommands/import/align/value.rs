//! The values of a place in messages.

use error_catalog_model::ParamType;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The most values that are told apart.
const MOST: usize = 100;

/// What the values of one place have in common. The values themselves are not kept.
#[derive(Debug, Clone)]
pub(super) struct Values {
    /// The types that all values have, the narrowest first.
    types: Vec<ParamType>,
    hashes: BTreeSet<u64>,
}

/// The types that values are recognised to have.
const TYPES: [ParamType; 4] = [
    ParamType::Integer,
    ParamType::Decimal,
    ParamType::Boolean,
    ParamType::Timestamp,
];

impl Values {
    pub(super) fn of(value: &str) -> Self {
        let mut values = Self {
            types: TYPES.to_vec(),
            hashes: BTreeSet::new(),
        };
        values.add(value);
        values
    }

    pub(super) fn add(&mut self, value: &str) {
        self.types.retain(|known| has_type(value, *known));
        if self.hashes.len() < MOST {
            let mut hasher = DefaultHasher::new();
            value.hash(&mut hasher);
            self.hashes.insert(hasher.finish());
        }
    }

    /// Adds the values of another place.
    pub(super) fn merge(&mut self, other: &Self) {
        self.types.retain(|known| other.types.contains(known));
        let room = MOST.saturating_sub(self.hashes.len());
        self.hashes.extend(other.hashes.iter().take(room));
    }

    /// Notes that there is other text in the values.
    pub(super) fn is_text(&mut self) {
        self.types.clear();
    }

    pub(super) fn param_type(&self) -> ParamType {
        self.types.first().copied().unwrap_or_default()
    }

    /// The number of different values, at most 100.
    pub(super) fn distinct(&self) -> usize {
        self.hashes.len()
    }
}

fn has_type(value: &str, param_type: ParamType) -> bool {
    let number = value.strip_prefix('-').unwrap_or(value);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // A number with a zero before it is a code.
    let is_whole = is_digits(whole) && (whole == "0" || !whole.starts_with('0'));
    match param_type {
        ParamType::Integer => is_whole && !number.contains('.') && value.parse::<i64>().is_ok(),
        ParamType::Decimal => is_whole && is_digits(fraction),
        ParamType::Boolean => matches!(value, "true" | "false"),
        ParamType::Timestamp => is_timestamp(value),
        _ => false,
    }
}

/// Whether a value is a date with a time: `2024-01-02T03:04:05Z`.
fn is_timestamp(value: &str) -> bool {
    let shape: String = value
        .chars()
        .take(19)
        .map(|it| if it.is_ascii_digit() { '0' } else { it })
        .collect();
    matches!(&*shape, "0000-00-00T00:00:00" | "0000-00-00 00:00:00")
}
