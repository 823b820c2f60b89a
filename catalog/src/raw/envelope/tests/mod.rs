//! Tests of envelopes.

mod constants;
mod parts;
mod places;
mod presets;

use crate::model::{Body, Catalog, Location, Place};
use crate::{compile, Source};

fn catalog(envelope: &str) -> Result<Catalog, Vec<String>> {
    let text = format!(r#"{{ "name": "a", "envelopes": [{envelope}], "errors": [] }}"#);
    let source = Source::new("a.json", text);
    let compiled = compile(&source).map_err(|failure| {
        let diagnostics = failure.diagnostics().iter();
        diagnostics
            .map(|it| {
                let shown = source.slice(it.span);
                format!("{} {} @ {shown}", it.rule.code(), it.message)
            })
            .collect::<Vec<_>>()
    })?;
    Ok(compiled.catalog)
}

/// Returns the body of an envelope with these keys.
#[track_caller]
fn body(keys: &str) -> Body {
    let catalog = catalog(&format!(r#"{{ "name": "e", {keys} }}"#)).unwrap();
    match catalog.envelopes.into_iter().next().unwrap().location {
        Location::Body(body) => body,
        Location::Header(_) => panic!("{keys}"),
    }
}

/// Returns what is reported of an envelope with these keys, with the text that it is about.
#[track_caller]
fn errors(keys: &str) -> Vec<String> {
    catalog(&format!(r#"{{ "name": "e", {keys} }}"#)).expect_err(keys)
}

fn pointer(pointer: &str) -> Place {
    Place::Pointer(pointer.to_owned())
}

fn header(name: &str) -> Place {
    Place::Header {
        name: name.to_owned(),
        is_percent_encoded: false,
    }
}

/// Returns a place as it is shown.
fn shown(places: &[Place]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}
