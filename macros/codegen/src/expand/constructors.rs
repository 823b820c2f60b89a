//! The constructors of errors, one for each entry.

use super::documentation::OfKind;
use super::types::Shown;
use crate::attributes::Target;
use crate::plan::{Field, Plan, Variant};
use crate::source::{self, write};
use error_catalog_model::Entry;
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::{Display, Formatter, Result};

/// Writes the constructors, which have the attributes of their kinds.
pub(super) fn expand(
    target: &Target,
    entries: &[&Entry],
    plan: &Plan,
    shown: &Shown<'_>,
) -> Option<TokenStream> {
    let error = &target.names.error;
    let constructors = source::parse(&write(&Constructors {
        error: error.to_string(),
        visibility: source::text(target.constructors.as_ref()?),
        into: shown.into(),
        types: plan.types_by_group(|field_type| shown.of(field_type.value)),
        entries,
        plan,
    }));
    Some(quote! {
        #[allow(deprecated, dead_code, clippy::too_many_arguments)]
        impl #error #constructors
    })
}

/// The constructors, in braces.
struct Constructors<'p> {
    error: String,
    visibility: String,
    /// The trait of what can become a field.
    into: &'static str,
    /// The types of the fields of each group.
    types: Vec<Vec<&'static str>>,
    entries: &'p [&'p Entry],
    plan: &'p Plan,
}

impl Display for Constructors<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.write_str("{")?;
        for (index, variant) in self.plan.variants.iter().enumerate() {
            OfKind(self.entries[index], variant).fmt(out)?;
            self.constructor(index, variant, out)?;
        }
        out.write_str("}")
    }
}

impl Constructors<'_> {
    /// Writes the constructor of an error; optional fields start out absent.
    ///
    /// The function of its group does the rest: every call that can unwind makes each of the thousands of constructors
    /// more expensive to build.
    fn constructor(&self, index: usize, variant: &Variant, out: &mut Formatter<'_>) -> Result {
        let (visibility, into) = (&self.visibility, self.into);
        let has_arguments = variant.fields.iter().any(is_required);
        // With arguments, it is generic, and compiled only where it is used anyway.
        let inline = if has_arguments { "" } else { "#[inline] " };
        write!(out, "{inline}{visibility} fn {}(", variant.constructor)?;
        if variant.fields.is_empty() {
            // Not of `Self`, whose variants the compiler searches one after the other.
            return writeln!(out, ") -> Self {{ {}::{} }}", self.error, variant.name);
        }
        let types = &self.types[variant.group];
        for (field, shown) in variant.fields.iter().zip(types) {
            if is_required(field) {
                write!(out, "{}: impl {into}<{shown}>,", field.name)?;
            }
        }
        write!(out, ") -> Self {{ new_{}({index}", variant.group)?;
        for field in &variant.fields {
            if is_required(field) {
                write!(out, ",{}", field.name)?;
            }
        }
        out.write_str(") }\n")
    }
}

fn is_required(field: &Field) -> bool {
    !field.field_type.is_optional
}
