//! From an error to a status of gRPC.

use super::super::request::for_request;
use super::super::scope;
use super::{code, ID, TYPES};
use crate::delay::Sent;
use crate::encode::View;
use crate::format::grpc::details::{ERROR_INFO, REQUEST_INFO, RETRY_INFO};
use crate::format::grpc::duration;
use crate::format::grpc::proto::{Any, ErrorInfo, RequestInfo, RetryInfo, Status as Details};
use crate::{CatalogError, Code, Entry, Occurrence, RetryUnit, Status as HttpStatus};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use http::Response;
use prost::Message;
use tonic::Status;

/// The status of an error of a catalog, for the request that a layer is working on: what the derive calls.
#[doc(hidden)]
pub fn tonic_status<E: CatalogError>(error: &E) -> Status {
    answer(View::of(error))
}

/// The status that the error is in gRPC. Needs the feature `tonic`.
///
/// The enums that the derive writes, and your own enums, are statuses, too. The code is that for the HTTP status of the
/// error, unless an envelope of the catalog is one of gRPC. The details are `google.rpc.ErrorInfo`, with the code of the
/// catalog as its reason, the catalog's name as its domain, and the parameters as its metadata; `RetryInfo`; and, with the
/// reference, `RequestInfo`. [`DecodedStatus`](super::DecodedStatus) reads them.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::{ErrorCatalog, Occurrence};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// async fn handler() -> Result<tonic::Response<()>, tonic::Status> {
///     Err(WorksError::resource_not_exist("USER"))?
/// }
///
/// let status = tonic::Status::from(Occurrence::new(WorksError::resource_not_exist("USER")));
/// assert_eq!(status.code(), tonic::Code::NotFound);
/// # let _ = handler;
/// # }
/// ```
impl<E: CatalogError> From<Occurrence<E>> for Status {
    fn from(occurrence: Occurrence<E>) -> Self {
        answer(occurrence.view())
    }
}

fn answer<E: CatalogError>(view: View<'_, E>) -> Status {
    scope::with_current(|request| {
        let view = for_request(view, request);
        #[cfg(feature = "tracing")]
        crate::service::log::log(view);
        #[cfg(feature = "metrics")]
        crate::service::count::count(view);
        status(view)
    })
}

/// The answer to a request of gRPC: nothing but headers.
pub(in crate::service) fn response<E: CatalogError>(view: View<'_, E>) -> Response<Vec<u8>> {
    status(view).into_http()
}

/// The status of an error.
fn status<E: CatalogError>(view: View<'_, E>) -> Status {
    let of_catalog = view.in_grpc().and_then(|view| described(view));
    of_catalog.unwrap_or_else(|| derived(view))
}

/// The status in the catalog's own envelope; `None` if that has no place for a code.
fn described<E: CatalogError>(view: View<'_, E>) -> Option<Status> {
    let (head, _) = view.to_response().into_parts();
    let mut headers = head.headers;
    headers.remove(http::header::CONTENT_TYPE);
    Status::from_header_map(&headers).filter(|status| status.code() != tonic::Code::Ok)
}

fn derived<E: CatalogError>(view: View<'_, E>) -> Status {
    let entry = view.error.entry();
    let code = code::of_http(view.error.status().map(HttpStatus::as_u16));
    let message = view.sent_message();
    let reason = view.sent_code();
    let params = view.sent_params().into_iter();
    let mut metadata: alloc::collections::BTreeMap<String, String> = params
        .map(|(name, text)| (name.to_string(), text))
        .collect();
    if !is_known_by(entry, reason.as_deref()) {
        metadata
            .entry(ID.to_string())
            .or_insert_with(|| entry.id().to_string());
    }
    let info = ErrorInfo {
        reason: reason.unwrap_or_else(|| entry.id().to_string()),
        domain: entry.catalog().name().to_string(),
        metadata,
    };
    let mut details = Vec::from([any(ERROR_INFO, &info)]);
    let delay = view.sent_retry_after();
    let delay = delay.and_then(|time| Sent::new(time, Some(RetryUnit::Duration), false));
    if let Some(retry_delay) = delay.and_then(|sent| duration::parse(&sent.text())) {
        let retry_delay = Some(retry_delay);
        details.push(any(RETRY_INFO, &RetryInfo { retry_delay }));
    }
    if let Some(reference) = view.reference {
        let info = RequestInfo {
            request_id: reference.to_string(),
            serving_data: String::new(),
        };
        details.push(any(REQUEST_INFO, &info));
    }
    let status = Details {
        code: code.into(),
        message: message.clone(),
        details,
    };
    Status::with_details(code, message, status.encode_to_vec().into())
}

/// Whether a reader finds the entry by its code.
fn is_known_by(entry: Entry, reason: Option<&str>) -> bool {
    let Some(reason) = reason else {
        return false;
    };
    let code = match entry.code() {
        Code::Number(number) => Code::Number(number),
        _ => Code::from(reason),
    };
    let mut found = entry.catalog().find_all(&code);
    found.next() == Some(entry) && found.next().is_none()
}

fn any(name: &str, detail: &impl Message) -> Any {
    Any {
        type_url: [TYPES, name].concat(),
        value: detail.encode_to_vec(),
    }
}
