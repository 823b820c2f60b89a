//! The parameters in a response, whether or not the catalog knows the error.

use super::decoded::Decoded;
use super::place::{pointer, Raw, Source};
use super::untyped::Untyped;
use crate::envelope::{Body, Params, Place, Step};
use crate::{Catalog, Json};
use alloc::borrow::Cow;
use alloc::vec::Vec;

impl<C: Catalog> Decoded<'_, C> {
    /// Iterates over the parameters in the response, by their names there, also those of an unknown error. Parameters that
    /// are only in the message or in the code are not among them. Reads the body again.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use error_catalog::{ErrorCatalog, Response};
    ///
    /// #[derive(ErrorCatalog)]
    /// #[catalog(builtin = "edges")]
    /// struct Edges;
    ///
    /// let body = r#"{"error_label": "NEW_CODE", "message": "No.", "params": {"retry_after": 30}}"#;
    /// let decoded = Edges::decode(Response::new(400, body));
    /// let params: Vec<_> = decoded.params().map(|(name, value)| format!("{name}: {value}")).collect();
    /// assert_eq!(params, ["retry_after: 30"]);
    /// # }
    /// ```
    pub fn params(&self) -> impl Iterator<Item = (Cow<'_, str>, Json<'_>)> {
        self.untyped.params()
    }
}

impl Untyped<'_> {
    fn params(&self) -> impl Iterator<Item = (Cow<'_, str>, Json<'_>)> {
        let given = self.reading.given();
        let given = given.map(|given| (Cow::Borrowed(given.param), Json::known(&given.json)));
        let found = self.look(|body, source| Some(found(body, &source)));
        given.into_iter().chain(found.unwrap_or_default())
    }
}

fn found<'s>(body: &'static Body, source: &Source<'_, 's>) -> Vec<(Cow<'s, str>, Json<'s>)> {
    match &body.params {
        Params::None => Vec::new(),
        Params::Object(place) => {
            let members = source.json(place).into_iter().flat_map(Json::members);
            let is_part = |name: &str| is_whole_error(place) && is_part(body, name);
            members.filter(|(name, _)| !is_part(name)).collect()
        }
        Params::Each(each) => {
            let value = |places| source.first(places, Raw::json);
            let found = each.iter();
            found
                .filter_map(|(name, places)| Some((Cow::Borrowed(*name), value(places)?)))
                .collect()
        }
        Params::Pairs(pairs) => {
            let elements = source.json(&pairs.at).into_iter().flat_map(Json::elements);
            elements
                .filter_map(|pair| {
                    Some((pair.path(pairs.name)?.as_str()?, pair.path(pairs.value)?))
                })
                .collect()
        }
    }
}

const fn is_whole_error(place: &Place) -> bool {
    matches!(place, Place::Pointer([]))
}

/// Whether a member of the error is another part of it, or contains one.
fn is_part(body: &'static Body, name: &str) -> bool {
    let parts = [
        body.errors,
        body.code,
        body.subcode,
        body.message,
        body.title,
        body.status,
        body.scope,
        body.reference,
        body.retry_after,
    ];
    let extra = body.extra.iter().flat_map(|extra| extra.places);
    let constants = body.constants.iter().map(|constant| &constant.place);
    let causes = body.causes.iter().map(|causes| &causes.at);
    let places = parts.into_iter().flatten().chain(extra);
    let mut places = places.chain(constants).chain(causes);
    places.any(|place| {
        let first = pointer(place).and_then(<[Step]>::first);
        first.is_some_and(|step| matches!(step, Step::Name(first) if *first == name))
    })
}
