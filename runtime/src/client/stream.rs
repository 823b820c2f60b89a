//! Responses whose bodies are received asynchronously.

use super::body::Body;
use super::error::AnyError;
use super::received::{is_error, Received};
use super::{CallError, ReadError, BODY_LIMIT};
use crate::{Catalog, Decoded};
use alloc::vec::Vec;
use core::future::Future;
use sealed::Incoming;

/// Receives and decodes responses of asynchronous clients: those of `reqwest`, and `http::Response<B>` whose body is a
/// body of the crate `http-body`, as with `hyper`.
///
/// ```no_run
/// # #[cfg(all(feature = "derive", feature = "reqwest"))] {
/// use error_catalog::client::{CallError, DecodeResponse};
/// use error_catalog::ErrorCatalog;
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "linkedin-marketing")]
/// struct Marketing;
///
/// async fn pause(client: &reqwest::Client, url: &str) -> Result<(), CallError<Marketing>> {
///     client.post(url).body("PAUSED").send().await?.error_for::<Marketing>().await?;
///     Ok(())
/// }
/// # }
/// ```
pub trait DecodeResponse: Sized + Incoming {
    /// Returns the response if its status is not that of an error, as `error_for_status` of `reqwest` does. Else, receives
    /// at most [`BODY_LIMIT`] bytes of the body.
    ///
    /// # Errors
    ///
    /// Returns the decoded response if its status is 400 or more, or an error if its body did not arrive completely.
    fn error_for<C: Catalog>(self) -> impl Future<Output = Result<Self, CallError<C>>> + Send {
        async {
            if is_error(self.status_code()) {
                return Err(receive(self, BODY_LIMIT).await.error());
            }
            Ok(self)
        }
    }

    /// Receives at most [`BODY_LIMIT`] bytes, and returns the body of a success, for an API whose errors can have the
    /// status of a success.
    ///
    /// # Errors
    ///
    /// As [`receive_with_limit`](Self::receive_with_limit).
    fn receive<C: Catalog>(self) -> impl Future<Output = Result<Vec<u8>, CallError<C>>> + Send {
        self.receive_with_limit(BODY_LIMIT)
    }

    /// Receives at most `limit` bytes, and returns the body of a success.
    ///
    /// # Errors
    ///
    /// Returns the decoded response if it [is an error](Decoded::is_error), or an error if the body did not arrive
    /// completely or is that of a success and longer than the limit.
    fn receive_with_limit<C: Catalog>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<u8>, CallError<C>>> + Send {
        async move { receive(self, limit).await.bytes() }
    }

    /// Receives at most [`BODY_LIMIT`] bytes of the body, and decodes the response, whatever its status: a batch that
    /// succeeded in part has that of a success.
    ///
    /// # Errors
    ///
    /// Returns an error if the body did not arrive completely, because the connection broke or took too long. The error
    /// holds what arrived.
    fn decode<C: Catalog>(
        self,
    ) -> impl Future<Output = Result<Decoded<'static, C>, ReadError>> + Send {
        self.decode_with_limit(BODY_LIMIT)
    }

    /// Receives at most `limit` bytes of the body, and decodes the response, whatever its status.
    ///
    /// The rest of a longer body is dropped, and the connection with it. What is left is seldom valid JSON;
    /// [`Decoded::is_truncated`] is `true`.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode).
    fn decode_with_limit<C: Catalog>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Decoded<'static, C>, ReadError>> + Send {
        async move { receive(self, limit).await.decode() }
    }
}

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
impl DecodeResponse for reqwest::Response {}

impl<B> DecodeResponse for http::Response<B>
where
    B: http_body::Body + Send,
    B::Data: Send,
    B::Error: Into<AnyError> + Send,
{
}

async fn receive(response: impl Incoming, limit: usize) -> Received {
    let (parts, stream) = response.into_http().into_parts();
    let mut body = Body::new(limit);
    let result = body.receive(stream).await;
    Received::new(parts, body, result)
}

mod sealed {
    use super::AnyError;
    use http::StatusCode;

    /// What all responses have in common. It is sealed, so that this crate can add methods.
    pub trait Incoming: Send {
        /// The body.
        type Body: http_body::Body<Data: Send, Error: Into<AnyError> + Send> + Send;

        /// The status.
        fn status_code(&self) -> StatusCode;

        /// The response, as one of the crate `http`.
        fn into_http(self) -> http::Response<Self::Body>;
    }

    #[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
    impl Incoming for reqwest::Response {
        type Body = reqwest::Body;

        fn status_code(&self) -> StatusCode {
            self.status()
        }

        fn into_http(self) -> http::Response<reqwest::Body> {
            self.into()
        }
    }

    impl<B> Incoming for http::Response<B>
    where
        B: http_body::Body + Send,
        B::Data: Send,
        B::Error: Into<AnyError> + Send,
    {
        type Body = B;

        fn status_code(&self) -> StatusCode {
            self.status()
        }

        fn into_http(self) -> Self {
            self
        }
    }
}
