//! For servers: every response with an error is one of the catalog's.
//!
//! ```text
//! request ──▶ request.rs: reference, what is accepted ─scope─┐
//!                                                            ▼
//! handler ──error──▶ answer.rs: status, headers, body ──▶ response ──layer──▶ untouched
//!    └─────anything else at 400 or more, a panic ──▶ replace.rs: the catalog's fallback ──▲
//! ```
//!
//! With the features `axum`, `actix-web`, and `tonic`, the errors of a catalog and [`Occurrence`](crate::Occurrence)s are
//! responses of these frameworks. `CatalogLayer` is a layer for servers that are built on `tower`, such as those of
//! `axum` and `tonic`.
//!
//! # What happens to an error on its way out
//!
//! These methods of [`Occurrence`](crate::Occurrence) need no framework. The layer, and responses of a framework, call `log`
//! and `count` themselves.
//!
//! | method | does | needs the feature |
//! | --- | --- | --- |
//! | `log` | emits an event of the crate `tracing` | `tracing` |
//! | `count` | adds to a counter of the crate `metrics` | `metrics` |
//! | `with_violations` | adds what a validator found, as errors within the error | none, `garde`, or `validator` |
//!
//! # Validators
//!
//! [`Violations`] says what a validator found. `validator::ValidationErrors` has codes and parameters, such as `length`
//! with `min`, `max`, `equal`, and `value`, the wrong value itself. Of `must_match`, the value of the other field is left
//! out: it may be a password. `garde::Report` has messages only, so that the rules
//! are those that the messages tell:
//!
//! | rule of `garde` | code | parameter |
//! | --- | --- | --- |
//! | `length`, `range` | `length`, `range` | `min` or `max` |
//! | `contains` | `contains` | `needle` |
//! | `prefix`, `suffix`, `pattern` | `prefix`, `suffix`, `pattern` | the same |
//! | `matches` | `matches` | `other` |
//! | `required`, `ascii`, `alphanumeric`, `email`, `url`, `ip`, `ipv4`, `ipv6`, `credit_card`, `phone_number` | the same | |
//! | `custom` | the message | |

#[cfg(feature = "service")]
mod accept;
#[cfg(feature = "actix-web")]
mod actix;
#[cfg(feature = "service")]
mod answer;
#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "service")]
mod body;
#[cfg(feature = "metrics")]
mod count;
#[cfg(feature = "service")]
mod failure;
#[cfg(feature = "service")]
mod headers;
#[cfg(feature = "service")]
mod layer;
#[cfg(feature = "tracing")]
mod log;
#[cfg(feature = "service")]
mod operations;
#[cfg(feature = "service")]
mod options;
#[cfg(feature = "service")]
mod read;
#[cfg(feature = "service")]
mod reference;
#[cfg(feature = "service")]
mod replace;
#[cfg(feature = "service")]
mod request;
#[cfg(feature = "service")]
mod scope;
#[cfg(feature = "service")]
mod serve;
#[cfg(feature = "tonic")]
mod statuses;
#[cfg(feature = "tonic")]
mod tonic;
mod violations;

#[cfg(feature = "service")]
pub use answer::Answered;
#[cfg(feature = "service")]
pub use body::AnswerBody;
#[cfg(feature = "service")]
pub use layer::{CatalogLayer, CatalogService};

#[cfg(feature = "actix-web")]
pub use actix::CatalogMiddleware;
#[cfg(feature = "actix-web")]
#[doc(hidden)]
pub use actix::{actix_response, actix_status};
#[cfg(feature = "axum")]
#[doc(hidden)]
pub use axum::axum_response;
#[cfg(feature = "tonic")]
#[doc(hidden)]
pub use tonic::tonic_status;
#[cfg(feature = "tonic")]
pub use tonic::DecodedStatus;
pub use violations::{Violation, Violations};
