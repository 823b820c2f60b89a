//! The limit on how deep values can be nested: serde recurses for each level.

use core::fmt;

/// How deep a value can be nested, as in `serde_json`.
pub(super) const DEEPEST: usize = 128;

/// The error for a value that is nested too deep.
pub(super) struct TooDeep;

impl fmt::Display for TooDeep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "nested deeper than {DEEPEST} values")
    }
}
