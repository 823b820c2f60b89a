//! An example response of each envelope, with errors within the error.

use super::response::{Response, Writer};
use error_catalog_model::{
    Catalog, Causes, Code, Described, Entry, Envelope, Inner, Location, Params,
};

/// Returns an example of each envelope; `None` if no error of the catalog can be in it.
pub(super) fn examples(catalog: &Catalog) -> Vec<Option<Response>> {
    // A catalog with nothing but the entries of the examples.
    let mut entries = Vec::new();
    let mut chosen = Vec::new();
    for (index, envelope) in catalog.envelopes.iter().enumerate() {
        let Some(entry) = fitting(catalog, index, envelope) else {
            chosen.push(None);
            continue;
        };
        let position = entries.len();
        let mut example = entry.clone();
        example.envelope = Some(index);
        entries.push(example);
        let mut causes = Vec::new();
        for (place, described) in described(envelope).iter().enumerate() {
            if let Some(cause) = cause(catalog, entry, described) {
                causes.push((place, entries.len()));
                entries.push(with_path(cause, described));
            }
        }
        chosen.push(Some((position, causes)));
    }
    let catalog = Catalog {
        entries,
        ..catalog.clone()
    };
    let writer = Writer::new(&catalog);
    let examples = chosen.into_iter().map(|chosen| {
        let (position, causes) = chosen?;
        writer.response(position, &causes)
    });
    examples.collect()
}

/// The first entry that is sent in the envelope or, if there is none, could be.
fn fitting<'c>(catalog: &'c Catalog, index: usize, envelope: &Envelope) -> Option<&'c Entry> {
    let mut entries = catalog.entries.iter();
    let own = entries.clone().find(|entry| entry.envelope == Some(index));
    own.or_else(|| entries.find(|entry| has_code(entry) == envelope.has_code()))
}

fn has_code(entry: &Entry) -> bool {
    entry.code != Code::None
}

fn described(envelope: &Envelope) -> &[Causes] {
    match &envelope.location {
        Location::Body(body) => &body.causes,
        Location::Header(_) => &[],
    }
}

/// The entry that fits the places of causes best; another than the error itself, if there is one.
fn cause<'c>(catalog: &'c Catalog, error: &Entry, causes: &Causes) -> Option<&'c Entry> {
    let is_whole = |entry: &Entry| {
        let envelope = entry.envelope.and_then(|it| catalog.envelopes.get(it));
        envelope.is_some_and(|envelope| {
            let is_body = matches!(envelope.location, Location::Body(_));
            is_body && envelope.has_code() == has_code(entry)
        })
    };
    let has = |entry: &Entry, name: &str| entry.params.iter().any(|param| param.name == name);
    let fits = |entry: &&Entry| match &causes.inner {
        Inner::Whole => is_whole(entry),
        Inner::List | Inner::One => has_code(entry) != causes.code.is_empty(),
        Inner::ByKey(param) | Inner::Leaf { param, .. } | Inner::Nested(param) => {
            has_code(entry) != causes.code.is_empty() && has(entry, param)
        }
    };
    let score = |entry: &Entry| {
        let placed = match &causes.params {
            Some(Params::Each(each)) => each.iter().filter(|(name, _)| has(entry, name)).count(),
            _ => 0,
        };
        (placed, entry.id != error.id)
    };
    // Of several, `max_by_key` returns the last.
    let entries = catalog.entries.iter().rev().filter(fits);
    entries.max_by_key(|entry| score(entry))
}

/// The entry, with a path as the example of the parameter that is one.
fn with_path(cause: &Entry, causes: &Causes) -> Entry {
    let mut cause = cause.clone();
    if let Inner::Leaf { param: name, .. } | Inner::Nested(name) = &causes.inner {
        let path = Described {
            name: format!("/<{name}>"),
            description: String::new(),
        };
        cause.examples.clear();
        let mut params = cause.params.iter_mut();
        if let Some(param) = params.find(|param| param.name == *name) {
            param.values = vec![path];
        }
    }
    cause
}

