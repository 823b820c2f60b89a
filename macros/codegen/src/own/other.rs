//! Errors outside the catalog: `#[catalog(other, code = "…", status = 503, message = "…")]`.

use crate::plan::Status;
use error_catalog_model::{id_from_code, Entry, Template};
use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Error, Ident, LitInt, LitStr, Result};

/// The description of an error outside the catalog.
#[derive(Default)]
pub(crate) struct Other {
    pub(crate) code: Option<LitStr>,
    pub(crate) status: Option<LitInt>,
    pub(crate) message: Option<LitStr>,
}

impl Other {
    pub(super) fn first_span(&self) -> Option<Span> {
        let code = self.code.as_ref().map(LitStr::span);
        let status = self.status.as_ref().map(LitInt::span);
        code.or(status).or(self.message.as_ref().map(LitStr::span))
    }

    pub(super) fn checked(self, span: Span) -> Result<Self> {
        if self.message.is_none() {
            let message = "missing key `message`; describe an error outside the catalog with \
                `#[catalog(other, code = \"…\", status = 503, message = \"…\")]`";
            return Err(Error::new(span, message));
        }
        Ok(self)
    }

    /// Builds the entry that the catalog would have for it.
    pub(super) fn entry(&self, variant: &Ident, status: Status) -> Result<Entry> {
        let message = self.message.as_ref().map(LitStr::value).unwrap_or_default();
        let template =
            Template::new(&message).map_err(|error| Error::new(self.span(variant), error))?;
        let id = id_from_code(&variant.unraw().to_string()).ok_or_else(|| {
            let message = format!(
                "cannot derive an id from `{variant}`; name an error outside the catalog with ASCII letters and digits"
            );
            Error::new(variant.span(), message)
        })?;
        let code = self.code.as_ref().map(LitStr::value);
        Ok(Entry::new(
            id,
            code,
            self.status(variant, status)?,
            template,
        ))
    }

    fn span(&self, variant: &Ident) -> Span {
        self.message.as_ref().map_or(variant.span(), LitStr::span)
    }

    fn status(&self, variant: &Ident, of_enum: Status) -> Result<Option<u16>> {
        let Some(status) = &self.status else {
            if of_enum == Status::Always {
                let message = "missing key `status`; the errors of this catalog have a status";
                return Err(Error::new(variant.span(), message));
            }
            return Ok(None);
        };
        if of_enum == Status::None {
            let message = "unexpected key `status`; the errors of this catalog have no status";
            return Err(Error::new(status.span(), message));
        }
        match status.base10_parse() {
            Ok(number @ 100..=599) => Ok(Some(number)),
            _ => Err(Error::new(
                status.span(),
                "expected an HTTP status from 100 to 599",
            )),
        }
    }
}
