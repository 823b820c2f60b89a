//! Which part of an error is at which place of a response.

use super::delay;
use super::language::number_of_language;
use super::object::{self, Slot, Write};
use super::value::{is_sent, Item, Members};
use crate::envelope::{
    Body, HeaderPlace, Literal, Params, Part, Path, Place, Places, Step, Success,
};
use crate::header::RetryAfter;
use crate::json::Writer;
use crate::{Code, Entry, Status, Value};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// What a response contains beside the error itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Context<'s> {
    pub(super) status: Option<u16>,
    pub(super) reference: Option<&'s str>,
    /// The language of the message.
    pub(super) language: Option<&'s str>,
    /// When to send the request again, if not as the catalog advises.
    pub(super) retry_after: Option<RetryAfter>,
    /// The title of the entry.
    pub(super) title: Option<&'s str>,
    /// Members by their names in the catalog, as JSON.
    pub(super) extras: &'s [(String, String)],
    /// The errors within the error, as the JSON at their place.
    pub(super) causes: &'s [(&'static Place, String)],
}

/// Everything that is in a response, each with its place.
pub(super) struct Layout<'s> {
    /// In the error.
    pub(super) error: Vec<Slot<'s, Item<'s>>>,
    /// In the body around an array of errors.
    pub(super) root: Vec<Slot<'s, Item<'s>>>,
    headers: Vec<(&'static HeaderPlace, Item<'s>)>,
    is_in_array: bool,
    /// The body, as far as it is written, if each part is a member of the same object: parts are then written as soon as
    /// they are known.
    written: Option<String>,
}

impl Context<'_> {
    /// The object that all parts are in, if there is one.
    pub(super) fn object(&self, shape: &'static Body) -> Option<Path> {
        let has_others = !self.extras.is_empty() || !self.causes.is_empty();
        shape.object.filter(|_| !has_others)
    }
}

