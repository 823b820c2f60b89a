//! The layer as a middleware of `actix-web`.

use super::converted;
use crate::client::Body;
use crate::service::failure::Failure;
use crate::service::headers::Headers;
use crate::service::layer::CatalogLayer;
use crate::service::operations::undeclared;
use crate::service::options::Options;
use crate::service::read::whole;
use crate::service::replace;
use crate::service::request::Request;
use crate::service::scope::Within;
use crate::Catalog;
use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::{Error, HttpResponse};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec::Vec;
use bytes::Bytes;
use core::future::{poll_fn, ready, Future, Ready};
use core::pin::{pin, Pin};
use core::task::{Context, Poll};

/// As a middleware: `App::new().wrap(CatalogLayer::<Payments>::new())`. Needs the feature `actix-web`.
impl<S, B, C> Transform<S, ServiceRequest> for CatalogLayer<C>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    S::Future: 'static,
    B: MessageBody + 'static,
    C: Catalog,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = CatalogMiddleware<S, C>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(CatalogMiddleware {
            service: Rc::new(service),
            layer: self.clone(),
        }))
    }
}

/// The service of a [`CatalogLayer`] in `actix-web`.
pub struct CatalogMiddleware<S, C> {
    service: Rc<S>,
    layer: CatalogLayer<C>,
}

impl<S, B, C> Service<ServiceRequest> for CatalogMiddleware<S, C>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    S::Future: 'static,
    B: MessageBody + 'static,
    C: Catalog,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    fn poll_ready(&self, task: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.service.poll_ready(task)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let options = self.layer.options().clone();
        let head = Request::of(
            request.method().as_str(),
            request.path(),
            request.headers(),
            &options,
        );
        let service = Rc::clone(&self.service);
        Box::pin(async move { serve::<C, S, B>(&service, request, head, &options).await })
    }
}

impl Headers for HeaderMap {
    fn all(&self, name: &str) -> Vec<&str> {
        let lines = self.get_all(name);
        lines.filter_map(|line| line.to_str().ok()).collect()
    }
}

/// Lets a service answer a request, and makes what it answers the catalog's.
///
/// The router needs the only handle to a request, so that after a failure there is none to answer: the response is then
/// that of the error, which the server sends all the same.
async fn serve<C, S, B>(
    service: &S,
    request: ServiceRequest,
    head: Request,
    options: &Options,
) -> Result<ServiceResponse<EitherBody<B>>, Error>
where
    C: Catalog,
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let mut head = Some(Box::new(head));
    let work = async {
        let result = service.call(request).await;
        // The error of an inner middleware is a response, too, which is made in the scope of the request.
        result.map_err(|error| error.error_response())
    };
    let result = Within {
        work: pin!(work),
        request: &mut head,
    };
    let result = result.await;
    let head = head.as_deref();
    let mut failure = match result {
        Ok(Ok(response)) => {
            let (request, response) = response.into_parts();
            let response = checked::<C, B>(response, head, options).await;
            let mut response = declared::<C, B>(response, head, options);
            add_reference(response.headers_mut(), head, options);
            return Ok(ServiceResponse::new(request, response));
        }
        Ok(Err(response)) => {
            let response = checked::<C, BoxBody>(response, head, options).await;
            let response = declared::<C, BoxBody>(response, head, options);
            response.map_into_boxed_body()
        }
        Err(panic) => converted(replace::failed::<C>(Failure::Panic(panic), head)),
    };
    add_reference(failure.headers_mut(), head, options);
    Err(InternalError::from_response("the catalog's error", failure).into())
}

fn add_reference(headers: &mut HeaderMap, head: Option<&Request>, options: &Options) {
    let value = head.map(|head| HeaderValue::from_str(&head.reference));
    let name = HeaderName::from_bytes(options.reference_header.as_str().as_bytes());
    if let (Ok(name), Some(Ok(value))) = (name, value) {
        if !headers.contains_key(&name) {
            headers.insert(name, value);
        }
    }
}

/// Lets a response pass, unless it is an error that is not the catalog's.
async fn checked<C: Catalog, B: MessageBody>(
    response: HttpResponse<B>,
    request: Option<&Request>,
    options: &Options,
) -> HttpResponse<EitherBody<B>> {
    let answered = response.extensions().get().copied();
    if replace::passes::<C>(response.status().as_u16(), answered.as_ref()) {
        return response.map_into_left_body();
    }
    let (own, body) = response.into_parts();
    let body = read(body, options.body_limit).await.unwrap_or_default();
    let response = match replace::replacement::<C>(&head(&own), &body, request) {
        Some(response) => converted(response),
        None => own.set_body(BoxBody::new(body)),
    };
    response.map_into_right_body()
}

/// Lets an error pass, unless its operation does not have it.
fn declared<C: Catalog, B: MessageBody>(
    response: HttpResponse<EitherBody<B>>,
    request: Option<&Request>,
    options: &Options,
) -> HttpResponse<EitherBody<B>> {
    let answered = response.extensions().get().copied();
    match undeclared(C::meta(), answered.as_ref(), request, options) {
        Some(failure) => converted(replace::failed::<C>(failure, request)).map_into_right_body(),
        None => response,
    }
}

/// The head of a response, in the newer version of the crate `http`.
fn head<B>(response: &HttpResponse<B>) -> http::Response<()> {
    let mut head = http::Response::new(());
    if let Ok(status) = http::StatusCode::from_u16(response.status().as_u16()) {
        *head.status_mut() = status;
    }
    for (name, value) in response.headers() {
        let name = http::HeaderName::from_bytes(name.as_str().as_bytes());
        let value = http::HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            head.headers_mut().append(name, value);
        }
    }
    head
}

/// Reads a body; `None` if it is longer than the limit, or breaks off.
async fn read(body: impl MessageBody, limit: usize) -> Option<Bytes> {
    if matches!(body.size(), BodySize::Sized(size) if size > limit as u64) {
        return None;
    }
    let mut body = pin!(body);
    let mut read = Body::new(limit);
    while let Some(data) = poll_fn(|task| body.as_mut().poll_next(task)).await {
        read.push(&data.ok()?);
        if read.is_truncated() {
            return None;
        }
    }
    whole(read)
}
