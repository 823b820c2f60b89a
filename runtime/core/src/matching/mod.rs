//! From a rendered message back to the values of its fields.
//!
//! ```text
//! message ──leftmost::split──▶ one way ────▶ the values fit, or nothing does
//!                          └─▶ several ────▶ texts only: the leftmost, not unique
//!                                       └──▶ else every::search: which of the ways fit
//! ```

mod constraint;
mod every;
mod leftmost;
mod literal;
mod matched;
mod recognize;
mod search;
mod starts;
mod steps;
#[cfg(test)]
mod tests;

pub use matched::Matched;
pub use recognize::{RecognizeAll, Recognized};

use crate::layout::{self, param};
use crate::meta::Template;
use crate::{Entry, ParamType};
use constraint::{Constraint, Form};
use leftmost::Ways;
use literal::Literals;

impl Entry {
    /// Reads the values of the parameters off a message.
    ///
    /// `None` where no values give this message. A value of type `integer`, `decimal` or `boolean` must be one, unless
    /// it is empty and the parameter optional; a parameter that stands several times in the message has one value.
    /// Where several splits are possible the result is one of them and [not unique](Matched::is_unique).
    ///
    /// Takes time in proportion to the message and no heap for up to 15 parameters. Only where texts alone do not
    /// decide, because literals occur in values and some parameters are repeated or no texts, it is in proportion to
    /// the message times the number of placeholders, with one bit of memory for each. Two cases are given up in favour
    /// of that bound: with repeated parameters more than 64 steps for each byte of the message, and more memory than
    /// 64 MiB. The result is never unique then, and `None` although there may be values.
    pub fn match_message(self, message: &str) -> Option<Matched<'_>> {
        let template = self.meta().template(self.at(layout::MESSAGE));
        match_template(template, false, self.constraints(), message)
    }

    /// Reads the values of the parameters off a message that the API sent in an earlier version; see
    /// [`history`](Self::history).
    pub fn match_earlier_message(self, message: &str) -> Option<Matched<'_>> {
        self.history().find_map(|form| {
            let template = form.template()?;
            match_template(template, false, self.constraints(), message)
        })
    }

    /// How many bytes of the message are the same whatever the parameters are.
    #[doc(hidden)]
    pub fn message_literal(self) -> usize {
        self.meta().template(self.at(layout::MESSAGE)).literal
    }

    /// Whether the message has no placeholders.
    #[doc(hidden)]
    pub fn has_constant_message(self) -> bool {
        let template = self.meta().template(self.at(layout::MESSAGE));
        let mut pieces = template.pieces();
        pieces.all(|piece| piece.field == layout::template::NO_FIELD)
    }

    /// Reads the values of the parameters off a code, of which each has at least one character and none is white space.
    ///
    /// It is as with [messages](Self::match_message); a constant code matches itself and has no values.
    pub fn match_code(self, code: &str) -> Option<Matched<'_>> {
        let meta = self.meta();
        if !self.has_code_pattern() {
            let same = meta.source(self.at(layout::CODE)) == Some(code);
            return same.then(Matched::new);
        }
        if code.contains(char::is_whitespace) {
            return None;
        }
        let constraints = self.constraints();
        let filled = |field| Constraint {
            optional: false,
            ..constraints(field)
        };
        match_template(meta.template(self.at(layout::CODE)), true, filled, code)
    }

    /// Whether the code has placeholders.
    #[doc(hidden)]
    pub fn has_code_pattern(self) -> bool {
        self.meta().u8(self.at(layout::CODE_KIND)) == layout::code::PATTERN
    }

    /// What the values of the entry's fields must look like.
    #[inline]
    fn constraints(self) -> impl Fn(u8) -> Constraint {
        let meta = self.meta();
        let params = meta.u32(self.at(layout::PARAMS)) as usize;
        move |field| {
            let at = params + usize::from(field) * layout::PARAM;
            Constraint {
                form: Form::of(ParamType::from_number(meta.u8(at + param::TYPE))),
                optional: meta.u8(at + param::FLAGS) & param::OPTIONAL != 0,
            }
        }
    }
}

/// Whether a text can be a value of a parameter of this type.
pub(crate) fn accepts(param_type: ParamType, text: &str) -> bool {
    let constraint = Constraint {
        form: Form::of(param_type),
        optional: false,
    };
    constraint.accepts(text)
}

/// Reads the values of a template's fields off a text; `filled` where every value has at least one character.
#[inline]
fn match_template<'m>(
    template: Template,
    filled: bool,
    constraint: impl Fn(u8) -> Constraint,
    message: &'m str,
) -> Option<Matched<'m>> {
    let mut matched = Matched::new();
    let mut fits = true;
    let ways = leftmost::split(template, filled, message, |field, value| {
        fits &= matched.set(field, value) && constraint(field).accepts(value);
    })?;
    match ways {
        Ways::One => fits.then_some(matched),
        Ways::Several => {
            let leftmost = fits.then(|| matched.ambiguous());
            choose(template, filled, &constraint, message, leftmost)
        }
    }
}

/// The split that fits, of several; the leftmost is given where it does.
#[cold]
fn choose<'m>(
    template: Template,
    filled: bool,
    constraint: &dyn Fn(u8) -> Constraint,
    message: &'m str,
    leftmost: Option<Matched<'m>>,
) -> Option<Matched<'m>> {
    let mut seen = [false; 256];
    let mut repeated = false;
    let mut loose = true;
    let mut placeholders = 0_usize;
    for (_, field) in Literals::new(template) {
        if field != layout::template::NO_FIELD {
            loose &= constraint(field).is_loose();
            repeated |= core::mem::replace(&mut seen[usize::from(field)], true);
            placeholders += 1;
        }
    }
    if loose && !repeated {
        return leftmost;
    }
    let fields = seen.iter().filter(|seen| **seen).count();
    if fields == 1 {
        return all_equal(template, constraint, message, placeholders);
    }
    every::Search::new(template, filled, constraint, message)
        .map_or(leftmost.clone(), |search| search.run(repeated, leftmost))
}

/// The split of a template whose placeholders are all of one field: its length follows from that of the message.
fn all_equal<'m>(
    template: Template,
    constraint: &dyn Fn(u8) -> Constraint,
    message: &'m str,
    placeholders: usize,
) -> Option<Matched<'m>> {
    let values = message.len().checked_sub(template.literal)?;
    let length = values / placeholders;
    if values % placeholders != 0 {
        return None;
    }
    let mut matched = Matched::new();
    let mut start = 0;
    for (literal, field) in Literals::new(template) {
        if !literal.is_at(message.as_bytes(), start) {
            return None;
        }
        start += literal.len();
        if field != layout::template::NO_FIELD {
            let value = message.get(start..start + length)?;
            if !matched.set(field, value) || !constraint(field).accepts(value) {
                return None;
            }
            start += length;
        }
    }
    Some(matched)
}
