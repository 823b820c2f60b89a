//! From an error to the response that the catalog describes.

use super::accept;
use super::request::{for_request, Request};
#[cfg(any(feature = "actix-web", feature = "axum"))]
use super::scope;
use crate::encode::View;
use crate::envelope::Envelope;
use crate::{CatalogError, Entry};
use alloc::vec::Vec;
use http::{header, HeaderValue, Response};

/// In the extensions of a response within a layer: which error of which catalog it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    catalog: &'static str,
    id: &'static str,
}

impl Answered {
    /// The name of the catalog.
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }

    /// The id of the entry.
    pub const fn id(&self) -> &'static str {
        self.id
    }
}

/// The response with an error, for the request that a layer is working on.
#[cfg(any(feature = "actix-web", feature = "axum"))]
pub(crate) fn answer<E: CatalogError>(view: View<'_, E>) -> Response<Vec<u8>> {
    scope::with_current(|request| answer_to(view, request))
}

/// The response with an error, for a request. The reference of the error comes before that of the request.
pub(super) fn answer_to<E: CatalogError>(
    view: View<'_, E>,
    request: Option<&Request>,
) -> Response<Vec<u8>> {
    let entry = view.error.entry();
    let choices = accept::choices(entry);
    let accept = request.and_then(|request| request.accept.as_deref());
    let preferred = accept.and_then(|accept| accept::preferred(&choices, accept));
    let meta = entry.catalog();
    let view = View {
        envelope: view.envelope.or(preferred.and_then(Envelope::body)),
        ..for_request(view, request)
    };
    #[cfg(feature = "tracing")]
    super::log::log(view);
    #[cfg(feature = "metrics")]
    super::count::count(view);
    #[cfg(feature = "tonic")]
    if request.is_some_and(|request| request.is_grpc) {
        let mut response = super::tonic::response(view);
        response.extensions_mut().insert(answered(entry));
        return response;
    }
    let mut response = view.to_response();
    let chosen_by = [
        (choices.len() > 1, "accept"),
        (meta.is_translated(), "accept-language"),
    ];
    for (_, name) in chosen_by.into_iter().filter(|(is_choice, _)| *is_choice) {
        let vary = HeaderValue::from_static(name);
        response.headers_mut().append(header::VARY, vary);
    }
    // For the layer.
    if request.is_some() {
        response.extensions_mut().insert(answered(entry));
    }
    response
}

fn answered(entry: Entry) -> Answered {
    Answered {
        catalog: entry.catalog().name(),
        id: entry.id(),
    }
}
