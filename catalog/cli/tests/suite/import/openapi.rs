//! The error responses of OpenAPI documents.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::json;

pub(super) const SHOP: &str = r#"
openapi: 3.0.3
info: { title: The Shop API, version: "2.1" }
paths:
  /baskets/{id}/order:
    post:
      operationId: orderBasket
      summary: Orders a basket.
      responses:
        '200': { description: Ordered. }
        '401': { $ref: '#/components/responses/Unauthorized' }
        '409':
          description: The basket cannot be ordered.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
              examples:
                empty: { summary: Empty basket, value: { error: { code: BASKET_EMPTY, message: The basket is empty. }, request_id: r1 } }
                sold: { value: { error: { code: ARTICLE_SOLD, message: "Article '17' is sold." }, request_id: r2 } }
  /articles:
    get:
      responses:
        '401': { $ref: '#/components/responses/Unauthorized' }
        '422':
          description: The query is wrong.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
              example: { error: { code: BAD_QUERY, message: "The field {field} is wrong." }, request_id: r3 }
        '5XX': { description: The shop failed. }
components:
  responses:
    Unauthorized:
      description: Who are you?
      content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }
  schemas:
    Error:
      type: object
      properties:
        error:
          allOf:
            - type: object
              properties:
                code: { type: string }
                message: { type: string }
                details:
                  type: array
                  items: { type: object, properties: { field: { type: string }, message: { type: string } } }
        request_id: { type: string }
        trace: { type: string }
"#;

#[test]
fn responses_become_entries_envelopes_and_operations() {
    let folder = Folder::new().file("api.yaml", SHOP);
    let ran = import(&folder, &["openapi", "api.yaml"]);
    let found = catalog(&folder);
    assert_eq!(found["title"], "The Shop API");
    assert_eq!(found["version"], "2.1");
    let envelopes = json!([{
        "name": "error", "code": "/error/code", "message": "/error/message", "reference": "/request_id",
        "causes": { "at": "/error/details", "message": "/message", "params": { "field": "/field" } }
    }]);
    assert_eq!(found["envelopes"], envelopes);
    let errors = json!([
        { "code": null, "id": "UNAUTHORIZED", "status": 401, "description": "Who are you?" },
        { "code": "BASKET_EMPTY", "title": "Empty basket", "status": 409, "message": "The basket is empty." },
        { "code": "ARTICLE_SOLD", "status": 409, "examples": ["Article '17' is sold."] },
        { "code": "BAD_QUERY", "status": 422, "message": "The field {field} is wrong." },
        { "code": null, "id": "INTERNAL_SERVER_ERROR", "status": 500, "description": "The shop failed." }
    ]);
    assert_eq!(found["errors"], errors);
    let operations = json!({
        "*": { "errors": ["UNAUTHORIZED"] },
        "orderBasket": {
            "description": "Orders a basket.", "route": "POST /baskets/{id}/order", "errors": ["BASKET_EMPTY", "ARTICLE_SOLD"]
        },
        "getArticles": { "route": "GET /articles", "errors": ["BAD_QUERY", "INTERNAL_SERVER_ERROR"] }
    });
    assert_eq!(found["operations"], operations);
    for line in [
        "guessed: `Error` has the code at `/error/code`, the message at `/error/message`, the reference for support at `/request_id` (api.yaml:38)",
        "guessed: the status 500 for responses of the class `5XX`",
        "left out: other members of `Error`: `/trace`",
        "5 entries from api.yaml: 5 new, 1 envelope, 3 operations,",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

/// Returns a document with one operation whose responses these are.
fn document(responses: &str, schemas: &str) -> String {
    format!(
        r#"{{ "openapi": "3.1.0", "paths": {{ "/a": {{ "get": {{ "operationId": "a", "responses": {responses} }} }} }},
            "components": {{ "schemas": {schemas} }} }}"#
    )
}

