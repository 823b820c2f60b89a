//! Rules between the parts of an envelope.

use super::super::object::Object;
use super::constants;
use super::format::FORMATS;
use crate::json::Kind;
use crate::model::{Body, Format, Params, Place, Step, Success};
use crate::{Report, Rule};
use error_catalog_core::json::tokens;

/// The keys with the place of a value.
const VALUES: [&str; 8] = [
    "code",
    "subcode",
    "message",
    "title",
    "status",
    "scope",
    "reference",
    "retry_after",
];

pub(super) fn check(object: &Object<'_>, body: &Body, report: &mut Report) {
    keys_are_together(object, body, report);
    is_recognisable(object, body, report);
    if places_are_in_the_format(object, body, report) {
        places_are_not_shared(object, body, report);
        constants::check(object, body, report);
    }
}

/// Checks keys that need, or exclude, another one.
fn keys_are_together(object: &Object<'_>, body: &Body, report: &mut Report) {
    if let (None, Some(node)) = (object.get("retry_after"), object.get("retry_unit")) {
        report
            .add(
                Rule::Envelope,
                node.span,
                "`retry_unit` without `retry_after`",
            )
            .help("add `retry_after` with a pointer to the delay");
    }
    let is_code = |success: &Success| matches!(success, Success::Code(_));
    if body.success.iter().any(is_code) && body.code.is_empty() && !has_place(object, "code") {
        report
            .add(
                Rule::Envelope,
                object.span_of("success"),
                "a code in `success` without `code`",
            )
            .help("add `code` with the place of the code");
    }
    if has_place(object, "subcode") && !has_place(object, "code") {
        report
            .add(
                Rule::Envelope,
                object.span_of("subcode"),
                "`subcode` without `code`",
            )
            .help("add `code` with the place of the code");
    }
    if !body.errors.is_empty() && body.batch.is_some() {
        report
            .add(
                Rule::Envelope,
                object.span_of("batch"),
                "`batch` beside `errors`",
            )
            .help("describe two envelopes, one with each");
    }
}

/// Whether a key has a place, valid or not. An empty array of places is none.
fn has_place(object: &Object<'_>, key: &str) -> bool {
    object
        .get(key)
        .is_some_and(|node| node.kind() != Kind::Array || !node.elements().is_empty())
}

/// Checks that a response can be recognised by its code or its message.
fn is_recognisable(object: &Object<'_>, body: &Body, report: &mut Report) {
    let has_default = matches!(body.format, Format::Empty);
    let is_given = |key| has_place(object, key);
    let is_found = !body.code.is_empty() || !body.message.is_empty();
    if !has_default && !is_found && !is_given("code") && !is_given("message") {
        report
            .add(
                Rule::Envelope,
                object.span,
                "missing key `code` or `message`",
            )
            .help("add a pointer to one of them, such as `\"code\": \"/code\"`");
    }
}

/// The places of each part of an envelope, with its key.
pub(super) fn places(body: &Body) -> Vec<(String, &[Place])> {
    let key = |key: &str| key.to_owned();
    let parts = body.parts().into_iter();
    let values = parts.filter(|(name, _)| VALUES.contains(name));
    let mut all: Vec<(String, &[Place])> =
        values.map(|(name, places)| (key(name), places)).collect();
    if let Some(Params::Each(each)) = &body.params {
        let each = each.iter();
        all.extend(each.map(|(name, places)| (format!("params.{name}"), places.as_slice())));
    }
    let extra = body.extra.iter();
    all.extend(extra.map(|extra| (format!("extra.{}", extra.name), extra.places.as_slice())));
    all
}

