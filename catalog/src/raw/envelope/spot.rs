//! The places of the parts of an error in a response, for comparisons.

use crate::model::{Body, Params, Place, Step};

/// The keys with the place of a value.
pub(super) const VALUES: [&str; 8] = [
    "code",
    "subcode",
    "message",
    "title",
    "status",
    "scope",
    "reference",
    "retry_after",
];

/// The places of each part of an envelope, with its key.
pub(super) fn places(body: &Body) -> Vec<(String, &[Place])> {
    let mut all: Vec<(String, &[Place])> = Vec::new();
    for (name, places) in body.parts() {
        if VALUES.contains(&name) {
            all.push((name.to_owned(), places));
        }
    }
    if let Some(Params::Each(each)) = &body.params {
        for (name, places) in each {
            all.push((format!("params.{name}"), places));
        }
    }
    for extra in &body.extra {
        all.push((format!("extra.{}", extra.name), &extra.places));
    }
    all
}

/// The places of the objects and arrays of an envelope, with their keys.
pub(super) fn containers(body: &Body) -> Vec<(&'static str, &Place)> {
    let mut all: Vec<(&'static str, &Place)> = Vec::new();
    if let Some(Params::Object(at) | Params::Pairs { at, .. }) = &body.params {
        all.push(("params", at));
    }
    for causes in &body.causes {
        all.push(("causes", &causes.at));
    }
    all
}

/// A place, and whether a part of its value is meant.
#[derive(PartialEq, Eq)]
pub(super) struct Spot {
    place: Whole,
    is_part: bool,
}

/// The place of a whole value.
#[derive(PartialEq, Eq)]
enum Whole {
    Header(String),
    /// In the error.
    Error(Vec<Step>),
    /// In a body with a list of errors.
    Body(Vec<Step>),
}

impl Spot {
    /// The place of a part; in an array of errors, pointers start from an element.
    pub(super) fn of(place: &Place, is_list: bool) -> Self {
        let place = match place {
            Place::Pointer(pointer) => Whole::Error(Step::all(pointer)),
            Place::Query(query) if is_list => Whole::Body(query.steps.clone()),
            Place::Query(query) => Whole::Error(query.steps.clone()),
            Place::Header { name, .. } => Whole::Header(name.clone()),
            Place::Part { at, captures, .. } => {
                return Self {
                    is_part: !captures.is_empty(),
                    ..Self::of(at, is_list)
                }
            }
        };
        Self {
            place,
            is_part: false,
        }
    }

    /// A place of the body around an array of errors.
    pub(super) fn in_body(place: &Place) -> Self {
        let spot = Self::of(place, true);
        match spot.place {
            Whole::Error(steps) => Self {
                place: Whole::Body(steps),
                ..spot
            },
            _ => spot,
        }
    }

    /// Whether a response could not have a value at both places.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.place == other.place || self.is_below(other) || other.is_below(self)
    }

    /// Whether it is in the value at another place.
    pub(super) fn is_below(&self, other: &Self) -> bool {
        match (&self.place, &other.place) {
            (Whole::Error(steps), Whole::Error(above))
            | (Whole::Body(steps), Whole::Body(above)) => {
                steps.len() > above.len() && steps.starts_with(above)
            }
            _ => false,
        }
    }
}
