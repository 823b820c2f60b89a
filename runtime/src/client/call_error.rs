//! What can go wrong with a call.

use super::error::{AnyError, ReadError};
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
use super::unanswered::Unanswered;
use super::{Attempt, Attempts};
use crate::{Catalog, ResponseError};
use core::error::Error;
use core::fmt;

/// Why a call of an API failed.
///
/// `Display` and the source are those of the error inside. A `?` converts the errors of `reqwest` and the two others into
/// it:
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
/// async fn campaign(client: &reqwest::Client, url: &str) -> Result<Vec<u8>, CallError<Marketing>> {
///     let response = client.get(url).send().await?.error_for::<Marketing>().await?;
///     Ok(response.bytes().await?.to_vec())
/// }
///
/// # async fn call(client: &reqwest::Client) {
/// match campaign(client, "http://localhost:8080/campaigns/1").await {
///     Ok(campaign) => println!("{} bytes", campaign.len()),
///     Err(CallError::Api(error)) => println!("{:?}, again in {:?}", error.kind(), error.retry_after()),
///     Err(error) => println!("no response: {error}"),
/// }
/// # }
/// # }
/// ```
#[non_exhaustive]
pub enum CallError<C: Catalog> {
    /// The API responded with an error.
    Api(ResponseError<C>),
    /// A response came, but its body did not arrive completely.
    Read(ReadError),
    /// No response came: the error of the client or, after other attempts, `client::Unanswered`.
    Send(AnyError),
}

impl<C: Catalog> CallError<C> {
    /// Returns the error that the API responded with.
    pub const fn api(&self) -> Option<&ResponseError<C>> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// Returns the typed error that the API responded with; see [`Decoded::error`](crate::Decoded::error).
    pub fn error(&self) -> Option<&C::Error> {
        self.api()?.error()
    }

    /// Returns which error of the catalog it is; see [`Decoded::kind`](crate::Decoded::kind).
    pub fn kind(&self) -> Option<C::Kind> {
        self.api()?.kind()
    }

    /// Returns the attempts that failed before this one, the first one first; empty without retries. They come from
    /// `client::CatalogRetry`.
    pub fn attempts(&self) -> &[Attempt] {
        match self {
            Self::Api(error) => error.attempts(),
            Self::Read(error) => {
                let attempts = error.response().extensions().get::<Attempts>();
                attempts.map_or(&[], |attempts| attempts)
            }
            #[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
            Self::Send(error) => {
                let unanswered = error.downcast_ref::<Unanswered>();
                unanswered.map_or(&[], Unanswered::attempts)
            }
            #[cfg(not(any(feature = "reqwest-middleware", feature = "tower")))]
            Self::Send(_) => &[],
        }
    }

    /// The error inside.
    fn inner(&self) -> &(dyn Error + 'static) {
        match self {
            Self::Api(error) => error,
            Self::Read(error) => error,
            Self::Send(error) => &**error,
        }
    }
}

impl<C: Catalog> fmt::Display for CallError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.inner(), formatter)
    }
}

impl<C: Catalog> fmt::Debug for CallError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Api(_) => "Api",
            Self::Read(_) => "Read",
            Self::Send(_) => "Send",
        };
        formatter.debug_tuple(name).field(&self.inner()).finish()
    }
}

impl<C: Catalog> Error for CallError<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.inner().source()
    }
}

impl<C: Catalog> From<ResponseError<C>> for CallError<C> {
    fn from(error: ResponseError<C>) -> Self {
        Self::Api(error)
    }
}

impl<C: Catalog> From<ReadError> for CallError<C> {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

#[cfg(feature = "reqwest-middleware")]
impl<C: Catalog> From<reqwest_middleware::Error> for CallError<C> {
    fn from(error: reqwest_middleware::Error) -> Self {
        Self::Send(match error {
            reqwest_middleware::Error::Reqwest(error) => error.into(),
            // A box of `anyhow` hides what is in it.
            reqwest_middleware::Error::Middleware(error) => match error.downcast::<Unanswered>() {
                Ok(unanswered) => unanswered.into(),
                Err(error) => error.into(),
            },
        })
    }
}

#[cfg(feature = "reqwest")]
impl<C: Catalog> From<reqwest::Error> for CallError<C> {
    fn from(error: reqwest::Error) -> Self {
        Self::Send(error.into())
    }
}
