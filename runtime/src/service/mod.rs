//! For servers: every response with an error is one of the catalog's.
//!
//! ```text
//! request ──▶ request.rs: reference, accepted types ──scope──┐
//!                                                            ▼
//! handler ──error──▶ answer.rs: status, headers, body ──▶ response ──layer──▶ untouched
//!    └─────anything else at 400 or more, a panic ──▶ replace.rs: the catalog's fallback ──▲
//! ```
//!
//! With the features `axum`, `actix-web`, and `tonic`, the errors of a catalog and [`Occurrence`](crate::Occurrence)s are
//! responses of these frameworks. [`CatalogLayer`] is a layer for servers that are built on `tower`, such as those of
//! `axum` and `tonic`.

mod accept;
mod answer;
#[cfg(feature = "axum")]
mod axum;
mod body;
mod layer;
mod options;
mod read;
mod reference;
mod replace;
mod request;
mod scope;
mod serve;
mod source;

pub use answer::Answered;
pub use body::AnswerBody;
pub use layer::{CatalogLayer, CatalogService};

#[cfg(feature = "axum")]
#[doc(hidden)]
pub use axum::respond;
