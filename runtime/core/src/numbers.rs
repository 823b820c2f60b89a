//! Numbers that a message writes as its language does: `{count:number}`.

use crate::layout::template::NO_FIELD;
use crate::meta::Template;
use crate::{Entry, Matched, Meta, ParamType, TemplateFit, Value};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

/// The end of a placeholder whose number is written as the language does.
const FORMAT: &str = ":number";

/// A literal, and the field after it.
struct Step {
    literal: &'static str,
    field: u8,
    is_number: bool,
}

impl Template {
    /// Whether it may have numbers to write as the language does.
    pub(crate) fn has_numbers(self) -> bool {
        self.source.contains(FORMAT)
    }

    fn steps(self) -> impl Iterator<Item = Step> {
        let mut rest = self.source;
        self.pieces().map_while(move |piece| {
            let (literal, after) = rest.get(piece.skip..)?.split_at_checked(piece.copy)?;
            rest = after;
            // The placeholder follows its literal.
            let placeholder = after
                .split_once('}')
                .map_or("", |(placeholder, _)| placeholder);
            Some(Step {
                literal,
                field: piece.field,
                is_number: piece.field != NO_FIELD && placeholder.ends_with(FORMAT),
            })
        })
    }

    /// The fields that are written as the language does.
    pub(crate) fn numbers(self) -> Vec<u8> {
        if !self.has_numbers() {
            return Vec::new();
        }
        let numbers = self.steps().filter(|step| step.is_number);
        let mut fields: Vec<u8> = numbers.map(|step| step.field).collect();
        // A number can occur more than once.
        fields.sort_unstable();
        fields.dedup();
        fields
    }
}

impl Meta {
    fn written_number(&'static self, language: u8, number: &str) -> Option<String> {
        let tag = self.language_with_number(language)?;
        (self.number_format()?.write)(tag, number)
    }

    /// The number of a type that is written like this: as the language does, or as it is if the language cannot.
    fn read_number(&'static self, language: u8, text: &str, of: ParamType) -> Option<String> {
        let read = self.language_with_number(language).and_then(|tag| {
            let number = (self.number_format()?.read)(tag, text)?;
            of.accepts(&number).then_some(number)
        });
        read.or_else(|| {
            let is_as_written = of.accepts(text) && self.written_number(language, text).is_none();
            is_as_written.then(|| String::from(text))
        })
    }
}

impl Entry {
    /// Writes a template with numbers in a language.
    pub(crate) fn fill_numbers(
        self,
        language: u8,
        template: Template,
        fields: &[Value<'_>],
        out: &mut impl Write,
    ) -> fmt::Result {
        for step in template.steps() {
            out.write_str(step.literal)?;
            match fields.get(usize::from(step.field)) {
                Some(value) if step.is_number => {
                    let mut number = String::new();
                    value.write(&mut number)?;
                    let written = self.meta().written_number(language, &number);
                    out.write_str(&written.unwrap_or(number))?;
                }
                Some(value) => value.write(out)?,
                None => {}
            }
        }
        Ok(())
    }

    /// Replaces what was read for the fields of numbers by the numbers.
    pub(crate) fn read_numbers(
        self,
        language: u8,
        fields: &[u8],
        matched: &mut Matched<'_>,
    ) -> TemplateFit {
        for field in fields {
            let field = usize::from(*field);
            let text = matched.value(field).unwrap_or_default();
            let (Some(param), false) = (self.params().nth(field), text.is_empty()) else {
                continue;
            };
            match self.meta().read_number(language, text, param.param_type()) {
                Some(number) => matched.give(field, number.into()),
                None if matched.is_unique() => return TemplateFit::No,
                // Another way to split the message may have a number here.
                None => return TemplateFit::Unknown,
            }
        }
        TemplateFit::Yes
    }
}
