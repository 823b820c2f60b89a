//! Reading a response from its parts to its values.

use super::certainty::may_show_sensitive;
use super::decoded::Decoded;
use super::document::Document;
use super::fields::Fields;
use super::identify::Choice;
use super::outcome::Foreign;
use super::parts::{Finding, Parts};
use super::reading::{Found, Reading};
use super::response::Response;
use super::view::{formats, view};
use crate::{Catalog, CatalogKind, Matched};
use alloc::borrow::Cow;
use core::cell::OnceCell;

/// Decodes a response with a catalog. This never fails; see [`Decoded`].
pub fn decode<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    decode_as::<C>(response, false)
}

/// Like [`decode`], for a body that is in the body of another response.
pub(super) fn decode_whole<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    decode_as::<C>(response, true)
}

/// Like [`decode`], for a response that can contain other errors, so that its status is not that of this one.
// A call would move the result, which is large, once more.
#[allow(clippy::inline_always)]
#[inline(always)]
fn decode_as<C: Catalog>(response: Response<'_>, is_among_others: bool) -> Decoded<'_, C> {
    let mut document = Document::EMPTY;
    document.read(response.body(), response.headers());
    let reading = read(&document, response, is_among_others);
    if let Found::Foreign(reason) = reading.found {
        if reason != Foreign::Success && reason != Foreign::OtherJson {
            return converted(response, reading);
        }
    }
    Decoded::new(response, reading)
}

// A call would move the result, which is large, once more.
#[allow(clippy::inline_always)]
#[inline(always)]
fn read<'r, C: Catalog>(
    document: &Document<'r>,
    response: Response<'r>,
    is_among_others: bool,
) -> Reading<'r, C> {
    let element = OnceCell::new();
    match Parts::find(C::meta(), document, &response, &element) {
        Some(Finding::Error(mut parts)) => {
            parts.is_among_others |= is_among_others;
            understand::<C>(parts, response.status(), Some(document))
        }
        Some(Finding::Success(envelope)) => Reading::success(envelope),
        None => without_code::<C>(document, response.status()),
    }
}

/// Reads a response that is not JSON in the other formats of the catalog's envelopes.
#[cold]
fn converted<'r, C: Catalog>(response: Response<'r>, foreign: Reading<'r, C>) -> Decoded<'r, C> {
    let mut foreign = foreign;
    for format in formats(C::meta()) {
        let json = match view(format, &response) {
            Ok(Some(json)) => json,
            Ok(None) => continue,
            Err(reason) => {
                foreign = Reading::foreign(reason);
                continue;
            }
        };
        let mut document = Document::EMPTY;
        document.read(json.as_bytes(), response.headers());
        let document = document.converted_from(format);
        let reading = read::<C>(&document, response, false);
        if !matches!(&reading.found, Found::Foreign(reason) if *reason != Foreign::Success) {
            let mut reading = reading.into_owned();
            reading.special_mut().view = Some(Cow::Owned(json));
            return Decoded::new(response, reading);
        }
    }
    Decoded::new(response, foreign)
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
    let plain = &crate::envelope::PLAIN;
    let source = document.source(plain);
    let parts = source.and_then(|source| Parts::in_body(C::meta(), plain, source));
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
    let Some(choice) = Choice::find(meta, &parts, status, &mut message) else {
        return Reading::unknown(parts);
    };
    let code = choice.match_code(&parts);
    let kind = C::Kind::ALL.get(usize::from(choice.entry.index())).copied();
    let fields = Fields::new(choice, &parts, code.as_ref(), &message);
    let mut error = kind.and_then(|kind| C::construct(kind, &mut fields.values()));
    if meta.has_sensitive_params() && may_show_sensitive(&fields, document, status) {
        error = None;
    }
    Reading::known(parts, kind, error, choice.fit())
}
