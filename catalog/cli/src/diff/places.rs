//! Compares the places of the parts of an error.

use super::change::Notes;
use super::kind::Kind;
use error_catalog_model::{Body, Constant, Extra, Header, Location, Params, Place, RetryUnit};

/// A part of an error, by its key in the catalog.
pub(super) struct Part {
    key: String,
    /// Where a new response has it.
    written: String,
    /// Where else it is read, in order.
    others: Vec<String>,
}

impl Part {
    fn is_at(&self, place: &String) -> bool {
        self.written == *place || self.others.contains(place)
    }
}

pub(super) fn compare(old: &[Part], new: &[Part], subject: &str, notes: &mut Notes<'_>) {
    for part in old {
        let subject = format!("{subject}.{}", part.key);
        if let Some(today) = new.iter().find(|today| today.key == part.key) {
            compare_one(part, today, &subject, notes);
        } else {
            let place = Some(part.written.clone());
            notes.add(kind(part, Kind::PlaceRemoved), subject, place, None);
        }
    }
    for part in new {
        if !old.iter().any(|before| before.key == part.key) {
            let subject = format!("{subject}.{}", part.key);
            let place = Some(part.written.clone());
            notes.add(kind(part, Kind::PlaceAdded), subject, None, place);
        }
    }
}

/// An array of errors is around all parts: a response without it is different as a whole.
fn kind(part: &Part, other: Kind) -> Kind {
    if part.key == "errors" {
        Kind::ListChanged
    } else {
        other
    }
}

fn compare_one(old: &Part, new: &Part, subject: &str, notes: &mut Notes<'_>) {
    let only = |these: &Part, others: &Part| {
        let places = these.others.iter().filter(|place| !others.is_at(place));
        let places: Vec<&str> = places.map(String::as_str).collect();
        (!places.is_empty()).then(|| places.join(", "))
    };
    let (removed, added) = (only(old, new), only(new, old));
    if old.written != new.written {
        let (place, today) = (Some(old.written.clone()), Some(new.written.clone()));
        notes.add(Kind::PlaceMoved, subject, place, today);
    } else if removed.is_none() && added.is_none() && old.others != new.others {
        let shown = |part: &Part| Some(part.others.join(", "));
        let (places, today) = (shown(old), shown(new));
        notes.add(Kind::AlternativesReordered, subject, places, today);
    }
    if removed.is_some() {
        notes.add(Kind::AlternativeRemoved, subject, removed, None);
    }
    if added.is_some() {
        notes.add(Kind::AlternativeAdded, subject, None, added);
    }
}

/// Compares the members with a fixed value.
pub(super) fn constants(old: &[Constant], new: &[Constant], subject: &str, notes: &mut Notes<'_>) {
    for constant in old {
        let subject = format!("{subject}.constants.{}", constant.place);
        let value = Some(constant.json.clone());
        match new.iter().find(|today| today.place == constant.place) {
            None => notes.add(Kind::PlaceRemoved, subject, value, None),
            Some(today) if today.json != constant.json => {
                notes.add(
                    Kind::ConstantChanged,
                    subject,
                    value,
                    Some(today.json.clone()),
                );
            }
            Some(_) => {}
        }
    }
    for constant in new {
        if !old.iter().any(|before| before.place == constant.place) {
            let subject = format!("{subject}.constants.{}", constant.place);
            let value = Some(constant.json.clone());
            notes.add(Kind::PlaceAdded, subject, None, value);
        }
    }
}

/// The parts of an envelope, except causes.
pub(super) fn of_location(location: &Location) -> Vec<Part> {
    match location {
        Location::Body(body) => of_body(body),
        Location::Header(header) => of_header(header),
    }
}

/// The parts of an error in a body, except causes.
pub(super) fn of_body(body: &Body) -> Vec<Part> {
    let mut parts = Parts(Vec::new());
    // The delay has a unit beside its places.
    for (key, places) in body
        .parts()
        .into_iter()
        .filter(|(key, _)| *key != "retry_after")
    {
        parts.add(key, places, "");
    }
    parts.params(body.params.as_ref(), body.details_only);
    parts.extra(&body.extra);
    let unit = body.retry_unit.map(RetryUnit::as_str);
    let unit = unit.map_or_else(String::new, |unit| format!(" in {unit}"));
    parts.add("retry_after", &body.retry_after, &unit);
    if let Some(batch) = &body.batch {
        parts.one("batch", batch.errors.clone());
        parts.optional("results", batch.results.as_ref());
    }
    parts.0
}

fn of_header(header: &Header) -> Vec<Part> {
    let mut parts = Parts(Vec::new());
    parts.one("header", header.header.clone());
    parts.optional("scheme", header.scheme.as_ref());
    parts.optional("code", header.code.as_ref());
    parts.optional("message", header.message.as_ref());
    for (name, place) in &header.params {
        parts.one(&format!("params.{name}"), place.clone());
    }
    parts.optional("value", header.value.as_ref());
    parts.0
}

struct Parts(Vec<Part>);

impl Parts {
    /// Adds a part that is in these places, each followed by what else there is to know about it.
    fn add(&mut self, key: &str, places: &[Place], suffix: &str) {
        let mut forms = places.iter().flat_map(forms);
        if let Some(written) = forms.next() {
            self.0.push(Part {
                key: key.to_owned(),
                written: written + suffix,
                others: forms.map(|form| form + suffix).collect(),
            });
        }
    }

    fn one(&mut self, key: &str, written: String) {
        self.0.push(Part {
            key: key.to_owned(),
            written,
            others: Vec::new(),
        });
    }

    fn optional(&mut self, key: &str, written: Option<&String>) {
        if let Some(written) = written {
            self.one(key, written.clone());
        }
    }

    fn params_of_messages(&mut self, details_only: bool) {
        if !details_only {
            self.one("params in messages", "sent beside the message".to_owned());
        }
    }

    fn params(&mut self, params: Option<&Params>, details_only: bool) {
        match params {
            None => {}
            Some(Params::Object(place)) => {
                self.add("params", std::slice::from_ref(place), "");
                self.params_of_messages(details_only);
            }
            Some(Params::Each(each)) => {
                for (name, places) in each {
                    self.add(&format!("params.{name}"), places, "");
                }
            }
            Some(Params::Pairs { at, name, value }) => {
                let suffix = format!(" as pairs of {name} and {value}");
                self.add("params", std::slice::from_ref(at), &suffix);
                self.params_of_messages(details_only);
            }
        }
    }

    fn extra(&mut self, extra: &[Extra]) {
        for member in extra {
            let suffix = format!(" ({})", member.param_type.as_str());
            self.add(&format!("extra.{}", member.name), &member.places, &suffix);
        }
    }
}

/// A place with each of its patterns, first the one that is written.
fn forms(place: &Place) -> Vec<String> {
    let Place::Part {
        at,
        captures,
        case,
        unit,
    } = place
    else {
        return vec![shown(place)];
    };
    let Some((last, others)) = captures.split_last() else {
        return vec![shown(place)];
    };
    let captures = std::iter::once(last).chain(others);
    captures
        .map(|capture| {
            shown(&Place::Part {
                at: at.clone(),
                captures: vec![capture.clone()],
                case: *case,
                unit: *unit,
            })
        })
        .collect()
}

pub(super) fn shown(place: &Place) -> String {
    let mut whole = place;
    while let Place::Part { at, .. } = whole {
        whole = at;
    }
    match whole {
        Place::Header {
            is_percent_encoded: true,
            ..
        } => format!("{place}, percent-encoded"),
        _ => place.to_string(),
    }
}
