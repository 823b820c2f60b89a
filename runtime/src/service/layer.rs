//! The layer for servers that are built on `tower`.

use super::body::AnswerBody;
use super::options::Options;
use super::request::Request as Head;
use super::serve;
use crate::client::AnyError;
use crate::{Catalog, Fallback, Meta};
use alloc::boxed::Box;
use bytes::Bytes;
use core::convert::Infallible;
use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll};
use http::{HeaderName, Request, Response};
use tower_layer::Layer;
use tower_service::Service;

/// Makes every response with an error one of the catalog's. Needs the feature `service`.
///
/// What has a status of 400 or more and is not an error of the catalog is replaced by the entry that the catalog has for
/// it in `fallbacks`: what routers and extractors reject, panics, and errors of inner layers, such as timeouts. Its headers
/// are kept, except those that describe its body. Everything else passes untouched, and is not read.
///
/// If the catalog is translated, errors are in the language that the client prefers by `Accept-Language`.
///
/// Each request has a reference: that of the header `x-request-id`, else the trace id of `traceparent`, else a new one. It is
/// in the body where the catalog has a place for it, and in that header of every response.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::service::CatalogLayer;
/// use error_catalog::ErrorCatalog;
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "http-api")]
/// struct Api;
///
/// // A layer of any server that is built on `tower`. In `axum`: `Router::new().route(…).layer(layer)`.
/// let layer = CatalogLayer::<Api>::new();
/// # let _ = layer;
/// # }
/// ```
///
/// A catalog that does not say what to send instead does not compile:
///
/// ```compile_fail,E0080
/// use error_catalog::service::CatalogLayer;
/// use error_catalog::ErrorCatalog;
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// let layer = CatalogLayer::<Works>::new();
/// ```
pub struct CatalogLayer<C> {
    options: Options,
    catalog: PhantomData<fn() -> C>,
}

impl<C: Catalog> CatalogLayer<C> {
    /// Creates the layer.
    ///
    /// It does not compile if the catalog has no `fallbacks` for `4xx` and `5xx`.
    pub const fn new() -> Self {
        const {
            assert!(
                is_complete(C::META),
                "the catalog needs `fallbacks` for `4xx` and `5xx`"
            );
        }
        Self {
            options: Options::DEFAULT,
            catalog: PhantomData,
        }
    }

    /// What it was told.
    #[cfg(feature = "actix-web")]
    pub(super) const fn options(&self) -> &Options {
        &self.options
    }

    /// Sets the header that requests and responses have the reference in, instead of `x-request-id`.
    pub fn with_reference_header(mut self, name: HeaderName) -> Self {
        self.options.reference_header = name;
        self
    }

    /// Sets how much of the body of a response is read to find out whether it is an error of the catalog: 64 KiB, unless
    /// you set it. A longer one is replaced.
    pub const fn with_body_limit(mut self, bytes: usize) -> Self {
        self.options.body_limit = bytes;
        self
    }

    /// Checks that an operation answers only with errors that the catalog's `operations` have for it; `false`, unless you
    /// set it.
    ///
    /// The operation is the one whose `route` the request is sent to. An error that it does not have is replaced as a
    /// failure of the server, and the log says which error of which operation it was. Use it in debug builds and tests, to
    /// keep the operations of the catalog true:
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use error_catalog::service::CatalogLayer;
    /// use error_catalog::ErrorCatalog;
    ///
    /// #[derive(ErrorCatalog)]
    /// #[catalog(builtin = "http-api")]
    /// struct Api;
    ///
    /// let layer = CatalogLayer::<Api>::new().with_operations_checked(cfg!(debug_assertions));
    /// # let _ = layer;
    /// # }
    /// ```
    pub const fn with_operations_checked(mut self, checked: bool) -> Self {
        self.options.checks_operations = checked;
        self
    }
}

/// Whether there is an error of the catalog for every response.
const fn is_complete(catalog: &Meta) -> bool {
    let fallbacks = catalog.fallbacks();
    let (mut of_clients, mut of_servers) = (false, false);
    let mut index = 0;
    while index < fallbacks.len() {
        match fallbacks[index].0 {
            Fallback::Class(4) => of_clients = true,
            Fallback::Class(5) => of_servers = true,
            _ => {}
        }
        index += 1;
    }
    of_clients && of_servers
}

impl<C: Catalog> Default for CatalogLayer<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C: Catalog, S> Layer<S> for CatalogLayer<C> {
    type Service = CatalogService<S, C>;

    fn layer(&self, inner: S) -> Self::Service {
        CatalogService {
            inner,
            layer: self.clone(),
        }
    }
}

/// The service of a [`CatalogLayer`].
pub struct CatalogService<S, C> {
    inner: S,
    layer: CatalogLayer<C>,
}

impl<S, C, B, R> Service<Request<B>> for CatalogService<S, C>
where
    S: Service<Request<B>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<AnyError> + Send,
    C: Catalog,
    B: Send + 'static,
    R: http_body::Body<Data = Bytes> + Send + 'static,
    R::Error: Send,
{
    type Response = Response<AnswerBody<R>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    /// The inner service becomes ready within the request, so that its failures are answered, too.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let options = self.layer.options.clone();
        let method = request.method().as_str();
        let head = Head::of(method, request.uri().path(), request.headers(), &options);
        let inner = self.inner.clone();
        Box::pin(
            async move { Ok(serve::serve::<C, _, _, _>(inner, request, head, &options).await) },
        )
    }
}

// Not derived: a derive would ask for a marker that is `Clone`.
impl<C> Clone for CatalogLayer<C> {
    fn clone(&self) -> Self {
        Self {
            options: self.options.clone(),
            catalog: PhantomData,
        }
    }
}

impl<C> fmt::Debug for CatalogLayer<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.options, formatter)
    }
}

impl<S: Clone, C> Clone for CatalogService<S, C> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            layer: self.layer.clone(),
        }
    }
}

impl<S: fmt::Debug, C> fmt::Debug for CatalogService<S, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CatalogService")
            .field("inner", &self.inner)
            .finish_non_exhaustive()
    }
}
