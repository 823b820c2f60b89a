//! From a rendered message back to the values of its fields.
//!
//! ```text
//! message ──leftmost::split──▶ one way ────▶ its values fit, or none do
//!                          └─▶ several ────▶ strings only: the leftmost, not unique
//!                                       ├──▶ with other types: `every` finds the ways that fit
//!                                       └──▶ with repeated fields: `agree` finds those with equal values
//! ```

mod agree;
mod constraint;
mod constraints;
mod ends;
mod every;
mod leftmost;
mod literal;
mod matched;
mod occurrences;
mod parted;
mod patience;
mod places;
mod recognize;
mod search;
mod steps;
#[cfg(test)]
mod tests;
mod whole;

pub use matched::{Matched, TemplateFit};
pub use recognize::{RecognizeAll, Recognized};

use crate::find::has_whitespace;
use crate::layout;
use crate::meta::Template;
use crate::{Entry, History, ParamType};
use constraint::{Constraint, Form};
use constraints::Constraints;
use literal::{Literal, Literals};
use matched::Ways;
use parted::PartedLiterals;
use patience::OutOfPatience;
use whole::WholeLiterals;

impl Entry {
    /// Reads the values of the parameters from a message.
    ///
    /// Returns `None` if no values give this message, in any plural form. A value of type `integer`, `decimal` or `boolean` must be valid
    /// for its type, unless it is empty and the parameter is optional. A parameter that occurs more than once in the
    /// message has one value. If the message can be split in more than one way, the result is one of them and
    /// [not unique](Matched::is_unique).
    ///
    /// Takes time linear in the length of the message, and does not allocate for up to 15 parameters. Only if strings
    /// alone do not decide, because literals occur in values and some parameters are repeated or of other types, every
    /// placeholder takes a step for each byte of the message. A search takes at most 65,536 steps, plus 64 for each
    /// byte of the message. Beyond that it stops: the result is then not unique, or `None` although there may be
    /// values. Messages of 4 GiB and more are not read.
    pub fn match_message(self, message: &str) -> Option<Matched<'_>> {
        let mut matched = Matched::new(message);
        if self.match_into(&mut matched).is_known() {
            return Some(matched);
        }
        let is_plural = self.is_special();
        let (_, matched, _) = is_plural.then(|| {
            let mut forms = self.plural_forms(0);
            self.match_forms(&mut forms, message, &[])
        })??;
        Some(matched)
    }

    /// Matches the message of new, empty values and fills them in place, because they are large. They are valid only if
    /// the message fits.
    #[doc(hidden)]
    pub fn match_into(self, matched: &mut Matched<'_>) -> TemplateFit {
        let template = self.template();
        if self.is_special() {
            return self.match_special(template, 0, None, matched);
        }
        let constraint = |field| Constraints::of(self).of_param(field);
        match_template(template, false, constraint, matched)
    }

    /// The same for a message that is not just a template to fill, in the language with this number.
    #[cold]
    fn match_special(
        self,
        template: Template,
        language: u8,
        form: Option<History>,
        matched: &mut Matched<'_>,
    ) -> TemplateFit {
        let numbers = template.numbers();
        let constraints = Constraints::of(self).with_numbers(&numbers);
        let fit = match_rarely(template, constraints, matched);
        if !fit.is_known() {
            return fit;
        }
        let read = self.read_numbers(language, &numbers, matched);
        if read.is_known() && form.is_none_or(History::is_of_today) {
            return self.check_number(language, form, matched);
        }
        read
    }

    /// Like [`match_into`](Self::match_into), for an earlier form of the entry. A form without a message has the
    /// current one.
    #[doc(hidden)]
    pub fn match_form_into(self, form: History, matched: &mut Matched<'_>) -> TemplateFit {
        let Some(template) = form.template() else {
            return self.match_into(matched);
        };
        if self.is_special() {
            return self.match_special(template, form.language(), Some(form), matched);
        }
        match_rarely(template, Constraints::of(self), matched)
    }

    /// Reads the values of the parameters from a message in another language, from one with another plural form, or from
    /// one that an earlier version of the API sent with one of these statuses; see [`history`](Self::history). Also returns the number of bytes that the
    /// template fixes.
    #[doc(hidden)]
    pub fn match_other_message<'m>(
        self,
        message: &'m str,
        statuses: &[u16],
    ) -> Option<(History, Matched<'m>, usize)> {
        self.match_forms(&mut self.forms(), message, statuses)
    }

    /// The same, for earlier versions of the API only.
    #[doc(hidden)]
    pub fn match_earlier_message<'m>(
        self,
        message: &'m str,
        statuses: &[u16],
    ) -> Option<(History, Matched<'m>, usize)> {
        self.match_forms(&mut self.history(), message, statuses)
    }

    fn match_forms<'m>(
        self,
        forms: &mut dyn Iterator<Item = History>,
        message: &'m str,
        statuses: &[u16],
    ) -> Option<(History, Matched<'m>, usize)> {
        for form in forms {
            let (Some(template), true) = (form.template(), form.had_one_of(statuses)) else {
                continue;
            };
            let mut matched = Matched::new(message);
            if self.match_form_into(form, &mut matched).is_known() {
                return Some((form, matched, template.literal()));
            }
        }
        None
    }

    /// Returns the number of bytes of the message that do not depend on the parameters.
    #[doc(hidden)]
    pub fn message_literal(self) -> usize {
        self.template().literal()
    }

    /// Returns whether a new response has a message.
    #[doc(hidden)]
    pub fn has_message(self) -> bool {
        self.is_free_text() || self.message_literal() > 0 || !self.has_constant_message()
    }

    /// Returns whether the message has no placeholders.
    #[doc(hidden)]
    pub fn has_constant_message(self) -> bool {
        for piece in self.template().pieces() {
            if piece.field != layout::template::NO_FIELD {
                return false;
            }
        }
        true
    }

    /// Reads the values of the parameters from a code. Each has at least one character and no white space.
    ///
    /// Works like [`match_message`](Self::match_message). A constant code matches itself and has no values.
    pub fn match_code(self, code: &str) -> Option<Matched<'_>> {
        let mut matched = Matched::new(code);
        let fit = self.match_code_into(&mut matched);
        fit.is_known().then_some(matched)
    }

    /// Returns whether this can be the entry's code.
    #[doc(hidden)]
    pub fn code_fit(self, code: &str) -> TemplateFit {
        self.match_code_into(&mut Matched::new(code))
    }

    fn match_code_into(self, matched: &mut Matched<'_>) -> TemplateFit {
        let meta = self.meta();
        let code = matched.message();
        if !self.has_code_pattern() {
            return TemplateFit::from_bool(meta.text(self.at(layout::CODE)) == Some(code));
        }
        if has_whitespace(code) {
            return TemplateFit::No;
        }
        let template = self.code_template();
        match_rarely(template, Constraints::of(self).filled(), matched)
    }

    /// Returns whether the code has placeholders.
    #[doc(hidden)]
    pub fn has_code_pattern(self) -> bool {
        self.meta().u8(self.at(layout::CODE_KIND)) == layout::code::PATTERN
    }
}

