//! How deep values may be nested: serde calls itself for a value in a value.

use core::fmt;

/// How deep a value may be nested, as in `serde_json`.
pub(super) const DEEPEST: usize = 128;

/// A value is nested too deep.
pub(super) struct TooDeep;

impl fmt::Display for TooDeep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "nested deeper than {DEEPEST} values")
    }
}
