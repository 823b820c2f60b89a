//! A decoded response.

use super::document::{Document, BYTE_ORDER_MARK};
use super::kept::{KeptHeaders, REQUEST_IDS};
use super::outcome::{Foreign, Outcome};
use super::place::{Around, Raw, Source};
use super::reading::{Found, Reading};
use super::response::Response;
use crate::envelope::{Body, Places};
use crate::header::Headers;
use crate::json::Object;
use crate::{Catalog, CatalogKind, Code, Json, Retry};
use alloc::borrow::Cow;
use alloc::vec::Vec;

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
    pub(super) status: u16,
    /// The HTTP status that the response was read with. `status` of an error in a batch may be its own.
    pub(super) read_with: u16,
    pub(super) headers: KeptHeaders<'r>,
    pub(super) body: Cow<'r, [u8]>,
    /// Whether the body was longer.
    pub(super) is_truncated: bool,
    pub(super) reading: Reading<'r, C>,
}

impl<'r, C: Catalog> Decoded<'r, C> {
    pub(super) fn new(response: Response<'r>, reading: Reading<'r, C>) -> Self {
        Self {
            status: response.status(),
            read_with: response.status(),
            headers: KeptHeaders::Borrowed(response.headers()),
            body: Cow::Borrowed(response.body()),
            is_truncated: false,
            reading,
        }
    }

    /// Replaces the HTTP status with the status in the body, if there is one: for an error among others.
    pub(super) fn with_own_status(mut self) -> Self {
        self.status = self.reading.body_status.unwrap_or(self.status);
        self
    }