impl History {
    /// Returns whether it was sent with one of these statuses; a form without statuses of its own, with any.
    fn had_one_of(self, statuses: &[u16]) -> bool {
        self.statuses().len() == 0 || statuses.iter().any(|status| self.was_sent_with(*status))
    }
}

impl ParamType {
    /// Returns whether a string can be a value of this type: an integer in plain decimal notation, a number, `true` or
    /// `false`. The other types accept any string.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::ParamType;
    ///
    /// assert!(ParamType::Decimal.accepts("100.00"));
    /// assert!(!ParamType::Integer.accepts("100.00"));
    /// ```
    pub fn accepts(self, text: &str) -> bool {
        let constraint = Constraint {
            form: Form::of(self),
            optional: false,
        };
        constraint.accepts(text)
    }
}

/// Reads the values of a template's fields from the message of new values, where speed does not matter most.
#[inline(never)]
fn match_rarely(
    template: Template,
    constraints: Constraints<'_>,
    matched: &mut Matched<'_>,
) -> TemplateFit {
    let constraint = |field| constraints.get(field);
    let template = Template {
        is_plain: false,
        ..template
    };
    match_template(template, constraints.filled, constraint, matched)
}

/// Reads the values of a template's fields from the message of new values. With `filled`, every value has at least one
/// character.
#[inline]
fn match_template(
    template: Template,
    filled: bool,
    constraint: impl Fn(u8) -> Constraint,
    matched: &mut Matched<'_>,
) -> TemplateFit {
    let message = matched.message();
    if template.literal() > message.len() {
        return TemplateFit::No;
    }
    if u32::try_from(message.len()).is_err() {
        return TemplateFit::Unknown;
    }
    if !template.is_plain {
        // The leftmost split may not be the one that fits.
        matched.ask_for_ways();
    }
    let split = match WholeLiterals::new(template) {
        Some(literals) => first_split(literals, template.is_plain, filled, &constraint, matched),
        None => first_split_of_parted(template, filled, &constraint, matched),
    };
    match split {
        Some((Ways::Several, fits)) => choose_into(template, filled, &constraint, fits, matched),
        Some((_, fits)) => TemplateFit::from_bool(fits),
        None => TemplateFit::No,
    }
}

