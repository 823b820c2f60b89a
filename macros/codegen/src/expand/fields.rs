//! Fields to values, and back to errors.
//!
//! Variants whose fields have the same types form a group, which shares the code for its fields. Each variant adds only
//! a pattern or an expression, because large catalogs have thousands of them. All functions are `#[inline]`, so that
//! they are compiled only where they are used.

use super::chunks::{ByIndex, SIZE};
use super::groups::part;
use super::pattern::{Variables, WithFields};
use crate::attributes::Target;
use crate::plan::{Group, Plan};
use crate::source::{self, write};
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::{Display, Formatter, Result};

pub(super) fn expand(target: &Target, plan: &Plan) -> TokenStream {
    let names = &target.names;
    let grouped = source::parse(&write(&Grouped {
        error: names.error.to_string(),
        plan,
    }));
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

/// The function that borrows the fields of an error as one variant for each group. All code that uses fields then needs
/// one arm for each group, and only this function has a `match` over all errors.
struct Grouped<'p> {
    error: String,
    plan: &'p Plan,
}

impl Display for Grouped<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self { error, plan } = self;
        if plan.groups.is_empty() {
            return Ok(());
        }
        let has_fields = plan.groups.iter().any(|group| !group.types.is_empty());
        let (lifetime, elided) = if has_fields {
            ("<'error>", "<'_>")
        } else {
            ("", "")
        };
        write!(out, "enum __Fields{lifetime} {{")?;
        // The pattern of those without fields.
        let mut rest = None;
        for (index, group) in plan.groups.iter().enumerate() {
            if group.types.is_empty() {
                rest = Some(OfGroup(index, group));
            }
            write!(out, "Group{index}(")?;
            for field_type in &group.types {
                write!(out, "&'error {field_type},")?;
            }
            out.write_str("),")?;
        }
        let mut chunks = Vec::new();
        for number in 0..plan.variants.len().div_ceil(SIZE) {
            chunks.push(write(&Arms {
                grouped: self,
                number,
            }));
        }
        let by_index = ByIndex {
            index: "index(error)",
            expression: "error",
            chunks: &chunks,
            rest: rest.as_ref().map(|rest| rest as &dyn Display),
        };
        write!(
            out,
            "}} #[allow(deprecated)] #[inline] \
             fn grouped(error: &{error}) -> __Fields{elided} {{ {by_index} }}"
        )
    }
}

/// The arm of each group that has fields, for the variants of one chunk.
struct Arms<'p> {
    grouped: &'p Grouped<'p>,
    number: usize,
}

impl Display for Arms<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Grouped { error, plan } = self.grouped;
        for (index, group) in plan.groups.iter().enumerate() {
            let variants = part(&group.variants, self.number);
            if group.types.is_empty() || variants.is_empty() {
                continue;
            }
            let mut separator = "";
            for variant in variants {
                let fields = WithFields {
                    error,
                    variant: &plan.variants[*variant],
                };
                write!(out, "{separator}{fields}")?;
                separator = "|";
            }
            write!(out, " => {},", OfGroup(index, group))?;
        }
        Ok(())
    }
}

/// The pattern for the fields of a group, by position.
struct OfGroup<'p>(usize, &'p Group);

impl Display for OfGroup<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(index, group) = self;
        write!(out, "__Fields::Group{index}({})", Variables(group))
    }
}

/// Writes the arm that passes the values of the fields.
fn write_values(index: usize, group: &Group, text: &mut String) {
    source::add(
        text,
        format_args!("{} => {{ visit(&[", OfGroup(index, group)),
    );
    for (index, field_type) in group.types.iter().enumerate() {
        let from = if field_type.is_optional {
            "__Value::optional"
        } else {
            "<__Value<'_> as __From<_>>::from"
        };
        source::add(text, format_args!("{from}(f{index}),"));
    }
    text.push_str("]); },");
}

/// Writes the arm that clones the error.
fn write_clone(number: usize, group: &Group, text: &mut String) {
    let pattern = OfGroup(number, group);
    source::add(
        text,
        format_args!("{pattern} => make_{number}(index(self), ("),
    );
    for index in 0..group.types.len() {
        source::add(text, format_args!("__Clone::clone(f{index}),"));
    }
    text.push_str(")),");
}
