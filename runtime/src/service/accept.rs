//! The envelope and the language that a client prefers.

use crate::envelope::{Body, Envelope, Format};
use crate::{Entry, Meta};
use alloc::string::String;
use alloc::vec::Vec;
use headers_accept::Accept;
use mediatype::MediaType;

/// No longer header is read, so that a client cannot keep a server busy.
const LONGEST: usize = 2_000;

/// Returns what a client accepts, from all lines of a header.
pub(super) fn read(lines: &[&str]) -> Option<String> {
    let accept = lines.join(", ");
    Some(accept).filter(|accept| (1..=LONGEST).contains(&accept.len()))
}

/// The language that a client prefers; `None` if the catalog has only one.
pub(super) fn language(meta: &'static Meta, accepted: Option<&str>) -> Option<&'static str> {
    meta.is_translated().then(|| {
        let preferred = accepted.and_then(|accepted| meta.negotiate(accepted));
        preferred.unwrap_or_else(|| meta.language())
    })
}

/// Returns the envelopes that a server can choose from for an error: the one of its entry first. There is one for each
/// media type, and none where there is no choice.
pub(super) fn choices(entry: Entry) -> Vec<(&'static Envelope, MediaType<'static>)> {
    let all = entry.catalog().envelopes();
    if all.len() < 2 {
        return Vec::new();
    }
    let own = entry.envelope().or_else(|| all.first());
    let mut choices: Vec<(&Envelope, MediaType<'_>)> = Vec::new();
    for envelope in own.into_iter().chain(all) {
        let media_type = envelope.body().and_then(readable);
        if let Some(media_type) = media_type {
            if choices
                .iter()
                .all(|(_, known)| known.essence() != media_type.essence())
            {
                choices.push((envelope, media_type));
            }
        }
    }
    choices
}

/// Returns the media type of a body that can be sent instead of another.
fn readable(body: &'static Body) -> Option<MediaType<'static>> {
    match body.format {
        Format::Empty | Format::Grpc => None,
        _ => MediaType::parse(body.media_type()?).ok(),
    }
}

/// Returns the one that the client prefers (RFC 9110, section 12.5.1); `None` if it accepts none of them.
pub(super) fn preferred(
    choices: &[(&'static Envelope, MediaType<'static>)],
    accept: &str,
) -> Option<&'static Envelope> {
    let accept: Accept = accept.parse().ok()?;
    let media_types = choices.iter().map(|(_, media_type)| media_type);
    let preferred = accept.negotiate(media_types)?;
    let (envelope, _) = choices.iter().find(|(_, known)| known == preferred)?;
    Some(envelope)
}
