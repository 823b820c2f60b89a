//! The item that the user writes, and the names that follow from it.

use crate::options::Options;
use crate::origin::Origin;
use crate::shared;
use crate::source;
use crate::subset::{Chosen, Subset};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, ToTokens};
use syn::{Data, DeriveInput, Error, Fields, Ident, LitStr, Path, Result};

/// The item that carries the derive.
pub(crate) struct Target {
    pub(crate) names: Names,
    pub(crate) origin: Origin,
    /// The visibility of the constructors, if there are any.
    pub(crate) constructors: Option<TokenStream>,
    /// The errors that the enum has, if it does not have all of the catalog.
    pub(crate) subset: Option<Subset>,
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
    /// The path of the runtime crate.
    pub(crate) runtime: Path,
}

/// An item that is not valid: its errors, and the names that it defines nevertheless.
pub(crate) struct InvalidItem {
    pub(crate) names: Names,
    pub(crate) error: Error,
}

impl Target {
    /// Reads a marker struct.
    ///
    /// # Errors
    ///
    /// The attributes are invalid, or the item cannot have them.
    // It happens once, in a build that fails.
    #[allow(clippy::result_large_err)]
    pub(crate) fn parse(input: &DeriveInput) -> std::result::Result<Self, InvalidItem> {
        let (mut options, errors) = Options::parse(&input.attrs);
        let names = Names::of(input).renamed(&mut options);
        if let Err(error) = names.check() {
            let names = Names::of(input);
            return Err(InvalidItem { names, error });
        }
        let checked = errors
            .and_then(|()| check_shape(input))
            .and_then(|()| options.check_marker())
            .and_then(|()| which(options.origin, options.package, input));
        match checked {
            Ok(origin) => Ok(Self {
                subset: options.chosen.map(|chosen| Subset {
                    chosen,
                    whole: options.whole.map(|(_, path)| path),
                    is_exhaustive: options.non_exhaustive.is_none(),
                }),
                constructors: options.constructors.map_or_else(
                    || Some(names.visibility.clone()),
                    |(_, constructors)| constructors,
                ),
                names,
                origin,
            }),
            Err(error) => Err(InvalidItem { names, error }),
        }
    }
}

/// What the attributes of your own enum say.
pub(crate) struct OwnTarget {
    pub(crate) names: Names,
    pub(crate) base: Base,
    /// The operation whose errors the enum can have; all of the catalog without one.
    pub(crate) operation: Option<LitStr>,
    /// Whether every error of the catalog, or of the operation, must have a variant.
    pub(crate) is_exhaustive: bool,
}

/// The catalog of your own enum.
pub(crate) enum Base {
    /// A file, which the derive reads.
    File(Origin),
    /// The catalog of a marker struct, which the compiler reads.
    Of(Path),
}

impl OwnTarget {
    /// Reads the attributes of your own enum.
    ///
    /// # Errors
    ///
    /// The attributes are invalid.
    // It happens once, in a build that fails.
    #[allow(clippy::result_large_err)]
    pub(crate) fn parse(input: &DeriveInput) -> std::result::Result<Self, InvalidItem> {
        let (mut options, errors) = Options::parse(&input.attrs);
        let checked = errors.and_then(|()| options.check_own());
        // Your own enum already has its name.
        options.error = None;
        let names = Names::of_own(input).renamed(&mut options);
        let is_exhaustive = options.exhaustive.is_some();
        let base = checked.and_then(|()| match options.of {
            Some((_, path)) => match &options.package {
                Some(package) => refuse(package.span(), "`package` is only allowed with `path`"),
                None => Ok(Base::Of(path)),
            },
            None => which(options.origin, options.package, input).map(Base::File),
        });
        match base {
            Ok(base) => Ok(Self {
                names,
                base,
                operation: match options.chosen {
                    Some(Chosen::Operation(name)) => Some(name),
                    _ => None,
                },
                is_exhaustive,
            }),
            Err(error) => Err(InvalidItem { names, error }),
        }
    }
}

/// Returns the catalog that the attributes name.
fn which(origin: Option<Origin>, package: Option<LitStr>, input: &DeriveInput) -> Result<Origin> {
    match (origin, package) {
        (Some(Origin::Path(path)), Some(package)) => {
            shared::check(&package)?;
            Ok(Origin::Shared { path, package })
        }
        (_, Some(package)) => refuse(
            package.span(),
            "`package` is only allowed with `path`, the path of a catalog in that package",
        ),
        (Some(origin), None) => Ok(origin),
        (None, None) => {
            let message = "missing catalog: add `#[catalog(path = \"errors/….json\")]`, \
                or `#[catalog(builtin = \"…\")]` for a bundled one";
            refuse(input.ident.span(), message)
        }
    }
}

