//! The functions that create the errors of each group.

use super::chunks::{self, Chunk, SIZE};
use super::pattern::{variables, with_fields};
use super::types::alias;
use crate::attributes::Target;
use crate::plan::{Group, Plan};
use crate::source;
use proc_macro2::TokenStream;

/// Writes the functions of all groups.
pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let writer = Writer {
        error: target.names.error.to_string(),
        plan,
    };
    let mut text = String::new();
    for (index, group) in plan.groups.iter().enumerate() {
        text.push_str(&writer.make(group));
        if target.constructors.is_some() && !group.types.is_empty() {
            text.push_str(&writer.convert_and_make(index, group));
        }
    }
    source::parse(&text)
}

/// Writes the arms over the number of a group that make an error of it, from this expression of its index.
pub(super) fn arms(plan: &Plan, index: &str) -> String {
    let mut arms = String::new();
    for (number, group) in plan.groups.iter().enumerate() {
        let function = &group.function;
        source::add(
            &mut arms,
            format_args!(
                "{number}u16 => __Option::Some({function}({index}, __private::take(next)?)),"
            ),
        );
    }
    arms
}

struct Writer<'p> {
    error: String,
    plan: &'p Plan,
}

impl Writer<'_> {
    /// Writes the function that creates an error of the group from its index and fields. The compiler resolves an index
    /// faster than a kind, whose name it would search for among all of them.
    fn make(&self, group: &Group) -> String {
        let Self { error, plan } = self;
        let mut types = String::new();
        for field_type in &group.types {
            source::add(&mut types, format_args!("{},", field_type.alias()));
        }
        let (function, fields) = (&group.function, variables(group));
        let mut text = format!(
            "#[allow(deprecated, dead_code, unused_variables, clippy::needless_pass_by_value)] #[inline] \
             fn {function}(index: ::core::primitive::u16, ({fields}): ({types})) -> {error} {{"
        );
        let value = |index: usize| {
            let mut value = String::new();
            with_fields(error, &plan.variants[index], "", &mut value);
            value
        };
        // Only variants of the group get here: the last one replaces an arm that could only panic.
        if let Some((last, others)) = group.variants.split_last() {
            let mut chunks = Vec::new();
            for _ in 0..=last / SIZE {
                chunks.push(Chunk::new());
            }
            for index in others {
                chunks[index / SIZE].push((index.to_string(), value(*index)));
            }
            let last = value(*last);
            text.push_str(&match &*chunks {
                [only] if only.is_empty() => last,
                chunks => chunks::by_index("index", "index", chunks, Some(&last)),
            });
        }
        text.push('}');
        text
    }

    /// Writes the function that the group's constructors call: it converts all arguments in one call of the runtime.
    fn convert_and_make(&self, number: usize, group: &Group) -> String {
        let error = &self.error;
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
                format_args!("field_{index}: impl __IntoField<{value}>,"),
            );
            source::add(&mut names, format_args!("field_{index},"));
            source::add(&mut fields, format_args!("field_{index},"));
        }
        let convert = match required {
            0 => String::new(),
            count => format!("let ({names}) = __private::into_{count}({names});"),
        };
        let function = &group.function;
        format!(
            "#[allow(dead_code, clippy::too_many_arguments)] #[inline] \
             fn new_{number}(index: ::core::primitive::u16, {arguments}) -> {error} \
             {{ {convert} {function}(index, ({fields})) }}"
        )
    }
}
