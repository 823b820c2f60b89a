//! What the user writes: the struct and its `#[catalog(…)]`.

use proc_macro2::{Span, TokenStream};
use quote::format_ident;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Data, DeriveInput, Error, Fields, Ident, LitStr, Path, Result, Visibility};

/// The item that carries the derive.
pub(crate) struct Target {
    pub(crate) visibility: Visibility,
    /// The marker struct.
    pub(crate) name: Ident,
    /// The enum of errors.
    pub(crate) error: Ident,
    /// The enum of kinds.
    pub(crate) kind: Ident,
    pub(crate) origin: Origin,
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
    pub(crate) fn parse(input: TokenStream) -> Result<Self> {
        let input: DeriveInput = syn::parse2(input)?;
        let options = Options::parse(&input.attrs)?;
        check_shape(&input)?;
        let name = input.ident;
        let origin = options.origin.ok_or_else(|| {
            let message = "which catalog? write `#[catalog(path = \"errors/….json\")]`, \
                or `#[catalog(builtin = \"…\")]` for a bundled one";
            Error::new(name.span(), message)
        })?;
        let error = options
            .error
            .unwrap_or_else(|| format_ident!("{name}Error"));
        let kind = options.kind.unwrap_or_else(|| format_ident!("{error}Kind"));
        if let Some(twice) = [(&name, &error), (&name, &kind), (&error, &kind)]
            .iter()
            .find(|(left, right)| left == right)
        {
            let message = format!("`{}` would be defined twice; give another name", twice.1);
            return Err(Error::new(twice.1.span(), message));
        }
        Ok(Self {
            visibility: input.vis,
            name,
            error,
            kind,
            origin,
            runtime: options
                .runtime
                .unwrap_or_else(|| syn::parse_quote!(::error_catalog)),
        })
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
            "the derive stands on a unit struct, such as `pub struct Payments;`, and writes the enums"
        }
    };
    Err(Error::new(input.ident.span(), message))
}

/// The values of `#[catalog(…)]`.
#[derive(Default)]
struct Options {
    origin: Option<Origin>,
    error: Option<Ident>,
    kind: Option<Ident>,
    runtime: Option<Path>,
}

impl Options {
    fn parse(attributes: &[Attribute]) -> Result<Self> {
        let mut options = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("catalog") {
                attribute.parse_nested_meta(|meta| options.set(&meta))?;
            }
        }
        Ok(options)
    }

    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let Some(key) = meta.path.get_ident() else {
            return Err(unknown(
                meta.path
                    .segments
                    .first()
                    .map_or_else(Span::call_site, |it| it.ident.span()),
                "",
            ));
        };
        match &*key.to_string() {
            "path" => {
                let origin = Origin::Path(meta.value()?.parse()?);
                once(&mut self.origin, key, origin, "the catalog is given twice")
            }
            "builtin" => {
                let origin = Origin::Builtin(meta.value()?.parse()?);
                once(&mut self.origin, key, origin, "the catalog is given twice")
            }
            "error" => once(
                &mut self.error,
                key,
                meta.value()?.parse()?,
                "`error` is given twice",
            ),
            "kind" => once(
                &mut self.kind,
                key,
                meta.value()?.parse()?,
                "`kind` is given twice",
            ),
            "crate" => once(
                &mut self.runtime,
                key,
                meta.value()?.call(Path::parse_mod_style)?,
                "`crate` is given twice",
            ),
            name => Err(unknown(key.span(), name)),
        }
    }
}

fn once<T>(option: &mut Option<T>, key: &Ident, value: T, twice: &str) -> Result<()> {
    if option.is_some() {
        return Err(Error::new(key.span(), twice));
    }
    *option = Some(value);
    Ok(())
}

fn unknown(span: Span, name: &str) -> Error {
    let known = ["path", "builtin", "error", "kind", "crate"];
    let help = match error_catalog_model::nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", known.join(", ")),
    };
    Error::new(span, format!("`#[catalog(…)]` has no key `{name}`; {help}"))
}
