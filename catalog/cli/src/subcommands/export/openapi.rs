//! Schemas and examples of responses: the JSON Schema of the bodies, and the components and responses of OpenAPI 3.1.

use super::model::MARK;
use crate::dynamic::{Kind, Tables};
use crate::failure::Failure;
use error_catalog::openapi::{self, RefOr, Schema};
use error_catalog_model::{Catalog, Operation};
use serde::{Serialize, Serializer};
use serde_json::{json, Map, Value};

/// The extension of components that has the name of the catalog, with which `import` makes the same catalog again.
const NAME: &str = "x-error-catalog-name";

/// The methods that a path of OpenAPI can have.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Returns the JSON Schema of the bodies of all errors.
pub(super) fn json_schema(catalog: &Catalog, command: &str) -> Result<String, Failure> {
    Tables::new(catalog).select(|| {
        let kinds = kinds(catalog, None);
        let schema = JsonSchema {
            dialect: "https://json-schema.org/draft/2020-12/schema",
            comment: comment(command),
            title: catalog.title.as_deref(),
            any: openapi::schema_of_kinds(&kinds),
            definitions: openapi::schemas_of_kinds(&kinds),
        };
        let text = pretty(&schema)?;
        // In a string, the quotes would be escaped.
        Ok(text.replace(
            r##""$ref": "#/components/schemas/"##,
            r##""$ref": "#/$defs/"##,
        ))
    })
}

/// The JSON Schema of any of the errors.
#[derive(Serialize)]
struct JsonSchema<'c> {
    #[serde(rename = "$schema")]
    dialect: &'static str,
    #[serde(rename = "$comment")]
    comment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'c str>,
    #[serde(flatten)]
    any: RefOr<Schema>,
    #[serde(rename = "$defs", serialize_with = "members")]
    definitions: Vec<(String, RefOr<Schema>)>,
}

/// Writes pairs as an object.
fn members<S: Serializer>(
    members: &[(String, RefOr<Schema>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(members.iter().map(|(name, schema)| (name, schema)))
}

/// Returns a document of OpenAPI: a new one, or an existing one whose other members stay as they are.
pub(super) fn document(
    catalog: &Catalog,
    command: &str,
    existing: Option<&str>,
) -> Result<String, Failure> {
    let mut document = match existing {
        None => json!({
            "openapi": "3.1.0",
            "info": {
                "title": catalog.title.as_deref().unwrap_or(&catalog.name),
                "version": catalog.version.as_deref().unwrap_or("0.0.0"),
            },
            "paths": {},
        }),
        Some(text) => serde_json::from_str(text).map_err(|error| {
            Failure::new(format!("the document is not valid JSON: {error}"))
                .help("convert a document in YAML to JSON first")
        })?,
    };
    let version = document["openapi"].as_str().unwrap_or_default();
    if !version.starts_with("3.1") {
        let message = format!("the document has version `{version}` of OpenAPI, not 3.1");
        return Err(Failure::new(message).help("upgrade it, because 3.0 has no constants"));
    }
    Tables::new(catalog).select(|| {
        let kinds = kinds(catalog, None);
        let components = object(&mut document, "components")?;
        components.insert("x-error-catalog".to_owned(), json!(comment(command)));
        components.insert(NAME.to_owned(), json!(catalog.name));
        let own = schemas(&kinds)?;
        let known = object_in(components, "schemas")?;
        if let Value::Object(own) = own {
            // An error that the catalog no longer has is removed.
            let prefix = own.keys().next().and_then(|name| name.split('_').next());
            let prefix = format!("{}_", prefix.unwrap_or_default());
            known.retain(|name, _| !name.starts_with(&prefix) || own.contains_key(name));
            known.extend(own);
        }
        for operation in &catalog.operations {
            add_operation(&mut document, catalog, operation)?;
        }
        pretty(&document)
    })
}

/// Adds the responses of an operation with a route.
fn add_operation(
    document: &mut Value,
    catalog: &Catalog,
    operation: &Operation,
) -> Result<(), Failure> {
    let Some(route) = &operation.route else {
        return Ok(());
    };
    let method = route.method.to_ascii_lowercase();
    if !METHODS.contains(&&*method) {
        return Ok(());
    }
    let responses = openapi::responses_of_kinds(&kinds(catalog, Some(operation)));
    let Value::Object(responses) = json(&responses)? else {
        return Ok(());
    };
    let paths = object(document, "paths")?;
    let path = object_in(paths, &route.path)?;
    let placeholders = placeholders(&route.path);
    if path.is_empty() && !placeholders.is_empty() {
        path.insert("parameters".to_owned(), Value::Array(placeholders));
    }
    let own = object_in(path, &method)?;
    let id = own.entry("operationId").or_insert(Value::Null);
    if id.is_null() {
        *id = json!(operation.name);
    }
    object_in(own, "responses")?.extend(responses);
    Ok(())
}

/// Returns the parameters of a path that is new in the document.
fn placeholders(path: &str) -> Vec<Value> {
    let parts = path.split('/');
    let names = parts.filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parameter = |name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    names.map(parameter).collect()
}

/// Returns the kinds of all errors, or of those of an operation.
fn kinds(catalog: &Catalog, operation: Option<&Operation>) -> Vec<Kind> {
    let every = &catalog.errors_of_every_operation;
    let is_sent =
        |id: &String| operation.is_none_or(|it| it.errors.contains(id) || every.contains(id));
    let entries = (0..).zip(&catalog.entries);
    Kind::at(entries.filter_map(|(position, entry)| is_sent(&entry.id).then_some(position)))
}

fn schemas(kinds: &[Kind]) -> Result<Value, Failure> {
    let schemas = openapi::schemas_of_kinds(kinds).into_iter();
    let schemas = schemas.map(|(name, schema)| Ok((name, json(&schema)?)));
    let schemas: Result<Map<String, Value>, Failure> = schemas.collect();
    Ok(Value::Object(schemas?))
}

fn json(value: &impl serde::Serialize) -> Result<Value, Failure> {
    serde_json::to_value(value).map_err(|error| Failure::new(error.to_string()))
}

/// Returns a member that is an object; it is added if it is missing.
fn object<'d>(document: &'d mut Value, name: &str) -> Result<&'d mut Map<String, Value>, Failure> {
    match document {
        Value::Object(members) => object_in(members, name),
        _ => Err(Failure::new("the document is not an object")),
    }
}

fn object_in<'d>(
    members: &'d mut Map<String, Value>,
    name: &str,
) -> Result<&'d mut Map<String, Value>, Failure> {
    let value = members.entry(name).or_insert_with(|| json!({}));
    value
        .as_object_mut()
        .ok_or_else(|| Failure::new(format!("`{name}` in the document is not an object")))
}

fn comment(command: &str) -> String {
    format!("{MARK}; to make it again, run: {command}")
}

fn pretty(value: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n")
        .map_err(|error| Failure::new(error.to_string()))
}
