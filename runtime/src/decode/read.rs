//! Reading a response from its parts to its values.

use super::decoded::Decoded;
use super::fields::Fields;
use super::identify::Choice;
use super::parts::{Document, Parts};
use super::reading::{Found, Reading};
use super::response::Response;
use super::rivals::Rivals;
use crate::header::RetryAfter;
use crate::{delay, Catalog, CatalogKind, FieldValue, Matched, Meta, Retry, RetryUnit};
use alloc::string::ToString;

/// Decodes a response with a catalog. This never fails; see [`Decoded`].
pub fn decode<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    decode_as::<C>(response, false)
}

/// Like [`decode`], for a response that can contain other errors, so that its status is not that of this one.
fn decode_as<C: Catalog>(response: Response<'_>, is_among_others: bool) -> Decoded<'_, C> {
    let mut document = Document::EMPTY;
    document.read(response.body());
    let reading = match Parts::find(C::meta(), &document, &response) {
        Some(mut parts) => {
            parts.is_among_others = is_among_others;
            understand::<C>(parts, response.status(), Some(&document))
        }
        None => without_code::<C>(&document, response.status()),
    };
    Decoded::new(response, reading)
}

/// Reads one error of a batch. A value without a code is an error here, whatever the status of the response.
pub(super) fn decode_item<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    let decoded = decode_as(response, true);
    if !matches!(decoded.reading().found, Found::Foreign(_)) {
        return decoded;
    }
    let document = Document::of(response.body());
    let reading = match Parts::find_without_code(C::meta(), &document, |_| true) {
        Some(mut parts) => {
            parts.is_among_others = true;
            understand::<C>(parts, response.status(), None)
        }
        None => Reading::foreign(document.foreign),
    };
    Decoded::new(response, reading)
}

/// Reads a response that is in none of the envelopes as documented.
#[cold]
fn without_code<'r, C: Catalog>(document: &Document<'r>, status: u16) -> Reading<'r, C> {
    if let Some(batch) = Reading::batch(C::meta(), document) {
        return batch;
    }
    match Parts::find_without_code(C::meta(), document, |parts| parts.is_error(status)) {
        Some(parts) => understand::<C>(parts, status, None),
        None => Reading::foreign(document.foreign),
    }
}

/// Like [`decode`], for an error that can be in the plain envelope that serde uses for errors that are sent in a
/// header.
#[cfg(feature = "serde")]
pub(crate) fn decode_plain<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    let decoded = decode(response);
    if decoded.error().is_some() {
        return decoded;
    }
    let document = Document::of(response.body());
    let object = document.object();
    let parts = object.and_then(|object| Parts::in_body(&crate::envelope::PLAIN, object));
    let plain = parts.map(|parts| understand::<C>(parts, response.status(), None));
    match plain.map(|reading| Decoded::new(response, reading)) {
        Some(plain) if plain.error().is_some() => plain,
        _ => decoded,
    }
}

/// Finds the error that the parts of a response describe. The document, if given, can fit other envelopes as well.
pub(super) fn understand<'r, C: Catalog>(
    parts: Parts<'_, 'r>,
    status: u16,
    document: Option<&Document<'r>>,
) -> Reading<'r, C> {
    let meta = C::meta();
    let mut message = Matched::new(parts.message.as_deref().unwrap_or_default());
    let mut rivals = Rivals::new();
    let Some(choice) = Choice::find(meta, &parts, status, &mut message, &mut rivals) else {
        let is_known_elsewhere =
            document.is_some_and(|document| is_known_elsewhere(meta, &parts, status, document));
        return Reading::unknown(parts, is_known_elsewhere);
    };
    if let (Some(document), true) = (document, meta.envelopes().len() > 1) {
        for other in parts.elsewhere(meta, document) {
            choice.add_elsewhere(&other, status, &mut rivals);
        }
    }
    let code = parts
        .code
        .as_str()
        .filter(|_| choice.entry.has_code_pattern());
    let code = code.and_then(|code| choice.entry.match_code(code));
    let kind = C::Kind::ALL.get(usize::from(choice.entry.index())).copied();
    let fields = Fields::new(choice, &parts, code.as_ref(), &message);
    let error = kind.and_then(|kind| C::construct(kind, &mut fields.values()));
    let error = error.filter(|_| !fields.may_show_sensitive());
    let delay = match choice.entry.retry() {
        Retry::Param(name) => {
            let unit = choice.entry.retry_unit();
            fields.named(name).and_then(|value| delay_of(&value, unit))
        }
        _ => None,
    };
    let fit = choice.fit(&fields, &parts, status, &rivals);
    Reading::known(parts, kind, error, fit, delay)
}

/// Returns the delay in a parameter's value.
fn delay_of(value: &FieldValue, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    match value {
        FieldValue::Text(text) => delay::of_text(text, unit),
        FieldValue::Integer(number) => delay::of_text(&number.to_string(), unit),
        _ => None,
    }
}

/// Returns whether the response is an error of the catalog in another envelope than the first that it fits.
#[cold]
fn is_known_elsewhere(
    meta: &'static Meta,
    parts: &Parts<'_, '_>,
    status: u16,
    document: &Document<'_>,
) -> bool {
    parts.elsewhere(meta, document).any(|other| {
        let mut message = Matched::new(other.message.as_deref().unwrap_or_default());
        Choice::find(meta, &other, status, &mut message, &mut Rivals::new()).is_some()
    })
}
