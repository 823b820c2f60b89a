//! The fields of variants by position, with the same variables for all variants of a group.

use crate::plan::{Group, Variant};
use std::fmt::{Display, Formatter, Result};

/// A variant with its fields, as a pattern or an expression over the variables of their positions.
pub(super) struct WithFields<'p> {
    pub(super) error: &'p str,
    pub(super) variant: &'p Variant,
}

impl Display for WithFields<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self { error, variant } = self;
        write!(out, "{error}::{}", variant.name)?;
        if variant.fields.is_empty() {
            return Ok(());
        }
        let mut separator = " {";
        for (index, field) in variant.fields.iter().enumerate() {
            write!(out, "{separator} {}: f{index}", field.name)?;
            separator = ",";
        }
        out.write_str(" }")
    }
}

/// The variables of the fields, each with a comma after it.
pub(super) struct Variables<'p>(pub(super) &'p Group);

impl Display for Variables<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        for index in 0..self.0.types.len() {
            write!(out, "f{index},")?;
        }
        Ok(())
    }
}
