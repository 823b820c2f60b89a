//! The functions that create the errors of each group.

use super::chunks::{ByIndex, SIZE};
use super::pattern::{Variables, WithFields};
use super::types::alias;
use crate::attributes::Target;
use crate::plan::{Group, Plan};
use crate::source::{self, write};
use proc_macro2::TokenStream;
use std::fmt::{Display, Formatter, Result};

/// Writes the functions of all groups.
pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let functions = Functions {
        error: target.names.error.to_string(),
        plan,
        has_constructors: target.constructors.is_some(),
    };
    source::parse(&write(&functions))
}

/// The arms over the number of a group that make an error of it, from this expression of its index.
pub(super) struct Arms<'p> {
    pub(super) plan: &'p Plan,
    pub(super) index: &'static str,
}

impl Display for Arms<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let index = self.index;
        for number in 0..self.plan.groups.len() {
            write!(
                out,
                "{number} => __Option::Some(make_{number}({index}, __private::take(next)?)),"
            )?;
        }
        Ok(())
    }
}

struct Functions<'p> {
    error: String,
    plan: &'p Plan,
    has_constructors: bool,
}

impl Display for Functions<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        for (number, group) in self.plan.groups.iter().enumerate() {
            self.make(number, group, out)?;
            if self.has_constructors && !group.types.is_empty() {
                self.convert_and_make(number, group, out)?;
            }
        }
        Ok(())
    }
}

impl Functions<'_> {
    /// Writes the function that creates an error of the group from its index and fields. The compiler resolves an index
    /// faster than a kind, whose name it would search for among all of them.
    fn make(&self, number: usize, group: &Group, out: &mut Formatter<'_>) -> Result {
        let error = &self.error;
        write!(
            out,
            "#[allow(deprecated, dead_code, unused_variables, clippy::needless_pass_by_value)] #[inline] \
             fn make_{number}(index: ::core::primitive::u16, ({}): (",
            Variables(group)
        )?;
        for field_type in &group.types {
            write!(out, "{field_type},")?;
        }
        write!(out, ")) -> {error} {{")?;
        // Only variants of the group get here: the last one replaces an arm that could only panic.
        if let Some((last, others)) = group.variants.split_last() {
            let rest = self.value(*last);
            if others.is_empty() {
                write!(out, "{rest}")?;
            } else {
                let chunks = &self.chunks(*last, others);
                let (index, expression, rest) = ("index", "index", Some(&rest as &dyn Display));
                let by_index = ByIndex {
                    index,
                    expression,
                    chunks,
                    rest,
                };
                write!(out, "{by_index}")?;
            }
        }
        out.write_str("}")
    }

    /// Writes the arms for these variants, which are before the last one.
    fn chunks(&self, last: usize, variants: &[usize]) -> Vec<String> {
        let mut chunks = Vec::new();
        for number in 0..=last / SIZE {
            let arms = OfChunk {
                functions: self,
                variants: part(variants, number),
            };
            chunks.push(write(&arms));
        }
        chunks
    }

    /// The error with this index, made of the variables.
    fn value(&self, index: usize) -> WithFields<'_> {
        WithFields {
            error: &self.error,
            variant: &self.plan.variants[index],
        }
    }

    /// Writes the function that the group's constructors call: it converts all arguments in one call of the runtime.
    fn convert_and_make(&self, number: usize, group: &Group, out: &mut Formatter<'_>) -> Result {
        let (mut arguments, mut names, mut fields) = (String::new(), String::new(), String::new());
        let mut required = 0;
        for (index, field_type) in group.types.iter().enumerate() {
            if field_type.is_optional {
                fields.push_str("__None,");
                continue;
            }
            required += 1;
            let value = alias(field_type.value);
            source::add(
                &mut arguments,
                format_args!("f{index}: impl __IntoField<{value}>,"),
            );
            source::add(&mut names, format_args!("f{index},"));
            source::add(&mut fields, format_args!("f{index},"));
        }
        let convert = match required {
            0 => String::new(),
            count => format!("let ({names}) = __private::into_{count}({names});"),
        };
        write!(
            out,
            "#[allow(dead_code, clippy::too_many_arguments)] #[inline] \
             fn new_{number}(index: ::core::primitive::u16, {arguments}) -> {} \
             {{ {convert} make_{number}(index, ({fields})) }}",
            self.error
        )
    }
}

/// The arms that make errors of a group, in one chunk.
struct OfChunk<'f> {
    functions: &'f Functions<'f>,
    variants: &'f [usize],
}

impl Display for OfChunk<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        for index in self.variants {
            write!(out, "{index} => {},", self.functions.value(*index))?;
        }
        Ok(())
    }
}

/// Returns those of the sorted indexes that are in this chunk.
pub(super) fn part(indexes: &[usize], chunk: usize) -> &[usize] {
    let before = |limit: usize| indexes.partition_point(|index| *index < limit);
    let (start, end) = (before(chunk * SIZE), before((chunk + 1) * SIZE));
    &indexes[start..end]
}
