//! What must not be shown although it came.

use super::Decoded;
use crate::{Catalog, CatalogKind, Entry};
use core::fmt;

/// Stands for what is not shown.
const REDACTED: &str = "[redacted]";

/// A part of a response, shown if no sensitive parameter can be in it.
pub(super) struct Guarded<'p, T: ?Sized> {
    pub(super) part: &'p T,
    pub(super) is_secret: bool,
}

impl<'p, T: ?Sized> Guarded<'p, T> {
    /// A part that may hold any error of the catalog, such as a whole body.
    pub(super) fn of_any<C: Catalog>(part: &'p T) -> Self {
        Self {
            part,
            is_secret: C::meta().entries().any(Entry::has_sensitive_params),
        }
    }
}

impl<T: fmt::Display + ?Sized> fmt::Display for Guarded<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_secret {
            return formatter.write_str(REDACTED);
        }
        self.part.fmt(formatter)
    }
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Guarded<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_secret {
            return formatter.write_str(REDACTED);
        }
        self.part.fmt(formatter)
    }
}

impl<C: Catalog> Decoded<'_, C> {
    /// A text of the error itself, such as its message.
    pub(super) fn guarded<'p, T: ?Sized>(&self, part: &'p T) -> Guarded<'p, T> {
        let entry = self.kind().map(CatalogKind::entry);
        Guarded {
            part,
            is_secret: entry.is_some_and(Entry::has_sensitive_params),
        }
    }
}
