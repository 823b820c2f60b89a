//! One request: what the service answers, or why it does not.

use super::body::AnswerBody;
use super::failure::Failure;
use super::operations::undeclared;
use super::options::Options;
use super::read::read;
use super::replace;
use super::request::Request;
use super::scope::Within;
use crate::client::AnyError;
use crate::Catalog;
use alloc::boxed::Box;
use alloc::vec::Vec;
use bytes::Bytes;
use core::future::poll_fn;
use core::pin::pin;
use http::Response;
use tower_service::Service;

/// Lets a service answer a request, and makes what it answers the catalog's.
pub(super) async fn serve<C, S, B, R>(
    mut service: S,
    request: http::Request<B>,
    head: Request,
    options: &Options,
) -> Response<AnswerBody<R>>
where
    C: Catalog,
    S: Service<http::Request<B>, Response = Response<R>>,
    S::Error: Into<AnyError>,
    R: http_body::Body<Data = Bytes>,
{
    let mut head = Some(Box::new(head));
    let work = async {
        poll_fn(|task| service.poll_ready(task)).await?;
        service.call(request).await
    };
    let result = Within {
        work: pin!(work),
        request: &mut head,
    };
    let result = match result.await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => Err(Failure::Error(error.into())),
        Err(panic) => Err(Failure::Panic(panic)),
    };
    let request = head.as_deref();
    let mut response = match result {
        Ok(response) => checked::<C, R>(response, request, options).await,
        Err(failure) => whole(replace::failed::<C>(failure, request)),
    };
    let answered = response.extensions().get();
    if let Some(failure) = undeclared(C::meta(), answered, request, options) {
        response = whole(replace::failed::<C>(failure, request));
    }
    if let Some(reference) = request.and_then(Request::reference_value) {
        let headers = response.headers_mut();
        headers
            .entry(&options.reference_header)
            .or_insert(reference);
    }
    response
}

/// Lets a response pass, unless it is an error that is not the catalog's.
async fn checked<C: Catalog, R: http_body::Body<Data = Bytes>>(
    response: Response<R>,
    request: Option<&Request>,
    options: &Options,
) -> Response<AnswerBody<R>> {
    #[cfg(feature = "tonic")]
    if let Some(response) = super::statuses::replacement::<C, R>(&response, request) {
        return whole(response);
    }
    if replace::passes::<C>(response.status().as_u16(), response.extensions().get()) {
        return response.map(AnswerBody::own);
    }
    let (parts, body) = response.into_parts();
    let body = read(body, options.body_limit).await.unwrap_or_default();
    let head = Response::from_parts(parts, ());
    match replace::replacement::<C>(&head, &body, request) {
        Some(response) => whole(response),
        None => head.map(|()| AnswerBody::whole(body)),
    }
}

fn whole<R>(response: Response<Vec<u8>>) -> Response<AnswerBody<R>> {
    response.map(|body| AnswerBody::whole(body.into()))
}
