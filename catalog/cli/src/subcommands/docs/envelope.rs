//! Envelopes, as tables of the places of their parts.

use super::example::examples;
use super::response::Response;
use error_catalog_model::{
    Body, Catalog, Causes, Constant, Envelope, Extra, Format, Header, Inner, Literal, Location,
    Params, Place, Success,
};
use serde::Serialize;

const DETAILS_ONLY: &str = "Only those that are not in the message.";

/// An envelope.
#[derive(Debug, Serialize)]
pub(super) struct EnvelopeView<'a> {
    name: &'a str,
    description: Option<&'a str>,
    /// Whether errors use it by default.
    is_default: bool,
    /// The name of the header; `None` for a body.
    header: Option<&'a str>,
    /// Where the error is, in a sentence.
    location: String,
    parts: Vec<PartView<'a>>,
    causes: Vec<CausesView<'a>>,
    /// A response with an error in this envelope.
    example: Option<Response>,
}

/// Errors within an error.
#[derive(Debug, Serialize)]
struct CausesView<'a> {
    at: Vec<String>,
    /// The rest of a sentence that starts with what is at these places.
    before: &'static str,
    after: String,
    parts: Vec<PartView<'a>>,
}

/// A part of an error, and its places.
#[derive(Debug, Serialize)]
struct PartView<'a> {
    what: &'static str,
    /// The name of a parameter or of another member.
    name: Option<&'a str>,
    /// The places, in the order in which they are read.
    places: Vec<String>,
    /// What an empty pointer is.
    whole: &'static str,
    description: Option<String>,
}

/// Returns the envelopes of a catalog.
pub(super) fn envelopes(catalog: &Catalog) -> Vec<EnvelopeView<'_>> {
    let envelopes = catalog.envelopes.iter().enumerate();
    envelopes
        .zip(examples(catalog))
        .map(|((index, envelope), example)| EnvelopeView::new(envelope, index == 0, example))
        .collect()
}

impl<'a> EnvelopeView<'a> {
    fn new(envelope: &'a Envelope, is_default: bool, example: Option<Response>) -> Self {
        let view = Self {
            name: &envelope.name,
            description: envelope.description.as_deref(),
            is_default,
            header: None,
            location: String::new(),
            parts: Vec::new(),
            causes: Vec::new(),
            example,
        };
        match &envelope.location {
            Location::Body(body) => {
                let mut parts = Parts::of("the whole body");
                parts.body(body);
                Self {
                    location: location(body, parts.kinds),
                    parts: parts.rows,
                    causes: causes(&body.causes),
                    ..view
                }
            }
            Location::Header(header) => Self {
                header: Some(&header.header),
                parts: of_header(header),
                ..view
            },
        }
    }
}

/// Where the error is, and what its places are.
fn location(body: &Body, kinds: Kinds) -> String {
    let format = match body.format {
        Format::Json => "In a JSON body.",
        Format::Xml => "In an XML body, read as JSON.",
        Format::Form => "In a form-encoded body, read as a JSON object.",
        Format::Text => "In a plain-text body.",
        Format::Empty => "In a response without a body.",
        Format::Grpc => "In the headers or trailers of gRPC, read as a google.rpc.Status in JSON.",
    };
    let format = match &body.content_type {
        Some(content_type) => format!("{format} Its type is {content_type}."),
        None => format.to_owned(),
    };
    let kinds = [
        (kinds.has_pointers, "JSON pointers"),
        (kinds.has_queries, "JSONPath queries"),
        (kinds.has_headers, "headers of the response"),
    ];
    let kinds = kinds.into_iter().filter(|(is_there, _)| *is_there);
    let kinds: Vec<&str> = kinds.map(|(_, kind)| kind).collect();
    let Some((last, others)) = kinds.split_last() else {
        return format;
    };
    let others = match others {
        [] => String::new(),
        [one] => format!("{one} and "),
        others => format!("{}, and ", others.join(", ")),
    };
    let from = if body.errors.is_empty() {
        ""
    } else {
        " The pointers start from an element of the array of errors."
    };
    format!("{format} The places are {others}{last}.{from}")
}

