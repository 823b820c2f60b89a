//! The error responses of all operations.

use super::document::Document;
use crate::subcommands::import::values::{Data, Value};
use std::borrow::Cow;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// What a document has.
pub(super) struct Found<'v> {
    pub(super) operations: Vec<Operation>,
    pub(super) responses: Vec<Response<'v>>,
}

pub(super) struct Operation {
    pub(super) name: String,
    pub(super) route: String,
    pub(super) summary: Option<String>,
}

/// An error response of an operation.
pub(super) struct Response<'v> {
    /// The index of the operation; `None` if no operation answers with it.
    pub(super) operation: Option<usize>,
    /// The key: a status, a class of statuses, or `default`.
    pub(super) key: Cow<'v, str>,
    pub(super) value: &'v Value,
    pub(super) description: Option<&'v str>,
    pub(super) content_type: Option<&'v str>,
    pub(super) schema: Option<&'v Value>,
    /// The name of the schema.
    pub(super) schema_name: Option<String>,
    /// Bodies, each with its summary.
    pub(super) examples: Vec<(&'v Value, Option<String>)>,
    /// The values of the extensions.
    pub(super) extensions: Vec<&'v Value>,
}

/// Finds the error responses.
pub(super) fn find<'v>(document: &Document<'v>, extensions: &[String]) -> Found<'v> {
    let mut found = Found {
        operations: Vec::new(),
        responses: Vec::new(),
    };
    for (path, item) in document.root.get("paths").map_or(&[][..], Value::members) {
        let Some(item) = document.resolve(item) else {
            continue;
        };
        for (method, value) in item.members() {
            if !METHODS.contains(&&**method) || !value.is_object() {
                continue;
            }
            if let Some(value) = document.resolve(value) {
                operation(document, path, method, value, extensions, &mut found);
            }
        }
    }
    found
}

fn operation<'v>(
    document: &Document<'v>,
    path: &str,
    method: &str,
    value: &'v Value,
    extensions: &[String],
    found: &mut Found<'v>,
) {
    let index = found.operations.len();
    let id = value.get("operationId").and_then(Value::string);
    let name = id
        .map(visible)
        .filter(|name| !name.is_empty() && name != "*");
    let text = |key| {
        value
            .get(key)
            .and_then(Value::string)
            .map(|text| text.trim().to_owned())
    };
    found.operations.push(Operation {
        name: name.unwrap_or_else(|| from_route(method, path)),
        route: format!("{} {path}", method.to_ascii_uppercase()),
        summary: text("summary")
            .or_else(|| text("description"))
            .filter(|text| !text.is_empty()),
    });
    let of_operation: Vec<&Value> = extensions
        .iter()
        .filter_map(|name| value.get(name))
        .collect();
    for (key, response) in value.get("responses").map_or(&[][..], Value::members) {
        let key_upper = key.to_ascii_uppercase();
        let is_error = key == "default" || key_upper.starts_with(['4', '5']) && key.len() == 3;
        if !is_error {
            continue;
        }
        let Some(resolved) = document.resolve(response) else {
            continue;
        };
        let mut one = self::response(document, Some(index), Cow::Borrowed(key), resolved);
        one.extensions
            .extend(extensions.iter().filter_map(|name| resolved.get(name)));
        found.responses.push(one);
    }
    // Codes of an operation without a status of their own.
    if !of_operation.is_empty() {
        let mut one = self::response(document, Some(index), Cow::Borrowed("default"), value);
        one.schema = None;
        one.examples.clear();
        one.description = None;
        one.extensions = of_operation;
        found.responses.push(one);
    }
}

pub(super) fn response<'v>(
    document: &Document<'v>,
    operation: Option<usize>,
    key: Cow<'v, str>,
    value: &'v Value,
) -> Response<'v> {
    let mut response = Response {
        operation,
        key,
        description: value.get("description").and_then(Value::string),
        ..Response::new(value)
    };
    let content = value.get("content").map_or(&[][..], Value::members);
    let is_json = |name: &str| name.contains("json");
    let media = content
        .iter()
        .find(|(name, _)| is_json(name))
        .or_else(|| content.first());
    let mut schema = value.get("schema");
    if let Some((name, media)) = media {
        response.content_type = Some(name.split(';').next().unwrap_or(name).trim());
        schema = media.get("schema");
        if let Some(example) = media.get("example") {
            response.examples.push((example, None));
        }
        for (_, example) in media.get("examples").map_or(&[][..], Value::members) {
            let Some(example) = document.resolve(example) else {
                continue;
            };
            if let Some(body) = example.get("value") {
                let summary = example.get("summary").and_then(Value::string);
                response.examples.push((body, summary.map(str::to_owned)));
            }
        }
    }
    // Swagger 2 has examples by media type.
    if media.is_none() {
        for (name, example) in value.get("examples").map_or(&[][..], Value::members) {
            if is_json(name) {
                response.content_type = Some(name);
                response.examples.push((example, None));
            }
        }
    }
    if let Some((schema, name)) = schema.and_then(|schema| document.resolve_named(schema)) {
        response.set_schema(schema, name);
    }
    response
        .examples
        .retain(|(example, _)| matches!(example.data, Data::Object(_) | Data::Array(_)));
    response
}

impl<'v> Response<'v> {
    fn new(value: &'v Value) -> Self {
        Self {
            operation: None,
            key: Cow::Borrowed("default"),
            value,
            description: None,
            content_type: None,
            schema: None,
            schema_name: None,
            examples: Vec::new(),
            extensions: Vec::new(),
        }
    }

    /// A response of any status whose body has this schema.
    pub(super) fn of_schema(schema: &'v Value, name: &str) -> Self {
        let mut response = Self::new(schema);
        response.set_schema(schema, Some(name.to_owned()));
        response
    }

    /// Sets the schema, and adds its examples.
    fn set_schema(&mut self, schema: &'v Value, name: Option<String>) {
        self.schema = Some(schema);
        self.schema_name = name;
        let more = schema.get("examples").map_or(&[][..], Value::elements);
        let examples = schema.get("example").into_iter().chain(more);
        self.examples
            .extend(examples.map(|example| (example, None)));
    }
}

/// Returns the name with `-` instead of what a name cannot have.
fn visible(name: &str) -> String {
    let visible = |it: char| if it.is_ascii_graphic() { it } else { '-' };
    name.trim().chars().map(visible).take(200).collect()
}

/// Returns a name as generators of code give it: `getUsersId` for `GET /users/{id}`.
fn from_route(method: &str, path: &str) -> String {
    let mut name = method.to_owned();
    for word in path
        .split(|it: char| !it.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let (first, rest) = word.split_at(1);
        name.push_str(&first.to_ascii_uppercase());
        name.push_str(rest);
    }
    name.truncate(200);
    name
}
