//! What a response says.

use super::identify::Fit;
use super::outcome::{Foreign, Outcome};
use super::owned::KeptHeaders;
use super::parts::{structured, text, Document, Parts};
use super::sensitive::Guarded;
use super::{Batch, Causes, Response};
use crate::envelope::{Body, Envelope, Pointer};
use crate::header::Headers;
use crate::{Catalog, CatalogKind, Code, Json, Meta, Retry};
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

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

/// What was understood.
pub(super) struct Reading<'r, C: Catalog> {
    pub(super) found: Found<C>,
    pub(super) kind: Option<C::Kind>,
    /// The envelope of the body, or of the cause in an error.
    pub(super) shape: Option<&'static Body>,
    pub(super) envelope: Option<&'static Envelope>,
    pub(super) code: Code<'r>,
    pub(super) message: Option<Cow<'r, str>>,
    pub(super) body_status: Option<u16>,
    pub(super) fit: Fit,
}

pub(super) enum Found<C: Catalog> {
    Error(C::Error),
    Unknown,
    Batch,
    Foreign(Foreign),
}

impl<'r, C: Catalog> Reading<'r, C> {
    fn of(found: Found<C>, parts: Parts<'_, 'r>) -> Self {
        Self {
            found,
            kind: None,
            shape: parts.shape(),
            envelope: parts.envelope,
            code: parts.code,
            message: parts.message,
            body_status: parts.status,
            fit: Fit::default(),
        }
    }

    pub(super) fn unknown(parts: Parts<'_, 'r>, is_uncertain: bool) -> Self {
        let fit = Fit {
            is_uncertain,
            ..Fit::default()
        };
        Self {
            fit,
            ..Self::of(Found::Unknown, parts)
        }
    }

    pub(super) fn known(
        parts: Parts<'_, 'r>,
        kind: Option<C::Kind>,
        error: Option<C::Error>,
        fit: Fit,
    ) -> Self {
        Self {
            kind,
            fit,
            ..Self::of(error.map_or(Found::Unknown, Found::Error), parts)
        }
    }

    /// What is in the place of an error, but has none of its parts.
    pub(super) fn other_json(shape: &'static Body) -> Self {
        Self {
            found: Found::Foreign(Foreign::OtherJson),
            kind: None,
            shape: Some(shape),
            envelope: None,
            code: Code::None,
            message: None,
            body_status: None,
            fit: Fit::default(),
        }
    }

    /// What is in none of the envelopes, but may be a batch of them.
    pub(super) fn foreign(meta: &'static Meta, document: &Document<'r>) -> Self {
        let batch = document
            .object()
            .and_then(|object| Batch::<C>::envelope(meta, object));
        let found = match batch {
            Some(_) => Found::Batch,
            None => Found::Foreign(document.foreign),
        };
        Self {
            found,
            kind: None,
            shape: batch.and_then(Envelope::body),
            envelope: batch,
            code: Code::None,
            message: None,
            body_status: None,
            fit: Fit::default(),
        }
    }
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
            Found::Unknown => Outcome::Unknown(self.code()),
            Found::Batch => Outcome::Batch,
            Found::Foreign(reason) => Outcome::Foreign(*reason),
        }
    }

    /// Which error of the catalog it is: also where a parameter could not be read, so that there is no typed error.
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

    /// The errors within the error, each decoded. Reads the body again.
    pub fn causes(&self) -> Causes<'_, C> {
        Causes::of(self)
    }

    /// The answer to a request about several things. Reads the body again.
    pub fn batch(&self) -> Option<Batch<'_, C>> {
        Batch::of(self)
    }

    fn text_at(&self, pointer: impl FnOnce(&Body) -> Option<Pointer>) -> Option<Cow<'_, str>> {
        let pointer = pointer(self.reading.shape?)?;
        text(Document::of(&self.body).object()?, pointer)
    }
}

/// Where servers put the id of a request, the usual first.
pub(super) const REQUEST_IDS: [&str; 5] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-li-uuid",
    "x-amzn-requestid",
];

/// Sensitive parameters are hidden: of a catalog that has some, no body is shown.
impl<C: Catalog> fmt::Debug for Decoded<'_, C>
where
    C::Error: fmt::Debug,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        formatter
            .debug_struct("Decoded")
            .field("status", &self.status)
            .field("outcome", &self.outcome())
            .field("message", &self.guarded(&self.message()))
            .field("body", &Guarded::of_any::<C>(&body))
            .finish_non_exhaustive()
    }
}
