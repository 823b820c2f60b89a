//! OpenAPI documents whose operations do not say all: components alone, schemas that the user names, and causes.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::{json, Value};

/// Returns a document whose only operation cannot fail, with these components.
fn document(components: &Value) -> String {
    json!({
        "openapi": "3.0.0",
        "paths": { "/a": { "get": { "responses": { "200": { "description": "Fine." } } } } },
        "components": components
    })
    .to_string()
}

#[test]
fn the_schema_that_the_user_names_gives_its_codes() {
    let components = json!({ "schemas": {
        "Code": { "type": "string", "enum": ["A", "B"], "x-enum-elements": [{ "name": "A", "description": "It is A." }, {}] },
        "Error": { "properties": { "code": { "$ref": "#/components/schemas/Code" }, "detail": { "type": "string" } } }
    } });
    let folder = Folder::new().file("api.json", &document(&components));
    let ran = folder.run(&["import", "openapi", "api.json"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let help = "name the schema of the bodies: `--schema Error`";
    assert!(ran.errors.contains(help), "{ran:?}");

    import(&folder, &["openapi", "api.json", "--schema", "Error"]);
    let found = catalog(&folder);
    let errors = json!([{ "code": "A", "description": "It is A." }, { "code": "B" }]);
    assert_eq!(found["errors"], errors);
    let envelopes = json!([{ "name": "error", "code": "/code", "message": "/detail" }]);
    assert_eq!(found["envelopes"], envelopes);

    let ran = folder.run(&["import", "openapi", "api.json", "--schema", "Eror"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let message = "the document has no schema `Eror`";
    assert!(ran.errors.contains(message), "{ran:?}");
}

#[test]
fn the_responses_of_components_are_taken_if_there_are_no_others() {
    let body = |code: &str| {
        let example = json!({ "status": 409, "code": code, "message": format!("It is {code}.") });
        json!({ "description": "No.", "content": { "application/json": { "example": example } } })
    };
    let responses = json!({
        "Generic409": body("TAKEN"), "NotFound": body("MISSING"), "403": body("DENIED"), "UnknownError": body("OTHER"),
        "Page": body("PAGE")
    });
    // Such files have no version of OpenAPI.
    let text = json!({ "components": { "responses": responses } }).to_string();
    let folder = Folder::new().file("common.json", &text);
    let ran = import(&folder, &["openapi", "common.json"]);
    assert_eq!(
        each(&folder, "code"),
        ["TAKEN", "MISSING", "DENIED", "OTHER"]
    );
    assert_eq!(each(&folder, "status"), [409, 404, 403, 409]);
    let line =
        "guessed: no operation answers with an error: the responses of the components are taken";
    assert!(ran.errors.contains(line), "{ran:?}");
}

/// A document whose parts are in other files, which refer to each other.
fn in_files(folder: Folder) -> Folder {
    let operation =
        json!({ "operationId": "a", "responses": { "404": { "$ref": "all.yaml#/Missing" } } });
    folder
        .file(
            "api/api.json",
            &json!({ "openapi": "3.0.0", "paths": { "/a": { "$ref": "paths/a%20b.json" } } }).to_string(),
        )
        .file("api/paths/a b.json", &json!({ "get": operation }).to_string())
        .file(
            "api/paths/all.yaml",
            "# The responses.\nMissing:\n  description: Not here.\n  content: { a/json: { schema: { $ref: ../Error.yml } } }\n",
        )
        .file(
            "api/Error.yml",
            "properties:\n  code: { $ref: '#/x/Code' }\n  message: { type: string }\n  inner: { $ref: Error.yml }\nx:\n  Code: { enum: [A, B] }\n",
        )
}

#[test]
fn files_below_the_folder_of_the_document_are_followed() {
    let folder = in_files(Folder::new());
    let ran = import(&folder, &["openapi", "api/api.json"]);
    assert_eq!(each(&folder, "code"), ["A", "B"]);
    assert_eq!(each(&folder, "status"), [404, 404]);
    let found = catalog(&folder);
    assert_eq!(found["operations"]["a"]["errors"], json!(["A", "B"]));
    assert_eq!(found["envelopes"][0]["name"], "error");
    // Each place has the file and the line in it.
    let line = "the code at `/code`, the message at `/message` (api/Error.yml:1)";
    assert!(ran.errors.contains(line), "{ran:?}");
}

#[test]
fn files_that_cannot_be_read_are_reported() {
    let folder = in_files(Folder::new()).file("api/Error.yml", "a: [");
    let ran = import(&folder, &["openapi", "api/api.json"]);
    assert_eq!(each(&folder, "id"), ["NOT_FOUND"]);
    for line in [
        "left out: api/Error.yml:2 cannot be read as YAML",
        "left out: the reference `Error.yml` leads nowhere (api/paths/all.yaml:4)",
    ] {
        assert!(ran.errors.contains(line), "{line}: {ran:?}");
    }
}

#[test]
fn other_files_are_never_read() {
    let secret = Folder::new().file("a.yaml", "get: { responses: { '404': {} } }");
    let text =
        |reference: &str| json!({ "openapi": "3.0.0", "paths": { "/a": { "$ref": reference } } });
    let outside = secret.path("a.yaml").display().to_string();
    for reference in ["missing.yaml", "../a.yaml", &outside, "link.yaml", "sub"] {
        let folder = Folder::new()
            .file("a.yaml", &secret.read("a.yaml"))
            .file("api/sub/b.yaml", "")
            .file("api/api.json", &text(reference).to_string());
        #[cfg(unix)]
        std::os::unix::fs::symlink(&outside, folder.path("api/link.yaml")).unwrap();
        let ran = folder.run(&["import", "openapi", "api/api.json"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        let line = format!("left out: the reference `{reference}` to another file is not followed");
        let help = "help: bundle the document with the other files that it refers to";
        for line in [&*line, help] {
            assert!(ran.errors.contains(line), "{line}: {ran:?}");
        }
    }
}

/// Imports a document with one error response whose body has this schema.
fn imported(schema: &Value, arguments: &[&str]) -> Folder {
    let response =
        json!({ "description": "No.", "content": { "application/json": { "schema": schema } } });
    let document = json!({
        "openapi": "3.1.0",
        "paths": { "/a": { "get": { "responses": { "422": response } } } }
    });
    let folder = Folder::new().file("api.json", &document.to_string());
    import(&folder, &[&["openapi", "api.json"], arguments].concat());
    folder
}

#[test]
fn errors_beside_a_message_are_its_causes() {
    let text = json!({ "type": "string" });
    let element = json!({ "properties": { "code": text, "message": text } });
    let schema = json!({ "properties": {
        "category": text, "message": text, "correlationId": text, "errors": { "type": "array", "items": element }
    } });
    let causes = json!({ "at": "/errors", "code": "/code", "message": "/message" });
    let envelope = &catalog(&imported(&schema, &[]))["envelopes"][0];
    assert_eq!(envelope["message"], "/message");
    assert_eq!(envelope["causes"], causes);
    // A place that the user gives is one of the body, if it has it.
    let envelope = &catalog(&imported(&schema, &["--code", "/category"]))["envelopes"][0];
    assert_eq!(envelope["code"], "/category");
    assert_eq!(envelope["causes"], causes);
}

#[test]
fn errors_whose_codes_the_schema_has_are_those_of_the_catalog() {
    let text = json!({ "type": "string" });
    let element = json!({ "properties": { "code": { "enum": ["A", "B"] }, "message": text } });
    let schema = json!({ "properties": {
        "message": text, "trace-id": text, "errors": { "type": "array", "items": element }
    } });
    let folder = imported(&schema, &[]);
    let envelope = &catalog(&folder)["envelopes"][0];
    assert_eq!(envelope["errors"], "/errors");
    assert_eq!(envelope["reference"], "$['trace-id']");
    assert_eq!(each(&folder, "code"), ["A", "B"]);
}

#[test]
fn a_code_of_digits_stays_what_the_api_sends() {
    let body = |code: Value| json!({ "code": code, "message": "No." });
    let example =
        |body: Value| json!({ "description": "No.", "content": { "a/json": { "example": body } } });
    let document = json!({ "openapi": "3.1.0", "paths": { "/a": { "get": { "responses": {
        "400": example(body(json!("702"))), "401": example(body(json!(703))),
        // The same code in another type is the same error.
        "403": example(body(json!(702)))
    } } } } });
    let lines = [json!("702"), json!(703), json!(702)]
        .map(|code| json!({ "status": 400, "body": body(code) }).to_string())
        .join("\n");
    let list = json!([body(json!("702")), body(json!(703))]);
    for (source, file, text) in [
        ("openapi", "api.json", document.to_string()),
        ("json", "list.json", list.to_string()),
        ("bodies", "bodies.ndjson", lines),
    ] {
        let folder = Folder::new().file(file, &text);
        import(&folder, &[source, file]);
        assert_eq!(each(&folder, "code"), [json!("702"), json!(703)]);
    }
}
