//! What generic code needs from a catalog, its errors, and their kinds.

use crate::construct::NextField;
use crate::envelope::Formats;
use crate::meta::Templates;
use crate::{
    render, Code, Documentation, Entry, FieldValue, Localized, Meta, Param, Redacted, Retry,
    Severity, Status, Text, Value,
};
use alloc::string::String;
use core::{error, fmt, hash, str};

/// A catalog: the struct with `#[derive(ErrorCatalog)]`.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Catalog;
///
/// fn codes<C: Catalog>() -> Vec<String> {
///     C::META.entries().map(|entry| entry.code().to_string()).collect()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a catalog",
    label = "this type does not have a catalog",
    note = "write `#[derive(ErrorCatalog)]` and `#[catalog(path = \"…\")]` on a unit struct"
)]
pub trait Catalog: 'static {
    /// The error type: one variant for each entry.
    type Error: CatalogError<Kind = Self::Kind> + Clone + Send + Sync;
    /// The kind type: the errors without their fields.
    type Kind: CatalogKind;
    /// What the catalog says about its errors. For the errors of an operation, this is about all errors of the catalog,
    /// which `Kind::ALL` does not list.
    const META: &'static Meta;

    /// The indexes of the entries that are errors here, in order; `None` for all of the catalog.
    #[doc(hidden)]
    const SUBSET: Option<&'static [u16]> = None;

    /// What the catalog tells people, as [`Documentation`] reads it.
    #[doc(hidden)]
    const PROSE: (&'static str, &'static [u8]) = ("", &[]);

    /// The kind of an entry of the catalog; `None` if it is not among the errors here.
    #[doc(hidden)]
    #[inline]
    fn kind_of(entry: Entry) -> Option<Self::Kind> {
        let position = match Self::SUBSET {
            None => usize::from(entry.index()),
            Some(indexes) => indexes.binary_search(&entry.index()).ok()?,
        };
        Self::Kind::ALL.get(position).copied()
    }

    /// The same: what a program that reads its catalog at run time replaces.
    #[doc(hidden)]
    fn meta() -> &'static Meta {
        Self::META
    }

    /// The error of this kind with these fields; `None` if a required one is missing.
    #[doc(hidden)]
    fn construct(kind: Self::Kind, next: &mut NextField<'_>) -> Option<Self::Error>;

    /// The language of the catalog that a client prefers, by its header `Accept-Language`; that of the catalog itself if the
    /// client accepts none of them. See [`Meta::negotiate`].
    fn language(accept_language: &str) -> &'static str {
        let meta = Self::meta();
        let preferred = meta.negotiate(accept_language);
        preferred.unwrap_or_else(|| meta.language())
    }

    /// Creates the error of an entry of the catalog from texts: `text` returns the text of a parameter, if there is one.
    ///
    /// `None` if a required parameter has no text, or a text that is not valid for its type. An optional one is then
    /// absent.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::{Catalog, Fallback};
    ///
    /// fn not_found<C: Catalog>(path: &str) -> Option<C::Error> {
    ///     let entry = C::META.fallback(Fallback::Status(404))?;
    ///     C::from_texts(entry, &mut |param| (param.name() == "path").then(|| path.to_owned().into()))
    /// }
    /// ```
    fn from_texts(
        entry: Entry,
        text: &mut dyn FnMut(Param) -> Option<Text>,
    ) -> Option<Self::Error> {
        if !core::ptr::eq(entry.catalog(), Self::meta()) {
            return None;
        }
        let kind = Self::kind_of(entry)?;
        let mut params = entry.params();
        Self::construct(kind, &mut || {
            let param = params.next()?;
            FieldValue::of_param(param, text(param).as_deref())
        })
    }
}

