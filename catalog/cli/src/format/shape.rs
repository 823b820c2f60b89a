//! The shape of a catalog: the order of the keys of each object, and the values that are always split into lines.

/// The shape of a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// The known keys in order. Other keys follow in the order in which they are written.
    pub(super) keys: &'static [(&'static str, &'static Shape)],
    /// The shape of the elements of an array, or of the members of an object with any keys.
    pub(super) each: Option<&'static Shape>,
    /// Whether each element or member is on a separate line, even if all fit on one.
    pub(super) is_spread: bool,
}

impl Shape {
    /// The position of a member. Those for one number (`=0`) are together, in the order in which they are written.
    pub(super) fn position(&self, key: &str) -> usize {
        let key = if key.starts_with(EXACT) { EXACT } else { key };
        let position = self.keys.iter().position(|(known, _)| *known == key);
        position.unwrap_or(self.keys.len())
    }

    /// The shape of a member.
    pub(super) fn member(&self, key: &str) -> &'static Shape {
        let known = self.keys.iter().find(|(known, _)| *known == key);
        known.map(|(_, shape)| *shape).or(self.each).unwrap_or(&ANY)
    }

    /// The shape of an element.
    pub(super) fn element(&self) -> &'static Shape {
        self.each.unwrap_or(&ANY)
    }
}

/// The key of all that begin with it.
const EXACT: &str = "=";

/// Any value, in the order in which it is written.
const ANY: Shape = Shape {
    keys: &[],
    each: None,
    is_spread: false,
};
/// An object from any names to their descriptions.
const NAMES: Shape = Shape {
    is_spread: true,
    ..ANY
};

const fn object(keys: &'static [(&'static str, &'static Shape)]) -> Shape {
    Shape { keys, ..ANY }
}

const fn of_each(each: &'static Shape) -> Shape {
    Shape {
        each: Some(each),
        ..ANY
    }
}

/// A value of a shape, or an array of such values.
const fn or_each(shape: &'static Shape) -> Shape {
    Shape {
        each: Some(shape),
        ..*shape
    }
}

/// The same shape, with each element or member on a separate line.
const fn spread(shape: Shape) -> Shape {
    Shape {
        is_spread: true,
        ..shape
    }
}

pub(super) const CATALOG: Shape = spread(object(&[
    ("$schema", &ANY),
    ("name", &ANY),
    ("title", &ANY),
    ("version", &ANY),
    ("docs", &ANY),
    ("source", &ANY),
    ("description", &ANY),
    ("extends", &ANY),
    ("language", &ANY),
    ("translations", &ANY),
    ("envelopes", &spread(of_each(&ENVELOPE))),
    ("statuses", &NAMES),
    ("categories", &NAMES),
    ("scopes", &NAMES),
    ("defaults", &DEFAULTS),
    ("fallbacks", &NAMES),
    ("errors", &spread(of_each(&ERROR))),
    ("operations", &spread(of_each(&OPERATION))),
    ("changes", &spread(of_each(&CHANGE))),
    ("retired", &spread(of_each(&RETIRED))),
    ("policy", &POLICY),
]));

pub(super) const TRANSLATION: Shape = spread(object(&[
    ("$schema", &ANY),
    ("language", &ANY),
    ("fallback", &ANY),
    ("errors", &spread(of_each(&TRANSLATED))),
]));

/// What a translation says about an error.
const TRANSLATED: Shape = object(&[("message", &MESSAGE), ("title", &ANY), ("resolution", &ANY)]);

/// A template, or an object of plural forms.
const MESSAGE: Shape = object(&[
    ("plural", &ANY),
    (EXACT, &ANY),
    ("zero", &ANY),
    ("one", &ANY),
    ("two", &ANY),
    ("few", &ANY),
    ("many", &ANY),
    ("other", &ANY),
]);

/// An envelope in a body or in a header. The keys that both have are in the same order.
const ENVELOPE: Shape = spread(object(&[
    ("name", &ANY),
    ("description", &ANY),
    ("preset", &ANY),
    ("type", &ANY),
    ("case", &ANY),
    ("header", &ANY),
    ("scheme", &ANY),
    ("format", &ANY),
    ("content_type", &ANY),
    ("errors", &PLACES),
    ("success", &SUCCESSES),
    ("code", &PLACES),
    ("subcode", &PLACES),
    ("message", &PLACES),
    ("title", &PLACES),
    ("status", &PLACES),
    ("scope", &PLACES),
    ("reference", &PLACES),
    ("params", &PLACES_OF_PARAMS),
    ("details_only", &ANY),
    ("value", &ANY),
    ("extra", &of_each(&EXTRA)),
    ("constants", &ANY),
    ("causes", &or_each(&CAUSES)),
    ("retry_after", &PLACES),
    ("retry_unit", &ANY),
    ("batch", &ANY),
    ("results", &ANY),
]));

/// A place in a header, or a part of the value at a place.
const PLACE: Shape = object(&[
    ("header", &ANY),
    ("encoding", &ANY),
    ("at", &HEADER_PLACE),
    ("match", &ANY),
    ("case", &ANY),
    ("unit", &ANY),
]);
const HEADER_PLACE: Shape = object(&[("header", &ANY), ("encoding", &ANY)]);
const PLACES: Shape = or_each(&PLACE);

