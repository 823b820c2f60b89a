//! An entry as JSON.

use crate::entry::{message_as_data, plain_code, retry_as_data};
use crate::known::Known;
use error_catalog_core::Severity;
use error_catalog_model::{Catalog, Code, Entry, Param};
use serde::Serialize;
use serde_json::{json, Map, Value};

/// An entry as JSON, with the keys of the catalog format; keys that do not apply are omitted.
#[derive(Debug, Serialize)]
pub(crate) struct Record<'a> {
    catalog: &'a str,
    /// The file and the line of the entry; a bundled catalog has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    id: &'a str,
    /// Its Rust name.
    variant: String,
    /// A string, a number, or null if no code is documented.
    code: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    subcode: Option<Value>,
    status: &'a [u16],
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// The template, or an object of plural forms; null if the API sends free text.
    message: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    params: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    causes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    resolution: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    examples: &'a [String],
    /// The names of the operations that can answer with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    operations: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<Value>,
    /// What is translated, by language.
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<Value>,
}

impl<'a> Record<'a> {
    pub(crate) fn new(known: &Known<'a>) -> Self {
        let entry = known.entry;
        let (file, line) = known.lines().map(|it| (it.file, it.line)).unzip();
        Self {
            catalog: &known.catalog.name,
            file,
            line,
            id: &entry.id,
            variant: known.variant(),
            code: code(&entry.code),
            subcode: entry.subcode.as_ref().map(code),
            status: &entry.statuses,
            title: entry.title.as_deref(),
            message: (!entry.is_free_text).then(|| message_as_data(entry, &entry.message)),
            category: entry.category.as_deref(),
            scope: entry.scope.as_deref(),
            severity: entry.severity.map(Severity::as_str),
            retry: retry_as_data(entry),
            params: entry.params.iter().map(param).collect(),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
            examples: &entry.examples,
            operations: known
                .catalog
                .operations_with(entry)
                .map(|operation| &*operation.name)
                .collect(),
            deprecated: entry.deprecated.as_ref().map(|deprecated| {
                json!({
                    "since": deprecated.since,
                    "note": deprecated.note,
                    "renamed_to": deprecated.renamed_to,
                })
            }),
            translations: translations(known.catalog, entry),
        }
    }
}

fn translations(catalog: &Catalog, entry: &Entry) -> Option<Value> {
    let translated = entry.translations.iter().filter_map(|translated| {
        let translation = catalog.translations.get(translated.translation)?;
        let message = translated.message.as_ref();
        let texts = [
            (
                "message",
                message.map(|message| message_as_data(entry, message)),
            ),
            ("title", translated.title.as_ref().map(|text| json!(text))),
            (
                "resolution",
                translated.resolution.as_ref().map(|text| json!(text)),
            ),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some((key.to_owned(), text?)));
        Some((translation.language.clone(), Value::Object(texts.collect())))
    });
    let translated: Map<String, Value> = translated.collect();
    (!translated.is_empty()).then_some(Value::Object(translated))
}

fn code(code: &Code) -> Value {
    match code {
        Code::None => Value::Null,
        Code::Number(number) => json!(number),
        Code::Text(_) | Code::Pattern(_) => json!(plain_code(code)),
    }
}

fn param(param: &Param) -> Value {
    json!({
        "name": param.name,
        "type": param.param_type.as_str(),
        "optional": param.is_optional,
        "sensitive": param.is_sensitive,
        "sent": !param.is_withheld(),
        "description": param.description,
        "values": param.values.iter().map(|value| &value.name).collect::<Vec<_>>(),
    })
}
