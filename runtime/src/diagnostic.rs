//! Errors as diagnostics of the crate `miette`.

use crate::{Catalog, CatalogError, CatalogKind, Code, Documentation, Occurrence, ResponseError};
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::Display;
use miette::{Diagnostic, Severity};

type Shown<'a> = Option<Box<dyn Display + 'a>>;

/// The code as the catalog has it, with its placeholders, or else the id.
pub fn code<'a, E: CatalogError>(error: &E) -> Shown<'a> {
    let entry = error.entry();
    Some(match entry.code() {
        Code::None => Box::new(entry.id()),
        code => Box::new(code),
    })
}

/// The severity that the catalog gives, if it does.
pub fn severity<E: CatalogError>(error: &E) -> Option<Severity> {
    error.entry().severity().map(of)
}

const fn of(severity: crate::Severity) -> Severity {
    match severity {
        crate::Severity::Trace | crate::Severity::Debug | crate::Severity::Info => Severity::Advice,
        crate::Severity::Warn => Severity::Warning,
        _ => Severity::Error,
    }
}

/// What to do about the error.
pub fn help<'a>(documentation: Documentation) -> Shown<'a> {
    shown(documentation.resolution())
}

/// The address of the API's documentation.
pub fn url<'a>(documentation: Documentation) -> Shown<'a> {
    shown(documentation.docs())
}

fn shown<'a>(text: Option<&'static str>) -> Shown<'a> {
    Some(Box::new(text?))
}

/// The code, the resolution, and the address of the documentation in the catalog; related are the errors within it.
impl<E: CatalogError> Diagnostic for Occurrence<E> {
    fn code(&self) -> Shown<'_> {
        code(self.error())
    }

    fn severity(&self) -> Option<Severity> {
        severity(self.error())
    }

    fn help(&self) -> Shown<'_> {
        help(self.error().documentation())
    }

    fn url(&self) -> Shown<'_> {
        url(self.error().documentation())
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let mut causes = self.causes().peekable();
        causes.peek()?;
        Some(Box::new(causes.map(|cause| cause as &dyn Diagnostic)))
    }
}

/// The code of the response, and what the catalog says about the error if it is known.
impl<C: Catalog> Diagnostic for ResponseError<C> {
    fn code(&self) -> Shown<'_> {
        let code: String = self.shown_code();
        if code.is_empty() {
            return None;
        }
        Some(Box::new(crate::decode::in_one_line(&code)))
    }

    fn severity(&self) -> Option<Severity> {
        self.kind()?.entry().severity().map(of)
    }

    fn help(&self) -> Shown<'_> {
        help(self.kind()?.documentation())
    }

    fn url(&self) -> Shown<'_> {
        url(self.kind()?.documentation())
    }
}

/// That of the response, if one came.
#[cfg(feature = "http")]
impl<C: Catalog> Diagnostic for crate::client::CallError<C> {
    fn code(&self) -> Shown<'_> {
        Diagnostic::code(self.api()?)
    }

    fn severity(&self) -> Option<Severity> {
        Diagnostic::severity(self.api()?)
    }

    fn help(&self) -> Shown<'_> {
        Diagnostic::help(self.api()?)
    }

    fn url(&self) -> Shown<'_> {
        Diagnostic::url(self.api()?)
    }
}
