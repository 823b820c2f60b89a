//! The object that the parts of an error are in.

use super::{Body, Params, Place, Success};
use crate::bytes::all;

impl Body {
    /// Returns the object of which each part that is written is a member of its own, as a JSON Pointer: such a body can
    /// be written part by part. `None` if the parts are in several objects, or elsewhere.
    ///
    /// Members of `extra` and causes, which few errors have, do not count.
    pub fn object(&self) -> Option<&str> {
        if !self.errors.is_empty() || !self.constants.is_empty() {
            return None;
        }
        // An object without members would not be written. A message always is.
        let (object, _) = member(self.message.first()?)?;
        let is_index = |name: &str| all(name, |byte| byte.is_ascii_digit());
        let mut names = Vec::new();
        for place in self.written_places() {
            let (around, name) = member(place)?;
            if around != object || is_index(name) || names.contains(&name) {
                return None;
            }
            names.push(name);
        }
        let mut around = object.split('/').skip(1);
        (!around.any(is_index)).then_some(object)
    }

    /// Returns where the parts of a new error are.
    fn written_places(&self) -> Vec<&Place> {
        let mut places = Vec::new();
        places.extend(self.written_code());
        for (part, all) in self.parts() {
            if part != "code" {
                places.extend(all.first());
            }
        }
        for success in &self.success {
            if let Success::Value(place, _) = success {
                places.push(place);
            }
        }
        match &self.params {
            None => {}
            Some(Params::Object(at) | Params::Pairs { at, .. }) => places.push(at),
            Some(Params::Each(each)) => {
                for (_, all) in each {
                    places.extend(all.first());
                }
            }
        }
        places
    }
}

/// Splits the pointer to a member into the object and the name.
fn member(place: &Place) -> Option<(&str, &str)> {
    match place {
        Place::Pointer(pointer) => pointer.rsplit_once('/'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::compile;
    use crate::Source;

    /// The object of an envelope with a message at `/error/message`, and these parts.
    fn object(parts: &str) -> Option<String> {
        let text = format!(
            r#"{{ "name": "api", "envelopes": [{{ "name": "main", "message": "/error/message", {parts} }}], "errors": [] }}"#
        );
        let catalog = compile(&Source::new("api.json", text)).unwrap().catalog;
        let body = catalog.envelopes[0].body().unwrap();
        body.object().map(str::to_owned)
    }

    #[test]
    fn parts_that_are_members_of_one_object_are_in_it() {
        for parts in [
            r#""code": "/error/code""#,
            r#""code": ["/error/code", "/code"], "params": "/error/details""#,
            r#""code": "/error/code", "params": { "field": "/error/field" }"#,
            r#""code": "/error/code", "extra": { "help": { "at": "/help" } }"#,
        ] {
            assert_eq!(object(parts).as_deref(), Some("/error"), "{parts}");
        }
    }

    #[test]
    fn parts_that_are_elsewhere_or_share_a_member_are_not() {
        for parts in [
            r#""code": "/code""#,
            r#""code": "/error/0""#,
            r#""code": "/error/code/name""#,
            r#""code": "/error/code", "params": "/error""#,
            r#""code": "/error/code", "params": { "field": "/field" }"#,
            r#""code": { "header": "x-code" }"#,
            r#""code": "/error/code", "constants": { "/error/type": "api" }"#,
        ] {
            assert_eq!(object(parts), None, "{parts}");
        }
    }
}
