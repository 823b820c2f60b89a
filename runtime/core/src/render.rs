//! Filling templates.

use crate::digits::Digits;
use crate::layout;
use crate::meta::Template;
use crate::{CatalogError, CatalogKind, Code, Entry, Value};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

/// Writes the error's message.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn display<E: CatalogError>(error: &E, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let entry = error.entry();
    let mut result = Ok(());
    if let Some(templates) = E::Kind::TEMPLATES {
        // A closure that has the entry would refer to all metadata.
        let index = entry.index();
        error.fields(&mut |fields| result = fill(templates.get(index), fields, formatter));
    } else {
        error.fields(&mut |fields| result = display_entry(entry, fields, formatter));
    }
    result
}

fn display_entry(
    entry: Entry,
    fields: &[Value<'_>],
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if entry.has_sensitive_params() {
        entry.write_message(&redact(entry, fields), formatter)
    } else {
        entry.write_message(fields, formatter)
    }
}

/// Writes the error's message in the language with this number.
pub(crate) fn display_in<E: CatalogError>(
    error: &E,
    number: u8,
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let entry = error.entry();
    let mut result = Ok(());
    error.fields(&mut |fields| {
        result = if entry.has_sensitive_params() {
            entry.write_message_in(number, &redact(entry, fields), formatter)
        } else {
            entry.write_message_in(number, fields, formatter)
        };
    });
    result
}

/// What is shown instead of a sensitive value.
pub(crate) const REDACTED: &str = "[redacted]";

fn redact<'v>(entry: Entry, fields: &[Value<'v>]) -> Vec<Value<'v>> {
    let mut redacted = Vec::with_capacity(fields.len());
    for (param, field) in entry.params().zip(fields) {
        redacted.push(if param.is_sensitive() {
            Value::Text(REDACTED)
        } else {
            *field
        });
    }
    redacted
}

impl Entry {
    /// Writes the message, filled with the fields' values.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    #[doc(hidden)]
    pub fn write_message(self, fields: &[Value<'_>], out: &mut impl Write) -> fmt::Result {
        self.write_message_in(0, fields, out)
    }

    /// Writes the message in the language with this number, or else in one of its fallbacks.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    #[doc(hidden)]
    pub fn write_message_in(
        self,
        number: u8,
        fields: &[Value<'_>],
        out: &mut impl Write,
    ) -> fmt::Result {
        if self.is_special() {
            return self.write_special(number, fields, out);
        }
        fill(self.template_in(number).1, fields, out)
    }

    #[cold]
    fn write_special(self, number: u8, fields: &[Value<'_>], out: &mut dyn Write) -> fmt::Result {
        let (language, template) = self.template_for(number, fields);
        if template.has_numbers() {
            self.fill_numbers(language, template, fields, out)
        } else {
            fill(template, fields, out)
        }
    }

    /// Writes the code, filled with the fields' values.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    #[doc(hidden)]
    pub fn write_code(self, fields: &[Value<'_>], out: &mut impl Write) -> fmt::Result {
        if self.meta().u8(self.at(layout::CODE_KIND)) == layout::code::PATTERN {
            return fill(self.code_template(), fields, out);
        }
        out.write_str(self.meta().text(self.at(layout::CODE)).unwrap_or_default())
    }
}

/// The error's message, in a string of the right size.
pub fn message<E: CatalogError>(error: &E) -> String {
    let entry = error.entry();
    let mut message = String::new();
    if let Some(templates) = E::Kind::TEMPLATES {
        let index = entry.index();
        error.fields(&mut |fields| message = filled(templates.get(index), fields));
    } else {
        error.fields(&mut |fields| message = message_of_entry(entry, fields));
    }
    message
}

fn message_of_entry(entry: Entry, fields: &[Value<'_>]) -> String {
    if !entry.is_special() {
        return filled(entry.template(), fields);
    }
    let mut message = String::new();
    // Writing to a `String` cannot fail.
    let _ = entry.write_special(0, fields, &mut message);
    message
}

/// The error's code, its placeholders filled.
pub fn code<E: CatalogError>(error: &E) -> Code<'static> {
    let entry = error.entry();
    let mut code = entry.code();
    if entry.meta().u8(entry.at(layout::CODE_KIND)) == layout::code::PATTERN {
        error.fields(&mut |fields| {
            code = filled(entry.code_template(), fields).into();
        });
    }
    code
}

/// Whether two errors of a catalog are the same entry with the same fields.
pub fn equal<E: CatalogError>(left: &E, right: &E) -> bool {
    let mut equal = false;
    if left.entry() == right.entry() {
        left.fields(&mut |left| right.fields(&mut |right| equal = left == right));
    }
    equal
}

fn filled(template: Template, fields: &[Value<'_>]) -> String {
    let mut length = template.literal();
    for field in fields {
        length += field.longest();
    }
    let mut text = String::with_capacity(length);
    // Writing to a `String` cannot fail.
    let _ = fill(template, fields, &mut text);
    text
}

#[inline]
fn fill<W: Write + ?Sized>(template: Template, fields: &[Value<'_>], out: &mut W) -> fmt::Result {
    let mut rest = template.text;
    for piece in template.pieces() {
        let Some((literal, after)) = rest.split_at_checked(piece.copy) else {
            return Err(fmt::Error);
        };
        out.write_str(literal)?;
        rest = after;
        match fields.get(usize::from(piece.field)) {
            Some(Value::Text(text)) => out.write_str(text)?,
            Some(field) => field.write(out)?,
            None => {}
        }
    }
    Ok(())
}

impl Value<'_> {
    /// How many bytes the written value has: exact for strings, an upper bound for the others.
    fn longest(&self) -> usize {
        match self {
            Self::Absent => 0,
            Self::Text(text) => text.len(),
            Self::Integer(_) => 20,
            Self::Boolean(_) => 5,
            Self::List(list) => {
                let mut length = 0;
                for text in *list {
                    length += text.len() + 2;
                }
                length
            }
            // Unknown; enough for most numbers and names.
            Self::Display(_) => 16,
        }
    }

    #[inline(never)]
    pub(crate) fn write<W: Write + ?Sized>(&self, out: &mut W) -> fmt::Result {
        match self {
            Self::Absent => Ok(()),
            Self::Text(text) => out.write_str(text),
            Self::Integer(number) => out.write_str(Digits::signed(*number).as_str()),
            Self::Boolean(flag) => out.write_str(if *flag { "true" } else { "false" }),
            Self::Display(value) => write!(out, "{value}"),
            Self::List(list) => {
                for (index, text) in list.iter().enumerate() {
                    if index > 0 {
                        out.write_str(", ")?;
                    }
                    out.write_str(text)?;
                }
                Ok(())
            }
        }
    }
}
