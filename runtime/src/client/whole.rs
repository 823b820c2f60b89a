//! Responses whose bodies are in memory.

use super::received::is_error;
use crate::{decode, Catalog, Decoded, Response, ResponseError};
use alloc::vec::Vec;

/// Separates successes from errors, for responses whose bodies are in memory: `http::Response<B>` with bytes of any type.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::client::DecodeWhole;
/// use error_catalog::{ErrorCatalog, ResponseError};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// fn user(response: http::Response<Vec<u8>>) -> Result<Vec<u8>, ResponseError<Works>> {
///     Ok(response.error_for()?.into_body())
/// }
///
/// let body = br#"{"code": "USER_NOT_EXIST", "description": "The specific resource could not be found."}"#;
/// let response = http::Response::builder().status(404).body(body.to_vec())?;
/// let error = user(response).unwrap_err();
/// assert_eq!(error.error(), Some(&WorksError::resource_not_exist("USER")));
/// # }
/// # Ok::<(), http::Error>(())
/// ```
pub trait DecodeWhole: Sized + sealed::Sealed {
    /// The type of the body.
    type Body;

    /// Returns the response if its status is not that of an error.
    ///
    /// # Errors
    ///
    /// Returns the decoded response if its status is 400 or more.
    fn error_for<C: Catalog>(self) -> Result<Self, ResponseError<C>>;

    /// Returns the body of a success, for an API whose errors can have the status of a success.
    ///
    /// # Errors
    ///
    /// Returns the decoded response if it [is an error](Decoded::is_error).
    fn receive<C: Catalog>(self) -> Result<Self::Body, ResponseError<C>>;
}

impl<B: AsRef<[u8]>> DecodeWhole for http::Response<B> {
    type Body = B;

    fn error_for<C: Catalog>(self) -> Result<Self, ResponseError<C>> {
        if is_error(self.status()) {
            return Err(error(&self));
        }
        Ok(self)
    }

    fn receive<C: Catalog>(self) -> Result<B, ResponseError<C>> {
        if decode::<C>(Response::from(&self)).is_error() {
            return Err(error(&self));
        }
        Ok(self.into_body())
    }
}

/// The response as an error, with all of its headers.
fn error<C: Catalog>(response: &http::Response<impl AsRef<[u8]>>) -> ResponseError<C> {
    let body: Vec<u8> = response.body().as_ref().into();
    let mut owned = http::Response::new(body);
    *owned.status_mut() = response.status();
    *owned.headers_mut() = response.headers().clone();
    let attempts = response.extensions().get().cloned();
    ResponseError::after(Decoded::from(owned), attempts)
}

mod sealed {
    /// So that this crate can add methods to the trait.
    pub trait Sealed {}
    impl<B: AsRef<[u8]>> Sealed for http::Response<B> {}
}
