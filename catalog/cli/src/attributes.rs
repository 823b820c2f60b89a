//! The attributes of items with the derive.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use std::collections::HashMap;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Meta, Token};

/// Returns the attributes with those in `#[cfg_attr(…, …)]`, whose conditions are taken to hold.
pub(crate) fn unconditional(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut all = Vec::new();
    let mut left: Vec<TokenStream> = attributes.iter().rev().map(|it| quote!(#it)).collect();
    while let Some(tokens) = left.pop() {
        // The compiler reports errors in attributes.
        for attribute in Attribute::parse_outer.parse2(tokens).unwrap_or_default() {
            if attribute.path().is_ident("cfg_attr") {
                let within = attribute.parse_args_with(behind_condition);
                let within = within.unwrap_or_default();
                left.extend(within.iter().rev().map(|it| quote!(#[#it])));
            } else {
                all.push(attribute);
            }
        }
    }
    all
}

/// Parses the attributes in a `cfg_attr`.
fn behind_condition(input: ParseStream<'_>) -> syn::Result<Punctuated<Meta, Token![,]>> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    input.parse::<Option<Token![,]>>()?;
    Punctuated::parse_terminated(input)
}

/// Whether the attribute is `#[derive(ErrorCatalog)]`, with any path.
pub(crate) fn derives_catalog(attribute: &Attribute) -> bool {
    if !attribute.path().is_ident("derive") {
        return false;
    }
    let mut found = false;
    // The compiler reports errors in a derive.
    let _ = attribute.parse_nested_meta(|meta| {
        found |= meta
            .path
            .segments
            .last()
            .is_some_and(|it| it.ident == "ErrorCatalog");
        Ok(())
    });
    found
}

/// Returns the values in `#[catalog(key = value, …)]`, as they are written.
pub(crate) fn values(attributes: &[Attribute]) -> HashMap<String, String> {
    let mut values = HashMap::new();
    let ours = attributes.iter().filter(|it| it.path().is_ident("catalog"));
    for attribute in ours {
        // The derive reports errors in its attribute.
        let _ = attribute.parse_nested_meta(|meta| {
            let key = meta.path.get_ident().map(Ident::to_string);
            let mut value = TokenStream::new();
            if meta.input.peek(Token![=]) {
                meta.input.parse::<Token![=]>()?;
                // A value is not always an expression: `constructors = pub(crate)`.
                while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
                    value.extend([meta.input.parse::<TokenTree>()?]);
                }
            } else if !meta.input.peek(Token![,]) && !meta.input.is_empty() {
                meta.input.parse::<TokenTree>()?;
            }
            values.extend(key.map(|key| (key, value.to_string())));
            Ok(())
        });
    }
    values
}

/// Returns the string of a key in `#[catalog(key = "…")]`.
pub(crate) fn string(attributes: &[Attribute], key: &str) -> Option<String> {
    let value = values(attributes).remove(key)?;
    let literal = syn::parse_str::<LitStr>(&value).ok()?;
    Some(literal.value())
}
