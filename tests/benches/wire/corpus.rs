//! Catalogs, bodies, and messages from the synthetic errors.

use crate::synthetic::{Piece, Random, Synthetic, FIELDS, VALUES};

/// The number of bodies.
const BODIES: usize = 1_000;

/// Where the parameters are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Params {
    /// Only in the message.
    InMessage,
    /// Also members of the body.
    Members,
}

/// One response.
struct Body<'e> {
    index: usize,
    error: &'e Synthetic,
    values: Vec<&'static str>,
    reference: usize,
}

/// Writes a catalog of these errors with a flat envelope.
pub(super) fn catalog(name: &str, errors: &[Synthetic], params: Params) -> String {
    let places = FIELDS
        .map(|name| format!("{name:?}: \"/{name}\""))
        .join(", ");
    let params = match params {
        Params::InMessage => String::new(),
        Params::Members => format!(", \"params\": {{ {places} }}"),
    };
    let envelope = format!(
        "{{ \"name\": \"flat\", \"code\": \"/code\", \"message\": \"/message\", \"status\": \"/status\", \
         \"reference\": \"/reference\"{params} }}"
    );
    let error = |error: &Synthetic| {
        let (code, status, message) = (&error.code, error.status, error.template());
        format!(r#"    {{ "code": "{code}", "status": {status}, "message": "{message}" }}"#)
    };
    let errors: Vec<String> = errors.iter().map(error).collect();
    let errors = errors.join(",\n");
    format!("{{\n  \"name\": \"{name}\",\n  \"envelopes\": [{envelope}],\n  \"errors\": [\n{errors}\n  ]\n}}\n")
}

/// Writes the bodies, one on each line.
pub(super) fn bodies(errors: &[Synthetic], params: Params) -> String {
    let line = |body: &Body<'_>| body.json(params) + "\n";
    all(errors).iter().map(line).collect()
}

/// Writes the messages, one on each line: the number of the error, its status, and the message.
pub(super) fn messages(errors: &[Synthetic]) -> String {
    let line = |body: &Body<'_>| {
        format!(
            "{}\t{}\t{}\n",
            body.index,
            body.error.status,
            body.message()
        )
    };
    all(errors).iter().map(line).collect()
}

/// Writes the expression for the messages of each error, one on each line.
pub(super) fn expressions(errors: &[Synthetic]) -> String {
    let part = |piece: &Piece| match piece {
        // The only special character in the synthetic messages.
        Piece::Literal(text) => text.replace('.', "\\."),
        Piece::Field(_) => "(.*?)".to_owned(),
    };
    let line = |error: &Synthetic| {
        let parts: String = error.pieces.iter().map(part).collect();
        format!("^{parts}$\n")
    };
    errors.iter().map(line).collect()
}

fn all(errors: &[Synthetic]) -> Vec<Body<'_>> {
    let mut random = Random::new(4);
    let body = |reference| {
        let index = random.between(0, errors.len() - 1);
        let error = &errors[index];
        let mut value = |_| match random.between(0, 15) {
            0 => "the \"net\" sum",
            _ => *random.pick(&VALUES),
        };
        let values = error.fields().into_iter().map(&mut value).collect();
        Body {
            index,
            error,
            values,
            reference,
        }
    };
    (0..BODIES).map(body).collect()
}

impl Body<'_> {
    fn message(&self) -> String {
        let mut values = self.values.iter();
        self.error
            .fill(|_| values.next().map(ToString::to_string).unwrap_or_default())
    }

    fn json(&self, params: Params) -> String {
        let mut json = format!(
            "{{\"code\":\"{}\",\"message\":\"{}\",\"status\":{},\"reference\":\"{:08x}\"",
            self.error.code,
            escaped(&self.message()),
            self.error.status,
            self.reference.wrapping_mul(0x9E37_79B1) & 0xFFFF_FFFF,
        );
        if params == Params::Members {
            for (name, value) in self.error.fields().iter().zip(&self.values) {
                json.extend([",\"", name, "\":\"", &escaped(value), "\""]);
            }
        }
        json + "}"
    }
}

fn escaped(text: &str) -> String {
    text.replace('"', "\\\"")
}
