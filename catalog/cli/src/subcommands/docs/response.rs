//! Example responses, as the runtime writes them.

use super::json::in_lines;
use super::sample::{samples, Sample};
use crate::dynamic::{Error, Tables};
use error_catalog::{Json, Occurrence};
use error_catalog_model::{Body, Catalog, Format, Location};
use serde::Serialize;

/// An example of a response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Response {
    /// The part of the response: `Body`, `Header`, or both.
    pub(super) label: &'static str,
    /// The language of the code block.
    pub(super) language: &'static str,
    pub(super) text: String,
}

/// Writes responses with the errors of a catalog.
pub(super) struct Writer<'c> {
    catalog: &'c Catalog,
    tables: &'static Tables,
}

impl<'c> Writer<'c> {
    pub(super) fn new(catalog: &'c Catalog) -> Self {
        Self {
            catalog,
            tables: Tables::new(catalog),
        }
    }

    /// Returns a response with the error at this position and errors within it, each in the place for causes with this
    /// index; `None` if the entry has no envelope.
    pub(super) fn response(&self, position: usize, causes: &[(usize, usize)]) -> Option<Response> {
        let entry = self.catalog.entries.get(position)?;
        let location = &self.catalog.envelopes.get(entry.envelope?)?.location;
        self.tables.select(|| {
            let mut occurrence = self.occurrence(position)?.with_reference("<reference>");
            if let Location::Body(body) = location {
                occurrence = with_extras(occurrence, body);
            }
            for (place, cause) in causes {
                occurrence = occurrence.with_cause_at(*place, self.occurrence(*cause)?);
            }
            Response::new(location, &occurrence)
        })
    }

    fn occurrence(&self, position: usize) -> Option<Occurrence<Error>> {
        let entry = self.catalog.entries.get(position)?;
        let fields = samples(entry).iter().map(Sample::field).collect();
        let error = Error::at(u16::try_from(position).ok()?, fields);
        Some(Occurrence::new(error))
    }
}

fn with_extras(occurrence: Occurrence<Error>, body: &Body) -> Occurrence<Error> {
    let mut extras = body.extra.iter();
    extras.by_ref().fold(occurrence, |occurrence, extra| {
        let value = Sample::of_type(&extra.name, extra.param_type).json();
        match Json::parse(value.as_bytes()) {
            Ok(value) => occurrence.with_extra(&*extra.name, value),
            Err(_) => occurrence,
        }
    })
}

impl Response {
    /// Returns `None` if the error has nothing that is sent in the envelope.
    fn new(location: &Location, occurrence: &Occurrence<Error>) -> Option<Self> {
        // These are in every response.
        let is_of_error = |name: &str| name != "content-type" && name != "retry-after";
        let headers = occurrence.to_headers().into_iter();
        let headers: Vec<String> = headers
            .filter(|(name, _)| is_of_error(name))
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        let headers = headers.join("\n");
        let body = occurrence.to_body();
        let body = match Json::parse(&body) {
            Ok(json) => in_lines(json),
            Err(_) => String::from_utf8_lossy(&body).into_owned(),
        };
        let (label, language, text) = match (headers.is_empty(), body.is_empty()) {
            (false, true) => ("Header", "http", headers),
            (false, false) => ("Response", "http", format!("{headers}\n\n{body}")),
            (true, true) => return None,
            (true, false) => ("Body", language(location), body),
        };
        Some(Self {
            label,
            language,
            text,
        })
    }
}

const fn language(location: &Location) -> &'static str {
    match location {
        Location::Header(_) => "http",
        Location::Body(body) => match body.format {
            Format::Json | Format::Grpc => "json",
            Format::Xml => "xml",
            Format::Form | Format::Text | Format::Empty => "text",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use error_catalog_model::{compile, Source};
    use serde_json::json;

    fn text(envelope: &str, error: &str) -> String {
        let text = format!(
            "{{ \"name\": \"x\", \"envelopes\": [{envelope}], \"scopes\": {{ \"input\": \"\" }}, \"errors\": [{error}] }}"
        );
        let catalog = compile(&Source::new("x", text)).unwrap().catalog;
        Writer::new(&catalog).response(0, &[]).unwrap().text
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
