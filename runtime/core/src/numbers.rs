//! Numbers that a message writes as its language does: `{count:number}`.

use crate::meta::Template;
use crate::{Entry, Matched, Meta, ParamType, TemplateFit, Value};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

impl Template {
    /// The fields that are written as the language does.
    pub(crate) fn numbers(self) -> Vec<u8> {
        let mut fields = Vec::new();
        for piece in self.pieces() {
            // A number can occur more than once.
            if piece.is_number && !fields.contains(&piece.field) {
                fields.push(piece.field);
            }
        }
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
        out: &mut dyn Write,
    ) -> fmt::Result {
        for (literal, piece) in template.steps() {
            out.write_str(literal)?;
            match fields.get(usize::from(piece.field)) {
                Some(value) if piece.is_number => {
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
