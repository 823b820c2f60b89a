//! The bundled catalogs, compiled: the errors of each API are types that all crates share.
//!
//! Each API has a feature of its own, and all of them are off by default. With
//! [`#[catalog(builtin = "…")]`](derive@crate::ErrorCatalog), a crate gets types of its own instead.

#[cfg(feature = "linkedin-marketing")]
pub mod marketing;

use crate::ErrorCatalog;

/// LinkedIn. Needs the feature `linkedin`.
///
/// ```
/// use error_catalog::apis::{LinkedInError, LinkedInErrorKind};
///
/// let error = LinkedInError::rate_limit();
/// assert_eq!(error.status(), 429);
/// assert_eq!(error.kind(), LinkedInErrorKind::RateLimit);
/// ```
#[cfg(feature = "linkedin")]
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(builtin = "linkedin", crate = crate)]
pub struct LinkedIn;

/// LinkedIn Marketing; the details of its errors are in the module [`marketing`]. Needs the feature
/// `linkedin-marketing`.
///
/// ```
/// use error_catalog::apis::LinkedInMarketingError;
///
/// let error = LinkedInMarketingError::field_value_too_low("/totalBudget/amount", "31.0", "100.00");
/// assert_eq!(error.to_string(), "/totalBudget/amount value 31.0 cannot be lower than 100.00");
/// ```
#[cfg(feature = "linkedin-marketing")]
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(builtin = "linkedin-marketing", crate = crate)]
pub struct LinkedInMarketing;

/// Edges. Needs the feature `edges`.
///
/// ```
/// use error_catalog::apis::EdgesErrorKind;
///
/// assert_eq!(EdgesErrorKind::from_code("LIMIT_REACHED", 429), Some(EdgesErrorKind::LimitReached));
/// ```
#[cfg(feature = "edges")]
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(builtin = "edges", crate = crate)]
pub struct Edges;

/// Works. Needs the feature `works`.
///
/// ```
/// use error_catalog::apis::WorksError;
///
/// let error = WorksError::resource_not_exist("USER");
/// assert_eq!(error.code(), "USER_NOT_EXIST");
/// ```
#[cfg(feature = "works")]
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(builtin = "works", crate = crate)]
pub struct Works;

/// A generic HTTP API. Needs the feature `http-api`.
///
/// ```
/// use error_catalog::apis::HttpApiErrorKind;
///
/// assert!(HttpApiErrorKind::ALL.iter().all(|kind| kind.status().as_u16() >= 400));
/// ```
#[cfg(feature = "http-api")]
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(builtin = "http-api", crate = crate)]
pub struct HttpApi;