/// Describes the errors within an error; those that differ only in their places, together.
fn causes(causes: &[Causes]) -> Vec<CausesView<'_>> {
    let same = |one: &Causes, next: &Causes| {
        let at = one.at.clone();
        *one == Causes { at, ..next.clone() }
    };
    let groups = causes.chunk_by(same);
    groups
        .filter_map(|group| {
            let causes = group.first()?;
            let mut parts = Parts::of("the whole inner error");
            parts.one("Code", &causes.code);
            parts.one("Message", &causes.message);
            parts.params(causes.params.as_ref(), causes.details_only);
            parts.extra(&causes.extra);
            parts.constants(&causes.constants);
            let (before, after) = in_words(&causes.inner);
            Some(CausesView {
                at: group.iter().map(|causes| causes.at.to_string()).collect(),
                before,
                after,
                parts: parts.rows,
            })
        })
        .collect()
}

/// What is before and after the place in a sentence about it.
fn in_words(inner: &Inner) -> (&'static str, String) {
    match inner {
        Inner::List => (
            "Each element of",
            "is an error within the error.".to_owned(),
        ),
        Inner::One => ("The value of", "is an error within the error.".to_owned()),
        Inner::ByKey(param) => (
            "Each member of",
            format!("is an error within the error, or an array of errors. Its name is the parameter `{param}`."),
        ),
        Inner::Leaf { leaf, param } => (
            "The members",
            format!("contain arrays of errors, in members `{leaf}` at any depth. The path to such a member is the parameter `{param}`."),
        ),
        Inner::Nested(param) => (
            "The members",
            format!("contain errors, or arrays of errors, at any depth. The path to each is the parameter `{param}`."),
        ),
        Inner::Whole => (
            "The string",
            "is the body of another response with an error.".to_owned(),
        ),
    }
}

fn of_header(header: &Header) -> Vec<PartView<'_>> {
    let mut parts = Parts::of("");
    parts.fixed("Scheme", header.scheme.as_deref());
    parts.fixed("Code", header.code.as_deref());
    parts.fixed("Message", header.message.as_deref());
    parts.fixed("Whole value", header.value.as_deref());
    for (name, place) in &header.params {
        parts.row("Parameter", Some(name), vec![place.clone()], None);
    }
    parts.rows
}

/// The kinds of places.
#[derive(Clone, Copy)]
struct Kinds {
    has_pointers: bool,
    has_queries: bool,
    has_headers: bool,
}

/// The rows of a table of parts.
struct Parts<'a> {
    rows: Vec<PartView<'a>>,
    kinds: Kinds,
    whole: &'static str,
}

impl<'a> Parts<'a> {
    /// Of an error that is, as a whole, this.
    const fn of(whole: &'static str) -> Self {
        Self {
            rows: Vec::new(),
            kinds: Kinds {
                has_pointers: false,
                has_queries: false,
                has_headers: false,
            },
            whole,
        }
    }

    fn body(&mut self, body: &'a Body) {
        self.one("Array of errors", &body.errors);
        if !body.errors.is_empty() {
            self.whole = "the whole element";
        }
        let success = body.success.iter();
        let success: Vec<String> = success.map(|success| self.success(success)).collect();
        if !success.is_empty() {
            self.row("Not an error", None, success, None);
        }
        self.one("Code", &body.code);
        self.one("Subcode", &body.subcode);
        self.one("Message", &body.message);
        self.one("Title", &body.title);
        self.one("Status", &body.status);
        self.one("Scope", &body.scope);
        self.one("Reference", &body.reference);
        self.params(body.params.as_ref(), body.details_only);
        self.extra(&body.extra);
        self.constants(&body.constants);
        let unit = body.retry_unit;
        let unit = unit.map(|unit| format!("Given as {}.", unit.in_words()));
        self.many("Delay before a retry", None, &body.retry_after, unit);
        if let Some(batch) = &body.batch {
            self.fixed("Errors by key", Some(&batch.errors));
            self.fixed("Results by key", batch.results.as_deref());
        }
    }

    fn success(&mut self, success: &Success) -> String {
        match success {
            Success::Code(Literal::Text(code)) => format!("code {code}"),
            Success::Code(code) => format!("code {code}"),
            Success::Value(place, value) => format!("{} is {value}", self.place(place)),
        }
    }

    fn params(&mut self, params: Option<&'a Params>, details_only: bool) {
        match params {
            None => {}
            Some(Params::Object(at)) => {
                let note = details_only.then(|| DETAILS_ONLY.to_owned());
                self.many("Parameters", None, std::slice::from_ref(at), note);
            }
            Some(Params::Each(each)) => {
                for (name, places) in each {
                    self.many("Parameter", Some(name), places, None);
                }
            }
            Some(Params::Pairs { at, name, value }) => {
                let mut pairs = format!("Pairs of a name, `{name}`, and a value, `{value}`.");
                if details_only {
                    pairs = format!("{pairs} {DETAILS_ONLY}");
                }
                self.many("Parameters", None, std::slice::from_ref(at), Some(pairs));
            }
        }
    }