    pub(super) const fn reading(&self) -> &Reading<'r, C> {
        &self.reading
    }

    /// Returns the typed error, if the catalog has it and all its parameters could be read.
    pub const fn error(&self) -> Option<&C::Error> {
        match &self.reading.found {
            Found::Error(error) => Some(error),
            _ => None,
        }
    }

    /// Converts the response into the typed error.
    ///
    /// # Errors
    ///
    /// Returns the decoded response unchanged if there is no typed error.
    // The error is large because the response must not be lost.
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

    /// Returns what the response turned out to be.
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
        match self.reading.found {
            Found::Foreign(Foreign::Success) => false,
            Found::Foreign(_) => !matches!(self.status, 100..=399),
            _ => true,
        }
    }

    /// Returns which error of the catalog it is, even if a parameter could not be read and there is no typed error.
    ///
    /// Match on this for an API that is not yours: if the API rewords a message, its parameters may be lost, but its
    /// kind is still known.
    pub const fn kind(&self) -> Option<C::Kind> {
        self.reading.kind
    }

    /// Returns the code in the response.
    pub fn code(&self) -> Code<'_> {
        match &self.reading.code {
            Code::Text(text) => Code::Text(Cow::Borrowed(text)),
            code => code.clone(),
        }
    }

    /// Returns the message in the response. It can contain sensitive values; [`shown_message`](Self::shown_message)
    /// redacts them.
    pub fn message(&self) -> Option<&str> {
        self.reading.message.as_deref()
    }

    /// Returns the HTTP status of the response. An entry is chosen by the status in the body, if there is one.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the status in the body.
    pub const fn body_status(&self) -> Option<u16> {
        self.reading.body_status
    }

    /// Returns the unchanged body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Returns whether the body was longer than the limit it was received with, and was cut off there. This applies
    /// only to responses that this crate has received (feature `reqwest`).
    pub const fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// Returns the body as JSON, if it is valid JSON. An error in another format, such as XML, is the JSON value that the
    /// places of its envelope lead into. Reads the body again.
    pub fn json(&self) -> Option<Json<'_>> {
        Some(self.document().object()?.json())
    }

    /// Returns the body to be read again: itself, or the JSON that shows the same.
    pub(super) fn written(&self) -> &[u8] {
        self.reading.view().map_or(&*self.body, str::as_bytes)
    }

    /// Reads the body again.
    pub(super) fn document(&self) -> Document<'_> {
        let mut document = Document::EMPTY;
        document.read(self.written(), self.headers());
        match self.reading.shape {
            Some(shape) if self.reading.view().is_some() => document.converted_from(shape.format),
            _ => document,
        }
    }

    /// Looks something up in the places of the error. Reads the error again.
    pub(super) fn look<'s, T>(
        &'s self,
        look: impl FnOnce(&'static Body, Source<'_, 's>) -> Option<T>,
    ) -> Option<T> {
        let shape = self.reading.shape?;
        let Some(range) = self.reading.element() else {
            let document = self.document();
            return look(shape, document.source(shape)?);
        };
        let text = self.written();
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let root = Json::known(core::str::from_utf8(text).ok()?);
        let error = Object::of(Json::known(root.as_written().get(range)?));
        let around = Around {
            root,
            headers: self.headers(),
        };
        let source = Source {
            error: &error,
            body: None,
            around: &around,
        };
        look(shape, source)
    }

    /// Returns the headers. After [`into_owned`](Self::into_owned), these are only the headers that this crate reads.
    pub fn headers(&self) -> Headers<'_> {
        self.headers.view()
    }

    /// Returns the name of the envelope that the error was read from.
    pub fn envelope(&self) -> Option<&'static str> {
        self.reading.envelope.map(|envelope| envelope.name)
    }

    /// Returns the subcode in the response, which distinguishes errors of one code.
    pub fn subcode(&self) -> Code<'_> {
        let subcode = self.look(|shape, source| Some(source.code(shape.subcode, |_| true)));
        subcode.unwrap_or_default()
    }

    /// Returns the title in the body.
    pub fn title(&self) -> Option<Cow<'_, str>> {
        self.text_at(|body| body.title)
    }

    /// Returns the scope in the body.
    pub fn scope(&self) -> Option<Cow<'_, str>> {
        self.text_at(|body| body.scope)
    }

    /// Returns the reference for the API's support: the one in the body, or else the request id in the headers.
    pub fn reference(&self) -> Option<Cow<'_, str>> {
        let in_body = self.text_at(|body| body.reference);
        in_body.or_else(|| {
            let headers = self.headers();
            let mut values = REQUEST_IDS.iter().filter_map(|name| headers.get(name));
            values.next().map(Cow::Borrowed)
        })
    }

    /// Returns the member for a parameter, by the parameter's name in the catalog. Reads the body again.
    pub fn param(&self, name: &str) -> Option<Json<'_>> {
        let given = self.reading.given();
        if let Some(given) = given.filter(|given| given.param == name) {
            return Some(Json::known(&given.json));
        }
        self.look(|shape, source| source.param(shape, name, Raw::json))
    }

    /// Returns a member that the catalog lists under `extra`, by its name there. Reads the body again.
    pub fn extra(&self, name: &str) -> Option<Json<'_>> {
        let mut extras = self.extras();
        extras.find_map(|(extra, value)| (extra == name).then_some(value))
    }

    /// Iterates over the members that the catalog lists under `extra` and that are in the body. Reads the body again.
    pub fn extras(&self) -> impl Iterator<Item = (&'static str, Json<'_>)> {
        let extras = self.reading.shape.map_or(&[][..], |body| body.extra);
        let found = self.look(|_, source| {
            let found = extras.iter().filter_map(|extra| {
                let value = source.first(extra.places, Raw::json)?;
                Some((extra.name, value))
            });
            Some(found.collect::<Vec<_>>())
        });
        found.unwrap_or_default().into_iter()
    }

    /// Returns the documented advice on sending the same request again; [`Retry::Undocumented`] if the error is
    /// unknown.
    pub fn retry(&self) -> Retry {
        self.kind()
            .map_or(Retry::Undocumented, |kind| kind.entry().retry())
    }

    fn text_at(&self, places: impl FnOnce(&Body) -> Places) -> Option<Cow<'_, str>> {
        let places = places(self.reading.shape?);
        if places.is_empty() {
            return None;
        }
        self.look(|_, source| source.text(places))
    }
}