/// Which error it is, without its fields: the `…Kind` enum of a catalog.
pub trait CatalogKind:
    Copy + Ord + hash::Hash + fmt::Debug + fmt::Display + str::FromStr + Send + Sync + 'static
{
    /// Every kind, in the catalog's order.
    const ALL: &'static [Self];

    /// The formats of its envelopes: a program contains the code of those that its catalogs use.
    #[doc(hidden)]
    const FORMATS: Formats = Formats::ALL;

    /// The templates of the messages by the index of their entries, if nothing else is needed to show the errors.
    #[doc(hidden)]
    const TEMPLATES: Option<&'static Templates> = None;

    /// What the catalog says about the error.
    fn entry(self) -> Entry;

    /// What the catalog tells people about the error.
    fn documentation(self) -> Documentation;
}

/// The kind with an index. Generated code that mentioned the list itself would have it evaluated by each `cargo check`.
#[doc(hidden)]
#[inline]
pub fn kind_at<K: CatalogKind>(index: usize) -> K {
    // LLVM sees through the pointer. What rustc inlines before, it evaluates, too.
    let at: fn(usize) -> K = |index| K::ALL[index];
    at(index)
}

/// A typed error of a catalog: the `…Error` enum.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error of a catalog",
    label = "expected an error type that `#[derive(ErrorCatalog)]` writes"
)]
pub trait CatalogError: error::Error {
    /// The error without its fields.
    type Kind: CatalogKind;

    /// Which error it is.
    fn kind(&self) -> Self::Kind;

    /// Passes on the values of the error's fields, in the order of [`Entry::params`].
    fn fields(&self, visit: &mut dyn FnMut(&[Value<'_>]));

    /// What the catalog says about the error.
    fn entry(&self) -> Entry {
        self.kind().entry()
    }

    /// What the catalog tells people about the error.
    fn documentation(&self) -> Documentation {
        self.kind().documentation()
    }

    /// The code, with its placeholders filled.
    fn code(&self) -> Code<'static>
    where
        Self: Sized,
    {
        render::code(self)
    }

    /// The status of the response; `None` in a catalog without HTTP.
    fn status(&self) -> Option<Status> {
        self.entry().status()
    }

    /// The documented advice on sending the same request again.
    fn retry(&self) -> Retry {
        self.entry().retry()
    }

    /// How serious the error is for those who operate the service: what the catalog says, else what the status says. See
    /// [`Severity::of_status`].
    fn severity(&self) -> Severity {
        let documented = self.entry().severity();
        documented.unwrap_or_else(|| Severity::of_status(self.status()))
    }

    /// The message: the template filled with the error's fields. Faster than `to_string()`.
    fn message(&self) -> String
    where
        Self: Sized,
    {
        render::message(self)
    }

    /// The error in another language: a value with the message in that language as its `Display`. `Display` of the error
    /// itself is always in the language of the catalog.
    ///
    /// The language is looked up as RFC 4647 says: `ja-JP` finds `ja`. What is not translated is in the language of the
    /// fallback.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::CatalogError;
    ///
    /// fn notice<E: CatalogError>(error: &E) -> String {
    ///     let localized = error.localized("ja");
    ///     format!("[{}] {localized}", localized.language())
    /// }
    /// ```
    fn localized(&self, language: &str) -> Localized<'_, Self>
    where
        Self: Sized,
    {
        Localized::new(self, language)
    }

    /// The error, with a `Debug` and a `Display` that redact sensitive parameters.
    ///
    /// The enums that the derive writes redact them anyway. The `Debug` of your own enum is yours, and
    /// `#[derive(Debug)]` prints every field. Where the catalog has sensitive parameters, write it with this instead:
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// # use error_catalog::CatalogError;
    /// # use std::fmt;
    /// # struct ChargeError<E>(E);
    /// # impl<E: CatalogError> ChargeError<E> { fn redacted(&self) -> impl fmt::Debug + '_ { self.0.redacted() } }
    /// impl<E: CatalogError> fmt::Debug for ChargeError<E> {
    ///     fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         fmt::Debug::fmt(&self.redacted(), formatter)
    ///     }
    /// }
    /// ```
    fn redacted(&self) -> Redacted<'_, Self>
    where
        Self: Sized,
    {
        Redacted::new(self)
    }
}