/// Returns a response with a body in JSON.
fn response(status: &str, media: &str) -> String {
    format!(
        r#"{{ "{status}": {{ "description": "No.", "content": {{ "application/json": {media} }} }} }}"#
    )
}

#[test]
fn codes_are_taken_from_enums_and_constants() {
    let schemas = r##"{
        "A": { "oneOf": [{ "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/C" }] },
        "B": { "properties": { "code": { "const": "B" }, "message": { "type": ["string", "null"] } } },
        "C": { "properties": { "code": { "enum": ["C", "D"], "x-enum-descriptions": ["It is C.", "It is D."] } } }
    }"##;
    let media = r##"{ "schema": { "$ref": "#/components/schemas/A" } }"##;
    let folder = Folder::new().file("api.json", &document(&response("404", media), schemas));
    import(&folder, &["openapi", "api.json"]);
    assert_eq!(each(&folder, "code"), ["B", "C", "D"]);
    assert_eq!(each(&folder, "status"), [404, 404, 404]);
    assert_eq!(each(&folder, "description")[1], "It is C.");
    assert_eq!(
        catalog(&folder)["envelopes"],
        json!([{ "name": "a", "code": "/code", "message": "/message" }])
    );
}

#[test]
fn a_code_that_is_always_the_status_is_the_status() {
    let media = r#"{ "example": { "code": 404, "message": "Not here." } }"#;
    let folder = Folder::new().file("api.json", &document(&response("404", media), "{}"));
    import(&folder, &["openapi", "api.json"]);
    assert_eq!(
        catalog(&folder)["envelopes"],
        json!([{ "name": "body", "message": "/message", "status": "/code" }])
    );
    assert_eq!(each(&folder, "id"), ["NOT_FOUND"]);
}

#[test]
fn lists_and_presets_are_recognised() {
    let list = r#"{ "example": { "errors": [{ "code": 7, "message": "One." }, { "code": 8, "message": "Two." }] } }"#;
    let folder = Folder::new().file("api.json", &document(&response("400", list), "{}"));
    import(&folder, &["openapi", "api.json"]);
    let envelopes =
        json!([{ "name": "body", "errors": "/errors", "code": "/code", "message": "/message" }]);
    assert_eq!(catalog(&folder)["envelopes"], envelopes);
    assert_eq!(each(&folder, "code"), [7, 8]);
    assert_eq!(each(&folder, "id"), ["ONE", "TWO"]);

    let problem = response(
        "403",
        r#"{ "example": { "type": "https://x.example/no", "title": "No.", "status": 403, "detail": "No!" } }"#,
    );
    let problem = problem.replace("application/json", "application/problem+json");
    let folder = Folder::new().file("api.json", &document(&problem, "{}"));
    import(&folder, &["openapi", "api.json"]);
    assert_eq!(
        catalog(&folder)["envelopes"],
        json!([{ "preset": "rfc9457" }])
    );
    assert_eq!(each(&folder, "code"), ["https://x.example/no"]);
}

#[test]
fn extensions_list_codes() {
    let responses = r#"{ "409": { "description": "No.", "x-codes": [
        { "code": "A", "message": "No {a}.", "description": "It is A." }, "B"
    ] } }"#;
    let text = document(responses, "{}").replace(
        "\"operationId\"",
        "\"x-codes\": { \"C\": { \"status\": 410 } }, \"operationId\"",
    );
    let folder = Folder::new().file("api.json", &text);
    import(&folder, &["openapi", "api.json", "--extension", "x-codes"]);
    assert_eq!(each(&folder, "code"), ["A", "B", "C"]);
    assert_eq!(each(&folder, "status"), [409, 409, 410]);
    assert_eq!(each(&folder, "message")[0], "No {a}.");
    assert_eq!(
        catalog(&folder)["operations"]["a"]["errors"],
        json!(["A", "B", "C"])
    );
}

