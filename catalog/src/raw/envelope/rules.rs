//! Rules between the parts of an envelope.

use super::super::object::Object;
use super::constants;
use super::format::name_of;
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
    match object.get(key) {
        Some(node) => node.kind() != Kind::Array || !node.elements().is_empty(),
        None => false,
    }
}

/// Checks that a response can be recognised by its code or its message, or by its causes if it is one error.
fn is_recognisable(object: &Object<'_>, body: &Body, report: &mut Report) {
    let is_list = !body.errors.is_empty();
    let has_default = body.format == Format::Empty || (!is_list && has_place(object, "causes"));
    let is_given = |key| has_place(object, key);
    let is_found = !body.code.is_empty() || !body.message.is_empty();
    if !has_default && !is_found && !is_given("code") && !is_given("message") {
        let keys = if is_list {
            "`code` or `message`"
        } else {
            "`code`, `message`, or `causes`"
        };
        report
            .add(Rule::Envelope, object.span, format!("missing key {keys}"))
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
    let mut is_valid = true;
    let mut check = |key: &str, place: &Place, most: usize| {
        is_valid &= is_in_the_format(object, body.format, key, place, most, report);
    };
    for (key, places) in &places(body) {
        for place in *places {
            check(key, place, most);
        }
    }
    // An object or an array is only in a form, as its whole.
    let as_whole = most.saturating_sub(1);
    for (key, place) in &containers(body) {
        check(key, place, as_whole);
    }
    for place in &body.errors {
        check("errors", place, as_whole);
    }
    for constant in &body.constants {
        let is_array_or_object = matches!(&*constant.json, "[]" | "{}");
        let most = if is_array_or_object { as_whole } else { most };
        check(constants::KEY, &constant.place, most);
    }
    is_valid
}

/// Checks that the format has a place with at most so many steps.
fn is_in_the_format(
    object: &Object<'_>,
    format: Format,
    key: &str,
    place: &Place,
    most: usize,
    report: &mut Report,
) -> bool {
    let Some(depth) = depth(place) else {
        return true;
    };
    let is_there = match format {
        Format::Empty => false,
        Format::Text => {
            depth == 0 && !matches!(key, "params" | "causes" | "errors" | constants::KEY)
        }
        _ => depth <= most,
    };
    if !is_there {
        let (top, _) = key.split_once('.').unwrap_or((key, ""));
        let name = name_of(format);
        let message = format!("`{key}` has no such place in a body of the format `{name}`");
        let help = match format {
            Format::Empty => "write a header, such as `{ \"header\": \"x-error-code\" }`",
            Format::Text => "write the empty pointer, or take a part out with `match`",
            _ => "write the name of a member, such as `/error`",
        };
        report
            .add(Rule::Place, object.span_of(top), message)
            .help(help);
    }
    is_there
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
    let all = places(body);
    let mut values: Vec<(&str, Spot)> = Vec::new();
    for (key, places) in &all {
        let written = match &**key {
            "code" => body.written_code(),
            _ => places.first(),
        };
        if let Some(place) = written {
            values.push((key, Spot::of(place, is_list)));
        }
    }
    let mut held: Vec<(&str, Spot)> = Vec::new();
    for (key, place) in &containers(body) {
        held.push((key, Spot::of(place, is_list)));
    }
    // Each pair is found once.
    let mut earlier: Vec<(&str, &Spot)> = Vec::new();
    for (key, spot) in &values {
        if VALUES.contains(key) {
            if let Some(other) = sharing(spot, &earlier, &values, &held) {
                let message =
                    format!("`{key}` and `{other}` cannot both be sent: they share a place");
                report
                    .add(Rule::SharedPlace, object.span_of(key), message)
                    .help("give one of them another first place, which is the one that is written");
            }
            earlier.push((key, spot));
        }
    }
}

/// Returns the key of a part that is in the place of a string, or in it.
fn sharing<'k>(
    spot: &Spot,
    earlier: &[(&'k str, &Spot)],
    values: &[(&'k str, Spot)],
    held: &[(&'k str, Spot)],
) -> Option<&'k str> {
    for (key, other) in earlier {
        if *other == spot {
            return Some(key);
        }
    }
    for (key, other) in held {
        if other == spot {
            return Some(key);
        }
    }
    for others in &[values, held] {
        for (key, other) in *others {
            if other.is_below(spot) {
                return Some(key);
            }
        }
    }
    None
}
