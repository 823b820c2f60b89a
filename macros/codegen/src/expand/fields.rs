//! Fields to values, and back to errors.
//!
//! Variants whose fields have the same types form a group, which shares the code for its fields. Each variant adds only
//! a pattern or an expression, because large catalogs have thousands of them. All functions are `#[inline]`, so that
//! they are compiled only where they are used.

use super::chunks::{self, Chunk, SIZE};
use super::pattern::{variables, with_fields};
use crate::attributes::Target;
use crate::plan::{Group, Plan, Variant};
use crate::source;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let names = &target.names;
    let grouped = source::parse(&grouped(&names.error.to_string(), plan));
    let (mut values, mut clones) = (String::new(), String::new());
    for (index, group) in plan.groups.iter().enumerate() {
        write_values(index, group, &mut values);
        write_clone(index, group, &mut clones);
    }
    let (values, clones) = (source::parse(&values), source::parse(&clones));
    let fields = if plan.groups.is_empty() {
        quote!(*self)
    } else {
        quote!(grouped(self))
    };
    names.fill(
        "
        #grouped

        #[automatically_derived]
        #[allow(deprecated)]
        impl #runtime::CatalogError for #error {
            type Kind = #kind;

            #[inline]
            fn kind(&self) -> #kind {
                self.kind()
            }

            #[inline]
            fn fields(&self, visit: &mut dyn ::core::ops::FnMut(&[#runtime::Value<'_>])) {
                match #fields { #values }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::clone::Clone for #error {
            #[inline]
            fn clone(&self) -> Self {
                match #fields { #clones }
            }
        }
        ",
        &[
            ("grouped", &grouped),
            ("fields", &fields),
            ("values", &values),
            ("clones", &clones),
        ],
    )
}

/// Writes the function that borrows the fields of an error as one variant for each group. All code that uses fields
/// then needs one arm for each group, and only this function has a `match` over all errors.
fn grouped(error: &str, plan: &Plan) -> String {
    let mut text = String::new();
    let has_fields = plan.groups.iter().any(|group| !group.types.is_empty());
    let (lifetime, elided) = match (plan.groups.is_empty(), has_fields) {
        (true, _) => return text,
        (_, true) => ("<'error>", "<'_>"),
        _ => ("", ""),
    };
    let mut variants = String::new();
    // The pattern of those without fields.
    let mut rest = None;
    for (index, group) in plan.groups.iter().enumerate() {
        if group.types.is_empty() {
            rest = Some(pattern(index, group));
        }
        source::add(&mut variants, format_args!("Group{index}("));
        for field_type in &group.types {
            let alias = field_type.alias();
            source::add(&mut variants, format_args!("&'error {alias},"));
        }
        variants.push_str("),");
    }
    let mut chunks = Vec::new();
    for chunk in plan.variants.chunks(SIZE) {
        chunks.push(arms(error, plan, chunk));
    }
    source::add(
        &mut text,
        format_args!(
            "enum __Fields{lifetime} {{ {variants} }} #[allow(deprecated)] #[inline] \
         fn grouped(error: &{error}) -> __Fields{elided} {{ {} }}",
            chunks::by_index("index(error)", "*error", &chunks, rest.as_deref())
        ),
    );
    text
}

/// Writes the arm of each group that has fields, for these variants.
fn arms(error: &str, plan: &Plan, variants: &[Variant]) -> Chunk {
    let mut groups: Vec<usize> = Vec::new();
    let mut arms = Chunk::new();
    for variant in variants {
        if variant.fields.is_empty() {
            continue;
        }
        let known = groups.iter().position(|group| *group == variant.group);
        let position = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push(variant.group);
            let fields = pattern(variant.group, &plan.groups[variant.group]);
            arms.push((String::new(), fields));
        }
        let alternatives = &mut arms[position].0;
        if !alternatives.is_empty() {
            alternatives.push('|');
        }
        with_fields(error, variant, "ref ", alternatives);
    }
    arms
}

/// Writes the pattern for the fields of a group, by position.
fn pattern(index: usize, group: &Group) -> String {
    format!("__Fields::Group{index}({})", variables(group))
}

/// Writes the arm that passes the values of the fields.
fn write_values(index: usize, group: &Group, text: &mut String) {
    source::add(
        text,
        format_args!("{} => {{ visit(&[", pattern(index, group)),
    );
    for (index, field_type) in group.types.iter().enumerate() {
        let from = if field_type.is_optional {
            "__Value::optional"
        } else {
            "<__Value<'_> as __From<_>>::from"
        };
        source::add(text, format_args!("{from}(field_{index}),"));
    }
    text.push_str("]); },");
}

/// Writes the arm that clones the error.
fn write_clone(index: usize, group: &Group, text: &mut String) {
    let (pattern, function) = (pattern(index, group), &group.function);
    source::add(text, format_args!("{pattern} => {function}(index(self), ("));
    for index in 0..group.types.len() {
        source::add(text, format_args!("__Clone::clone(field_{index}),"));
    }
    text.push_str(")),");
}
