//! Converts the envelopes of the model into those of the runtime.

use super::{leak, leaked};
use error_catalog::envelope::{
    Batch, Body, Capture, Causes, Constant, Envelope, Extra, Filter, Header, HeaderPlace, Inner,
    Literal, Location, Pairs, Params, Part, Path, Place, Places, Segment, Step, Success,
};
use error_catalog_model as model;

pub(super) fn convert(envelopes: &[model::Envelope]) -> &'static [Envelope] {
    each(envelopes, |envelope| Envelope {
        name: leaked(&envelope.name),
        location: match &envelope.location {
            model::Location::Body(body) => Location::Body(self::body(body)),
            model::Location::Header(header) => Location::Header(self::header(header)),
        },
    })
}

/// The subcodes of entries by their index.
pub(super) fn subcodes(catalog: &model::Catalog) -> &'static [(u16, Literal)] {
    each(&catalog.subcodes(), |(index, subcode)| {
        (*index, literal(subcode))
    })
}

fn body(body: &model::Body) -> Body {
    Body {
        format: body.format,
        object: body.object().map(pointer),
        content_type: body.content_type.as_deref().map(leaked),
        errors: places(&body.errors),
        success: each(&body.success, success),
        code: places(&body.code),
        subcode: places(&body.subcode),
        message: places(&body.message),
        title: places(&body.title),
        status: places(&body.status),
        scope: places(&body.scope),
        reference: places(&body.reference),
        params: body.params.as_ref().map_or(Params::None, params),
        details_only: body.details_only,
        extra: each(&body.extra, extra),
        constants: each(&body.constants, |constant| Constant {
            place: place(&constant.place),
            json: leaked(&constant.json),
        }),
        retry_after: places(&body.retry_after),
        retry_unit: body.retry_unit,
        causes: each(&body.causes, causes),
        batch: body.batch.as_ref().map(|batch| Batch {
            errors: pointer(&batch.errors),
            results: batch.results.as_deref().map(pointer),
        }),
    }
}

fn success(success: &model::Success) -> Success {
    match success {
        model::Success::Code(code) => Success::Code(literal(code)),
        model::Success::Value(at, value) => Success::Value(place(at), literal(value)),
    }
}

fn causes(causes: &model::Causes) -> Causes {
    Causes {
        at: place(&causes.at),
        inner: match &causes.inner {
            model::Inner::List => Inner::List,
            model::Inner::One => Inner::One,
            model::Inner::ByKey(param) => Inner::ByKey(leaked(param)),
            model::Inner::Leaf { leaf, param } => Inner::Leaf {
                leaf: leaked(leaf),
                param: leaked(param),
            },
            model::Inner::Nested(param) => Inner::Nested(leaked(param)),
            model::Inner::Whole => Inner::Whole,
        },
        chain: places(causes.chain().as_slice()),
        body: leak(body(&causes.body())),
    }
}

fn params(params: &model::Params) -> Params {
    match params {
        model::Params::Object(at) => Params::Object(place(at)),
        model::Params::Each(params) => {
            Params::Each(each(params, |(name, at)| (leaked(name), places(at))))
        }
        model::Params::Pairs { at, name, value } => Params::Pairs(leak(Pairs {
            at: place(at),
            name: pointer(name),
            value: pointer(value),
        })),
    }
}

fn extra(extra: &model::Extra) -> Extra {
    Extra {
        name: leaked(&extra.name),
        places: places(&extra.places),
        param_type: extra.param_type,
    }
}

fn places(places: &[model::Place]) -> Places {
    each(places, place)
}

fn place(place: &model::Place) -> Place {
    match place {
        model::Place::Pointer(pointer) => Place::Pointer(self::pointer(pointer)),
        model::Place::Query(query) => Place::Query(each(&query.steps, step)),
        model::Place::Header {
            name,
            is_percent_encoded,
        } => Place::Header(leak(HeaderPlace {
            name: leaked(name),
            is_percent_encoded: *is_percent_encoded,
        })),
        model::Place::Part {
            at,
            captures,
            case,
            unit,
        } => Place::Part(leak(Part {
            at: self::place(at),
            captures: each(captures, capture),
            case: *case,
            unit: *unit,
        })),
    }
}

/// The tokens of a JSON pointer, unescaped (RFC 6901).
fn pointer(pointer: &str) -> Path {
    let tokens: Vec<String> = model::pointer_tokens(pointer).collect();
    each(&tokens, |token| Step::Name(leaked(token)))
}

fn step(step: &model::Step) -> Step {
    match step {
        model::Step::Name(name) => Step::Name(leaked(name)),
        model::Step::Filter(filter) => Step::Filter(leak(Filter {
            member: each(&filter.member, |name| Step::Name(leaked(name))),
            literal: literal(&filter.literal),
        })),
    }
}

fn literal(literal: &model::Literal) -> Literal {
    match literal {
        model::Literal::Null => Literal::Null,
        model::Literal::Boolean(boolean) => Literal::Boolean(*boolean),
        model::Literal::Number(number) => Literal::Number(leaked(number)),
        model::Literal::Text(text) => Literal::Text(leaked(text)),
    }
}

fn capture(capture: &model::Capture) -> Capture<'static> {
    Capture {
        segments: each(&capture.segments, |segment| match segment {
            model::Segment::Literal(literal) => Segment::Literal(leaked(literal)),
            model::Segment::Any => Segment::Any,
            model::Segment::Part => Segment::Part,
        }),
    }
}

fn header(header: &model::Header) -> Header {
    let text = |text: &Option<String>| text.as_deref().map(leaked);
    Header {
        header: leaked(&header.header),
        scheme: text(&header.scheme),
        code: text(&header.code),
        message: text(&header.message),
        params: each(&header.params, |(name, place)| {
            (leaked(name), leaked(place))
        }),
        value: text(&header.value),
    }
}

fn each<T, U>(items: &[T], convert: impl FnMut(&T) -> U) -> &'static [U] {
    items.iter().map(convert).collect::<Vec<U>>().leak()
}
