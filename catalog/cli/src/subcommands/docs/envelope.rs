//! Envelopes, as tables of the places of their parts.

use error_catalog_model::{Body, Catalog, Causes, Envelope, Extra, Header, Location, Pointers};
use serde::Serialize;

/// An envelope.
#[derive(Debug, Serialize)]
pub(super) struct EnvelopeView<'a> {
    name: &'a str,
    description: Option<&'a str>,
    /// Whether errors use it by default.
    is_default: bool,
    /// The name of the header; `None` for a body.
    header: Option<&'a str>,
    places: Vec<Place<'a>>,
    /// The pointers to arrays of inner errors.
    inner_at: &'a [String],
    inner: Vec<Place<'a>>,
}

/// A part of an error, and its places.
#[derive(Debug, Serialize)]
struct Place<'a> {
    what: &'static str,
    /// The name of a parameter or of another member.
    name: Option<&'a str>,
    /// The places, in the order in which they are read.
    places: Vec<&'a str>,
    description: Option<&'a str>,
}

/// Returns the envelopes of a catalog.
pub(super) fn envelopes(catalog: &Catalog) -> Vec<EnvelopeView<'_>> {
    let envelopes = catalog.envelopes.iter().enumerate();
    envelopes
        .map(|(index, envelope)| EnvelopeView::new(envelope, index == 0))
        .collect()
}

impl<'a> EnvelopeView<'a> {
    fn new(envelope: &'a Envelope, is_default: bool) -> Self {
        let mut view = Self {
            name: &envelope.name,
            description: envelope.description.as_deref(),
            is_default,
            header: None,
            places: Vec::new(),
            inner_at: &[],
            inner: Vec::new(),
        };
        match &envelope.location {
            Location::Body(body) => {
                view.places = of_body(body);
                if let Some(causes) = &body.causes {
                    view.inner_at = &causes.at;
                    view.inner = of_causes(causes);
                }
            }
            Location::Header(header) => {
                view.header = Some(&header.header);
                view.places = of_header(header);
            }
        }
        view
    }
}

fn of_body(body: &Body) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    one(&mut places, "Code", body.code.as_deref());
    one(&mut places, "Message", body.message.as_deref());
    one(&mut places, "Status", body.status.as_deref());
    one(&mut places, "Scope", body.scope.as_deref());
    one(&mut places, "Reference", body.reference.as_deref());
    params(&mut places, body.params.as_ref());
    extra(&mut places, &body.extra);
    if let Some(batch) = &body.batch {
        one(&mut places, "Errors by key", Some(&batch.errors));
        one(&mut places, "Results by key", batch.results.as_deref());
    }
    places
}

fn of_causes(causes: &Causes) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    one(&mut places, "Code", causes.code.as_deref());
    one(&mut places, "Message", causes.message.as_deref());
    params(&mut places, causes.params.as_ref());
    extra(&mut places, &causes.extra);
    places
}

fn of_header(header: &Header) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    one(&mut places, "Scheme", header.scheme.as_deref());
    one(&mut places, "Code", header.code.as_deref());
    one(&mut places, "Message", header.message.as_deref());
    one(&mut places, "Whole value", header.value.as_deref());
    places.extend(header.params.iter().map(|(name, place)| Place {
        what: "Parameter",
        name: Some(name),
        places: vec![place],
        description: None,
    }));
    places
}

fn one<'a>(places: &mut Vec<Place<'a>>, what: &'static str, place: Option<&'a str>) {
    places.extend(place.map(|place| Place {
        what,
        name: None,
        places: vec![place],
        description: None,
    }));
}

fn params<'a>(places: &mut Vec<Place<'a>>, pointers: Option<&'a Pointers>) {
    match pointers {
        None => {}
        Some(Pointers::Object(object)) => one(places, "Parameters", Some(object)),
        Some(Pointers::Each(each)) => places.extend(each.iter().map(|(name, pointers)| Place {
            what: "Parameter",
            name: Some(name),
            places: pointers.iter().map(String::as_str).collect(),
            description: None,
        })),
    }
}

fn extra<'a>(places: &mut Vec<Place<'a>>, extra: &'a [Extra]) {
    places.extend(extra.iter().map(|extra| Place {
        what: "Other member",
        name: Some(&extra.name),
        places: vec![&extra.pointer],
        description: extra.description.as_deref(),
    }));
}
