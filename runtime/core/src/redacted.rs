//! Errors, shown without their sensitive parameters.

use crate::{debug, render, CatalogError};
use core::fmt;

/// An error whose `Debug` and `Display` redact sensitive parameters, whatever the `Debug` of its type does; from
/// [`CatalogError::redacted`].
#[derive(Clone, Copy)]
pub struct Redacted<'e, E>(&'e E);

impl<'e, E> Redacted<'e, E> {
    pub(crate) const fn new(error: &'e E) -> Self {
        Self(error)
    }
}

/// The message.
impl<E: CatalogError> fmt::Display for Redacted<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        render::display(self.0, formatter)
    }
}

/// The variant and its parameters, under the names that the derive gives them.
impl<E: CatalogError> fmt::Debug for Redacted<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::debug(self.0, formatter)
    }
}
