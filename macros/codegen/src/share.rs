//! Catalogs that come with a crate: `#[catalog(path = "…", package = "acme-errors")]`.
//!
//! A derive cannot find the folder of another package. `share!` writes a macro into the crate that has the texts of the
//! catalog and its other files. The derive passes its item to that macro, which passes both to `__derive_shared!`: the
//! derive again, which has the files now. So the crate can be any dependency, and cargo rebuilds what depends on it.

use crate::expand::watch;
use crate::failure;
use crate::locate;
use crate::origin::Origin;
use crate::place::Place;
use crate::shared::Shared;
use crate::source;
use error_catalog_model::{compile, normal_path, translation_path, Source};
use proc_macro2::{Group, Ident, Span, TokenStream};
use quote::quote;
use std::path::{Path, PathBuf};
use syn::parse::{ParseStream, Parser};
use syn::{DeriveInput, Error, LitStr, Result};

/// Passes an item to the macro of the crate that its catalog comes with, unless that has passed the files already.
pub(crate) fn pass(
    place: &Place,
    origin: &Origin,
    runtime: &syn::Path,
    input: &DeriveInput,
) -> Option<TokenStream> {
    let Origin::Shared { path, package } = origin else {
        return None;
    };
    if place.shared.is_some() {
        return None;
    }
    let crate_name = Ident::new(&package.value().replace('-', "_"), package.span());
    let files = macro_name(&path.value(), path.span());
    Some(quote!(::#crate_name::#files! { [#runtime::__derive_shared] #input }))
}

/// The name of the macro that has the files of a catalog.
fn macro_name(path: &str, span: Span) -> Ident {
    let path = normal_path(Path::new(path)).display().to_string();
    let mut name = "__catalog_".to_owned();
    for character in path.chars() {
        name.push(if character.is_ascii_alphanumeric() {
            character
        } else {
            '_'
        });
    }
    Ident::new(&name, span)
}

/// Expands `share!`.
pub(crate) fn share(place: &Place, input: TokenStream) -> TokenStream {
    let path = match syn::parse2(input) {
        Ok(path) => path,
        Err(error) => {
            let message = "expected the path of a catalog, such as `\"errors/payments.json\"`";
            return Error::new(error.span(), message).into_compile_error();
        }
    };
    let origin = Origin::Path(path);
    let path = origin.literal();
    let located = match locate::read(place, &path.value()) {
        Ok(located) => located,
        Err(message) => return failure::error(&origin, &message),
    };
    let source = &located.source;
    if let Err(failure) = compile(source) {
        return failure::messages(&origin, &located, &failure);
    }
    let mut files = TokenStream::new();
    for translation in source.translations() {
        if let Ok(source) = &translation.source {
            let path = translation_path(Path::new(&path.value()), &translation.language);
            add_file(&path, source, &mut files);
        }
    }
    for extended in source.extended() {
        add_file(&extended.path, &extended.source, &mut files);
    }
    let text = source.text();
    let watch = watch(&located.watched);
    let name = macro_name(&path.value(), path.span());
    source::fill(
        "
        #watch
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #name {
            ([$($derive:tt)*] $($item:tt)*) => {
                $($derive)*! { [$($item)*] #path #text #files }
            };
        }
        ",
        &[
            ("watch", &watch),
            ("name", &name),
            ("path", &path),
            ("text", &text),
            ("files", &files),
        ],
    )
}

fn add_file(path: &Path, source: &Source, tokens: &mut TokenStream) {
    let (path, text) = (path.display().to_string(), source.text());
    tokens.extend(Some(quote!(#path #text)));
}

/// Reads what the macro of a shared catalog passes: the item in brackets, and the files.
pub(crate) fn received(input: TokenStream) -> Result<(Shared, TokenStream)> {
    let parser = |input: ParseStream<'_>| {
        let item: Group = input.parse()?;
        let mut files = Vec::new();
        while !input.is_empty() {
            let path: LitStr = input.parse()?;
            let text: LitStr = input.parse()?;
            files.push((PathBuf::from(path.value()), text.value()));
        }
        Ok((Shared(files), item.stream()))
    };
    parser.parse2(input)
}
