//! The constraints on the values of an entry's fields.

use super::constraint::{Constraint, Form};
use crate::layout::{self, param};
use crate::{Entry, Meta, ParamType};

/// What the values of an entry's fields must look like.
#[derive(Clone, Copy)]
pub(super) struct Constraints<'n> {
    meta: &'static Meta,
    /// Where the entry's parameters are.
    params: usize,
    count: usize,
    /// The fields with numbers as a language writes them, which are read afterwards.
    numbers: &'n [u8],
    /// Whether no value can be empty.
    pub(super) filled: bool,
}

impl<'n> Constraints<'n> {
    #[inline]
    pub(super) const fn of(entry: Entry) -> Self {
        let (meta, at) = (entry.meta(), entry.at(layout::PARAMS));
        Self {
            meta,
            params: meta.u32(at) as usize,
            count: meta.u16(at + 4) as usize,
            numbers: &[],
            filled: false,
        }
    }

    pub(super) const fn with_numbers(self, numbers: &'n [u8]) -> Self {
        Self { numbers, ..self }
    }

    pub(super) const fn filled(self) -> Self {
        Self {
            filled: true,
            ..self
        }
    }

    /// Returns the constraint of a field; none for a value that the error no longer has.
    pub(super) fn get(&self, field: u8) -> Constraint {
        if usize::from(field) >= self.count || self.numbers.contains(&field) {
            return Constraint::ANY;
        }
        let constraint = self.of_param(field);
        Constraint {
            optional: constraint.optional && !self.filled,
            ..constraint
        }
    }

    /// Returns the constraint of a parameter.
    #[inline]
    pub(super) fn of_param(&self, field: u8) -> Constraint {
        // The flags follow the type.
        let at = self.params + usize::from(field) * layout::PARAM;
        let [param_type, flags] = self.meta.array(at + param::TYPE);
        Constraint {
            form: Form::of(ParamType::from_number(param_type)),
            optional: flags & param::OPTIONAL != 0,
        }
    }
}
