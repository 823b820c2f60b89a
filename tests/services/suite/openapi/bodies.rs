//! What services send is what their documents describe.

use super::{contents, document, is_json, validator};
use error_catalog::header::RetryAfter;
use error_catalog::{Catalog, CatalogError, CatalogKind, Entry, Json, Occurrence, ParamType, Text};
use serde_json::Value;
use std::fmt::Write;
use std::time::Duration;
use utoipa::{IntoResponses, ToSchema};

/// Checks that examples and bodies are those of the schemas.
pub(super) fn check<C: Catalog>()
where
    C::Error: IntoResponses + ToSchema,
{
    let document = document::<C::Error>();
    let catalog = C::META.name();
    let mut examples = 0;
    for (status, media_type, content) in contents(&document) {
        let validator = validator(&document, &content["schema"]);
        for (name, example) in content["examples"].as_object().unwrap() {
            let value = &example["value"];
            examples += 1;
            if is_json(media_type) {
                let error = validator.validate(value).err();
                assert!(
                    error.is_none(),
                    "{catalog} {status} {media_type} {name}: {error:?}\n{value}\n{}",
                    content["schema"]
                );
            } else {
                assert!(value.is_string(), "{catalog} {name}: {value}");
            }
        }
    }
    let (_, all) = document["components"]["schemas"]
        .as_object()
        .unwrap()
        .iter()
        .find(|(name, _)| **name == C::Error::name())
        .unwrap();
    let validator = validator(&document, all);
    let mut bodies = 0;
    for kind in C::Kind::ALL {
        for occurrence in occurrences::<C>(kind.entry()) {
            let headers = occurrence.to_headers();
            let is_json = headers
                .iter()
                .any(|(name, value)| *name == "content-type" && is_json(value));
            if is_json {
                bodies += 1;
                let body = occurrence.to_body();
                let value: Value = serde_json::from_slice(&body).unwrap();
                let error = validator.validate(&value).err();
                assert!(
                    error.is_none(),
                    "{catalog} {}: {error:?}\n{value}\n{document}",
                    kind.entry().id()
                );
            }
        }
    }
    let described = |media_type: &str| {
        contents(&document)
            .iter()
            .any(|(_, known, _)| *known == media_type)
    };
    if described("application/json") {
        assert!(bodies > 0 && examples > 0, "{catalog}");
    }
}

/// Occurrences of an error, with and without all that a response can lack.
fn occurrences<C: Catalog>(entry: Entry) -> Vec<Occurrence<C::Error>> {
    let mut occurrences = Vec::new();
    for (text, has_optional) in [
        ("a", false),
        ("a", true),
        ("\u{0}\"\\ {x}\u{202e}\n", true),
        ("", false),
    ] {
        let error = || {
            C::from_texts(entry, &mut |param| {
                let is_there = has_optional || !param.is_optional();
                is_there.then(|| text_of(param.param_type(), text))
            })
        };
        let bare = || Some(Occurrence::new(error()?));
        let extras = || {
            let envelope = entry.envelope().and_then(|envelope| envelope.body());
            let extras = envelope.map_or(&[][..], |body| body.extra);
            extras.iter().fold(bare(), |occurrence, extra| {
                let json = json_of(extra.param_type);
                Some(occurrence?.with_extra(extra.name, Json::parse(json.as_bytes()).unwrap()))
            })
        };
        let full = || {
            let occurrence = extras()?
                .with_reference("r-17")
                .with_retry_after(RetryAfter::Delay(Duration::from_millis(1500)));
            let occurrence = occurrence
                .with_error(bare()?)
                .with_cause(bare()?.with_cause(bare()?));
            Some((1..4).fold(occurrence, |occurrence, place| match bare() {
                Some(cause) => occurrence.with_cause_at(place, cause),
                None => occurrence,
            }))
        };
        occurrences.extend([bare(), extras(), full()].into_iter().flatten());
    }
    assert!(!occurrences.is_empty(), "{entry:?}");
    assert!(occurrences
        .iter()
        .all(|occurrence| occurrence.error().entry() == entry));
    occurrences
}

fn text_of(param_type: ParamType, text: &str) -> Text {
    let text = match param_type {
        ParamType::Integer => i64::MIN.to_string(),
        ParamType::Decimal => "-1.50".to_owned(),
        ParamType::Boolean => "false".to_owned(),
        ParamType::Json => "[1, null]".to_owned(),
        _ => {
            let mut own = String::new();
            write!(own, "{text}").unwrap();
            own
        }
    };
    Text::from(text)
}

fn json_of(param_type: ParamType) -> &'static str {
    match param_type {
        ParamType::Integer => "7",
        ParamType::Boolean => "true",
        ParamType::List => r#"["a"]"#,
        ParamType::Decimal => "1.5",
        ParamType::Json => "{}",
        _ => r#""a""#,
    }
}
