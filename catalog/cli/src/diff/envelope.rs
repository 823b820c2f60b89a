//! Compares envelopes.

use super::change::Notes;
use super::kind::Kind;
use super::{causes, places};
use error_catalog_model::{Body, Catalog, Envelope, Extra, Format, Literal, Location, Success};

/// The counterpart of each old envelope in the new catalog.
pub(super) struct Envelopes {
    positions: Vec<Option<usize>>,
}

impl Envelopes {
    /// Pairs envelopes by name, or else by equal places.
    pub(super) fn pair(old: &Catalog, new: &Catalog) -> Self {
        let by_name = |name: &str| new.envelopes.iter().position(|it| it.name == name);
        let mut positions: Vec<Option<usize>> =
            old.envelopes.iter().map(|it| by_name(&it.name)).collect();
        for (index, envelope) in old.envelopes.iter().enumerate() {
            let moved = new.envelopes.iter().enumerate().position(|(position, it)| {
                it.location == envelope.location && !positions.contains(&Some(position))
            });
            if let Some(free @ None) = positions.get_mut(index) {
                *free = moved;
            }
        }
        Self { positions }
    }

    /// The position of an old envelope in the new catalog.
    pub(super) fn new_position(&self, old: usize) -> Option<usize> {
        self.positions.get(old).copied().flatten()
    }

    pub(super) fn compare(&self, old: &Catalog, new: &Catalog, notes: &mut Notes<'_>) {
        for (envelope, position) in old.envelopes.iter().zip(&self.positions) {
            let subject = format!("envelopes.{}", envelope.name);
            match position.and_then(|position| new.envelopes.get(position)) {
                Some(today) => compare_one(envelope, today, &subject, notes),
                None => notes.add(Kind::EnvelopeRemoved, subject, None, None),
            }
        }
        for (position, envelope) in new.envelopes.iter().enumerate() {
            if !self.positions.contains(&Some(position)) {
                let subject = format!("envelopes.{}", envelope.name);
                notes.add(Kind::EnvelopeAdded, subject, None, None);
            }
        }
        if !self.positions.iter().flatten().is_sorted() {
            let names = |catalog: &Catalog| {
                let names: Vec<&str> = catalog.envelopes.iter().map(|it| &*it.name).collect();
                Some(names.join(", "))
            };
            notes.add(
                Kind::EnvelopesReordered,
                "envelopes",
                names(old),
                names(new),
            );
        }
    }
}

fn compare_one(old: &Envelope, new: &Envelope, subject: &str, notes: &mut Notes<'_>) {
    if old == new {
        return;
    }
    if old.name != new.name {
        let (name, today) = (Some(old.name.clone()), Some(new.name.clone()));
        notes.add(Kind::EnvelopeRenamed, subject, name, today);
    }
    let (format, today) = (format(&old.location), format(&new.location));
    if format != today {
        let (format, today) = (Some(format.to_owned()), Some(today.to_owned()));
        notes.add(
            Kind::FormatChanged,
            format!("{subject}.format"),
            format,
            today,
        );
    }
    let (media_type, today) = (media_type(old), media_type(new));
    if media_type != today {
        notes.add(
            Kind::ContentTypeChanged,
            format!("{subject}.content_type"),
            media_type.map(ToOwned::to_owned),
            today.map(ToOwned::to_owned),
        );
    }
    places::compare(
        &places::of_location(&old.location),
        &places::of_location(&new.location),
        subject,
        notes,
    );
    let none = Body::default();
    let (body, today) = (
        body(&old.location).unwrap_or(&none),
        body(&new.location).unwrap_or(&none),
    );
    success(&body.success, &today.success, subject, notes);
    places::constants(&body.constants, &today.constants, subject, notes);
    causes::compare(&body.causes, &today.causes, subject, notes);
    notes.text(
        &format!("{subject}.preset"),
        body.preset.as_ref(),
        today.preset.as_ref(),
    );
    let (before, after) = (descriptions(old), descriptions(new));
    if before != after {
        let subject = format!("{subject}.description");
        notes.texts(&subject, &before, &after);
    }
}

/// The media type that an envelope gives, if it is not that of its format.
fn media_type(envelope: &Envelope) -> Option<&str> {
    body(&envelope.location)?.content_type.as_deref()
}

/// How the response is written.
const fn format(location: &Location) -> &'static str {
    match location {
        Location::Header(_) => "header",
        Location::Body(body) => match body.format {
            Format::Json => "json",
            Format::Xml => "xml",
            Format::Form => "form",
            Format::Text => "text",
            Format::Empty => "empty",
            Format::Grpc => "grpc",
        },
    }
}

const fn body(location: &Location) -> Option<&Body> {
    match location {
        Location::Body(body) => Some(body),
        Location::Header(_) => None,
    }
}

fn success(old: &[Success], new: &[Success], subject: &str, notes: &mut Notes<'_>) {
    let subject = format!("{subject}.success");
    for success in old.iter().filter(|success| !new.contains(success)) {
        let text = Some(shown(success));
        notes.add(Kind::SuccessRemoved, &*subject, text, None);
    }
    for success in new.iter().filter(|success| !old.contains(success)) {
        let text = Some(shown(success));
        notes.add(Kind::SuccessAdded, &*subject, None, text);
    }
}

fn shown(success: &Success) -> String {
    match success {
        Success::Code(Literal::Text(code)) => code.clone(),
        Success::Code(code) => code.to_string(),
        Success::Value(place, value) => format!("{place} is {value}"),
    }
}

/// The descriptions of the envelope and its members.
fn descriptions(envelope: &Envelope) -> Vec<String> {
    let body = body(&envelope.location);
    let inner = body.iter().flat_map(|body| &body.causes);
    let inner = inner.flat_map(|causes| &causes.extra);
    let members: Vec<&Extra> = body
        .iter()
        .flat_map(|body| &body.extra)
        .chain(inner)
        .collect();
    let members = members
        .into_iter()
        .map(|member| member.description.as_ref());
    let mut descriptions: Vec<String> = std::iter::once(envelope.description.as_ref())
        .chain(members)
        .flatten()
        .cloned()
        .collect();
    descriptions.sort();
    // Causes in several places have the same members.
    descriptions.dedup();
    descriptions
}