/// The places of the objects and arrays of an envelope, with their keys.
pub(super) fn containers(body: &Body) -> Vec<(&'static str, &Place)> {
    let mut all: Vec<(&'static str, &Place)> = Vec::new();
    if let Some(Params::Object(at) | Params::Pairs { at, .. }) = &body.params {
        all.push(("params", at));
    }
    all.extend(body.causes.iter().map(|causes| ("causes", &causes.at)));
    all
}

/// Checks that the format has such places, and returns whether it has.
fn places_are_in_the_format(object: &Object<'_>, body: &Body, report: &mut Report) -> bool {
    let most: usize = match body.format {
        Format::Json | Format::Xml | Format::Grpc => return true,
        Format::Form => 1,
        Format::Text | Format::Empty => 0,
    };
    let name = FORMATS.iter().find(|(_, format)| *format == body.format);
    let name = name.map_or("", |(name, _)| *name);
    let values = places(body);
    let values = values
        .iter()
        .flat_map(|(key, places)| places.iter().map(move |place| (&**key, place, most)));
    let constants = body.constants.iter().map(|constant| {
        let is_array_or_object = matches!(&*constant.json, "[]" | "{}");
        let most = most.saturating_sub(usize::from(is_array_or_object));
        (constants::KEY, &constant.place, most)
    });
    // An object or an array is only in a form, as its whole.
    let containers = containers(body);
    let arrays = body.errors.iter().map(|place| ("errors", place));
    let containers = containers
        .into_iter()
        .chain(arrays)
        .map(|(key, place)| (key, place, most.saturating_sub(1)));
    let mut is_valid = true;
    for (key, place, most) in values.chain(containers).chain(constants) {
        let Some(depth) = depth(place) else {
            continue;
        };
        let is_there = match body.format {
            Format::Empty => false,
            Format::Text => {
                depth == 0 && !matches!(key, "params" | "causes" | "errors" | constants::KEY)
            }
            _ => depth <= most,
        };
        if !is_there {
            let top = key.split('.').next().unwrap_or(key);
            let message = format!("`{key}` has no such place in a body of the format `{name}`");
            let help = match body.format {
                Format::Empty => "write a header, such as `{ \"header\": \"x-error-code\" }`",
                Format::Text => "write the empty pointer, or take a part out with `match`",
                _ => "write the name of a member, such as `/error`",
            };
            report
                .add(Rule::Place, object.span_of(top), message)
                .help(help);
            is_valid = false;
        }
    }
    is_valid
}

/// Returns how many steps a place in the body has.
fn depth(place: &Place) -> Option<usize> {
    match place {
        Place::Pointer(pointer) => Some(pointer.matches('/').count()),
        Place::Query(query) => Some(query.steps.len()),
        Place::Header { .. } => None,
        Place::Part { at, .. } => depth(at),
    }
}

/// Checks that a new response can have all parts: no two strings in one place, and nothing in a string.
///
/// A string can have a part in its place: the message `E42: no such key` contains its code. Parameters and other members
/// are not in every response, so that each can have a place of another part: `decline_code` is the code if it is there.
fn places_are_not_shared(object: &Object<'_>, body: &Body, report: &mut Report) {
    let is_list = !body.errors.is_empty();
    let values = places(body);
    let values: Vec<(&str, Spot)> = values
        .iter()
        .filter_map(|(key, places)| {
            let written = match &**key {
                "code" => body.written_code(),
                _ => places.first(),
            };
            Some((&**key, Spot::of(written?, is_list)))
        })
        .collect();
    let containers: Vec<(&str, Spot)> = containers(body)
        .into_iter()
        .map(|(key, place)| (key, Spot::of(place, is_list)))
        .collect();
    let strings = || values.iter().filter(|(key, _)| VALUES.contains(key));
    for (index, (key, spot)) in strings().enumerate() {
        let is_same = |other: &Spot| other.place == spot.place && other.is_part == spot.is_part;
        // Each pair is found once.
        let mut earlier = strings().take(index);
        let same = earlier.find(|(_, other)| is_same(other));
        let held = containers.iter().find(|(_, other)| is_same(other));
        let mut others = values.iter().chain(&containers);
        let inside = others.find(|(_, other)| other.is_below(spot));
        if let Some((other, _)) = same.or(held).or(inside) {
            let message = format!("`{key}` and `{other}` cannot both be sent: they share a place");
            report
                .add(Rule::SharedPlace, object.span_of(key), message)
                .help("give one of them another first place, which is the one that is written");
        }
    }
}

/// A place, and whether a part of its value is meant.
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
            Place::Pointer(pointer) => Whole::Error(tokens(pointer).map(Step::Name).collect()),
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
