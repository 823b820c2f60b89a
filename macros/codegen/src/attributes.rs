//! What the user writes: the item, and the names that come of it.

use crate::options::Options;
use crate::origin::Origin;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, ToTokens};
use syn::{Data, DeriveInput, Error, Fields, Ident, Path, Result};

/// The item that carries the derive.
pub(crate) struct Target {
    pub(crate) names: Names,
    pub(crate) origin: Origin,
    /// The visibility of the functions that make errors.
    pub(crate) constructors: TokenStream,
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

/// What is wrong with an item, and the names that the user means all the same.
pub(crate) struct Mistake {
    pub(crate) names: Names,
    pub(crate) error: Error,
}

impl Target {
    /// What a marker struct says.
    ///
    /// # Errors
    ///
    /// The attributes are wrong, or are on an item that cannot have them.
    pub(crate) fn parse(input: &DeriveInput) -> std::result::Result<Self, Mistake> {
        let (mut options, errors) = Options::parse(&input.attrs);
        let names = Names::of(input).renamed(&mut options);
        if let Err(error) = names.check() {
            let names = Names::of(input);
            return Err(Mistake { names, error });
        }
        let checked = errors
            .map_or(Ok(()), Err)
            .and_then(|()| check_shape(input))
            .and_then(|()| options.check_marker())
            .and_then(|()| which(options.origin, input));
        match checked {
            Ok(origin) => Ok(Self {
                constructors: options
                    .constructors
                    .map_or_else(|| names.visibility.clone(), |(_, visibility)| visibility),
                names,
                origin,
            }),
            Err(error) => Err(Mistake { names, error }),
        }
    }

    /// What your own enum says, and whether it must have a variant for every error.
    ///
    /// # Errors
    ///
    /// The attributes are wrong.
    pub(crate) fn parse_own(input: &DeriveInput) -> std::result::Result<(Self, bool), Mistake> {
        let (mut options, errors) = Options::parse(&input.attrs);
        let checked = errors
            .map_or(Ok(()), Err)
            .and_then(|()| options.check_own());
        // `error` cannot rename it.
        options.error = None;
        let names = Names::of_own(input).renamed(&mut options);
        match checked.and_then(|()| which(options.origin, input)) {
            Ok(origin) => {
                let target = Self {
                    constructors: names.visibility.clone(),
                    names,
                    origin,
                };
                Ok((target, options.exhaustive.is_some()))
            }
            Err(error) => Err(Mistake { names, error }),
        }
    }
}

fn which(origin: Option<Origin>, input: &DeriveInput) -> Result<Origin> {
    origin.ok_or_else(|| {
        let message = "which catalog? write `#[catalog(path = \"errors/….json\")]`, \
            or `#[catalog(builtin = \"…\")]` for a bundled one";
        Error::new(input.ident.span(), message)
    })
}

impl Names {
    /// The names for your own enum where the attributes give no others.
    fn of_own(input: &DeriveInput) -> Self {
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
    fn of(input: &DeriveInput) -> Self {
        let marker = input.ident.clone();
        Self {
            visibility: input.vis.to_token_stream(),
            error: format_ident!("{marker}Error"),
            kind: format_ident!("{marker}ErrorKind"),
            runtime: syn::parse_quote!(::error_catalog),
            marker,
        }
    }

    /// The names that the attributes give, in place of these.
    fn renamed(self, options: &mut Options) -> Self {
        let kind = options
            .error
            .as_ref()
            .map(|error| format_ident!("{error}Kind"));
        Self {
            kind: options.kind.take().or(kind).unwrap_or(self.kind),
            error: options.error.take().unwrap_or(self.error),
            runtime: options.runtime.take().unwrap_or(self.runtime),
            ..self
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

/// The derive needs a unit struct without generics.
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

impl Options {
    /// What belongs to your own enum alone.
    fn check_marker(&self) -> Result<()> {
        let message = "`exhaustive` belongs to an enum of one's own; this one is written by the derive, whole";
        self.exhaustive.map_or(Ok(()), |span| refuse(span, message))
    }

    /// What belongs to a marker struct alone.
    fn check_own(&self) -> Result<()> {
        if let Some(error) = &self.error {
            let message = "`error` names the enum that the derive writes; this one has its name";
            return refuse(error.span(), message);
        }
        let message =
            "`constructors` belongs to a marker struct: the derive writes none for your own enum";
        let constructors = self.constructors.as_ref();
        constructors.map_or(Ok(()), |(span, _)| refuse(*span, message))
    }
}

fn refuse(span: Span, message: &str) -> Result<()> {
    Err(Error::new(span, message))
}
