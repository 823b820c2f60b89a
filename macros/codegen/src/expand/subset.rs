//! A subset: an enum with some of the errors of a catalog, whose metadata has all of them.
//!
//! The decoder compares a response with every entry, so that an error outside of the subset is not mistaken for one in
//! it.

use super::groups::Arms;
use super::metadata;
use super::pattern::WithFields;
use crate::attributes::Names;
use crate::docs;
use crate::plan::Plan;
use crate::source;
use crate::subset::{Chosen, Subset};
use crate::tables::short;
use error_catalog_model::Catalog;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::Path;

/// The catalog of a subset.
pub(crate) struct Whole<'c> {
    pub(crate) catalog: &'c Catalog,
    /// The positions of the entries of the subset, in order.
    pub(crate) positions: Vec<usize>,
    pub(crate) subset: &'c Subset,
}

impl Whole<'_> {
    /// Documents the error type.
    pub(super) fn docs(&self) -> String {
        match &self.subset.chosen {
            Chosen::Operation(name) => docs::operation(self.catalog, &name.value()),
            Chosen::Only(..) => docs::some(self.catalog),
        }
    }

    /// Writes the items that hold the entries: those of the whole catalog, if its error type is known.
    pub(super) fn metadata(&self, runtime: &Path) -> TokenStream {
        let indexes = source::parse(&numbers(&self.positions));
        let tables = if let Some(path) = &self.subset.whole {
            self.shared(runtime, path)
        } else {
            let metadata = metadata(runtime, self.catalog, &[]);
            source::fill(
                "
                #metadata
                const CATALOG: #runtime::__private::Compiled =
                    #runtime::__private::Compiled::new(&META, (PROSE, PROSE_BYTES));
                ",
                &[("metadata", &metadata), ("runtime", runtime)],
            )
        };
        quote! {
            const SUBSET: &[::core::primitive::u16] = &[#indexes];
            #tables
        }
    }

    fn shared(&self, runtime: &Path, path: &Path) -> TokenStream {
        let (name, count) = (&self.catalog.name, self.catalog.entries.len());
        let mut ids = Vec::with_capacity(self.positions.len());
        for position in &self.positions {
            if let Some(entry) = self.catalog.entries.get(*position) {
                ids.push(&*entry.id);
            }
        }
        quote_spanned! {path.span()=>
            const CATALOG: #runtime::__private::Compiled =
                #runtime::__private::Compiled::of_error::<#path>();
            #[allow(long_running_const_eval)]
            const _: () = CATALOG.check_whole(#name, #count, SUBSET, &[#(#ids),*]);
        }
    }

    /// Writes `From` to the error type of the whole catalog, and `TryFrom` from it, if it is known.
    pub(super) fn conversions(&self, names: &Names, plan: &Plan) -> Option<TokenStream> {
        let whole = self.subset.whole.as_ref()?;
        let (mut to, mut back) = (String::new(), String::new());
        let error = names.error.to_string();
        for variant in &plan.variants {
            let with_fields = |error| WithFields { error, variant };
            let (part, whole) = (with_fields(&error), with_fields("__Whole"));
            source::add(&mut to, format_args!("{part} => {whole},"));
            source::add(
                &mut back,
                format_args!("{whole} => ::core::result::Result::Ok({part}),"),
            );
        }
        let (to, back) = (source::parse(&to), source::parse(&back));
        Some(names.fill(
            "
            type __Whole = #whole;

            #[automatically_derived]
            #[allow(deprecated)]
            impl ::core::convert::From<#error> for __Whole {
                #[inline]
                fn from(part: #error) -> Self {
                    match part { #to }
                }
            }

            /// Gives back an error that is not in the subset.
            #[automatically_derived]
            #[allow(deprecated, unreachable_patterns)]
            impl ::core::convert::TryFrom<__Whole> for #error {
                type Error = __Whole;

                #[inline]
                fn try_from(whole: __Whole) -> ::core::result::Result<Self, __Whole> {
                    match whole {
                        #back
                        other => ::core::result::Result::Err(other),
                    }
                }
            }
            ",
            &[("whole", whole), ("to", &to), ("back", &back)],
        ))
    }
}

/// The constants of the trait, as source for [`Names::fill`].
pub(super) const CONSTANTS: &str = "
    const META: &'static #runtime::Meta = CATALOG.meta();
    const SUBSET: __Option<&'static [::core::primitive::u16]> = __Option::Some(SUBSET);
    const PROSE: (&'static ::core::primitive::str, &'static [::core::primitive::u8]) =
        CATALOG.prose();
";

/// Writes the body of the function that makes an error: the numbers of groups in the metadata are not those of the
/// subset.
pub(super) fn construct(plan: &Plan) -> TokenStream {
    if plan.variants.is_empty() {
        return quote!(match kind {});
    }
    let groups = numbers(&plan.groups_of_variants());
    let arms = Arms {
        plan,
        index: "index",
    };
    source::parse(&format!(
        "const GROUPS: &[::core::primitive::u16] = &[{groups}];
        let index = kind as ::core::primitive::u16;
        match GROUPS[index as ::core::primitive::usize] {{
            {arms}
            _ => __None,
        }}"
    ))
}

/// Writes numbers.
fn numbers(values: &[usize]) -> String {
    let mut text = String::new();
    for value in values {
        source::add(&mut text, format_args!("{}u16,", short(*value)));
    }
    text
}