#[cfg(test)]
mod tests {
    use super::examples;
    use error_catalog_model::{compile, Source};

    /// The examples of these envelopes, with their labels.
    fn written(envelopes: &str, errors: &str) -> Vec<String> {
        let text =
            format!(r#"{{ "name": "x", "envelopes": [{envelopes}], "errors": [{errors}] }}"#);
        let source = Source::new("x", text);
        let catalog = compile(&source).unwrap_or_else(|failure| {
            panic!("{}", source.render(&failure.diagnostics()[0]));
        });
        let examples = examples(&catalog.catalog).into_iter();
        let shown = |example: super::Response| {
            let text: Vec<&str> = example.text.lines().map(str::trim_start).collect();
            format!("{}: {}", example.label, text.concat())
        };
        examples
            .map(|example| example.map_or_else(String::new, shown))
            .collect()
    }

    const FIELD: &str = r#"{ "code": "INVALID", "status": 400 },
        { "code": null, "id": "WRONG", "status": 400, "message": "It is {what}.",
          "params": { "field": {}, "what": { "values": ["empty"] } } }"#;

    #[test]
    fn an_error_is_an_element_of_the_array_of_errors() {
        let written = written(
            r#"{ "name": "e", "errors": "/errors", "code": "/code", "message": "/text", "success": [0],
                 "params": { "pairs": "/args", "name": "/k", "value": "/v" } }"#,
            r#"{ "code": "A", "status": 400, "message": "No.", "params": { "n": { "type": "integer" } } }"#,
        );
        assert_eq!(
            written,
            [r#"Body: {"errors": [{"code": "A","text": "No.","args": [{"k": "n","v": 10}]}]}"#]
        );
    }

    #[test]
    fn conditions_of_a_query_hold() {
        let written = written(
            r#"{ "name": "e", "code": "$.error.details[?@.type == 'info'].reason", "message": "/error/message" }"#,
            r#"{ "code": "A", "status": 400, "message": "No." }"#,
        );
        assert_eq!(
            written,
            [r#"Body: {"error": {"details": [{"type": "info","reason": "A"}],"message": "No."}}"#]
        );
    }

    #[test]
    fn parts_are_in_headers_and_within_strings() {
        let written = written(
            r#"{ "name": "e", "code": { "at": { "header": "x-error" }, "match": "{code}", "case": "kebab" },
                 "message": "/message" }"#,
            r#"{ "code": "OUT_OF_CREDIT", "status": 400, "message": "No." }"#,
        );
        assert_eq!(
            written,
            [r#"Response: x-error: out-of-credit{"message": "No."}"#]
        );
    }

    #[test]
    fn errors_within_an_error_are_in_each_of_their_places() {
        let written = written(
            r#"{ "name": "e", "code": "/code", "causes": [
                 { "at": "/inner", "code": "/code" }, { "at": "/fields", "by": "field", "message": "/text" },
                 { "at": "/tree", "leaf": "_errors" }, { "at": "/whole", "body": true }] }"#,
            FIELD,
        );
        assert_eq!(
            written,
            [concat!(
                r#"Body: {"code": "INVALID","inner": [{"code": "INVALID"}],"#,
                r#""fields": {"<field>": [{"text": "It is empty."}]},"tree": {"<field>": {"_errors": ["It is empty."]}},"#,
                r#""whole": "{\"code\":\"INVALID\"}"}"#
            )]
        );
    }

    #[test]
    fn an_envelope_that_no_error_is_sent_in_has_an_example() {
        let written = written(
            r#"{ "name": "e", "code": "/code" }, { "name": "f", "message": "/text" },
               { "name": "g", "header": "x-limit", "value": "limit" }"#,
            FIELD,
        );
        assert_eq!(
            written,
            [
                r#"Body: {"code": "INVALID"}"#,
                r#"Body: {"text": "It is empty."}"#,
                ""
            ]
        );
    }
}
