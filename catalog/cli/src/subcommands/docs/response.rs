//! Example responses.

use super::json::Json;
use super::sample::{self, Sample};
use error_catalog_model::{Body, Catalog, Entry, Extra, Header, Location, Pointers};
use serde::Serialize;

/// An example of a response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Response {
    /// The part of the response: `Body` or `Header`.
    pub(super) label: &'static str,
    /// The language of the code block.
    pub(super) language: &'static str,
    pub(super) text: String,
}

/// Returns a response with the error; `None` if the entry has no envelope.
pub(super) fn response(catalog: &Catalog, entry: &Entry, samples: &[Sample]) -> Option<Response> {
    let envelope = catalog.envelopes.get(entry.envelope?)?;
    Some(match &envelope.location {
        Location::Body(places) => Response {
            label: "Body",
            language: "json",
            text: body(places, entry, samples).to_string(),
        },
        Location::Header(places) => Response {
            label: "Header",
            language: "http",
            text: header(places, entry, samples),
        },
    })
}

/// Returns a body with all members of the envelope, except inner errors and batches.
fn body(places: &Body, entry: &Entry, samples: &[Sample]) -> Json {
    let mut body = Json::new();
    let mut set = |place: &Option<String>, value: Option<Json>| {
        if let (Some(pointer), Some(value)) = (place, value) {
            body.set(pointer, value);
        }
    };
    let message = Json::text(&sample::fill(&entry.message, samples));
    let status = entry.statuses.first();
    set(&places.code, sample::code(entry, samples));
    set(&places.message, Some(message));
    set(&places.status, status.map(|it| Json::Leaf(it.to_string())));
    set(&places.scope, entry.scope.as_deref().map(Json::text));
    set(&places.reference, Some(Json::text("<reference>")));
    if let Some(pointers) = &places.params {
        params(&mut body, pointers, entry, samples);
    }
    for extra in &places.extra {
        body.set(&extra.pointer, value_of(extra));
    }
    body
}

fn value_of(extra: &Extra) -> Json {
    Sample::of_type(&extra.name, extra.param_type).json()
}

fn params(body: &mut Json, pointers: &Pointers, entry: &Entry, samples: &[Sample]) {
    for (param, sample) in entry.params.iter().zip(samples) {
        match pointers {
            // Free text is only in the message.
            Pointers::Object(_) if entry.is_free_text && param.name == "message" => {}
            Pointers::Object(object) => {
                let key = param.name.replace('~', "~0").replace('/', "~1");
                body.set(&format!("{object}/{key}"), sample.json());
            }
            Pointers::Each(each) => {
                let named = each.iter().find(|(name, _)| *name == param.name);
                if let Some(pointer) = named.and_then(|(_, places)| places.first()) {
                    body.set(pointer, sample.json());
                }
            }
        }
    }
}

/// Returns the header: a challenge (RFC 9110, section 11.6.1), or only a value.
fn header(places: &Header, entry: &Entry, samples: &[Sample]) -> String {
    let value_of = |name: &str| {
        let index = entry.params.iter().position(|param| param.name == name);
        index
            .and_then(|index| samples.get(index))
            .map_or_else(|| format!("<{name}>"), |sample| sample.text().to_owned())
    };
    let Some(scheme) = &places.scheme else {
        let value = places.value.as_deref().map(value_of);
        return format!("{}: {}", places.header, value.unwrap_or_default());
    };
    let code = sample::code(entry, samples).map(|code| code.to_string());
    let message = quoted(&sample::fill(&entry.message, samples));
    let code = places.code.iter().zip(code);
    let message = places.message.iter().zip([message]);
    let of_entry = |name: &str| entry.params.iter().any(|param| param.name == name);
    let params = places
        .params
        .iter()
        .filter(|(name, _)| of_entry(name))
        .map(|(name, place)| (place, quoted(&value_of(name))));
    let parameters: Vec<String> = code
        .chain(message)
        .chain(params)
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    format!("{}: {scheme} {}", places.header, parameters.join(", "))
}

/// Returns a quoted string (RFC 9110, section 5.6.4).
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::response;
    use crate::subcommands::docs::sample::samples;
    use error_catalog_model::{compile, Source};
    use serde_json::json;

    fn text(envelope: &str, error: &str) -> String {
        let text = format!(
            "{{ \"name\": \"x\", \"envelopes\": [{envelope}], \"scopes\": {{ \"input\": \"\" }}, \"errors\": [{error}] }}"
        );
        let catalog = compile(&Source::new("x", text)).unwrap().catalog;
        let entry = &catalog.entries[0];
        response(&catalog, entry, &samples(entry)).unwrap().text
    }

    fn body(envelope: &str, error: &str) -> serde_json::Value {
        serde_json::from_str(&text(envelope, error)).unwrap()
    }

    #[test]
    fn each_member_of_a_body_is_at_its_pointer() {
        let body = body(
            r#"{ "name": "e", "code": "/error/code", "message": "/error/message", "status": "/status",
                 "scope": "/scope", "reference": "/ref", "params": "/error/details",
                 "extra": { "sub_code": { "at": "/subCode", "type": "integer" } } }"#,
            r#"{ "code": "A", "status": 400, "message": "{a} is wrong.", "scope": "input",
                 "params": { "limit": { "type": "integer", "optional": true } } }"#,
        );
        assert_eq!(
            body,
            json!({
                "error": { "code": "A", "message": "<a> is wrong.", "details": { "a": "<a>", "limit": 10 } },
                "status": 400, "scope": "input", "ref": "<reference>", "subCode": 10
            })
        );
    }

    #[test]
    fn a_parameter_is_at_its_first_pointer() {
        let body = body(
            r#"{ "name": "e", "code": "/code", "params": { "a": ["/input/path", "/path"], "z": "/z" } }"#,
            r#"{ "code": 7, "id": "A", "message": "{a} is wrong." }"#,
        );
        assert_eq!(body, json!({ "code": 7, "input": { "path": "<a>" } }));
    }

    #[test]
    fn free_text_is_only_in_the_message() {
        let body = body(
            r#"{ "name": "e", "code": "/code", "message": "/message", "params": "/params" }"#,
            r#"{ "code": "A", "examples": ["Any \"text\"."] }"#,
        );
        assert_eq!(body, json!({ "code": "A", "message": "Any \"text\"." }));
    }

    #[test]
    fn a_challenge_quotes_its_parameters() {
        let line = text(
            r#"{ "name": "e", "header": "WWW-Authenticate", "scheme": "Bearer", "code": "error",
                 "message": "error_description", "params": { "scope": "scope", "realm": "realm" } }"#,
            r#"{ "code": "denied", "status": 403, "message": "It needs \"{scope}\"." }"#,
        );
        assert_eq!(
            line,
            r#"www-authenticate: Bearer error="denied", error_description="It needs \"<scope>\".", scope="<scope>""#
        );
    }

    #[test]
    fn a_header_without_a_scheme_is_its_value() {
        let line = text(
            r#"{ "name": "e", "header": "X-Limit", "value": "limit" }"#,
            r#"{ "code": null, "id": "A", "status": 429, "params": { "limit": { "type": "integer" } } }"#,
        );
        assert_eq!(line, "x-limit: 10");
    }
}