impl<'s> Layout<'s> {
    /// The layout of an error. If all parts are to be written to an object, none is kept.
    pub(super) fn of(
        shape: &'static Body,
        object: Option<Path>,
        entry: Entry,
        values: &'s [Value<'s>],
        context: &'s Context<'_>,
    ) -> Self {
        let mut layout = Self {
            error: Vec::new(),
            root: Vec::new(),
            headers: Vec::new(),
            is_in_array: !shape.errors.is_empty(),
            written: object.map(begin),
        };
        if object.is_none() {
            layout.error.reserve(8);
        }
        layout.parts(shape, entry, values, context);
        layout.params(shape, entry, values);
        for (name, json) in context.extras {
            let extra = shape.extra.iter().find(|extra| extra.name == name);
            let places = extra.map_or(&[][..], |extra| extra.places);
            layout.put(places, || Some(Item::Written(json)));
        }
        for (place, json) in context.causes {
            layout.put_at(place, Item::Written(json));
        }
        layout.delay(shape, entry, values, context);
        layout.constants(shape);
        if let (Some(object), Some(body)) = (object, &mut layout.written) {
            for _ in 0..=object.len() {
                body.push('}');
            }
        }
        layout
    }

    fn parts(
        &mut self,
        shape: &'static Body,
        entry: Entry,
        values: &'s [Value<'s>],
        context: &'s Context<'_>,
    ) {
        for success in shape.success {
            if let Success::Value(place, Literal::Boolean(flag)) = success {
                self.put_at(place, Item::Boolean(!flag));
            }
        }
        let code = match entry.code() {
            Code::Number(number) => Some(Item::Number(number)),
            Code::Text(_) if entry.has_code_pattern() => Some(Item::Code(entry, values)),
            Code::Text(Cow::Borrowed(text)) => Some(Item::Text(text)),
            _ => None,
        };
        if let (Some(place), Some(code)) = (written_code(shape), code) {
            self.put_at(place, code);
        }
        self.put(shape.subcode, || match entry.subcode() {
            Code::Number(number) => Some(Item::Number(number)),
            Code::Text(Cow::Borrowed(text)) => Some(Item::Text(text)),
            _ => None,
        });
        self.put(shape.message, || {
            let language = number_of_language(entry, context.language);
            Some(Item::Message(entry, language, values))
        });
        self.put(shape.title, || context.title.map(Item::Prose));
        self.put(shape.status, || {
            let own_status = entry.status().map(Status::as_u16);
            let status = context.status.or(own_status).map(i64::from);
            status.map(Item::Number)
        });
        self.put(shape.scope, || entry.scope().map(Item::Text));
        self.put(shape.reference, || context.reference.map(Item::Prose));
    }

    /// Puts the parameters in their places.
    fn params(&mut self, shape: &'static Body, entry: Entry, values: &'s [Value<'s>]) {
        let params = Members {
            entry,
            values,
            details_only: shape.details_only,
        };
        match &shape.params {
            Params::None => {}
            Params::Object(place) => {
                if params.iter().next().is_some() {
                    self.put_at(place, Item::Params(params));
                }
            }
            Params::Pairs(pairs) => {
                if params.iter().next().is_some() {
                    self.put_at(&pairs.at, Item::Pairs(params, pairs));
                }
            }
            Params::Each(_) => {
                for (param, value) in entry.params().zip(values) {
                    let places = shape.params.places_of(param.name());
                    if is_sent(param, value) {
                        self.put(places, || Some(Item::Param(*value, param.param_type())));
                    }
                }
            }
        }
    }

    /// Puts the delay in its place, unless a parameter that is there has it already.
    fn delay(
        &mut self,
        shape: &'static Body,
        entry: Entry,
        values: &'s [Value<'s>],
        context: &'s Context<'_>,
    ) {
        let Some(place) = shape.retry_after.first() else {
            return;
        };
        let time = context
            .retry_after
            .or_else(|| delay::advised(entry, values));
        let sent = time.and_then(|time| delay::at(place, shape, time));
        if let Some(sent) = sent.filter(|_| !self.has_param_at(place)) {
            self.put_at(place, Item::Delay(sent));
        }
    }

    /// Puts the constants first, each unless something else is at its place.
    fn constants(&mut self, shape: &'static Body) {
        for constant in shape.constants.iter().rev() {
            let (Place::Pointer(path) | Place::Query(path)) = constant.place else {
                continue;
            };
            let is_in_root = self.is_in_array && matches!(constant.place, Place::Query(_));
            let slots = if is_in_root {
                &mut self.root
            } else {
                &mut self.error
            };
            if !is_taken(slots, path) {
                let item = Item::Constant(constant.json);
                slots.insert(0, Slot { path, item });
            }
        }
    }

    /// Whether a parameter of an object of parameters is at this place.
    fn has_param_at(&self, place: &Place) -> bool {
        let (Place::Pointer(path) | Place::Query(path)) = place else {
            return false;
        };
        for slots in &[&self.error, &self.root] {
            for slot in *slots {
                if has_param(slot, path) {
                    return true;
                }
            }
        }
        false
    }

    /// Puts a part in the first of its places, if there is one.
    #[inline]
    fn put(&mut self, places: Places, item: impl FnOnce() -> Option<Item<'s>>) {
        let Some(place) = places.first() else {
            return;
        };
        if let Some(item) = item() {
            match place {
                Place::Pointer(path) => self.put_in(path, item),
                place => self.put_at(place, item),
            }
        }
    }

    fn put_at(&mut self, place: &'static Place, item: Item<'s>) {
        match place {
            Place::Query(path) if self.is_in_array => self.root.push(Slot { path, item }),
            Place::Pointer(path) | Place::Query(path) => self.put_in(path, item),
            Place::Header(header) => self.headers.push((header, item)),
            Place::Part(part) => self.put_part(part, item),
        }
    }

    fn put_in(&mut self, path: Path, item: Item<'s>) {
        match (path.last(), &mut self.written) {
            (Some(Step::Name(name)), Some(body)) => {
                let mut writer = Writer::within(body);
                writer.key(name);
                item.write(&mut writer);
            }
            _ => self.error.push(Slot { path, item }),
        }
    }

    /// Puts a part of a value in the place of the value.
    fn put_part(&mut self, part: &'static Part, item: Item<'s>) {
        let item = if part.captures.is_empty() && part.case.is_none() {
            item
        } else {
            item.within(part)
        };
        self.put_at(&part.at, item);
    }

    /// Takes the error as JSON: the body, or an element of the array of errors.
    pub(super) fn take_error(&mut self) -> String {
        if let Some(body) = self.written.take() {
            return body;
        }
        let mut body = String::with_capacity(256);
        let mut slots = core::mem::take(&mut self.error);
        object::write_once(&mut slots, &mut Writer::new(&mut body));
        body
    }

    /// Returns the body around an array of errors.
    pub(super) fn around(&self, place: &'static Place, errors: &str) -> String {
        let mut slots = self.root.clone();
        if let Place::Pointer(path) | Place::Query(path) = place {
            let item = Item::Written(errors);
            slots.push(Slot { path, item });
        }
        let mut body = String::new();
        object::write(&slots, &mut Writer::new(&mut body));
        body
    }

    /// Returns the headers that parts of the error are in.
    pub(super) fn headers(&self) -> Vec<(&'static HeaderPlace, String)> {
        let mut headers = Vec::with_capacity(self.headers.len());
        for (place, item) in &self.headers {
            headers.push((*place, item.text()));
        }
        headers
    }
}

/// Begins a body with the object that all parts are in.
fn begin(object: Path) -> String {
    let mut body = String::with_capacity(256);
    let mut writer = Writer::new(&mut body);
    writer.begin('{');
    for step in object {
        if let Step::Name(name) = step {
            writer.key(name);
            writer.begin('{');
        }
    }
    body
}

/// Whether a constant cannot be at this path, because something else is there.
fn is_taken(slots: &[Slot<'_, Item<'_>>], path: &[Step]) -> bool {
    for slot in slots {
        let is_around = path.starts_with(slot.path) && !slot.item.is_object();
        if slot.path.starts_with(path) || is_around || has_param(slot, path) {
            return true;
        }
    }
    false
}

/// Whether it is an object of parameters with one at this path.
fn has_param(slot: &Slot<'_, Item<'_>>, path: &[Step]) -> bool {
    match path.split_last() {
        Some((Step::Name(name), path)) => slot.path == path && slot.item.has_member(name),
        _ => false,
    }
}

/// Returns the place that the code is written to: the first that is not the one of a parameter.
#[inline]
fn written_code(shape: &'static Body) -> Option<&'static Place> {
    let (Params::Each(each), [_, _, ..]) = (&shape.params, shape.code) else {
        return shape.code.first();
    };
    let is_taken = |place: &Place| each.iter().any(|(_, places)| places.first() == Some(place));
    let free = shape.code.iter().find(|place| !is_taken(place));
    free.or_else(|| shape.code.first())
}