    fn extra(&mut self, extra: &'a [Extra]) {
        for extra in extra {
            let description = extra.description.clone();
            self.many(
                "Other member",
                Some(&extra.name),
                &extra.places,
                description,
            );
        }
    }

    fn constants(&mut self, constants: &[Constant]) {
        for constant in constants {
            let value = format!(
                "Always `{}`, unless the error has something else there.",
                constant.json
            );
            let place = std::slice::from_ref(&constant.place);
            self.many("Fixed member", None, place, Some(value));
        }
    }

    fn one(&mut self, what: &'static str, places: &[Place]) {
        self.many(what, None, places, None);
    }

    fn many(
        &mut self,
        what: &'static str,
        name: Option<&'a str>,
        places: &[Place],
        description: Option<String>,
    ) {
        let places: Vec<String> = places.iter().map(|place| self.place(place)).collect();
        if !places.is_empty() {
            self.row(what, name, places, description);
        }
    }

    fn fixed(&mut self, what: &'static str, place: Option<&str>) {
        if let Some(place) = place {
            self.row(what, None, vec![place.to_owned()], None);
        }
    }

    fn row(
        &mut self,
        what: &'static str,
        name: Option<&'a str>,
        places: Vec<String>,
        description: Option<String>,
    ) {
        self.rows.push(PartView {
            what,
            name,
            places,
            whole: self.whole,
            description,
        });
    }

    /// The place as the catalog has it.
    fn place(&mut self, place: &Place) -> String {
        let mut whole = place;
        while let Place::Part { at, .. } = whole {
            whole = at;
        }
        match whole {
            Place::Query(_) => self.kinds.has_queries = true,
            Place::Header { .. } => self.kinds.has_headers = true,
            Place::Pointer(_) | Place::Part { .. } => self.kinds.has_pointers = true,
        }
        place.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::envelopes;
    use error_catalog_model::{compile, Source};

    /// The lines of an envelope.
    fn shown(envelope: &str) -> Vec<String> {
        let text = format!(r#"{{ "name": "x", "envelopes": [{envelope}], "errors": [] }}"#);
        let source = Source::new("x", text);
        let catalog = compile(&source).unwrap_or_else(|failure| {
            panic!("{}", source.render(&failure.diagnostics()[0]));
        });
        let view = envelopes(&catalog.catalog).remove(0);
        let line = |part: &super::PartView<'_>| {
            let name = part
                .name
                .map_or_else(String::new, |name| format!(" {name}"));
            let description = part.description.as_deref().unwrap_or_default();
            let line = format!(
                "{}{name}: {} {description}",
                part.what,
                part.places.join(", ")
            );
            line.trim_end().to_owned()
        };
        let mut lines = vec![view.location];
        lines.extend(view.parts.iter().map(line));
        for causes in &view.causes {
            let (before, after) = (causes.before, &causes.after);
            lines.push(format!("{before} {} {after}", causes.at.join(", ")));
            lines.extend(causes.parts.iter().map(line));
        }
        lines
    }

    #[test]
    fn all_parts_are_listed_with_their_places() {
        let shown = shown(
            r#"{ "name": "e", "errors": "/errors", "success": [0, { "at": "/ok", "is": true }], "code": ["/code", "$.x[?@.a == 1].b"],
                 "subcode": "/sub", "message": { "header": "x-message" }, "title": "/title", "reference": "/id",
                 "params": { "pairs": "/args", "name": "/k", "value": "/v" }, "constants": { "/v": "2.0" }, "retry_after": "/wait", "retry_unit": "ms",
                 "causes": { "at": ["/c", "/d"], "code": "/code" } }"#,
        );
        assert_eq!(
            shown,
            [
                "In a JSON body. The places are JSON pointers, JSONPath queries, and headers of the response. The pointers start from an element of the array of errors.",
                "Array of errors: /errors",
                "Not an error: code 0, /ok is true",
                "Code: /code, $.x[?@.a == 1].b",
                "Subcode: /sub",
                "Message: header x-message",
                "Title: /title",
                "Reference: /id",
                "Parameters: /args Pairs of a name, `/k`, and a value, `/v`.",
                "Fixed member: /v Always `\"2.0\"`, unless the error has something else there.",
                "Delay before a retry: /wait Given as milliseconds.",
                "Each element of /c, /d is an error within the error.",
                "Code: /code",
            ]
        );
    }
}
