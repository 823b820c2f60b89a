//! What a response says.

use super::kept::{KeptHeaders, REQUEST_IDS};
use super::outcome::Outcome;
use super::parts::{structured, text, Document};
use super::reading::{Found, Reading};
use super::response::Response;
use crate::envelope::{Body, Pointer};
use crate::header::Headers;
use crate::{Catalog, CatalogKind, Code, Json, Retry};
use alloc::borrow::Cow;

/// A response, read with a catalog: from [`decode`](crate::decode) or a catalog's own `decode`.
///
/// Whatever the response is, nothing of it is lost: its status, headers and body are here as they came. Where it is in
/// one of the catalog's envelopes, its parts are, too; and where it is an error that the catalog knows, the typed error.
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
/// // A code that the catalog lacks loses nothing …
/// let decoded = Marketing::decode(Response::new(400, r#"{"code": "NEW_CODE", "message": "So it is."}"#));
/// assert_eq!(decoded.outcome(), Outcome::Unknown("NEW_CODE".into()));
/// assert_eq!(decoded.message(), Some("So it is."));
///
/// // … nor does what is not this API's at all.
/// let decoded = Marketing::decode(Response::new(502, "<h1>Bad Gateway</h1>"));
/// assert!(matches!(decoded.outcome(), Outcome::Foreign(_)));
/// assert_eq!(decoded.body(), b"<h1>Bad Gateway</h1>");
/// # }
/// ```
pub struct Decoded<'r, C: Catalog> {
    pub(super) status: u16,
    pub(super) headers: KeptHeaders<'r>,
    pub(super) body: Cow<'r, [u8]>,
    /// Whether the body went on.
    pub(super) is_truncated: bool,
    pub(super) reading: Reading<'r, C>,
}

impl<'r, C: Catalog> Decoded<'r, C> {
    pub(super) fn new(response: Response<'r>, reading: Reading<'r, C>) -> Self {
        Self {
            status: response.status(),
            headers: KeptHeaders::Borrowed(response.headers()),
            body: Cow::Borrowed(response.body()),
            is_truncated: false,
            reading,
        }
    }

    /// With the status that the body states, if it states one, for that of HTTP: of an error among others.
    pub(super) fn with_own_status(mut self) -> Self {
        self.status = self.reading.body_status.unwrap_or(self.status);
        self
    }

    pub(super) const fn reading(&self) -> &Reading<'r, C> {
        &self.reading
    }

    /// The typed error, if the catalog knows it and all its parameters could be read.
    pub const fn error(&self) -> Option<&C::Error> {
        match &self.reading.found {
            Found::Error(error) => Some(error),
            _ => None,
        }
    }

    /// The typed error, or all that is known of the response.
    ///
    /// # Errors
    ///
    /// Gives itself back where there is no typed error.
    // The response is the point of the error here: it must not be lost.
    #[allow(clippy::result_large_err)]
    pub fn into_error(self) -> Result<C::Error, Self> {
        match self.reading.found {
            Found::Error(error) => Ok(error),
            found => Err(Self {
                reading: Reading {
                    found,
                    ..self.reading
                },
                ..self
            }),
        }
    }

    /// What the response is to the catalog.
    pub fn outcome(&self) -> Outcome<'_, C::Error> {
        match &self.reading.found {
            Found::Error(error) => Outcome::Known(error),
            Found::Unread => match self.kind() {
                Some(kind) => Outcome::Partial(kind),
                None => Outcome::Unknown(self.code()),
            },
            Found::Batch => Outcome::Batch,
            Found::Foreign(reason) => Outcome::Foreign(*reason),
        }
    }

    /// Which error of the catalog it is: also where a parameter could not be read, so that there is no typed error.
    ///
    /// Match on this for an API that is not yours: a message that the API rewords may leave no parameters to read, but
    /// its kind stays known.
    pub const fn kind(&self) -> Option<C::Kind> {
        self.reading.kind
    }

    /// The code that came.
    pub fn code(&self) -> Code<'_> {
        match &self.reading.code {
            Code::Text(text) => Code::Text(Cow::Borrowed(text)),
            code => code.clone(),
        }
    }

    /// The message that came.
    pub fn message(&self) -> Option<&str> {
        self.reading.message.as_deref()
    }

    /// The HTTP status that came. Which status an entry is chosen by: that of the body, if it states one.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The status that the body states.
    pub const fn body_status(&self) -> Option<u16> {
        self.reading.body_status
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Whether the body was longer than the limit that it was received with, and what follows the limit was dropped.
    /// Only a response that this library has received itself (feature `reqwest`) can be so.
    pub const fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// The body as JSON, if it is JSON. Reads it again.
    pub fn json(&self) -> Option<Json<'_>> {
        Some(Document::of(&self.body).object()?.json())
    }

    /// The headers. Of a value from [`into_owned`](Self::into_owned) they are those that this library reads.
    pub fn headers(&self) -> Headers<'_> {
        self.headers.view()
    }

    /// The name of the catalog's envelope that the error came in.
    pub fn envelope(&self) -> Option<&'static str> {
        self.reading.envelope.map(|envelope| envelope.name)
    }

    /// The scope that the body states.
    pub fn scope(&self) -> Option<Cow<'_, str>> {
        self.text_at(|body| body.scope)
    }

    /// What support asks for: the reference in the body, else the request id of the headers.
    pub fn reference(&self) -> Option<Cow<'_, str>> {
        let in_body = self.text_at(|body| body.reference);
        in_body.or_else(|| {
            let headers = self.headers();
            let mut values = REQUEST_IDS.iter().filter_map(|name| headers.get(name));
            values.next().map(Cow::Borrowed)
        })
    }

    /// The member that holds a parameter, by the parameter's name in the catalog. Reads the body again.
    pub fn param(&self, name: &str) -> Option<Json<'_>> {
        let shape = self.reading.shape?;
        let document = Document::of(&self.body);
        structured(shape, document.object()?, name, Some)
    }

    /// A member that the catalog names as `extra`, by that name. Reads the body again.
    pub fn extra(&self, name: &str) -> Option<Json<'_>> {
        let mut extras = self.extras();
        extras.find_map(|(extra, value)| (extra == name).then_some(value))
    }

    /// The members that the catalog names as `extra` and that came. Reads the body again.
    pub fn extras(&self) -> impl Iterator<Item = (&'static str, Json<'_>)> {
        let extras = self.reading.shape.map_or(&[][..], |body| body.extra);
        let json = self.json().filter(|_| !extras.is_empty());
        extras.iter().filter_map(move |extra| {
            let value = json?.pointer(extra.pointer)?;
            Some((extra.name, value))
        })
    }

    /// The documented advice on sending the same request again; that nothing is documented, where the error is unknown.
    pub fn retry(&self) -> Retry {
        self.kind()
            .map_or(Retry::Undocumented, |kind| kind.entry().retry())
    }

    /// Whether nothing else can be read from the response: no other entry, no earlier form of this one, no other code
    /// with placeholders, no free text and no other split of the message gives another error or other values.
    ///
    /// The documented status rules out entries that do not have it, and so does the envelope. Where it is `false`, the
    /// error may be another one, or a value may have been cut at the wrong place.
    pub const fn is_certain(&self) -> bool {
        !self.reading.fit.is_uncertain
    }

    fn text_at(&self, pointer: impl FnOnce(&Body) -> Option<Pointer>) -> Option<Cow<'_, str>> {
        let pointer = pointer(self.reading.shape?)?;
        text(Document::of(&self.body).object()?, pointer)
    }
}
