//! The headers of a response that describe its error: how to authenticate, and when to try again.
//!
//! ```
//! use core::time::Duration;
//! use error_catalog::header::{Headers, RetryAfter};
//!
//! let lines = [
//!     ("WWW-Authenticate", r#"Bearer realm="example", error="invalid_token""#),
//!     ("Retry-After", "120"),
//! ];
//! let headers = Headers::from(&lines);
//!
//! assert_eq!(headers.retry_after(), Some(RetryAfter::Delay(Duration::from_secs(120))));
//! let challenges = headers.challenges();
//! let bearer = challenges.iter().find(|challenge| challenge.is_scheme("Bearer")).unwrap();
//! assert_eq!(bearer.param("error").unwrap(), "invalid_token");
//! ```
//!
//! Every parser accepts any text, takes time and memory linear in its length, and never panics.

mod calendar;
mod challenge;
pub(crate) mod duration;
mod headers;
mod http_date;
mod parse;
mod retry_after;
mod rfc3339;
mod scan;
mod timestamp;
mod token;
mod write;

pub use challenge::Challenge;
pub use headers::{HeaderSource, Headers};
pub use retry_after::RetryAfter;
pub use timestamp::Timestamp;
pub(crate) use token::is_digits;
pub(crate) use write::in_one_line;
