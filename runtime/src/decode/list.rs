//! Arrays of errors.

use super::parts::Parts;
use super::place::{errors_at, shows_success, ErrorsAt, Source};
use crate::envelope::Body;
use crate::json::Object;
use crate::Meta;

/// The first error in an array.
#[derive(Clone, Copy)]
pub(super) struct First<'r> {
    pub(super) error: Object<'r>,
    /// Whether there are other elements.
    pub(super) is_among_others: bool,
}

impl<'r> First<'r> {
    /// Finds it. Elements that are not errors are skipped.
    pub(super) fn find(
        meta: &'static Meta,
        body: &'static Body,
        source: &Source<'_, 'r>,
    ) -> Option<Self> {
        let mut elements = Parts::list(body, source)?;
        loop {
            let error = Object::of(elements.next()?);
            if Parts::in_element(meta, body, &error, source).is_some() {
                return Some(Self {
                    error,
                    is_among_others: elements.next().is_some(),
                });
            }
        }
    }
}

impl<'r> Parts<'_, 'r> {
    /// Iterates over the elements of the array of errors.
    pub(super) fn list(body: &'static Body, source: &Source<'_, 'r>) -> Option<ErrorsAt<'r>> {
        // A string in the place of a list is not one: an API may send either.
        let list = source.first(body.errors, |value| {
            value
                .json()
                .filter(|value| value.is_array() || value.is_object())
        });
        Some(errors_at(list?))
    }

    /// Returns the parts of an element of an array of errors, if it is one.
    pub(super) fn in_element<'e>(
        meta: &'static Meta,
        body: &'static Body,
        element: &'e Object<'r>,
        source: &Source<'e, 'r>,
    ) -> Option<Parts<'e, 'r>> {
        let inner = Source {
            error: element,
            ..*source
        };
        if shows_success(body, &inner, true) {
            return None;
        }
        let parts = Parts::read(meta, body, inner)?;
        Some(Parts {
            is_element: true,
            ..parts
        })
    }
}
