//! What the user writes: the struct and its `#[catalog(…)]`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, ToTokens};
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, Data, DeriveInput, Error, Fields, Ident, LitStr, Path, Result};

/// The item that carries the derive.
pub(crate) struct Target {
    pub(crate) names: Names,
    pub(crate) origin: Origin,
}

/// The names of the output.
pub(crate) struct Names {
    pub(crate) visibility: TokenStream,
    /// The marker struct.
    pub(crate) marker: Ident,
    /// The enum of errors.
    pub(crate) error: Ident,
    /// The enum of kinds.
    pub(crate) kind: Ident,
    /// Where the runtime crate is.
    pub(crate) runtime: Path,
}

/// Where the catalog comes from.
pub(crate) enum Origin {
    /// A file of the user's package.
    Path(LitStr),
    /// A bundled catalog.
    Builtin(LitStr),
}

impl Origin {
    pub(crate) const fn literal(&self) -> &LitStr {
        match self {
            Self::Path(literal) | Self::Builtin(literal) => literal,
        }
    }
}

impl Target {
    pub(crate) fn parse(input: &DeriveInput) -> Result<Self> {
        let options = Options::parse(&input.attrs)?;
        check_shape(input)?;
        if let Some(span) = options.exhaustive {
            let message = "`exhaustive` belongs to an enum of one's own; this one is written by the derive, whole";
            return Err(Error::new(span, message));
        }
        let origin = which(options.origin, input)?;
        let defaults = Names::of(input);
        let kind = options
            .error
            .as_ref()
            .map(|error| format_ident!("{error}Kind"));
        let names = Names {
            kind: options.kind.or(kind).unwrap_or(defaults.kind),
            error: options.error.unwrap_or(defaults.error),
            runtime: options.runtime.unwrap_or(defaults.runtime),
            ..defaults
        };
        names.check()?;
        Ok(Self { names, origin })
    }
}

fn which(origin: Option<Origin>, input: &DeriveInput) -> Result<Origin> {
    origin.ok_or_else(|| {
        let message = "which catalog? write `#[catalog(path = \"errors/….json\")]`, \
            or `#[catalog(builtin = \"…\")]` for a bundled one";
        Error::new(input.ident.span(), message)
    })
}

impl Options {
    /// What they say of an enum of one's own.
    pub(crate) fn into_own(self, input: &DeriveInput) -> Result<Target> {
        if let Some(error) = self.error {
            let message = "`error` names the enum that the derive writes; this one has its name";
            return Err(Error::new(error.span(), message));
        }
        let origin = which(self.origin, input)?;
        let defaults = Names::of_own(input);
        let names = Names {
            kind: self.kind.unwrap_or(defaults.kind),
            runtime: self.runtime.unwrap_or(defaults.runtime),
            ..defaults
        };
        Ok(Target { names, origin })
    }
}

impl Names {
    /// The names for an enum of one's own where the attributes give no others.
    pub(crate) fn of_own(input: &DeriveInput) -> Self {
        let error = input.ident.clone();
        Self {
            visibility: input.vis.to_token_stream(),
            kind: format_ident!("{error}Kind"),
            runtime: syn::parse_quote!(::error_catalog),
            marker: error.clone(),
            error,
        }
    }

    /// The names where the attributes give no others.
    pub(crate) fn of(input: &DeriveInput) -> Self {
        let marker = input.ident.clone();
        Self {
            visibility: input.vis.to_token_stream(),
            error: format_ident!("{marker}Error"),
            kind: format_ident!("{marker}ErrorKind"),
            runtime: syn::parse_quote!(::error_catalog),
            marker,
        }
    }

    fn check(&self) -> Result<()> {
        let pairs = [
            (&self.marker, &self.error),
            (&self.marker, &self.kind),
            (&self.error, &self.kind),
        ];
        match pairs.iter().find(|(left, right)| left == right) {
            Some((_, twice)) => {
                let message = format!("`{twice}` would be defined twice; give another name");
                Err(Error::new(twice.span(), message))
            }
            None => Ok(()),
        }
    }
}

/// The derive stands on a unit struct without generics.
fn check_shape(input: &DeriveInput) -> Result<()> {
    let message = match &input.data {
        Data::Struct(data) if !matches!(data.fields, Fields::Unit) => {
            "the struct only names the catalog; write it without fields, such as `pub struct Payments;`"
        }
        Data::Struct(_) if !input.generics.params.is_empty() => {
            "the struct only names the catalog; write it without generics, such as `pub struct Payments;`"
        }
        Data::Struct(_) => return Ok(()),
        Data::Enum(_) | Data::Union(_) => {
            "the derive stands on a unit struct, such as `pub struct Payments;`, or on an enum of errors"
        }
    };
    Err(Error::new(input.ident.span(), message))
}

/// The values of `#[catalog(…)]` on the item.
#[derive(Default)]
pub(crate) struct Options {
    origin: Option<Origin>,
    error: Option<Ident>,
    kind: Option<Ident>,
    runtime: Option<Path>,
    /// Where it says that every error must have a variant.
    pub(crate) exhaustive: Option<Span>,
}

impl Options {
    pub(crate) fn parse(attributes: &[Attribute]) -> Result<Self> {
        let mut options = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("catalog") {
                if let Ok(path) = attribute.parse_args::<LitStr>() {
                    let message = format!("write `#[catalog(path = {})]`", path.token());
                    return Err(Error::new(path.span(), message));
                }
                attribute.parse_nested_meta(|meta| options.set(&meta))?;
            }
        }
        Ok(options)
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
            "path" => once(
                &mut self.origin,
                span,
                Origin::Path(meta.value()?.parse()?),
                two_catalogs,
            ),
            "builtin" => once(
                &mut self.origin,
                span,
                Origin::Builtin(meta.value()?.parse()?),
                two_catalogs,
            ),
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
            unknown => Err(Error::new(span, unknown_key(unknown))),
        }
    }
}

/// The value of a key that takes a name.
fn name(meta: &ParseNestedMeta<'_>) -> Result<Ident> {
    let path: Path = without_quotes(meta)?.call(Path::parse_mod_style)?;
    let message = "the enum is written beside the struct: give a name, without a path";
    path.get_ident()
        .cloned()
        .ok_or_else(|| Error::new_spanned(&path, message))
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
    let known = ["path", "builtin", "error", "kind", "crate", "exhaustive"];
    format!("`#[catalog(…)]` has no key `{key}`; {}", meant(key, &known))
}

/// The known name that was probably meant, or else all of them.
pub(crate) fn meant(name: &str, known: &[&str]) -> String {
    match error_catalog_model::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", known.join(", ")),
    }
}