impl Names {
    /// The default names for your own enum.
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

    /// The default names for a marker struct.
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

    /// Replaces the defaults with the names that the attributes give.
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

    /// The path of the runtime crate as source for [`Self::parse`].
    pub(crate) fn runtime_source(&self) -> &'static str {
        if self.has_usual_runtime() {
            "::error_catalog"
        } else {
            "#runtime"
        }
    }

    fn has_usual_runtime(&self) -> bool {
        let Path {
            leading_colon,
            segments,
        } = &self.runtime;
        let first = segments.first();
        let is_usual = first.is_some_and(|first| first.ident == "error_catalog");
        is_usual && leading_colon.is_some() && segments.len() == 1
    }

    /// Parses source that has no names but that of the runtime crate.
    pub(crate) fn parse(&self, text: &str) -> TokenStream {
        if self.has_usual_runtime() {
            source::parse(text)
        } else {
            self.fill(text, &[])
        }
    }

    /// Writes source with these names and values.
    pub(crate) fn fill(&self, text: &str, values: &source::Values<'_>) -> TokenStream {
        let Self {
            visibility,
            marker,
            error,
            kind,
            runtime,
        } = self;
        let mut all: Vec<(&str, &dyn ToTokens)> = vec![
            ("visibility", visibility),
            ("marker", marker),
            ("error", error),
            ("kind", kind),
            ("runtime", runtime),
        ];
        all.extend(values);
        source::fill(text, &all)
    }

    fn check(&self) -> Result<()> {
        let pairs = [
            (&self.marker, &self.error),
            (&self.marker, &self.kind),
            (&self.error, &self.kind),
        ];
        match pairs.iter().find(|(left, right)| left == right) {
            Some((_, twice)) => {
                let message = format!(
                    "the name `{twice}` would be defined multiple times; choose another one"
                );
                Err(Error::new(twice.span(), message))
            }
            None => Ok(()),
        }
    }
}

/// Checks that the item is a unit struct without generics.
fn check_shape(input: &DeriveInput) -> Result<()> {
    let message = match &input.data {
        Data::Struct(data) if !matches!(data.fields, Fields::Unit) => {
            "expected a struct without fields, such as `pub struct Payments;`"
        }
        Data::Struct(_) if !input.generics.params.is_empty() => {
            "expected a struct without generics, such as `pub struct Payments;`"
        }
        Data::Struct(_) => return Ok(()),
        Data::Enum(_) | Data::Union(_) => {
            "expected a unit struct, such as `pub struct Payments;`, or an enum of errors"
        }
    };
    Err(Error::new(input.ident.span(), message))
}

impl Options {
    /// Rejects options that only your own enum can have.
    fn check_marker(&self) -> Result<()> {
        if let Some((span, _)) = &self.of {
            let message =
                "`of` is only allowed on your own enum; a marker struct needs `path` or `builtin`";
            return refuse(*span, message);
        }
        if let Some(span) = self.exhaustive {
            let message = "`exhaustive` is only allowed on your own enum; the derive writes a variant for every error";
            return refuse(span, message);
        }
        if self.chosen.is_some() {
            return Ok(());
        }
        let whole = self.whole.as_ref().map(|(span, _)| ("whole", *span));
        let non_exhaustive = self.non_exhaustive.map(|span| ("non_exhaustive", span));
        whole.or(non_exhaustive).map_or(Ok(()), |(key, span)| {
            let message = format!("`{key}` is only allowed with `operation` or `only`");
            refuse(span, &message)
        })
    }

    /// Rejects options that only a marker struct can have.
    fn check_own(&self) -> Result<()> {
        if let Some(error) = &self.error {
            let message =
                "`error` is only allowed on a marker struct; your own enum already has a name";
            return refuse(error.span(), message);
        }
        let only = match &self.chosen {
            Some(Chosen::Only(span, _)) => Some(*span),
            _ => None,
        };
        let whole = self.whole.as_ref().map(|(span, _)| *span);
        let of_subset = [
            ("only", only, "its variants are the errors that it has"),
            (
                "whole",
                whole,
                "use `of` for the catalog of a marker struct",
            ),
            (
                "non_exhaustive",
                self.non_exhaustive,
                "use `#[non_exhaustive]` on your own enum",
            ),
        ];
        for (key, span, help) in &of_subset {
            if let Some(span) = span {
                let message = format!("`{key}` is only allowed on a marker struct; {help}");
                return refuse(*span, &message);
            }
        }
        let message =
            "`constructors` is only allowed on a marker struct; the derive writes none for your own enum";
        let constructors = self.constructors.as_ref();
        constructors.map_or(Ok(()), |(span, _)| refuse(*span, message))
    }
}

fn refuse<T>(span: Span, message: &str) -> Result<T> {
    Err(Error::new(span, message))
}
