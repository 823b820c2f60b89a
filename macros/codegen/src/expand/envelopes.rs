//! The envelopes as values of the runtime's types.
//!
//! They are written as source in which `#envelope` and `#runtime` stand for paths. What `Debug` prints for simple values
//! of the model is the source of the runtime's values.

use crate::source::{self, add};
use error_catalog_model::{
    pointer_tokens, Batch, Body, Capture, Catalog, Causes, Constant, Envelope, Extra, Format,
    Header, Literal, Location, Params, Place, RetryUnit, Segment, Step, Success,
};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// Writes the static that holds them.
pub(super) fn expand(runtime: &Path, envelopes: &[Envelope]) -> TokenStream {
    let is_xml = |envelope: &Envelope| matches!(&envelope.location, Location::Body(body) if body.format == Format::Xml);
    let needs_xml = if envelopes.iter().any(is_xml) {
        "#runtime::__needs_xml! {}"
    } else {
        ""
    };
    let envelopes = list(envelopes, envelope);
    fill(
        runtime,
        &format!("{needs_xml} static ENVELOPES: &[#envelope::Envelope] = {envelopes};"),
    )
}

/// Writes the subcodes of entries by their index, unless there are none: a call on the metadata.
pub(super) fn subcodes(runtime: &Path, catalog: &Catalog) -> Option<TokenStream> {
    let subcodes = catalog.subcodes();
    if subcodes.is_empty() {
        return None;
    }
    let subcodes = list(&subcodes, |(index, subcode)| {
        format!("({index}u16, {})", literal(subcode))
    });
    Some(fill(runtime, &format!(".with_subcodes({subcodes})")))
}

fn fill(runtime: &Path, text: &str) -> TokenStream {
    let envelope = quote!(#runtime::envelope);
    source::fill(text, &[("runtime", runtime), ("envelope", &envelope)])
}

fn envelope(envelope: &Envelope) -> String {
    let name = &envelope.name;
    let location = match &envelope.location {
        Location::Body(written) => format!("Body({})", body(written)),
        Location::Header(written) => format!("Header({})", header(written)),
    };
    format!("#envelope::Envelope {{ name: {name:?}, location: #envelope::Location::{location} }}")
}

fn body(body: &Body) -> String {
    let mut fields = String::new();
    let text = &mut fields;
    if body.format != Format::Json {
        add(
            text,
            format_args!("format: #envelope::Format::{:?},", body.format),
        );
    }
    if let Some(object) = body.object() {
        add(text, format_args!("object: {},", some(&pointer(object))));
    }
    if let Some(content_type) = &body.content_type {
        add(
            text,
            format_args!("content_type: {},", some(&format!("{content_type:?}"))),
        );
    }
    for (part, places) in &body.parts() {
        add_list(text, part, places, place);
    }
    add_list(text, "success", &body.success, success);
    if let Some(at) = &body.params {
        add(text, format_args!("params: {},", params(at)));
    }
    if body.details_only {
        text.push_str("details_only: true,");
    }
    add_list(text, "extra", &body.extra, extra);
    add_list(text, "constants", &body.constants, constant);
    if let Some(of_body) = body.retry_unit {
        add(text, format_args!("retry_unit: {},", some(&unit(of_body))));
    }
    add_list(text, "causes", &body.causes, causes);
    if let Some(of_body) = &body.batch {
        add(text, format_args!("batch: {},", some(&batch(of_body))));
    }
    format!("#envelope::Body {{ {fields} ..#envelope::Body::EMPTY }}")
}

fn place(at: &Place) -> String {
    let value = match at {
        Place::Pointer(of_place) => format!("Pointer({})", pointer(of_place)),
        Place::Query(query) => format!("Query({})", list(&query.steps, step)),
        Place::Header {
            name,
            is_percent_encoded,
        } => format!(
            "Header(&#envelope::HeaderPlace {{
                name: {name:?},
                is_percent_encoded: {is_percent_encoded},
            }})"
        ),
        Place::Part {
            at,
            captures,
            case,
            unit: of_part,
        } => {
            let case = case.map(|case| format!("#envelope::Case::{case:?}"));
            format!(
                "Part(&#envelope::Part {{ at: {}, captures: {}, case: {}, unit: {} }})",
                place(at),
                list(captures, capture),
                optional(case),
                optional(of_part.map(unit))
            )
        }
    };
    format!("#envelope::Place::{value}")
}

