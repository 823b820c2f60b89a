//! Rules between the parts of an envelope.

use super::super::object::Object;
use super::constants;
use super::format::FORMATS;
use super::spot::{containers, places, Spot, VALUES};
use crate::json::Kind;
use crate::model::{Body, Format, Place, Success};
use crate::{Report, Rule};

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
    if has_place(object, "subcode") && body.code.is_empty() && !has_place(object, "code") {
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
        let is_same = |other: &Spot| other == spot;
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