/// Finds the leftmost split: whether it is the only one, and whether its values satisfy their constraints.
#[inline]
fn first_split(
    literals: impl Literals,
    is_plain: bool,
    filled: bool,
    constraint: &(impl Fn(u8) -> Constraint + ?Sized),
    matched: &mut Matched<'_>,
) -> Option<(Ways, bool)> {
    let message = matched.message();
    let mut fits = true;
    let ways = matched.ways();
    let ways = leftmost::split(literals, filled, ways, message, |field, start, end| {
        fits &= matched.set(field, start, end);
        if is_plain {
            return;
        }
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
    let literals = PartedLiterals::new(template);
    first_split(literals, false, filled, constraint, matched)
}

/// Puts the split that fits, out of several, in the place of the leftmost one.
#[cold]
fn choose_into(
    template: Template,
    filled: bool,
    constraint: &dyn Fn(u8) -> Constraint,
    leftmost_fits: bool,
    matched: &mut Matched<'_>,
) -> TemplateFit {
    let message = matched.message();
    let first = core::mem::replace(matched, Matched::new(message));
    let leftmost = leftmost_fits.then(|| first.ambiguous());
    match choose(template, filled, constraint, message, leftmost) {
        Ok(Some(chosen)) => {
            *matched = chosen;
            TemplateFit::Yes
        }
        Ok(None) => TemplateFit::No,
        Err(OutOfPatience) => TemplateFit::Unknown,
    }
}

/// Finds the split that fits, out of several. `leftmost` is the leftmost one, if it fits.
fn choose<'m>(
    template: Template,
    filled: bool,
    constraint: &dyn Fn(u8) -> Constraint,
    message: &'m str,
    leftmost: Option<Matched<'m>>,
) -> Result<Option<Matched<'m>>, OutOfPatience> {
    let mut seen = [false; 256];
    let mut loose = true;
    let (mut fields, mut placeholders) = (0_usize, 0_usize);
    for (_, field) in PartedLiterals::new(template) {
        if field != layout::template::NO_FIELD {
            loose &= constraint(field).is_loose();
            fields += usize::from(!seen[usize::from(field)]);
            seen[usize::from(field)] = true;
            placeholders += 1;
        }
    }
    let repeated = fields < placeholders;
    match (repeated, loose) {
        (false, true) => Ok(leftmost),
        (true, _) if fields == 1 => Ok(all_equal(template, constraint, message, placeholders)),
        _ => {
            let Some(search) = every::Search::new(template, filled, constraint, message) else {
                return Ok(None);
            };
            if repeated {
                search.agreeing(leftmost)
            } else {
                let found = search.run();
                found.or_else(|out| leftmost.map(Some).ok_or(out))
            }
        }
    }
}

/// Finds the split of a template whose placeholders all belong to one field. The length of the value follows from the
/// length of the message.
fn all_equal<'m>(
    template: Template,
    constraint: &dyn Fn(u8) -> Constraint,
    message: &'m str,
    placeholders: usize,
) -> Option<Matched<'m>> {
    let values = message.len().checked_sub(template.literal())?;
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