/// Writes the tokens of a JSON pointer, unescaped as in RFC 6901 to save that work at run time.
fn pointer(pointer: &str) -> String {
    let mut tokens = Vec::new();
    for token in pointer_tokens(pointer) {
        tokens.push(token);
    }
    list(&tokens, name)
}

fn name(name: &String) -> String {
    format!("#envelope::Step::Name({name:?})")
}

fn step(step: &Step) -> String {
    match step {
        Step::Name(of_step) => name(of_step),
        Step::Filter(filter) => format!(
            "#envelope::Step::Filter(&#envelope::Filter {{ member: {}, literal: {} }})",
            list(&filter.member, name),
            literal(&filter.literal)
        ),
    }
}

fn literal(literal: &Literal) -> String {
    format!("#envelope::Literal::{literal:?}")
}

fn capture(capture: &Capture) -> String {
    let segments = list(&capture.segments, segment);
    format!("#envelope::Capture {{ segments: {segments} }}")
}

fn segment(segment: &Segment) -> String {
    format!("#envelope::Segment::{segment:?}")
}

fn unit(unit: RetryUnit) -> String {
    format!("#runtime::RetryUnit::{unit:?}")
}

fn success(success: &Success) -> String {
    let value = match success {
        Success::Code(code) => format!("Code({})", literal(code)),
        Success::Value(at, value) => format!("Value({}, {})", place(at), literal(value)),
    };
    format!("#envelope::Success::{value}")
}

fn params(params: &Params) -> String {
    let value = match params {
        Params::Object(at) => format!("Object({})", place(at)),
        Params::Each(each) => {
            let each = list(each, |(name, places)| {
                format!("({name:?}, {})", list(places, place))
            });
            format!("Each({each})")
        }
        Params::Pairs { at, name, value } => format!(
            "Pairs(&#envelope::Pairs {{ at: {}, name: {}, value: {} }})",
            place(at),
            pointer(name),
            pointer(value)
        ),
    };
    format!("#envelope::Params::{value}")
}

fn extra(extra: &Extra) -> String {
    format!(
        "#envelope::Extra {{ name: {:?}, places: {}, param_type: #runtime::ParamType::{:?} }}",
        extra.name,
        list(&extra.places, place),
        extra.param_type
    )
}

fn constant(constant: &Constant) -> String {
    let at = place(&constant.place);
    format!(
        "#envelope::Constant {{ place: {at}, json: {:?} }}",
        constant.json
    )
}

fn causes(causes: &Causes) -> String {
    format!(
        "#envelope::Causes {{ at: {}, inner: #envelope::Inner::{:?}, chain: {}, body: &{} }}",
        place(&causes.at),
        causes.inner,
        list(causes.chain().as_slice(), place),
        body(&causes.body())
    )
}

fn batch(batch: &Batch) -> String {
    let errors = pointer(&batch.errors);
    let results = optional(batch.results.as_deref().map(pointer));
    format!("#envelope::Batch {{ errors: {errors}, results: {results} }}")
}

fn header(header: &Header) -> String {
    format!(
        "#envelope::Header {{
            header: {:?},
            scheme: {},
            code: {},
            message: {},
            params: {},
            value: {},
        }}",
        header.header,
        quoted(header.scheme.as_ref()),
        quoted(header.code.as_ref()),
        quoted(header.message.as_ref()),
        list(&header.params, |pair| format!("{pair:?}")),
        quoted(header.value.as_ref())
    )
}

fn quoted(text: Option<&String>) -> String {
    optional(text.map(|text| format!("{text:?}")))
}

fn optional(value: Option<String>) -> String {
    match value {
        Some(value) => some(&value),
        None => "::core::option::Option::None".to_owned(),
    }
}

fn some(value: &str) -> String {
    format!("::core::option::Option::Some({value})")
}

fn list<T>(items: &[T], write: fn(&T) -> String) -> String {
    let mut text = "&[".to_owned();
    for item in items {
        text.push_str(&write(item));
        text.push(',');
    }
    text.push(']');
    text
}

/// Adds a field with a slice, unless that is empty.
fn add_list<T>(text: &mut String, field: &str, items: &[T], write: fn(&T) -> String) {
    if !items.is_empty() {
        add(text, format_args!("{field}: {},", list(items, write)));
    }
}
