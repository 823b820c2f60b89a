//! The keys of `#[catalog(…)]` on an item.

use crate::errors::Errors;
use crate::origin::Origin;
use crate::subset::Chosen;
use crate::suggest::meant;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::token::Bracket;
use syn::{bracketed, Attribute, Error, Ident, LitBool, LitStr, Path, Result, Token, Visibility};

/// The value of each key that is given.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) origin: Option<Origin>,
    /// The package that the catalog comes with.
    pub(crate) package: Option<LitStr>,
    /// The marker struct of a catalog that is compiled elsewhere.
    pub(crate) of: Option<(Span, Path)>,
    pub(crate) error: Option<Ident>,
    pub(crate) kind: Option<Ident>,
    pub(crate) runtime: Option<Path>,
    /// The place of `exhaustive`: every error must have a variant.
    pub(crate) exhaustive: Option<Span>,
    /// The errors of the catalog that the enum can have.
    pub(crate) chosen: Option<Chosen>,
    /// The error type of the whole catalog, for a subset.
    pub(crate) whole: Option<(Span, Path)>,
    /// The place of `non_exhaustive`: a `match` on a subset needs a wildcard in other crates.
    pub(crate) non_exhaustive: Option<Span>,
    /// The visibility of constructors, if there are any, and its place.
    pub(crate) constructors: Option<(Span, Option<TokenStream>)>,
}

impl Options {
    /// Returns all valid values, and the errors of the others: valid names are used even if something else is wrong.
    pub(crate) fn parse(attributes: &[Attribute]) -> (Self, Result<()>) {
        let mut options = Self::default();
        let mut errors = Errors::default();
        for attribute in attributes {
            if attribute.path().is_ident("catalog") {
                options.read(attribute, &mut errors);
            }
        }
        (options, errors.finish())
    }

    fn read(&mut self, attribute: &Attribute, errors: &mut Errors) {
        if let Ok(path) = attribute.parse_args::<LitStr>() {
            let message = format!("write `#[catalog(path = {})]`", path.token());
            errors.add(Error::new(path.span(), message));
            return;
        }
        let read = each_key(attribute, &mut |meta| {
            if let Err(error) = self.set(meta) {
                errors.add(error);
                skip(meta.input)?;
            }
            Ok(())
        });
        if let Err(error) = read {
            errors.add(error);
        }
    }

    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let key = meta.path.to_token_stream().to_string().replace(' ', "");
        let span = meta
            .path
            .segments
            .first()
            .map_or_else(Span::call_site, |it| it.ident.span());
        let two_catalogs = "duplicate catalog: keep only one of `path`, `builtin`, and `of`";
        if matches!(&*key, "path" | "builtin" | "of")
            && (self.origin.is_some() || self.of.is_some())
        {
            return Err(Error::new(span, two_catalogs));
        }
        match &*key {
            "path" => {
                let origin = Origin::Path(meta.value()?.parse()?);
                self.origin = Some(origin);
                Ok(())
            }
            "builtin" => {
                let origin = Origin::Builtin(meta.value()?.parse()?);
                self.origin = Some(origin);
                Ok(())
            }
            "of" => {
                let path = without_quotes(meta)?.call(Path::parse_mod_style)?;
                self.of = Some((span, path));
                Ok(())
            }
            "package" => {
                let package = meta.value()?.parse()?;
                once(&mut self.package, span, package, "duplicate key `package`")
            }
            "error" => once(&mut self.error, span, name(meta)?, "duplicate key `error`"),
            "kind" => once(&mut self.kind, span, name(meta)?, "duplicate key `kind`"),
            "crate" => {
                let path = without_quotes(meta)?.call(Path::parse_mod_style)?;
                once(&mut self.runtime, span, path, "duplicate key `crate`")
            }
            "exhaustive" => once(
                &mut self.exhaustive,
                span,
                span,
                "duplicate key `exhaustive`",
            ),
            "operation" | "only" if self.chosen.is_some() => {
                let message = "duplicate errors: keep only one of `operation` and `only`";
                Err(Error::new(span, message))
            }
            "operation" => {
                self.chosen = Some(Chosen::Operation(meta.value()?.parse()?));
                Ok(())
            }
            "only" => {
                self.chosen = Some(Chosen::Only(span, ids(meta)?));
                Ok(())
            }
            "whole" => {
                let path = without_quotes(meta)?.call(Path::parse_mod_style)?;
                once(&mut self.whole, span, (span, path), "duplicate key `whole`")
            }
            "non_exhaustive" => {
                let twice = "duplicate key `non_exhaustive`";
                once(&mut self.non_exhaustive, span, span, twice)
            }
            "constructors" => {
                let value = (span, visibility_or_none(meta)?);
                let twice = "duplicate key `constructors`";
                once(&mut self.constructors, span, value, twice)
            }
            unknown => Err(Error::new(span, unknown_key(unknown))),
        }
    }
}

