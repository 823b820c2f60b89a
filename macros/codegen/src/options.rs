//! The values of `#[catalog(…)]` on an item.

use crate::origin::Origin;
use crate::suggest::meant;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, Error, Ident, LitStr, Path, Result, Token, Visibility};

/// Each value, where it is given.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) origin: Option<Origin>,
    pub(crate) error: Option<Ident>,
    pub(crate) kind: Option<Ident>,
    pub(crate) runtime: Option<Path>,
    /// Where it says that every error must have a variant.
    pub(crate) exhaustive: Option<Span>,
    /// The visibility of constructors, and where it is given.
    pub(crate) constructors: Option<(Span, TokenStream)>,
}

impl Options {
    /// All values that can be read, and what is wrong with the others: the names among them are those that the user's
    /// code has, whatever else is wrong.
    pub(crate) fn parse(attributes: &[Attribute]) -> (Self, Option<Error>) {
        let mut options = Self::default();
        let mut errors = None;
        for attribute in attributes {
            if attribute.path().is_ident("catalog") {
                options.read(attribute, &mut errors);
            }
        }
        (options, errors)
    }

    fn read(&mut self, attribute: &Attribute, errors: &mut Option<Error>) {
        if let Ok(path) = attribute.parse_args::<LitStr>() {
            let message = format!("write `#[catalog(path = {})]`", path.token());
            add(errors, Error::new(path.span(), message));
            return;
        }
        let read = attribute.parse_nested_meta(|meta| {
            if let Err(error) = self.set(&meta) {
                add(errors, error);
                skip(meta.input)?;
            }
            Ok(())
        });
        if let Err(error) = read {
            add(errors, error);
        }
    }

    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let key = meta.path.to_token_stream().to_string().replace(' ', "");
        let span = meta
            .path
            .segments
            .first()
            .map_or_else(Span::call_site, |it| it.ident.span());
        let two_catalogs = "the catalog is given already: keep one of `path` and `builtin`";
        match &*key {
            "path" => {
                let origin = Origin::Path(meta.value()?.parse()?);
                once(&mut self.origin, span, origin, two_catalogs)
            }
            "builtin" => {
                let origin = Origin::Builtin(meta.value()?.parse()?);
                once(&mut self.origin, span, origin, two_catalogs)
            }
            "error" => once(&mut self.error, span, name(meta)?, "`error` is given twice"),
            "kind" => once(&mut self.kind, span, name(meta)?, "`kind` is given twice"),
            "crate" => {
                let path = without_quotes(meta)?.call(Path::parse_mod_style)?;
                once(&mut self.runtime, span, path, "`crate` is given twice")
            }
            "exhaustive" => once(
                &mut self.exhaustive,
                span,
                span,
                "`exhaustive` is given twice",
            ),
            "constructors" => {
                let value = (span, visibility(meta)?);
                let twice = "`constructors` is given twice";
                once(&mut self.constructors, span, value, twice)
            }
            unknown => Err(Error::new(span, unknown_key(unknown))),
        }
    }
}

fn add(errors: &mut Option<Error>, error: Error) {
    match errors {
        Some(errors) => errors.combine(error),
        None => *errors = Some(error),
    }
}

/// Goes on to the next key.
fn skip(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// The value of a key that takes a name.
fn name(meta: &ParseNestedMeta<'_>) -> Result<Ident> {
    let path: Path = without_quotes(meta)?.call(Path::parse_mod_style)?;
    let message = "the enum is written beside the struct: give a name, without a path";
    path.get_ident()
        .cloned()
        .ok_or_else(|| Error::new_spanned(&path, message))
}

/// The value of a key that takes a visibility, with quotes or without.
fn visibility(meta: &ParseNestedMeta<'_>) -> Result<TokenStream> {
    let value = meta.value()?;
    let span = value.span();
    let visibility = if value.peek(LitStr) {
        value.parse::<LitStr>()?.parse()?
    } else {
        value.parse()?
    };
    if let Visibility::Inherited = visibility {
        let message =
            "expected a visibility, such as `pub(crate)`, or `pub(self)` for the module alone";
        return Err(Error::new(span, message));
    }
    Ok(visibility.to_token_stream())
}

/// The value of a key, which is no text.
fn without_quotes<'p>(meta: &ParseNestedMeta<'p>) -> Result<ParseStream<'p>> {
    let value = meta.value()?;
    if value.peek(LitStr) {
        let text: LitStr = value.parse()?;
        let message = format!("write `{}`, without quotes", text.value());
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
        "error",
        "kind",
        "crate",
        "exhaustive",
        "constructors",
    ];
    format!("`#[catalog(…)]` has no key `{key}`; {}", meant(key, &known))
}
