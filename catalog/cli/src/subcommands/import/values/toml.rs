//! Reads TOML.

use super::{Data, Problem, Value, DEEPEST};
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml::Spanned;

/// Reads a TOML document.
pub(super) fn read(text: &str) -> Result<Value, Problem> {
    let lines = Lines::of(text);
    let table = DeTable::parse(text).map_err(|error| {
        let line = error.span().map(|span| lines.at(span.start) as usize);
        Problem::new(error.message(), line)
    })?;
    let line = lines.at(table.span().start);
    let data = object(table.get_ref(), &lines, 0)?;
    Ok(Value { data, line })
}

fn object(table: &DeTable<'_>, lines: &Lines, depth: usize) -> Result<Data, Problem> {
    if depth > DEEPEST {
        return Err(Problem::too_deep(None));
    }
    // In the order of the file, which the table does not keep.
    let mut sorted: Vec<_> = table.iter().collect();
    sorted.sort_by_key(|(key, _)| key.span().start);
    let members = sorted.into_iter().map(|(key, member)| {
        let mut member = value(member, lines, depth + 1)?;
        member.line = lines.at(key.span().start);
        Ok((key.get_ref().to_string(), member))
    });
    members.collect::<Result<_, _>>().map(Data::Object)
}

fn value(value: &Spanned<DeValue<'_>>, lines: &Lines, depth: usize) -> Result<Value, Problem> {
    if depth > DEEPEST {
        return Err(Problem::too_deep(None));
    }
    let Range { start, .. } = value.span();
    let data = match value.get_ref() {
        DeValue::String(text) => Data::String(text.to_string()),
        DeValue::Integer(number) => {
            // Of another radix, the value is shown.
            let plain = i64::from_str_radix(number.as_str(), number.radix());
            Data::Number(plain.map_or_else(|_| number.to_string(), |plain| plain.to_string()))
        }
        DeValue::Float(number) => Data::Number(number.to_string()),
        DeValue::Boolean(value) => Data::Boolean(*value),
        DeValue::Datetime(time) => Data::String(time.to_string()),
        DeValue::Array(elements) => {
            let elements = elements
                .iter()
                .map(|element| self::value(element, lines, depth + 1));
            Data::Array(elements.collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => object(table, lines, depth)?,
    };
    Ok(Value {
        data,
        line: lines.at(start),
    })
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(breaks.map(|(at, _)| at).collect())
    }

    fn at(&self, offset: usize) -> u32 {
        let before = self.0.partition_point(|line_break| *line_break < offset);
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }
}