#[test]
fn swagger_2_is_read() {
    let text = r##"{ "swagger": "2.0", "info": { "title": "Old", "version": "1" }, "paths": { "/a b": { "delete": { "responses": {
        "default": { "description": "Any.", "schema": { "$ref": "#/definitions/E" } },
        "410": { "description": "Gone.", "examples": { "application/json": { "errorCode": "GONE", "errorMessage": "It is gone." } } }
    } } } }, "definitions": { "E": { "properties": { "errorCode": { "type": "string" }, "errorMessage": { "type": "string" } } } } }"##;
    let folder = Folder::new().file("api.json", text);
    let ran = import(&folder, &["openapi", "api.json"]);
    let errors = json!([
        { "code": null, "id": "UNEXPECTED_ERROR", "description": "Any." },
        { "code": "GONE", "status": 410, "message": "It is gone." }
    ]);
    assert_eq!(catalog(&folder)["errors"], errors);
    // A route has no space.
    assert_eq!(
        catalog(&folder)["operations"]["deleteAB"]["route"],
        json!(null)
    );
    assert!(ran.errors.contains("--default-status"), "{}", ran.errors);
}

#[test]
fn references_to_other_files_and_in_circles_are_not_followed() {
    let schemas = r##"{
        "A": { "$ref": "#/components/schemas/B" }, "B": { "$ref": "#/components/schemas/A" },
        "T": { "properties": { "code": { "type": "string" }, "inner": { "$ref": "#/components/schemas/T" } } }
    }"##;
    for (reference, reason) in [
        ("#/components/schemas/A", "a reference leads back to itself"),
        (
            "https://example.com/e.json#/E",
            "the reference `https://example.com/e.json#/E` to another file is not followed",
        ),
        (
            "../../etc/passwd",
            "the reference `../../etc/passwd` to another file is not followed",
        ),
        (
            "#/components/schemas/Z",
            "the reference `#/components/schemas/Z` leads nowhere",
        ),
        ("#components", "the reference `#components` leads nowhere"),
        ("#/components/schemas/T", ""),
    ] {
        let media = format!(r#"{{ "schema": {{ "$ref": "{reference}" }} }}"#);
        let folder = Folder::new().file("api.json", &document(&response("404", &media), schemas));
        let ran = import(&folder, &["openapi", "api.json"]);
        assert!(ran.errors.contains(reason), "{reason}: {}", ran.errors);
        assert_eq!(each(&folder, "id"), ["NOT_FOUND"]);
    }
}

#[test]
fn sensitive_examples_are_left_out() {
    let media = r#"{ "example": { "code": "A", "message": "No user 'ada@example.com'." } }"#;
    let folder = Folder::new().file("api.json", &document(&response("404", media), "{}"));
    let ran = import(&folder, &["openapi", "api.json"]);
    assert!(!folder.read("errors/a.json").contains("ada@"));
    assert!(
        ran.errors.contains("left out: 1 example of `A`"),
        "{}",
        ran.errors
    );
}

