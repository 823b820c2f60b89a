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
        let mut params = Vec::new();
        if let Some(given) = self.reading.given() {
            params.push((Cow::Borrowed(given.param), Json::known(&given.json)));
        }
        let found = self.look(|body, source| Some(found(body, &source)));
        params.append(&mut found.unwrap_or_default());
        params.into_iter()
    }
}

fn found<'s>(body: &'static Body, source: &Source<'_, 's>) -> Vec<(Cow<'s, str>, Json<'s>)> {
    let mut found = Vec::new();
    match &body.params {
        Params::None => {}
        Params::Object(place) => {
            let Some(object) = source.json(place) else {
                return found;
            };
            for (name, value) in object.members() {
                if !is_whole_error(place) || !is_part(body, &name) {
                    found.push((name, value));
                }
            }
        }
        Params::Each(each) => {
            for (name, places) in *each {
                if let Some(value) = source.first(places, Raw::json) {
                    found.push((Cow::Borrowed(*name), value));
                }
            }
        }
        Params::Pairs(pairs) => {
            let Some(array) = source.json(&pairs.at) else {
                return found;
            };
            for pair in array.elements() {
                if let (Some(name), Some(value)) =
                    (pair.text_at(pairs.name), pair.path(pairs.value))
                {
                    found.push((name, value));
                }
            }
        }
    }
    found
}

const fn is_whole_error(place: &Place) -> bool {
    matches!(place, Place::Pointer([]))
}

/// Whether a member of the error is another part of it, or contains one.
fn is_part(body: &'static Body, name: &str) -> bool {
    let is_in = |place: &Place| {
        let first = pointer(place).and_then(<[Step]>::first);
        matches!(first, Some(Step::Name(first)) if *first == name)
    };
    let mut is_part = false;
    for place in body.errors {
        is_part |= is_in(place);
    }
    for constant in body.constants {
        is_part |= is_in(&constant.place);
    }
    body.visit_places(&mut |place| is_part |= is_in(place));
    is_part
}
