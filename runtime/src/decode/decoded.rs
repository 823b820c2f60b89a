//! A decoded response.

use super::outcome::{Foreign, Outcome};
use super::reader::Reader;
use super::reading::{Found, Reading};
use super::response::Response;
use super::typed::Typed;
use super::untyped::Untyped;
use crate::header::Headers;
use crate::{Catalog, Code, Entry, Json, Retry};
use alloc::borrow::Cow;

/// A response, decoded with a catalog; returned by [`decode`](crate::decode) and by the `decode` of a marker struct.
///
/// Whatever the response is, its status, headers, and body are kept unchanged. If it is in one of the catalog's
/// envelopes, you also get its parts, and if it is an error of the catalog, the typed error.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::{ErrorCatalog, Outcome, Response};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "linkedin-marketing")]
/// struct Marketing;
///
/// let body = r#"{"status": 400, "code": "FIELD_VALUE_TOO_LOW", "message": "/bid value 1 cannot be lower than 2"}"#;
/// let decoded = Marketing::decode(Response::new(400, body));
/// let Some(MarketingError::FieldValueTooLow { field, value, min }) = decoded.error() else {
///     panic!("{decoded}");
/// };
/// assert_eq!((&**field, &**value, &**min), ("/bid", "1", "2"));
///
/// // A code that is not in the catalog loses nothing …
/// let decoded = Marketing::decode(Response::new(400, r#"{"code": "NEW_CODE", "message": "So it is."}"#));
/// assert_eq!(decoded.outcome(), Outcome::Unknown("NEW_CODE".into()));
/// assert_eq!(decoded.message(), Some("So it is."));
///
/// // … nor does a response that is not from this API.
/// let decoded = Marketing::decode(Response::new(502, "<h1>Bad Gateway</h1>"));
/// assert!(matches!(decoded.outcome(), Outcome::Foreign(_)));
/// assert_eq!(decoded.body(), b"<h1>Bad Gateway</h1>");
/// # }
/// ```
pub struct Decoded<'r, C: Catalog> {
    pub(super) untyped: Untyped<'r>,
    pub(super) typed: Typed<C>,
}

impl<'r, C: Catalog> Decoded<'r, C> {
    #[inline]
    pub(super) fn read(
        response: Response<'r>,
        read: impl FnOnce(&mut Reader<'_>) -> Reading<'r>,
    ) -> Self {
        let mut typed = Typed::none();
        let reading = read(&mut typed.reader());
        Self {
            untyped: Untyped::new(C::meta(), response, reading),
            typed,
        }
    }

    /// Like [`read`](Self::read), if there is something to read.
    pub(super) fn read_if(
        response: Response<'r>,
        read: impl FnOnce(&mut Reader<'_>) -> Option<Reading<'r>>,
    ) -> Option<Self> {
        let mut typed = Typed::none();
        let reading = read(&mut typed.reader())?;
        Some(Self {
            untyped: Untyped::new(C::meta(), response, reading),
            typed,
        })
    }

    /// Replaces the HTTP status with the status in the body, if there is one: for an error among others.
    pub(super) fn with_own_status(mut self) -> Self {
        let own = self.untyped.reading.body_status;
        self.untyped.status = own.unwrap_or(self.untyped.status);
        self
    }

    /// Returns the typed error, if the catalog has it and all its parameters could be read.
    pub const fn error(&self) -> Option<&C::Error> {
        self.typed.error.as_ref()
    }

    /// Converts the response into the typed error.
    ///
    /// # Errors
    ///
    /// Returns the decoded response unchanged if there is no typed error.
    // The error is large because the response must not be lost.
    #[allow(clippy::result_large_err)]
    pub fn into_error(self) -> Result<C::Error, Self> {
        match self.typed.error {
            Some(error) => Ok(error),
            None => Err(self),
        }
    }

    /// Returns what the response turned out to be.
    pub fn outcome(&self) -> Outcome<'_, C::Error> {
        match (self.untyped.reading.found, self.error(), self.kind()) {
            (Found::Batch, ..) => Outcome::Batch,
            (Found::Foreign(reason), ..) => Outcome::Foreign(reason),
            (_, Some(error), _) => Outcome::Known(error),
            (_, None, Some(kind)) => Outcome::Partial(kind),
            (_, None, None) => Outcome::Unknown(self.code()),
        }
    }

    /// Returns whether the response is an error. It is not if it shows what the envelope describes as `success`. A
    /// response in none of the catalog's envelopes is one unless its status is that of a success or a redirect.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use error_catalog::{ErrorCatalog, Response};
    ///
    /// #[derive(ErrorCatalog)]
    /// #[catalog(builtin = "linkedin-marketing")]
    /// struct Marketing;
    ///
    /// assert!(!Marketing::decode(Response::new(200, r#"{"id": 7}"#)).is_error());
    /// assert!(Marketing::decode(Response::new(502, "<h1>Bad Gateway</h1>")).is_error());
    /// // Some APIs send errors with the status of a success.
    /// let body = r#"{"code": "UNDER_MAINTENANCE", "message": "The service is under maintenance"}"#;
    /// assert!(Marketing::decode(Response::new(200, body)).is_error());
    /// # }
    /// ```
    pub const fn is_error(&self) -> bool {
        match self.untyped.reading.found {
            Found::Foreign(Foreign::Success) => false,
            Found::Foreign(_) => !matches!(self.untyped.status, 100..=399),
            _ => true,
        }
    }

    /// Returns which error of the catalog it is, even if a parameter could not be read and there is no typed error.
    ///
    /// Match on this for an API that is not yours: if the API rewords a message, its parameters may be lost, but its
    /// kind is still known.
    pub const fn kind(&self) -> Option<C::Kind> {
        self.typed.kind
    }

    /// Returns what the catalog says about the error; `None` if it does not know the error.
    ///
    /// This is the entry of [`kind`](Self::kind). If the errors are those of an operation, it is also the entry of an
    /// error that the operation does not have:
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use error_catalog::{ErrorCatalog, Outcome, Response};
    /// #[derive(ErrorCatalog)]
    /// #[catalog(builtin = "edges", only = ["NOT_CONNECTED"])]
    /// struct Connect;
    ///
    /// let body = r#"{"error_label": "LIMIT_REACHED", "message": "Daily limit reached for likes.", "status_code": 429}"#;
    /// let decoded = Connect::decode(Response::new(429, body));
    /// assert_eq!(decoded.outcome(), Outcome::Unknown("LIMIT_REACHED".into()));
    /// assert_eq!(decoded.entry().map(|entry| entry.id()), Some("LIMIT_REACHED"));
    /// # }
    /// ```
    pub const fn entry(&self) -> Option<Entry> {
        self.untyped.reading.entry
    }

    /// Returns the code in the response.
    pub fn code(&self) -> Code<'_> {
        self.untyped.code()
    }