#[test]
fn a_file_that_is_not_a_document_or_has_no_errors_is_an_error() {
    for (text, reason) in [
        ("{}", "is not an OpenAPI document"),
        ("[]", "is not an OpenAPI document"),
        (
            r#"{ "openapi": "3.0.0" }"#,
            "no error responses in the document",
        ),
        (
            r#"{ "openapi": "3.0.0", "paths": { "/": { "get": { "responses": { "200": {} } } } } }"#,
            "no error responses",
        ),
    ] {
        let folder = Folder::new().file("api.json", text);
        let ran = folder.run(&["import", "openapi", "api.json"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains(reason), "{ran:?}");
    }
}

/// Returns a document with one error response whose body has this schema.
fn with_schema(schema: &serde_json::Value) -> String {
    json!({
        "openapi": "3.1.0",
        "paths": { "/a": { "get": { "responses": { "422": {
            "description": "Wrong.",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Failure" } } }
        } } } } },
        "components": { "schemas": { "Failure": schema } }
    })
    .to_string()
}

#[test]
fn a_list_of_strings_has_the_messages() {
    let schema =
        json!({ "properties": { "errors": { "type": "array", "items": { "type": "string" } } } });
    let folder = Folder::new().file("api.json", &with_schema(&schema));
    let ran = import(&folder, &["openapi", "api.json"]);
    let envelopes = json!([{ "name": "failure", "errors": "/errors", "message": "" }]);
    assert_eq!(catalog(&folder)["envelopes"], envelopes);
    let line = "guessed: `Failure` has a list of errors at `/errors` with the message as a string";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}

#[test]
fn the_parts_of_an_error_are_not_those_of_an_object_in_it() {
    let text = json!({ "type": "string" });
    let schema = json!({ "properties": {
        "type": { "enum": ["a", "b"] },
        "message": text,
        "payment": { "properties": {
            "code": { "enum": ["c", "d"] }, "status": { "type": "integer" }, "fraud": { "properties": { "reference": text } }
        } }
    } });
    let folder = Folder::new().file("api.json", &with_schema(&schema));
    import(&folder, &["openapi", "api.json"]);
    let envelopes = json!([{ "name": "failure", "code": "/type", "message": "/message" }]);
    assert_eq!(
        catalog(&folder)["envelopes"][0]["code"],
        envelopes[0]["code"]
    );
    assert_eq!(catalog(&folder)["envelopes"][0]["reference"], json!(null));
    assert_eq!(each(&folder, "code"), ["a", "b"]);
}

#[test]
fn a_constant_without_a_message_is_not_a_code() {
    let schema =
        json!({ "properties": { "type": { "const": "folder" }, "size": { "type": "integer" } } });
    let folder = Folder::new().file("api.json", &with_schema(&schema));
    import(&folder, &["openapi", "api.json"]);
    assert_eq!(each(&folder, "code"), [json!(null)]);
}

#[test]
fn responses_and_schemas_of_errors_that_no_operation_has_are_reported() {
    let document = json!({
        "openapi": "3.1.0",
        "paths": { "/a": { "get": { "responses": {
            "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/PartError" } } } },
            "404": { "$ref": "#/components/responses/NotFound" }
        } } } },
        "components": {
            "responses": {
                "NotFound": {
                    "description": "Gone.",
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } }
                },
                "Conflict": { "description": "Busy." }, "423": { "description": "Locked." },
                "202": { "description": "Later." }, "Page": { "description": "A page." }
            },
            "schemas": {
                "Error": { "properties": { "code": { "enum": ["gone", "accepted"] }, "inner": { "$ref": "#/components/schemas/InnerError" } } },
                "InnerError": { "type": "object" }, "PartError": { "type": "object" }, "Item": { "type": "object" }
            }
        }
    });
    let folder = Folder::new().file("api.json", &document.to_string());
    let ran = import(&folder, &["openapi", "api.json"]);
    let mut left_out: Vec<&str> = ran
        .errors
        .lines()
        .filter_map(|line| line.strip_prefix("left out: "))
        .map(|line| line.split(" (api.json").next().unwrap())
        .collect();
    left_out.sort_unstable();
    assert_eq!(
        left_out,
        [
            "`accepted`: it is the name of the status 202, which is not one of an error",
            "other members of `Error`: `/inner`",
            "the response `423`: no operation answers with it",
            "the response `Conflict`: no operation answers with it",
            "the schema `PartError`: no error response has it",
        ]
    );
}

