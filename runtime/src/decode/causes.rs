//! Errors within an error.

use super::decoded::Decoded;
use super::parts::Parts;
use super::read::understand;
use super::reading::Reading;
use super::response::Response;
use super::sensitive::Guarded;
use crate::envelope::Body;
use crate::json::Object;
use crate::{Catalog, Elements, Json};
use core::marker::PhantomData;

/// An iterator over the errors within an error; returned by [`Decoded::causes`].
///
/// Each is a [`Decoded`] whose body is the member that contains it. A value in the place for causes that has no code is
/// an [`Outcome::Foreign`](crate::Outcome::Foreign).
pub struct Causes<'d, C> {
    status: u16,
    body: Option<&'static Body>,
    json: Option<Json<'d>>,
    places: core::slice::Iter<'static, crate::envelope::Pointer>,
    current: Option<Elements<'d>>,
    catalog: PhantomData<fn() -> C>,
}

impl<C: Catalog> Decoded<'_, C> {
    /// Iterates over the errors within the error, each decoded. Reads the body again.
    pub fn causes(&self) -> Causes<'_, C> {
        Causes::of(self)
    }
}

impl<'d, C: Catalog> Causes<'d, C> {
    fn of(decoded: &'d Decoded<'_, C>) -> Self {
        let causes = decoded
            .reading()
            .shape
            .and_then(|body| body.causes.as_ref());
        Self {
            status: decoded.body_status().unwrap_or(decoded.status()),
            body: causes.map(|causes| causes.body),
            json: causes.and_then(|_| decoded.json()),
            places: causes.map_or(&[][..], |causes| causes.at).iter(),
            current: None,
            catalog: PhantomData,
        }
    }
}

impl<'d, C: Catalog> Iterator for Causes<'d, C> {
    type Item = Decoded<'d, C>;

    fn next(&mut self) -> Option<Self::Item> {
        let (body, json) = (self.body?, self.json?);
        loop {
            if let Some(cause) = self.current.as_mut().and_then(Iterator::next) {
                return Some(decode(body, cause, self.status));
            }
            let place = self.places.next()?;
            self.current = json.pointer(place).map(Json::elements);
        }
    }
}

/// Reads one cause.
fn decode<'d, C: Catalog>(body: &'static Body, cause: Json<'d>, status: u16) -> Decoded<'d, C> {
    let response = Response::new(status, cause.as_written());
    let object = Object::of(cause);
    let parts = Parts::in_body(body, &object).or_else(|| Parts::without_code(body, &object));
    let reading = match parts {
        Some(mut parts) => {
            parts.is_among_others = true;
            understand::<C>(parts, status, None)
        }
        None => Reading::other_json(body),
    };
    Decoded::new(response, reading)
}

impl<C: Catalog> core::fmt::Debug for Causes<'_, C> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter
            .debug_struct("Causes")
            .field("json", &Guarded::of::<C>(&self.json))
            .finish_non_exhaustive()
    }
}
