//! Compares envelopes.

use super::change::Notes;
use super::kind::Kind;
use error_catalog_model::{Body, Catalog, Causes, Envelope, Extra, Header, Location, Pointers};

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
    let (before, after) = (places(&old.location), places(&new.location));
    for (key, place) in &before {
        let today = after.iter().find(|(other, _)| other == key);
        let kind = match today {
            Some((_, today)) if today == place => continue,
            Some(_) => Kind::PlaceMoved,
            None => Kind::PlaceRemoved,
        };
        let today = today.map(|(_, today)| today.clone());
        notes.add(kind, format!("{subject}.{key}"), Some(place.clone()), today);
    }
    for (key, place) in &after {
        if !before.iter().any(|(other, _)| other == key) {
            notes.add(
                Kind::PlaceAdded,
                format!("{subject}.{key}"),
                None,
                Some(place.clone()),
            );
        }
    }
    let (before, after) = (descriptions(old), descriptions(new));
    if before != after {
        let subject = format!("{subject}.description");
        notes.texts(&subject, &before, &after);
    }
}

/// The places of an envelope, each with its key in the catalog.
fn places(location: &Location) -> Vec<(String, String)> {
    let mut places = Places(Vec::new());
    match location {
        Location::Body(body) => places.body(body),
        Location::Header(header) => places.header(header),
    }
    places.0
}

struct Places(Vec<(String, String)>);

impl Places {
    fn one(&mut self, key: &str, place: Option<&String>) {
        let place = place.map(|place| (key.to_owned(), place.clone()));
        self.0.extend(place);
    }

    fn body(&mut self, body: &Body) {
        self.one("code", body.code.as_ref());
        self.one("message", body.message.as_ref());
        self.one("status", body.status.as_ref());
        self.one("scope", body.scope.as_ref());
        self.one("reference", body.reference.as_ref());
        self.params("params", body.params.as_ref());
        self.extra("extra", &body.extra);
        if let Some(causes) = &body.causes {
            self.causes(causes);
        }
        let retry_after = body.retry_after.join(", ");
        self.one(
            "retry_after",
            (!retry_after.is_empty()).then_some(&retry_after),
        );
        let unit = body.retry_unit.map(|unit| unit.as_str().to_owned());
        self.one("retry_unit", unit.as_ref());
        self.one("batch", body.batch.as_ref().map(|batch| &batch.errors));
        let results = body.batch.as_ref().and_then(|batch| batch.results.as_ref());
        self.one("results", results);
    }

    fn causes(&mut self, causes: &Causes) {
        self.one("causes.at", Some(&causes.at.join(", ")));
        self.one("causes.code", causes.code.as_ref());
        self.one("causes.message", causes.message.as_ref());
        self.params("causes.params", causes.params.as_ref());
        self.extra("causes.extra", &causes.extra);
    }

    fn params(&mut self, key: &str, params: Option<&Pointers>) {
        match params {
            None => {}
            Some(Pointers::Object(pointer)) => self.one(key, Some(pointer)),
            Some(Pointers::Each(each)) => {
                for (name, pointers) in each {
                    self.one(&format!("{key}.{name}"), Some(&pointers.join(", ")));
                }
            }
        }
    }

    fn extra(&mut self, key: &str, extra: &[Extra]) {
        for member in extra {
            let place = format!("{} ({})", member.pointer, member.param_type.as_str());
            self.one(&format!("{key}.{}", member.name), Some(&place));
        }
    }

    fn header(&mut self, header: &Header) {
        self.one("header", Some(&header.header));
        self.one("scheme", header.scheme.as_ref());
        self.one("code", header.code.as_ref());
        self.one("message", header.message.as_ref());
        for (name, place) in &header.params {
            self.one(&format!("params.{name}"), Some(place));
        }
        self.one("value", header.value.as_ref());
    }
}

/// The descriptions of the envelope and its members.
fn descriptions(envelope: &Envelope) -> Vec<String> {
    let members: Vec<&Extra> = match &envelope.location {
        Location::Body(body) => {
            let inner = body.causes.iter().flat_map(|causes| &causes.extra);
            body.extra.iter().chain(inner).collect()
        }
        Location::Header(_) => Vec::new(),
    };
    let members = members
        .into_iter()
        .map(|member| member.description.as_ref());
    let mut descriptions: Vec<String> = std::iter::once(envelope.description.as_ref())
        .chain(members)
        .flatten()
        .cloned()
        .collect();
    descriptions.sort();
    descriptions
}
