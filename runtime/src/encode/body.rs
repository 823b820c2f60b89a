//! The body of an error.

use super::object::{self, Slot};
use super::value::Item;
use crate::envelope::{Body, Envelope, Location, Pointer, Pointers, PLAIN};
use crate::json::Writer;
use crate::{CatalogError, Code, Entry, ParamType, Status, Value};
use alloc::string::String;
use alloc::vec::Vec;

/// What a response contains beside the error itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Context<'s> {
    pub(super) status: Option<u16>,
    pub(super) reference: Option<&'s str>,
    /// Members by their names in the catalog, as JSON.
    pub(super) extras: &'s [(String, String)],
    /// The errors within the error, each as JSON, with the index of its place.
    pub(super) causes: &'s [(usize, String)],
}

/// The body of an error in this envelope.
pub(super) fn write_in<E: CatalogError>(
    shape: &'static Body,
    error: &E,
    context: &Context<'_>,
) -> String {
    let entry = error.entry();
    let mut body = String::new();
    error.fields(&mut |values| body = in_shape(shape, entry, values, context));
    body
}

/// The layout of the entry's body: that of its envelope, or of the catalog's first.
pub(super) fn shape(entry: Entry) -> Option<&'static Body> {
    match envelope(entry).map(|envelope| &envelope.location) {
        Some(Location::Body(body)) => Some(body),
        Some(Location::Header(_)) => None,
        None => Some(&PLAIN),
    }
}

pub(super) fn envelope(entry: Entry) -> Option<&'static Envelope> {
    entry
        .envelope()
        .or_else(|| entry.catalog().envelopes().first())
}

fn in_shape(
    shape: &'static Body,
    entry: Entry,
    values: &[Value<'_>],
    context: &Context<'_>,
) -> String {
    let params = params(shape, entry, values);
    let lists = lists(shape, context);
    let slots = slots(shape, entry, values, &params, &lists, context);
    let mut body = String::with_capacity(256);
    object::write(&slots, &mut Writer::new(&mut body));
    body
}

type NamedValue<'v> = (&'static str, Value<'v>, ParamType);

/// The parameters that share an object: those that are not in the message.
fn params<'v>(shape: &Body, entry: Entry, values: &[Value<'v>]) -> Vec<NamedValue<'v>> {
    if !matches!(shape.params, Pointers::Object(_)) {
        return Vec::new();
    }
    let params = entry.params().zip(values);
    params
        .filter(|(param, value)| !matches!(value, Value::Absent) && param.is_detail())
        .map(|(param, value)| (param.name(), *value, param.param_type()))
        .collect()
}

/// The errors within the error, one array for each place.
fn lists(shape: &'static Body, context: &Context<'_>) -> Vec<(Pointer, String)> {
    let places = shape.causes.as_ref().map_or(&[][..], |causes| causes.at);
    let lists = places.iter().enumerate().map(|(place, pointer)| {
        let here = context.causes.iter().filter(|(at, _)| *at == place);
        let causes: Vec<&str> = here.map(|(_, cause)| &**cause).collect();
        (*pointer, causes)
    });
    lists
        .filter(|(_, causes)| !causes.is_empty())
        .map(|(pointer, causes)| (pointer, ["[", &causes.join(","), "]"].concat()))
        .collect()
}

/// Everything that is in the body, each with its place.
fn slots<'s>(
    shape: &'static Body,
    entry: Entry,
    values: &'s [Value<'s>],
    params: &'s [NamedValue<'s>],
    lists: &'s [(Pointer, String)],
    context: &'s Context<'_>,
) -> Vec<Slot<'s, Item<'s>>> {
    let mut slots = Vec::with_capacity(8);
    let mut put = |pointer: Option<Pointer>, item: Option<Item<'s>>| {
        if let (Some(path), Some(item)) = (pointer, item) {
            slots.push(Slot { path, item });
        }
    };
    let code = match entry.code() {
        Code::Number(number) => Some(Item::Number(number)),
        Code::Text(_) => Some(Item::Code(entry, values)),
        _ => None,
    };
    put(shape.code, code);
    put(shape.message, Some(Item::Message(entry, values)));
    let own_status = entry.status().map(Status::as_u16);
    let status = context.status.or(own_status).map(i64::from);
    put(shape.status, status.map(Item::Number));
    put(shape.scope, entry.scope().map(Item::Text));
    put(shape.reference, context.reference.map(Item::Text));
    match shape.params {
        Pointers::None => {}
        Pointers::Object(pointer) if params.is_empty() => put(Some(pointer), None),
        Pointers::Object(pointer) => put(Some(pointer), Some(Item::Params(params))),
        Pointers::Each(each) => {
            for (param, value) in entry.params().zip(values) {
                let name = param.name();
                let place = each.iter().find(|(param, _)| *param == name);
                let pointer = place.and_then(|(_, places)| places.first().copied());
                let is_there = !matches!(value, Value::Absent);
                put(
                    pointer,
                    is_there.then_some(Item::Param(*value, param.param_type())),
                );
            }
        }
    }
    for (name, json) in context.extras {
        let extra = shape.extra.iter().find(|extra| extra.name == name);
        put(extra.map(|extra| extra.pointer), Some(Item::Written(json)));
    }
    for (pointer, list) in lists {
        put(Some(*pointer), Some(Item::Written(list)));
    }
    slots
}
