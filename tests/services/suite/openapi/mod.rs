//! Documents of OpenAPI.

mod bodies;
mod catalogs;
mod shape;
mod tools;

use jsonschema::Validator;
use serde_json::{json, Value};
use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem};
use utoipa::openapi::{
    ComponentsBuilder, InfoBuilder, OpenApiBuilder, PathsBuilder, ResponsesBuilder,
};
use utoipa::{IntoResponses, ToSchema};

/// A document with one operation, which has these errors.
fn document<T: IntoResponses + ToSchema>() -> Value {
    let mut schemas = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut schemas);
    let responses = ResponsesBuilder::new().responses_from_into_responses::<T>();
    let operation = OperationBuilder::new().responses(responses.build());
    let path = PathItem::new(HttpMethod::Get, operation);
    let components = ComponentsBuilder::new().schemas_from_iter(schemas);
    let document = OpenApiBuilder::new()
        .info(InfoBuilder::new().title("test").version("1"))
        .paths(PathsBuilder::new().path("/", path))
        .components(Some(components.build()));
    serde_json::to_value(document.build()).unwrap()
}

/// The contents of the responses, each with its status and its media type.
fn contents(document: &Value) -> Vec<(&str, &str, &Value)> {
    let responses = document.pointer("/paths/~1/get/responses");
    let responses = responses.and_then(Value::as_object).unwrap();
    let contents = responses.iter().flat_map(|(status, response)| {
        let contents = response.get("content").and_then(Value::as_object);
        let contents = contents.into_iter().flatten();
        contents.map(move |(media_type, content)| (&**status, &**media_type, content))
    });
    contents.collect()
}

/// What checks values against a schema of the document.
fn validator(document: &Value, schema: &Value) -> Validator {
    let components = document.get("components");
    let whole = json!({ "allOf": [schema], "components": components });
    jsonschema::draft202012::new(&whole).unwrap()
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap();
    essence == "application/json" || essence.ends_with("+json")
}
