//! The parts of an error: each is the first value that can be read of those in its places.

use super::place::{json_code, json_status, scalar, Raw, Source};
use crate::envelope::{Body, Pairs, Params, Place, Places};
use crate::{Code, Elements, Json, Meta};
use alloc::borrow::Cow;
use core::slice;

impl<'r> Source<'_, 'r> {
    /// Returns the first value of places that can be read.
    pub(super) fn first<T>(
        &self,
        places: Places,
        mut read: impl FnMut(Raw<'r>) -> Option<T>,
    ) -> Option<T> {
        for value in Values::at(self, places) {
            let found = read(value);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Returns the code: the first that the catalog knows, if one is given, or else the first.
    #[inline]
    pub(super) fn code(&self, places: Places, known_in: Option<&'static Meta>) -> Code<'r> {
        match places {
            [] => Code::None,
            [Place::Pointer(path)] => self.path(path).map_or(Code::None, json_code),
            [place] => self.find(place).map_or(Code::None, Raw::code),
            places => self.code_of_several(places, known_in),
        }
    }

    #[cold]
    fn code_of_several(&self, places: Places, known_in: Option<&'static Meta>) -> Code<'r> {
        let mut first = Code::None;
        for place in places {
            let code = self.find(place).map_or(Code::None, Raw::code);
            if code.is_none() {
                continue;
            }
            if known_in.is_none_or(|meta| meta.find_all(&code).next().is_some()) {
                return code;
            }
            if first.is_none() {
                first = code;
            }
        }
        first
    }

    /// Returns the first string of places; a number or a boolean as it is written.
    #[inline]
    pub(super) fn text(&self, places: Places) -> Option<Cow<'r, str>> {
        match places {
            // As in most envelopes.
            [Place::Pointer(path)] => scalar(self.path(path)?),
            places => self.first(places, Raw::text),
        }
    }

    /// Returns the status at places, which can be a number or a string.
    #[inline]
    pub(super) fn status(&self, places: Places) -> Option<u16> {
        match places {
            [Place::Pointer(path)] => json_status(self.path(path)?),
            places => self.first(places, Raw::status),
        }
    }

    /// Returns the first value that can be read from the places of a parameter in the envelope, in order.
    pub(super) fn param<T>(
        &self,
        body: &'static Body,
        name: &str,
        mut read: impl FnMut(Raw<'r>) -> Option<T>,
    ) -> Option<T> {
        for value in Values::of_param(self, body, name) {
            let found = read(value);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// Iterates over the values that are in the places of a part or a parameter.
struct Values<'s, 'd, 'r> {
    source: &'s Source<'d, 'r>,
    places: slice::Iter<'static, Place>,
    /// The member of an object of parameters.
    member: Option<Json<'r>>,
    pairs: Option<Named<'s, 'r>>,
}

/// Pairs of names and values, and the name that is wanted.
struct Named<'s, 'r> {
    elements: Elements<'r>,
    pairs: &'static Pairs,
    name: &'s str,
}

impl<'s, 'd, 'r> Values<'s, 'd, 'r> {
    #[inline]
    fn at(source: &'s Source<'d, 'r>, places: Places) -> Self {
        Self {
            source,
            places: places.iter(),
            member: None,
            pairs: None,
        }
    }

    /// The values of a parameter.
    fn of_param(source: &'s Source<'d, 'r>, body: &'static Body, name: &'s str) -> Self {
        let mut values = Self::at(source, &[]);
        match &body.params {
            Params::None => {}
            Params::Object(place) => {
                values.member = source.json(place).and_then(|object| object.get(name));
            }
            Params::Each(_) => values.places = body.params.places_of(name).iter(),
            Params::Pairs(pairs) => {
                values.pairs = source.json(&pairs.at).map(|array| Named {
                    elements: array.elements(),
                    pairs,
                    name,
                });
            }
        }
        values
    }
}

impl<'r> Iterator for Values<'_, '_, 'r> {
    type Item = Raw<'r>;

    fn next(&mut self) -> Option<Raw<'r>> {
        if let Some(value) = self.member.take() {
            return Some(Raw::Json(value));
        }
        for place in self.places.by_ref() {
            let value = self.source.find(place);
            if value.is_some() {
                return value;
            }
        }
        self.pairs.as_mut()?.next()
    }
}

impl<'r> Named<'_, 'r> {
    #[cold]
    fn next(&mut self) -> Option<Raw<'r>> {
        loop {
            let pair = self.elements.next()?;
            if pair.text_at(self.pairs.name).as_deref() == Some(self.name) {
                if let Some(value) = pair.path(self.pairs.value) {
                    return Some(Raw::Json(value));
                }
            }
        }
    }
}
