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
use crate::{Entry, History, ParamType};
use constraint::{Constraint, Form};
use leftmost::Ways;
use literal::{Literal, Literals, PartedLiterals, WholeLiterals};

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
    /// 64 MiB. The result is never unique then, or `None` although there may be values. So it is with messages of 4 GiB
    /// and more.
    pub fn match_message(self, message: &str) -> Option<Matched<'_>> {
        let mut matched = Matched::new(message);
        self.match_into(&mut matched).then_some(matched)
    }

    /// The same for the message of new, empty values, which are filled where they stand, for they are many bytes. Where it
    /// is `false`, they mean nothing.
    #[doc(hidden)]
    pub fn match_into(self, matched: &mut Matched<'_>) -> bool {
        let template = self.meta().template(self.at(layout::MESSAGE));
        match_template(template, false, self.constraints(), matched)
    }

    /// Reads the values of the parameters off a message that the API sent in an earlier version, of those that had one of
    /// these statuses; see [`history`](Self::history). Gives with them how many bytes that template fixes.
    #[doc(hidden)]
    pub fn match_earlier_message<'m>(
        self,
        message: &'m str,
        statuses: &[u16],
    ) -> Option<(Matched<'m>, usize)> {
        if self.history().len() == 0 {
            return None;
        }
        let params = self.params().len();
        let constraints = self.constraints();
        let constraint = |field| {
            if usize::from(field) < params {
                constraints(field)
            } else {
                // A value that the error has no more.
                Constraint::ANY
            }
        };
        let had_status = |form: &History| {
            let mut earlier = form.statuses();
            earlier.len() == 0 || earlier.any(|status| statuses.contains(&status.as_u16()))
        };
        self.history().filter(had_status).find_map(|form| {
            let template = form.template()?;
            let mut matched = Matched::new(message);
            let fits = match_template(template, false, constraint, &mut matched);
            fits.then_some((matched, template.literal))
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
            let same = meta.text(self.at(layout::CODE)) == Some(code);
            return same.then(|| Matched::new(code));
        }
        if code.contains(char::is_whitespace) {
            return None;
        }
        let constraints = self.constraints();
        let filled = |field| Constraint {
            optional: false,
            ..constraints(field)
        };
        let template = meta.template(self.rest(layout::rest::PATTERN));
        let mut matched = Matched::new(code);
        match_template(template, true, filled, &mut matched).then_some(matched)
    }

    /// Whether the code has placeholders.
    #[doc(hidden)]
    pub fn has_code_pattern(self) -> bool {
        self.meta().u8(self.at(layout::CODE_KIND)) == layout::code::PATTERN
    }

    /// What the values of the entry's fields must look like.
    #[inline]
    fn constraints(self) -> impl Fn(u8) -> Constraint + Copy {
        let meta = self.meta();
        let params = meta.u32(self.at(layout::PARAMS)) as usize;
        move |field| {
            let at = params + usize::from(field) * layout::PARAM;
            // The flags stand right behind the type.
            let [param_type, flags] = meta.array(at + param::TYPE);
            Constraint {
                form: Form::of(ParamType::from_number(param_type)),
                optional: flags & param::OPTIONAL != 0,
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

/// Reads the values of a template's fields off the text of new values; `filled` where every value has at least one
/// character.
#[inline]
fn match_template(
    template: Template,
    filled: bool,
    constraint: impl Fn(u8) -> Constraint + Copy,
    matched: &mut Matched<'_>,
) -> bool {
    let message = matched.message();
    if template.literal > message.len() || u32::try_from(message.len()).is_err() {
        return false;
    }
    let split = match WholeLiterals::new(template) {
        Some(literals) => first_split(literals, filled, constraint, matched),
        None => first_split_of_parted(template, filled, &constraint, matched),
    };
    match split {
        Some((Ways::One, fits)) => fits,
        Some((Ways::Several, fits)) => {
            let first = core::mem::replace(matched, Matched::new(message));
            let leftmost = fits.then(|| first.ambiguous());
            let chosen = choose(template, filled, &constraint, message, leftmost);
            chosen.map(|chosen| *matched = chosen).is_some()
        }
        None => false,
    }
}

/// The leftmost split: whether it is the only one, and whether its values look as they must.
#[inline]
fn first_split(
    literals: impl Literals,
    filled: bool,
    constraint: impl Fn(u8) -> Constraint,
    matched: &mut Matched<'_>,
) -> Option<(Ways, bool)> {
    let message = matched.message();
    let mut fits = true;
    let ways = leftmost::split(literals, filled, message, |field, start, end| {
        fits &= matched.set(field, start, end);
        let constraint = constraint(field);
        if !constraint.is_loose() {
            let value = message.get(start..end).unwrap_or_default();
            fits &= constraint.accepts(value);
        }
    })?;
    Some((ways, fits))
}

#[cold]
fn first_split_of_parted(
    template: Template,
    filled: bool,
    constraint: &dyn Fn(u8) -> Constraint,
    matched: &mut Matched<'_>,
) -> Option<(Ways, bool)> {
    first_split(PartedLiterals::new(template), filled, constraint, matched)
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
    let mut loose = true;
    let mut placeholders = 0_usize;
    for (_, field) in PartedLiterals::new(template) {
        if field != layout::template::NO_FIELD {
            loose &= constraint(field).is_loose();
            seen[usize::from(field)] = true;
            placeholders += 1;
        }
    }
    let fields = seen.iter().filter(|seen| **seen).count();
    let repeated = fields < placeholders;
    match (repeated, loose) {
        (false, true) => leftmost,
        (true, _) if fields == 1 => all_equal(template, constraint, message, placeholders),
        _ => every::Search::new(template, filled, constraint, message)
            .map_or(leftmost.clone(), |search| search.run(repeated, leftmost)),
    }
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
    let mut matched = Matched::new(message);
    let mut start = 0;
    for (literal, field) in PartedLiterals::new(template) {
        if !literal.is_at(message.as_bytes(), start) {
            return None;
        }
        start += literal.length();
        if field != layout::template::NO_FIELD {
            let end = start + length;
            let value = message.get(start..end)?;
            if !matched.set(field, start, end) || !constraint(field).accepts(value) {
                return None;
            }
            start = end;
        }
    }
    Some(matched)
}