    /// Returns the message in the response. It can contain sensitive values; [`shown_message`](Self::shown_message)
    /// redacts them.
    pub fn message(&self) -> Option<&str> {
        self.untyped.message()
    }

    /// Returns the language of the message, if the catalog knows the message: the first of its languages that has it.
    pub fn language(&self) -> Option<&'static str> {
        let number = self.untyped.reading.fit.language?;
        self.entry()?.catalog().language_with_number(number)
    }

    /// Returns the HTTP status of the response. An entry is chosen by the status in the body, if there is one.
    pub const fn status(&self) -> u16 {
        self.untyped.status
    }

    /// Returns the status in the body.
    pub const fn body_status(&self) -> Option<u16> {
        self.untyped.reading.body_status
    }

    /// Returns the unchanged body.
    pub fn body(&self) -> &[u8] {
        &self.untyped.body
    }

    /// Returns whether the body was longer than the limit it was received with, and was cut off there. This applies
    /// only to responses that this crate has received (feature `reqwest`).
    pub const fn is_truncated(&self) -> bool {
        self.untyped.is_truncated
    }

    /// Returns the body as JSON, if it is valid JSON. An error in another format, such as XML, is the JSON value that the
    /// places of its envelope lead into. Reads the body again.
    pub fn json(&self) -> Option<Json<'_>> {
        self.untyped.json()
    }

    /// Returns the headers. After [`into_owned`](Self::into_owned), these are only the headers that this crate reads.
    pub fn headers(&self) -> Headers<'_> {
        self.untyped.headers()
    }

    /// Returns the name of the envelope that the error was read from.
    pub fn envelope(&self) -> Option<&'static str> {
        self.untyped.reading.envelope.map(|envelope| envelope.name)
    }

    /// Returns the subcode in the response, which distinguishes errors of one code.
    pub fn subcode(&self) -> Code<'_> {
        self.untyped.subcode()
    }

    /// Returns the title in the body.
    pub fn title(&self) -> Option<Cow<'_, str>> {
        self.untyped.text_at(|body| body.title)
    }

    /// Returns the scope in the body.
    pub fn scope(&self) -> Option<Cow<'_, str>> {
        self.untyped.text_at(|body| body.scope)
    }

    /// Returns the reference for the API's support: the one in the body, or else the request id in the headers.
    pub fn reference(&self) -> Option<Cow<'_, str>> {
        self.untyped.reference()
    }

    /// Returns the member for a parameter, by the parameter's name in the catalog. Reads the body again.
    pub fn param(&self, name: &str) -> Option<Json<'_>> {
        self.untyped.param(name)
    }

    /// Returns a member that the catalog lists under `extra`, by its name there. Reads the body again.
    pub fn extra(&self, name: &str) -> Option<Json<'_>> {
        let mut extras = self.extras();
        extras.find_map(|(extra, value)| (extra == name).then_some(value))
    }

    /// Iterates over the members that the catalog lists under `extra` and that are in the body. Reads the body again.
    pub fn extras(&self) -> impl Iterator<Item = (&'static str, Json<'_>)> {
        self.untyped.extras().into_iter()
    }

    /// Returns the documented advice on sending the same request again; [`Retry::Undocumented`] if the error is
    /// unknown.
    pub fn retry(&self) -> Retry {
        self.untyped.retry()
    }
}
