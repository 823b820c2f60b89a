//! Clients: from a response to its success, or to an error to return.
//!
//! `error_for` returns the response if it is a success, as `error_for_status` of `reqwest` does, and else the typed error:
//!
//! ```no_run
//! # #[cfg(all(feature = "derive", feature = "reqwest"))] {
//! use error_catalog::client::{CallError, DecodeResponse};
//! use error_catalog::ErrorCatalog;
//!
//! #[derive(ErrorCatalog)]
//! #[catalog(builtin = "edges")]
//! struct Edges;
//!
//! # async fn call() -> Result<(), CallError<Edges>> {
//! let response = reqwest::get("http://localhost:8080/actions").await?.error_for::<Edges>().await;
//! match response {
//!     Ok(response) => println!("{}", response.text().await?),
//!     Err(CallError::Api(error)) if error.kind() == Some(EdgesErrorKind::LimitReached) => {
//!         println!("again in {:?}", error.retry_after());
//!     }
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! # }
//! ```
//!
//! If errors of an API can have the status of a success, use `receive`, which reads the body and returns it, or else the
//! error. To have the decoded response whatever it is, use `decode`.
//!
//! | trait | for | needs the feature |
//! | --- | --- | --- |
//! | [`DecodeWhole`] | `http::Response<B>` with a body in memory, such as `Vec<u8>` or `Bytes` | `http` |
//! | [`DecodeBlocking`] | `http::Response<B>` with a reader as body, as `ureq` has | `http` |
//! | `DecodeResponse` | `http::Response<B>` with a body of the crate `http-body`, as `hyper` has | `http-body` |
//! | `DecodeResponse` | responses of the crate `reqwest` | `reqwest` |
//!
//! With the features `reqwest-middleware` and `tower`, `CatalogRetry` sends requests again as the catalog advises.
//!
//! `reqwest` is used without its default features: choose TLS, decompression, and the rest in your own dependency on
//! it. If `reqwest` decompresses a body, the limit counts decompressed bytes. Its responses on WebAssembly, where the
//! browser receives them, are not supported.

mod blocking;
mod body;
mod call_error;
mod error;
mod received;
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
mod retry;
#[cfg(feature = "http-body")]
mod stream;
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
mod unanswered;
mod whole;

pub use crate::decode::{Attempt, Attempts};
pub use blocking::DecodeBlocking;
#[cfg(feature = "service")]
pub(crate) use body::Body;
pub use call_error::CallError;
#[cfg(feature = "service")]
pub(crate) use error::AnyError;
pub use error::ReadError;
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
pub use retry::CatalogRetry;
#[cfg(feature = "http-body")]
pub use stream::DecodeResponse;
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
pub use unanswered::Unanswered;
pub use whole::DecodeWhole;

/// How much of a body is received by default, in bytes: 1 MiB.
pub const BODY_LIMIT: usize = 1 << 20;
