//! Responses of the crate `reqwest`: received with a bound, and decoded. Needs the feature `reqwest`.
//!
//! ```no_run
//! use error_catalog::client::DecodeResponse;
//! use error_catalog::{ErrorCatalog, Outcome};
//!
//! #[derive(ErrorCatalog)]
//! #[catalog(builtin = "edges")]
//! struct Edges;
//!
//! # async fn call() -> Result<(), Box<dyn std::error::Error>> {
//! let response = reqwest::get("http://localhost:8080/actions").await?;
//! if response.status().is_success() {
//!     return Ok(());
//! }
//! let decoded = response.decode::<Edges>().await?;
//! match decoded.outcome() {
//!     Outcome::Known(EdgesError::LimitReached { .. }) => println!("again in {:?}", decoded.retry_after()),
//!     _ => println!("{decoded}"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! `reqwest` is used without its default features: choose TLS, decompression, and the rest in your own dependency on
//! it. If `reqwest` decompresses a body, the limit counts decompressed bytes. This module does not exist on WebAssembly,
//! where the browser receives responses.

mod body;
mod error;

pub use error::ReadError;

use crate::{Catalog, Decoded};
use alloc::vec::Vec;
use body::Body;
use core::future::Future;

/// How much of a body is received by default, in bytes: 1 MiB.
pub const BODY_LIMIT: usize = 1 << 20;

/// Receives the body of a response, and decodes the response.
///
/// The status does not matter: a batch that succeeded in part has that of a success.
pub trait DecodeResponse: Sized + sealed::Sealed {
    /// Receives at most [`BODY_LIMIT`] bytes of the body, and decodes the response.
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

    /// Receives at most `limit` bytes of the body, and decodes the response.
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
    ) -> impl Future<Output = Result<Decoded<'static, C>, ReadError>> + Send;
}

impl DecodeResponse for reqwest::Response {
    async fn decode_with_limit<C: Catalog>(
        mut self,
        limit: usize,
    ) -> Result<Decoded<'static, C>, ReadError> {
        let mut body = Body::new(limit);
        let received = body.receive(&mut self).await;
        let is_truncated = body.is_truncated();
        let response = with_body(self, body.into_bytes());
        match received {
            Ok(()) => Ok(Decoded::from(response).truncated(is_truncated)),
            Err(reason) => Err(ReadError::new(response, reason)),
        }
    }
}

/// The status and the headers of a response, with the body that came.
fn with_body(mut received: reqwest::Response, body: Vec<u8>) -> http::Response<Vec<u8>> {
    let mut response = http::Response::new(body);
    *response.status_mut() = received.status();
    *response.version_mut() = received.version();
    core::mem::swap(response.headers_mut(), received.headers_mut());
    response
}

mod sealed {
    /// So that this crate can add methods to the trait.
    pub trait Sealed {}
    impl Sealed for reqwest::Response {}
}
