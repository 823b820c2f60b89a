//! From a status of gRPC to an error.

use super::ID;
use crate::decode::REDACTED;
use crate::envelope::Format;
use crate::format::grpc::details::{name, ERROR_INFO, REQUEST_INFO, RETRY_INFO};
use crate::format::grpc::proto::{ErrorInfo, RequestInfo, RetryInfo, Status as Details};
use crate::{decode, Catalog, Code, Entry, FieldValue, Json, Param, ParamType, Response, Text};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;
use http::HeaderMap;
use prost::Message;
use tonic::Status;

/// What a status of gRPC says about an error of a catalog. Needs the feature `tonic`.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::service::DecodedStatus;
/// use error_catalog::ErrorCatalog;
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// let received = tonic::Status::from(WorksError::resource_not_exist("USER"));
/// let decoded = DecodedStatus::<Works>::of(&received);
/// assert_eq!(decoded.error(), Some(&WorksError::resource_not_exist("USER")));
/// # }
/// ```
pub struct DecodedStatus<C: Catalog> {
    entry: Option<Entry>,
    error: Option<C::Error>,
    reference: Option<String>,
    retry_after: Option<Duration>,
}

impl<C: Catalog> DecodedStatus<C> {
    /// Reads a status. It is never lost: keep it for what the catalog does not describe.
    pub fn of(status: &Status) -> Self {
        let details = Details::decode(status.details())
            .unwrap_or_default()
            .details;
        let detail = |wanted: &str| {
            let found = details
                .iter()
                .find(|detail| name(&detail.type_url) == wanted);
            found.map(|detail| &*detail.value)
        };
        let reference = detail(REQUEST_INFO).and_then(|info| RequestInfo::decode(info).ok());
        let retry = detail(RETRY_INFO).and_then(|info| RetryInfo::decode(info).ok());
        let info = detail(ERROR_INFO).and_then(|info| ErrorInfo::decode(info).ok());
        let own = info.filter(|info| info.domain == C::meta().name());
        let found = own.and_then(|info| of_info::<C>(&info, status.message()));
        let (entry, error) = match found {
            Some((entry, error)) => (Some(entry), error),
            None => described::<C>(status),
        };
        Self {
            entry,
            error,
            reference: reference.map(|info| info.request_id),
            retry_after: retry.and_then(|info| {
                let delay = info.retry_delay?;
                let seconds = u64::try_from(delay.seconds).ok()?;
                let nanos = u32::try_from(delay.nanos)
                    .ok()
                    .filter(|nanos| *nanos < 1_000_000_000)?;
                Some(Duration::new(seconds, nanos))
            }),
        }
    }

    /// Which error it is; `None` if it is not one of the catalog.
    pub fn kind(&self) -> Option<C::Kind> {
        C::kind_of(self.entry?)
    }

    /// What the catalog says about it, even if it is not among the errors of an operation.
    pub const fn entry(&self) -> Option<Entry> {
        self.entry
    }

    /// The error; `None` if it is not one of the catalog, or if its parameters cannot be read.
    pub const fn error(&self) -> Option<&C::Error> {
        self.error.as_ref()
    }

    /// Returns the error alone.
    pub fn into_error(self) -> Option<C::Error> {
        self.error
    }

    /// The reference for the API's support.
    pub fn reference(&self) -> Option<&str> {
        self.reference.as_deref()
    }

    /// How long to wait before the request is sent again.
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl<C: Catalog> fmt::Debug for DecodedStatus<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DecodedStatus")
            .field("entry", &self.entry)
            .field("error", &self.error)
            .field("reference", &self.reference)
            .field("retry_after", &self.retry_after)
            .finish()
    }
}

/// The error in the catalog's own envelope of gRPC, if it has one.
fn described<C: Catalog>(status: &Status) -> (Option<Entry>, Option<C::Error>) {
    if !C::meta().formats().have(Format::Grpc) {
        return (None, None);
    }
    let mut headers = HeaderMap::new();
    if status.add_header(&mut headers).is_err() {
        return (None, None);
    }
    let decoded = decode::<C>(Response::new(200, b"").with_headers(&headers));
    (decoded.entry(), decoded.error().cloned())
}

/// The first entry with the code that has values for all of its parameters; else the first with the code.
fn of_info<C: Catalog>(info: &ErrorInfo, message: &str) -> Option<(Entry, Option<C::Error>)> {
    let mut entries = entries::<C>(info).into_iter();
    let first = entries.clone().next()?;
    let found = entries.find_map(|entry| Some((entry, construct::<C>(entry, info, message)?)));
    Some(match found {
        Some((entry, error)) => (entry, Some(error)),
        None => (first, None),
    })
}

fn entries<C: Catalog>(info: &ErrorInfo) -> Vec<Entry> {
    let meta = C::meta();
    let named = info.metadata.get(ID).and_then(|id| meta.find_by_id(id));
    if let Some(entry) = named.filter(|entry| has_code(*entry, &info.reason)) {
        return Vec::from([entry]);
    }
    let text = Code::from(&*info.reason);
    let number = info.reason.parse().ok().map(Code::Number);
    let of_text = meta.find_all(&text);
    let of_number: Vec<Entry> = number
        .iter()
        .flat_map(|number| meta.find_all(number))
        .collect();
    of_text.chain(of_number).collect()
}

/// Whether an entry can have this code. A parameter can have the key of ids as its name.
fn has_code(entry: Entry, reason: &str) -> bool {
    match entry.code() {
        Code::None => entry.id() == reason,
        Code::Number(number) => reason.parse() == Ok(number),
        Code::Text(code) => code == reason || entry.has_code_pattern(),
        _ => false,
    }
}

fn construct<C: Catalog>(entry: Entry, info: &ErrorInfo, message: &str) -> Option<C::Error> {
    let kind = C::kind_of(entry)?;
    let in_message = entry.match_message(message);
    let in_code = entry.match_code(&info.reason);
    let mut params = entry.params().enumerate();
    C::construct(kind, &mut || {
        let (index, param) = params.next()?;
        if let Some(text) = info.metadata.get(param.name()) {
            return field(param, text);
        }
        if param.is_optional() {
            return Some(FieldValue::Absent);
        }
        // A value that is not sent is replaced in the message and the code.
        let in_message = in_message.as_ref().and_then(|matched| matched.value(index));
        let in_code = || in_code.as_ref().and_then(|matched| matched.value(index));
        let redacted = || param.is_withheld().then_some(REDACTED);
        let text = in_message.or_else(in_code).or_else(redacted)?;
        FieldValue::from_text(text, param.param_type())
    })
}

/// The value of a parameter in the metadata, where a list is JSON.
fn field(param: Param, text: &str) -> Option<FieldValue> {
    if param.param_type() != ParamType::List {
        return FieldValue::from_text(text, param.param_type());
    }
    let list = Json::parse(text.as_bytes())
        .ok()
        .filter(|json| json.is_array());
    let Some(list) = list else {
        // Of your own type.
        return FieldValue::from_text(text, ParamType::List);
    };
    let items = list
        .elements()
        .map(|item| item.as_str().map(Cow::into_owned));
    let items = items.map(|item| item.map(Text::Owned));
    items.collect::<Option<Vec<Text>>>().map(FieldValue::List)
}
