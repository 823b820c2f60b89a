//! The files: 10,000 errors as a catalog, and as what catalogs are imported from.

use serde_json::{json, Map, Value};

const ERRORS: usize = 10_000;

/// The errors that an operation of OpenAPI answers with.
const OF_OPERATION: usize = 5;

/// The recorded bodies of each error.
const RECORDED: usize = 3;

/// Returns a catalog in which every `step`th error has a different message than with step 0.
pub(crate) fn catalog(step: usize) -> Value {
    let errors: Vec<Value> = (0..ERRORS)
        .map(|number| {
            let is_changed = step > 0 && number % step == 0;
            let word = if is_changed { "fell" } else { "lies" };
            json!({
                "code": code(number),
                "status": 400,
                "message": format!("The value {{value}} of {{field}} {word} below the minimum {{minimum}} of rule {number}."),
                "retry": "after-fix",
                "description": "The value is too low for what the account may spend in a day.",
                "causes": ["The value was computed from an older price.", "The currency is another one."],
                "resolution": "Send a value that is not below the minimum.",
            })
        })
        .collect();
    json!({ "name": "large", "errors": errors })
}

/// Returns a map from codes to errors.
pub(crate) fn map() -> Value {
    let errors = (0..ERRORS).map(|number| {
        let error = json!({
            "status": 400,
            "message": format!("The value {{value}} of {{field}} lies below the minimum {{minimum}} of rule {number}."),
            "description": "The value is too low for what the account may spend in a day.",
        });
        (code(number), error)
    });
    Value::Object(errors.collect())
}

/// Returns a document of OpenAPI whose operations answer with a few errors each.
pub(crate) fn openapi() -> Value {
    let paths = (0..ERRORS).step_by(OF_OPERATION).map(|first| {
        let errors = first..first + OF_OPERATION;
        let codes: Vec<String> = errors.clone().map(code).collect();
        let examples = errors.map(|number| (code(number), json!({ "value": body(number, 5) })));
        let content = json!({
            "schema": {
                "type": "object",
                "properties": {
                    "code": { "type": "string", "enum": codes },
                    "message": { "type": "string" },
                },
            },
            "examples": examples.collect::<Map<_, _>>(),
        });
        let response = json!({ "description": "Bad request", "content": { "application/json": content } });
        let operation = json!({ "operationId": format!("operation_{first}"), "responses": { "400": response } });
        (format!("/resources/{first}"), json!({ "get": operation }))
    });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Large", "version": "1" },
        "paths": paths.collect::<Map<_, _>>(),
    })
}

/// Returns recorded responses, one a line.
pub(crate) fn bodies() -> String {
    let responses = (0..ERRORS).flat_map(|number| (0..RECORDED).map(move |value| (number, value)));
    let lines = responses.map(|(number, value)| {
        let response = json!({ "status": 400, "body": body(number, value) });
        format!("{response}\n")
    });
    lines.collect()
}

fn code(number: usize) -> String {
    format!("VALUE_{number}_OUT_OF_RANGE")
}

fn body(number: usize, value: usize) -> Value {
    let field = ["amount", "price", "fee"]
        .get(value % 3)
        .copied()
        .unwrap_or_default();
    json!({
        "code": code(number),
        "message": format!("The value {value} of {field} lies below the minimum {} of rule {number}.", value + 7),
    })
}