#[test]
fn the_members_of_each_schema_are_reported_also_if_its_envelope_is_known() {
    let body = |more: &str| {
        let text = json!({ "type": "string" });
        json!({ "description": "x", "content": { "application/json": { "schema": {
            "properties": { "code": text, "message": text, more: { "enum": ["a", "b"] } }
        } } } })
    };
    let document = json!({
        "openapi": "3.0.0",
        "paths": { "/a": { "get": { "responses": { "400": body("one"), "409": body("two") } } } }
    });
    let folder = Folder::new().file("api.json", &document.to_string());
    let ran = import(&folder, &["openapi", "api.json"]);
    assert_eq!(catalog(&folder)["envelopes"].as_array().unwrap().len(), 1);
    for line in [
        "left out: other members of `body`: `/one` (2 values)",
        "left out: other members of `body`: `/two` (2 values)",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

#[test]
fn a_code_has_its_id_before_a_response_without_a_code() {
    let response = json!({ "description": "x", "content": { "application/json": { "schema": {
        "properties": { "code": { "enum": ["bad_request"] }, "message": { "type": "string" } }
    } } } });
    let document = json!({
        "openapi": "3.0.0",
        "paths": { "/a": { "get": { "responses": { "400": { "description": "y" } } }, "put": { "responses": { "400": response } } } }
    });
    let folder = Folder::new().file("api.json", &document.to_string());
    import(&folder, &["openapi", "api.json"]);
    assert_eq!(each(&folder, "code"), [json!(null), json!("bad_request")]);
    assert_eq!(each(&folder, "id"), [json!("BAD_REQUEST_400"), json!(null)]);
}

#[test]
fn the_schema_of_a_code_gives_the_types_of_its_parameters() {
    let text = json!({ "type": "string" });
    let error = |code: &str, details: serde_json::Value| {
        json!({ "properties": { "error": { "properties": {
            "code": { "const": code }, "message": text, "details": details
        } } } })
    };
    let many = error(
        "TOO_MANY",
        json!({ "required": ["max", "unit"], "properties": {
            "max": { "type": "integer", "description": "How many." }, "unit": { "enum": ["kg", "t"], "type": "string" },
            "since": { "type": "string", "format": "date-time" }, "a b": text
        } }),
    );
    let none = json!({ "properties": { "error": { "properties": { "code": { "const": "NONE" }, "message": text } } } });
    let response = json!({ "description": "x", "content": { "application/json": {
        "schema": { "oneOf": [none, many] },
        "example": { "error": { "code": "TOO_MANY", "message": "At most {max} {unit}." } }
    } } });
    let document = json!({
        "openapi": "3.1.0", "paths": { "/a": { "get": { "responses": { "422": response, "400": { "description": "x", "content": {
            "application/json": { "schema": none }
        } } } } } }
    });
    let folder = Folder::new().file("api.json", &document.to_string());
    let ran = import(&folder, &["openapi", "api.json"]);
    let found = catalog(&folder);
    let envelopes = json!([{
        "name": "body", "code": "/error/code", "message": "/error/message", "params": "/error/details"
    }]);
    assert_eq!(found["envelopes"], envelopes);
    let errors = found["errors"].as_array().unwrap();
    let many = errors
        .iter()
        .find(|entry| entry["code"] == "TOO_MANY")
        .unwrap();
    let expected = json!({
        "code": "TOO_MANY", "status": 422, "message": "At most {max} {unit}.",
        "params": {
            "max": { "type": "integer", "description": "How many." }, "unit": { "values": ["kg", "t"] },
            "since": { "type": "timestamp", "optional": true }
        }
    });
    assert_eq!(*many, expected);
    let line = "left out: the parameter `a b`";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}

#[test]
fn a_code_that_is_the_name_of_a_status_has_it_rather_than_all_of_its_schema() {
    let schema = json!({ "$ref": "#/components/schemas/Error" });
    let response =
        json!({ "description": "x", "content": { "application/json": { "schema": schema } } });
    let document = json!({
        "openapi": "3.0.0",
        "paths": { "/a": { "get": { "responses": { "400": response, "404": response } } } },
        "components": { "schemas": { "Error": { "properties": {
            "code": { "enum": ["not_found", "internal_server_error", "odd"] }, "message": { "type": "string" }
        } } } }
    });
    let folder = Folder::new().file("api.json", &document.to_string());
    let ran = import(&folder, &["openapi", "api.json"]);
    assert_eq!(
        each(&folder, "status"),
        [json!(404), json!(500), json!([400, 404])]
    );
    let line = "guessed: the statuses of 2 codes: those whose names they are (api.json:1)";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}
