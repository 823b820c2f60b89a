//! Fields to values, and back to errors.
//!
//! Variants whose fields have the same types form a group, which shares the code for its fields. Each variant adds only
//! a pattern or an expression, because large catalogs have thousands of them. All functions are `#[inline]`, so that
//! they are compiled only where they are used.

use super::chunks::{self, Chunk, SIZE};
use super::pattern::{variables, with_fields};
use crate::attributes::{Names, Target};
use crate::plan::{Group, Plan, Variant};
use crate::source::{self, list};
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write;

pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let Names {
        error,
        kind,
        runtime,
        ..
    } = &target.names;
    let grouped = source::parse(&grouped(&error.to_string(), plan));
    let arms = |arm: fn(usize, &Group) -> String| {
        let groups = plan.groups.iter().enumerate();
        source::parse(&list(groups.map(|(index, group)| arm(index, group))))
    };
    let values = arms(values);
    let clones = arms(clones);
    let fields = if plan.groups.is_empty() {
        quote!(*self)
    } else {
        quote!(grouped(self))
    };
    quote! {
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
    }
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
    let variants = list(plan.groups.iter().enumerate().map(|(index, group)| {
        let types = group.types.iter();
        let types = list(types.map(|field_type| format!("&'error {}", field_type.alias())));
        format!("Group{index}({types})")
    }));
    let chunks = plan.variants.chunks(SIZE);
    let chunks: Vec<Chunk> = chunks.map(|chunk| arms(error, plan, chunk)).collect();
    // The rest have no fields.
    let mut groups = plan.groups.iter().enumerate();
    let empty = groups.find(|(_, group)| group.types.is_empty());
    let rest = empty.map(|(index, group)| pattern(index, group));
    // Writing to a `String` cannot fail.
    let _ = write!(
        text,
        "enum __Fields{lifetime} {{ {variants} }} #[allow(deprecated)] #[inline] \
         fn grouped(error: &{error}) -> __Fields{elided} {{ {} }}",
        chunks::by_index("index(error)", "*error", &chunks, rest.as_deref())
    );
    text
}

/// Writes the arm of each group that has fields, for these variants.
fn arms(error: &str, plan: &Plan, variants: &[Variant]) -> Chunk {
    let mut arms: Vec<(usize, String)> = Vec::new();
    for variant in variants.iter().filter(|it| !it.fields.is_empty()) {
        let known = arms.iter().position(|(group, _)| *group == variant.group);
        let position = known.unwrap_or(arms.len());
        if known.is_none() {
            arms.push((variant.group, String::new()));
        }
        let alternatives = &mut arms[position].1;
        alternatives.push_str(if alternatives.is_empty() { "" } else { "|" });
        with_fields(error, variant, "ref ", alternatives);
    }
    let arms = arms.into_iter();
    arms.map(|(group, alternatives)| (alternatives, pattern(group, &plan.groups[group])))
        .collect()
}

/// Writes the pattern for the fields of a group, by position.
fn pattern(index: usize, group: &Group) -> String {
    format!("__Fields::Group{index}({})", variables(group))
}

/// Writes the arm that passes the values of the fields.
fn values(index: usize, group: &Group) -> String {
    let types = group.types.iter().enumerate();
    let values = list(types.map(|(index, field_type)| {
        if field_type.is_optional {
            format!("__Value::optional(field_{index})")
        } else {
            format!("<__Value<'_> as __From<_>>::from(field_{index})")
        }
    }));
    format!("{} => {{ visit(&[{values}]); }}", pattern(index, group))
}

/// Writes the arm that clones the error.
fn clones(index: usize, group: &Group) -> String {
    let fields = (0..group.types.len()).map(|index| format!("__Clone::clone(field_{index})"));
    let (fields, function) = (list(fields), &group.function);
    format!(
        "{} => {function}(index(self), ({fields}))",
        pattern(index, group)
    )
}