/// Places by the names of parameters, or the place of pairs.
const PLACES_OF_PARAMS: Shape = Shape {
    each: Some(&PLACES),
    ..object(&[("pairs", &PLACE)])
};

const SUCCESS: Shape = object(&[("at", &PLACES), ("is", &ANY)]);
const SUCCESSES: Shape = or_each(&SUCCESS);

const EXTRA: Shape = object(&[("at", &PLACES), ("type", &ANY), ("description", &ANY)]);

const CAUSES: Shape = object(&[
    ("at", &PLACES),
    ("one", &ANY),
    ("by", &ANY),
    ("leaf", &ANY),
    ("body", &ANY),
    ("code", &PLACES),
    ("message", &PLACES),
    ("params", &PLACES_OF_PARAMS),
    ("details_only", &ANY),
    ("extra", &of_each(&EXTRA)),
    ("constants", &ANY),
]);

const DEFAULTS: Shape = object(&[
    ("status", &ANY),
    ("retry", &ANY),
    ("category", &ANY),
    ("scope", &ANY),
    ("severity", &ANY),
]);

const ERROR: Shape = spread(object(&[
    ("code", &ANY),
    ("subcode", &ANY),
    ("id", &ANY),
    ("title", &ANY),
    ("status", &ANY),
    ("envelope", &ANY),
    ("message", &MESSAGE),
    ("category", &ANY),
    ("scope", &ANY),
    ("severity", &ANY),
    ("retry", &ANY),
    ("params", &of_each(&PARAM)),
    ("description", &ANY),
    ("causes", &ANY),
    ("resolution", &ANY),
    ("examples", &ANY),
    ("history", &of_each(&HISTORY)),
    ("deprecated", &DEPRECATED),
]));

const PARAM: Shape = object(&[
    ("type", &ANY),
    ("optional", &ANY),
    ("sensitive", &ANY),
    ("sent", &ANY),
    ("values", &ANY),
    ("slots", &ANY),
    ("description", &ANY),
]);

const HISTORY: Shape = object(&[("status", &ANY), ("message", &ANY), ("params", &ANY)]);

const DEPRECATED: Shape = object(&[("since", &ANY), ("note", &ANY), ("renamed_to", &ANY)]);

/// An operation, or an array of its errors.
const OPERATION: Shape = object(&[("description", &ANY), ("route", &ANY), ("errors", &ANY)]);

const CHANGE: Shape = object(&[
    ("version", &ANY),
    ("entry", &ANY),
    ("change", &ANY),
    ("reason", &ANY),
]);

const RETIRED: Shape = object(&[
    ("code", &ANY),
    ("subcode", &ANY),
    ("since", &ANY),
    ("reason", &ANY),
]);

const POLICY: Shape = object(&[
    ("require", &ANY),
    ("code", &ANY),
    ("statuses", &ANY),
    ("message", &ANY),
    ("frozen", &NAMES),
]);

#[cfg(test)]
mod tests {
    use super::{
        Shape, CATALOG, CAUSES, CHANGE, DEFAULTS, DEPRECATED, ENVELOPE, ERROR, EXTRA, HEADER_PLACE,
        HISTORY, MESSAGE, OPERATION, PARAM, PLACE, POLICY, RETIRED, SUCCESS, TRANSLATED,
        TRANSLATION,
    };
    use serde_json::Value;

    fn assert_knows(shape: &Shape, schema: &Value) {
        let properties = schema["properties"].as_object().unwrap();
        for key in properties.keys() {
            assert!(shape.keys.iter().any(|(known, _)| known == key), "{key}");
        }
    }

    #[test]
    fn every_key_of_the_format_has_its_place() {
        let schema: Value = serde_json::from_str(error_catalog_model::SCHEMA).unwrap();
        assert_knows(&CATALOG, &schema);
        for (shape, name) in [
            (ENVELOPE, "bodyEnvelope"),
            (ENVELOPE, "headerEnvelope"),
            (EXTRA, "extra"),
            (CAUSES, "causes"),
            (SUCCESS, "success"),
            (PLACE, "part"),
            (PLACE, "headerPlace"),
            (HEADER_PLACE, "headerPlace"),
            (DEFAULTS, "defaults"),
            (ERROR, "error"),
            (PARAM, "param"),
            (MESSAGE, "plural"),
            (HISTORY, "history"),
            (DEPRECATED, "deprecated"),
            (OPERATION, "operation"),
            (CHANGE, "change"),
            (RETIRED, "retired"),
            (POLICY, "policy"),
        ] {
            assert_knows(&shape, &schema["$defs"][name]);
        }
        let schema: Value = serde_json::from_str(error_catalog_model::TRANSLATION_SCHEMA).unwrap();
        assert_knows(&TRANSLATION, &schema);
        assert_knows(&TRANSLATED, &schema["$defs"]["error"]);
        assert_knows(&MESSAGE, &schema["$defs"]["plural"]);
    }
}
