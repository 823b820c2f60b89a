//! How the body is written.

use super::super::object::Object;
use crate::model::Format;
use crate::{Report, Rule};

/// The formats, by their names in catalogs.
pub(super) const FORMATS: [(&str, Format); 6] = [
    ("json", Format::Json),
    ("xml", Format::Xml),
    ("form", Format::Form),
    ("text", Format::Text),
    ("empty", Format::Empty),
    ("grpc", Format::Grpc),
];

pub(super) fn read(object: &Object<'_>, report: &mut Report) -> Format {
    let Some(name) = object.text("format", report) else {
        return Format::default();
    };
    let known = FORMATS.iter().find(|(known, _)| *known == name.value);
    if known.is_none() {
        let message = format!("unknown format `{}`", name.value);
        report
            .add(Rule::Place, name.span(), message)
            .suggest(&name.value, &FORMATS.map(|(known, _)| known));
    }
    known.map(|(_, format)| *format).unwrap_or_default()
}
