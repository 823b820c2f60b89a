//! Attributes of items, and the crates that they are of.

use syn::{Attribute, Token};

/// The crate whose attributes an enum has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Thiserror,
    Snafu,
    Displaydoc,
    Strum,
}

/// Returns the paths in `derive` attributes.
pub(super) fn derives(attributes: &[Attribute]) -> Vec<syn::Path> {
    let derives = attributes.iter().filter(|it| it.path().is_ident("derive"));
    let paths = derives.filter_map(|it| {
        it.parse_args_with(syn::punctuated::Punctuated::<syn::Path, Token![,]>::parse_terminated)
            .ok()
    });
    paths.flatten().collect()
}

/// Whether a path ends with a name.
pub(super) fn is_named(path: &str, name: &str) -> bool {
    path.rsplit("::").next() == Some(name)
}

/// Returns the first attribute with a path.
pub(super) fn attribute<'a>(attributes: &'a [Attribute], path: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|it| it.path().is_ident(path))
}
