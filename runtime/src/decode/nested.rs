//! Objects within the body, each read once.

use crate::envelope::{Path, Step};
use crate::json::Object;
use crate::Json;
use core::cell::OnceCell;

/// The number of objects that are kept. Others are read for each place in them.
const KEPT: usize = 2;

/// Objects within the body that have been read.
#[derive(Default)]
pub(super) struct Nested<'r> {
    /// The error, if it is an element of an array.
    pub(super) element: OnceCell<Object<'r>>,
    /// Those that the first places led into: most parts of an error are in the same one.
    objects: [OnceCell<Object<'r>>; KEPT],
}

impl<'r> Nested<'r> {
    /// Returns the value at a path from an object.
    pub(super) fn path<'n>(
        &'n self,
        mut object: &'n Object<'r>,
        mut steps: Path,
    ) -> Option<Json<'r>> {
        loop {
            match steps {
                [Step::Name(name), rest @ ..] if !rest.is_empty() && object.has_members() => {
                    let value = object.get(name)?;
                    match self.object(value) {
                        Some(inner) => (object, steps) = (inner, rest),
                        None => return value.path(rest),
                    }
                }
                steps => return object.path(steps),
            }
        }
    }

    /// Returns the members of an object; `None` for other values, and if others are kept.
    fn object(&self, value: Json<'r>) -> Option<&Object<'r>> {
        if !value.is_object() {
            return None;
        }
        for kept in &self.objects {
            let object = kept.get_or_init(|| Object::of(value));
            if core::ptr::eq(object.text(), value.as_written()) {
                return Some(object);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Nested;
    use crate::envelope::{Path, Step};
    use crate::json::Object;
    use crate::Json;

    const PATHS: &[Path] = &[
        &[],
        &[Step::Name("a")],
        &[Step::Name("a"), Step::Name("b")],
        &[Step::Name("a"), Step::Name("0")],
        &[Step::Name("a"), Step::Name("b"), Step::Name("c")],
        &[Step::Name("a"), Step::Name("b"), Step::Name("1")],
        &[Step::Name("d"), Step::Name("b"), Step::Name("c")],
        &[Step::Name("d"), Step::Name("b")],
    ];

    /// Also where more objects are on the paths than are kept, and whatever is there instead of one.
    #[test]
    fn a_value_is_the_same_as_without_objects_that_are_kept() {
        for body in [
            r#"{"a": {"b": {"c": 1}}, "d": {"b": {"c": 2}}}"#,
            r#"{"d": {"b": 3}, "a": {"b": {"c": 1}, "0": 4}}"#,
            r#"{"a": {"b": 5}, "a": {"b": {"c": 6, "c": 7}}, "d": {}}"#,
            r#"{"a": [{"b": 1}], "d": [{}, {"c": 2}]}"#,
            r#"{"a": {"b": [8, {"c": 9}]}, "d": {"\u0062": {"c": 10}}}"#,
            r#"{"\u0061": {"b": {"c": 11}}, "d": {"b": null}}"#,
            r#"{"a": {"1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1,"8":1,"9":1,"b":{"c":2},"x":1,"y":1,"z":1}}"#,
            r#"{"a": "text", "d": null}"#,
            r#"[{"b": 12}]"#,
            "{}",
            "13",
        ] {
            let json = Json::parse(body.as_bytes()).unwrap();
            let (object, nested) = (Object::of(json), Nested::default());
            for path in PATHS.iter().chain(PATHS.iter().rev()) {
                let value = nested.path(&object, path).map(Json::as_written);
                let wanted = json.path(path).map(Json::as_written);
                assert_eq!(value, wanted, "{body} {path:?}");
            }
        }
    }
}
