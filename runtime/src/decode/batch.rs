//! Batch responses.

use super::decoded::Decoded;
use super::read::decode_item;
use super::response::Response;
use super::sensitive::Guarded;
use crate::{envelope, Catalog, Json};
use alloc::borrow::Cow;
use core::fmt;
use core::marker::PhantomData;

/// The errors and results of a batch by key; returned by [`Decoded::batch`].
pub struct Batch<'d, C> {
    status: u16,
    errors: Json<'d>,
    results: Option<Json<'d>>,
    catalog: PhantomData<fn() -> C>,
}

impl<C: Catalog> Decoded<'_, C> {
    /// Returns the errors and results of a batch; `None` if the response is not a batch. Reads the body again.
    pub fn batch(&self) -> Option<Batch<'_, C>> {
        Batch::of(self)
    }
}

impl<'d, C: Catalog> Batch<'d, C> {
    fn of(decoded: &'d Decoded<'_, C>) -> Option<Self> {
        let batch: &envelope::Batch = decoded.untyped.reading.shape?.batch.as_ref()?;
        let json = decoded.json()?;
        let errors = json.path(batch.errors)?;
        errors.is_object().then(|| Self {
            status: decoded.status(),
            errors,
            results: batch.results.and_then(|pointer| json.path(pointer)),
            catalog: PhantomData,
        })
    }

    /// Iterates over the errors by key.
    ///
    /// An error without a status of its own has the status of the response.
    pub fn errors(&self) -> impl Iterator<Item = (Cow<'d, str>, Decoded<'d, C>)> + 'd {
        let status = self.status;
        self.errors.members().map(move |(key, error)| {
            let response = Response::new(status, error.as_written());
            (key, decode_item(response).with_own_status())
        })
    }

    /// Iterates over the results by key.
    pub fn results(&self) -> impl Iterator<Item = (Cow<'d, str>, Json<'d>)> + 'd {
        self.results.into_iter().flat_map(Json::members)
    }
}

impl<C: Catalog> fmt::Debug for Batch<'_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Batch")
            .field("errors", &Guarded::of::<C>(&self.errors))
            .field("results", &Guarded::of::<C>(&self.results))
            .finish_non_exhaustive()
    }
}
