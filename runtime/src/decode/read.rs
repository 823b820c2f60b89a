//! Reading a response into a typed error.

use super::decoded::Decoded;
use super::response::Response;
use crate::Catalog;

/// Decodes a response with a catalog. This never fails; see [`Decoded`].
pub fn decode<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    Decoded::read(response, |reader| reader.whole(response, false))
}

/// Like [`decode`], for a body that is in the body of another response.
pub(super) fn decode_whole<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    Decoded::read(response, |reader| reader.whole(response, true))
}

/// Reads one error of a batch. A value without a code is an error here, whatever the status of the response.
pub(super) fn decode_item<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    Decoded::read(response, |reader| reader.item(response))
}

/// Like [`decode`], for an error that can be in the plain envelope that serde uses for errors that are sent in a
/// header.
#[cfg(feature = "serde")]
pub(crate) fn decode_plain<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    let decoded = decode(response);
    if decoded.error().is_some() {
        return decoded;
    }
    let plain = Decoded::read(response, |reader| reader.plain(response));
    if plain.error().is_some() {
        plain
    } else {
        decoded
    }
}
