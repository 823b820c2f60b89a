//! Converts the envelopes of the model into those of the runtime.

use super::{leak, leaked};
use error_catalog::envelope::{
    Batch, Body, Causes, Envelope, Extra, Header, Location, Pointer, Pointers,
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

fn body(body: &model::Body) -> Body {
    Body {
        code: optional(body.code.as_ref()),
        message: optional(body.message.as_ref()),
        status: optional(body.status.as_ref()),
        scope: optional(body.scope.as_ref()),
        reference: optional(body.reference.as_ref()),
        params: params(body.params.as_ref()),
        extra: each(&body.extra, extra),
        retry_after: each(&body.retry_after, |place| pointer(place)),
        retry_unit: body.retry_unit,
        causes: body.causes.as_ref().map(causes),
        batch: body.batch.as_ref().map(|batch| Batch {
            errors: pointer(&batch.errors),
            results: optional(batch.results.as_ref()),
        }),
    }
}

/// Converts the places of an inner error, which is a body with fewer parts.
fn causes(causes: &model::Causes) -> Causes {
    Causes {
        at: each(&causes.at, |place| pointer(place)),
        body: leak(body(&model::Body {
            code: causes.code.clone(),
            message: causes.message.clone(),
            params: causes.params.clone(),
            extra: causes.extra.clone(),
            ..model::Body::default()
        })),
    }
}

fn params(params: Option<&model::Pointers>) -> Pointers {
    match params {
        None => Pointers::None,
        Some(model::Pointers::Object(at)) => Pointers::Object(pointer(at)),
        Some(model::Pointers::Each(params)) => Pointers::Each(each(params, |(name, places)| {
            let places: &[Pointer] = each(places, |place| pointer(place));
            (leaked(name), places)
        })),
    }
}

fn extra(extra: &model::Extra) -> Extra {
    Extra {
        name: leaked(&extra.name),
        pointer: pointer(&extra.pointer),
        param_type: extra.param_type,
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

fn optional(place: Option<&String>) -> Option<Pointer> {
    place.map(|place| pointer(place))
}

/// The tokens of a JSON pointer, unescaped (RFC 6901).
fn pointer(pointer: &str) -> Pointer {
    let tokens: Vec<&str> = pointer.split('/').skip(1).collect();
    each(&tokens, |token| {
        leaked(&token.replace("~1", "/").replace("~0", "~"))
    })
}

fn each<T, U>(items: &[T], convert: impl FnMut(&T) -> U) -> &'static [U] {
    items.iter().map(convert).collect::<Vec<U>>().leak()
}