/// Reads the keys of an attribute. They are read by one instance of the parser for all attributes.
pub(crate) fn each_key(
    attribute: &Attribute,
    read: &mut dyn FnMut(&ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    attribute.parse_nested_meta(|meta| read(&meta))
}

/// Skips to the next key.
fn skip(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Parses the value of a key that takes a name.
fn name(meta: &ParseNestedMeta<'_>) -> Result<Ident> {
    let path: Path = without_quotes(meta)?.call(Path::parse_mod_style)?;
    let message = "expected a name, found a path; the derive writes the enum next to the struct";
    path.get_ident()
        .cloned()
        .ok_or_else(|| Error::new_spanned(&path, message))
}

/// Parses the value of a key that takes ids in brackets.
fn ids(meta: &ParseNestedMeta<'_>) -> Result<Vec<LitStr>> {
    let value = meta.value()?;
    if !value.peek(Bracket) {
        return Err(Error::new(
            value.span(),
            "expected ids in brackets, such as `[\"A\", \"B\"]`",
        ));
    }
    let ids;
    bracketed!(ids in value);
    let parsed = literals(&ids);
    // What is not read is an error of its own.
    while !ids.is_empty() {
        ids.parse::<TokenTree>()?;
    }
    parsed
}

fn literals(input: ParseStream<'_>) -> Result<Vec<LitStr>> {
    let mut literals = Vec::new();
    while !input.is_empty() {
        literals.push(input.parse()?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(literals)
}

/// Parses the value of a key that takes a visibility, with or without quotes, or `false`.
fn visibility_or_none(meta: &ParseNestedMeta<'_>) -> Result<Option<TokenStream>> {
    let value = meta.value()?;
    let span = value.span();
    if value.peek(LitBool) && !value.parse::<LitBool>()?.value {
        return Ok(None);
    }
    let visibility = if value.peek(LitStr) {
        value.parse::<LitStr>()?.parse()?
    } else {
        value.parse()?
    };
    if let Visibility::Inherited = visibility {
        let message = "expected a visibility, such as `pub(crate)`, `pub(self)` for this module only, or `false` for no constructors";
        return Err(Error::new(span, message));
    }
    Ok(Some(visibility.to_token_stream()))
}

/// Returns the value of a key that does not take a string.
fn without_quotes<'p>(meta: &ParseNestedMeta<'p>) -> Result<ParseStream<'p>> {
    let value = meta.value()?;
    if value.peek(LitStr) {
        let text: LitStr = value.parse()?;
        let message = format!("expected `{}` without quotes", text.value());
        return Err(Error::new(text.span(), message));
    }
    Ok(value)
}

fn once<T>(option: &mut Option<T>, span: Span, value: T, twice: &str) -> Result<()> {
    if option.is_some() {
        return Err(Error::new(span, twice));
    }
    *option = Some(value);
    Ok(())
}

fn unknown_key(key: &str) -> String {
    let known = [
        "path",
        "builtin",
        "of",
        "package",
        "error",
        "kind",
        "crate",
        "exhaustive",
        "operation",
        "only",
        "whole",
        "non_exhaustive",
        "constructors",
    ];
    format!(
        "unknown key `{key}` in `#[catalog(…)]`; {}",
        meant(key, &known)
    )
}
