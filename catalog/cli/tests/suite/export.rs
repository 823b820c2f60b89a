//! `export` writes files that say how they are made, that `--check` gates, and that lose nothing of what they are added to.

use crate::folder::{workspace, Folder, Ran};
use serde_json::{json, Value};
use std::fs;

const CATALOG: &str = r#"{ "name": "payments", "envelopes": [
    { "name": "standard", "code": "/error/code", "message": "/error/message" }
], "errors": [
    { "code": "DECLINED", "status": 402, "message": "Declined: {reason}." },
    { "code": "GONE", "status": 410, "message": "It is gone." }
], "operations": { "createCharge": { "route": "POST /accounts/{account}/charges", "errors": ["DECLINED"] } } }"#;

fn folder() -> Folder {
    Folder::new().file("payments.json", CATALOG)
}

fn succeeds(ran: &Ran) {
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

/// The arguments to export to a file.
fn to<'a>(target: &'a str, file: &'a str) -> Vec<&'a str> {
    vec!["export", target, "payments.json", "--to", file]
}

#[test]
fn a_file_says_how_it_is_made_and_is_checked() {
    for (target, file) in [
        ("typescript", "payments.ts"),
        ("python", "payments.py"),
        ("go", "payments.go"),
        ("json-schema", "payments.schema.json"),
        ("openapi", "openapi.json"),
    ] {
        let folder = folder();
        let arguments = to(target, file);
        succeeds(&folder.run(&arguments));
        let text = folder.read(file);
        assert!(text.contains(&arguments.join(" ")), "{text}");
        let check = [&*arguments, &["--check"]].concat();
        succeeds(&folder.run(&check));
        // Another run changes nothing.
        succeeds(&folder.run(&arguments));
        assert_eq!(folder.read(file), text);
        let changed = CATALOG.replace("It is gone.", "It has gone.");
        fs::write(
            folder.path("payments.json"),
            changed.replace("GONE", "LOST"),
        )
        .unwrap();
        let stale = folder.run(&check);
        assert_eq!(stale.code, Some(1));
        assert_eq!(folder.read(file), text);
    }
}

#[test]
fn a_file_of_others_is_not_overwritten() {
    let folder = folder().file("payments.ts", "export const own = 1;\n");
    let arguments = to("typescript", "payments.ts");
    let refused = folder.run(&arguments);
    assert_eq!(refused.code, Some(2));
    assert_eq!(folder.read("payments.ts"), "export const own = 1;\n");
    succeeds(&folder.run(&[&*arguments, &["--force"]].concat()));
    assert!(folder.read("payments.ts").contains("decodePaymentsError"));
}

#[test]
fn a_document_of_openapi_keeps_what_is_not_of_the_catalog() {
    let own = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Ours", "version": "7" },
  "paths": {
    "/accounts/{account}/charges": {
      "post": { "summary": "Charges.", "responses": { "201": { "description": "Done." } } }
    }
  },
  "components": { "schemas": { "Account": { "type": "string" }, "Payments_Old": {} } },
  "x-own": [1.50, "é"]
}
"#;
    let folder = folder().file("openapi.json", own);
    let arguments = [&*to("openapi", "openapi.json"), &["--merge"]].concat();
    succeeds(&folder.run(&arguments));
    let text = folder.read("openapi.json");
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["info"]["title"], "Ours");
    assert_eq!(document["x-own"][1], "é");
    let post = &document["paths"]["/accounts/{account}/charges"]["post"];
    assert_eq!(post["summary"], "Charges.");
    assert_eq!(post["responses"]["201"]["description"], "Done.");
    let schema = "/content/application~1json/schema/$ref";
    assert_eq!(
        post["responses"]["402"].pointer(schema),
        Some(&json!("#/components/schemas/Payments_Declined"))
    );
    assert_eq!(post["responses"].get("410"), None);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    assert!(schemas.contains_key("Account"));
    assert!(schemas.contains_key("Payments_Declined"));
    assert!(!schemas.contains_key("Payments_Old"));
    succeeds(&folder.run(&arguments));
    assert_eq!(folder.read("openapi.json"), text);
    for (document, reason) in [
        ("openapi: 3.1.0\n", "not valid JSON"),
        (r#"{"openapi": "3.0.3"}"#, "version `3.0.3`"),
        (r#"{"openapi": "3.1.0", "components": []}"#, "not an object"),
        ("[]", "version ``"),
    ] {
        let folder = crate::export::folder().file("openapi.json", document);
        let refused = folder.run(&arguments);
        assert_eq!(refused.code, Some(2));
        assert!(refused.errors.contains(reason), "{}", refused.errors);
        assert_eq!(folder.read("openapi.json"), document);
    }
}

#[test]
fn a_template_of_your_own_sees_the_model() {
    let template =
        "{% for entry in entries %}{{ entry.id | camel }}={{ entry.statuses[0] }}\n{% endfor %}";
    let folder = folder().file("own.jinja", template);
    let arguments = [
        "export",
        "template",
        "payments.json",
        "--template",
        "own.jinja",
    ];
    let done = folder.run(&arguments);
    assert_eq!(done.output, "declined=402\ngone=410\n");
    let schema = folder.run(&["schema", "--template"]);
    let schema: serde_json::Value = serde_json::from_str(&schema.output).unwrap();
    assert_eq!(schema["title"], "TemplateModel");
    assert_eq!(
        schema["$defs"]["Entry"]["properties"]["id"]["type"],
        "string"
    );
    for (template, reason) in [
        ("{{ nothing }}", "undefined value"),
        ("{% for %}", "syntax error"),
        ("{{ entries | no_filter }}", "unknown filter"),
    ] {
        let folder = crate::export::folder().file("own.jinja", template);
        let failed = folder.run(&arguments);
        assert_eq!(failed.code, Some(2));
        assert!(failed.errors.contains(reason), "{}", failed.errors);
    }
}

#[test]
fn what_a_decoder_does_not_read_is_noted() {
    let catalog = workspace().join("tests/families/aws-s3.json");
    let catalog = catalog.to_str().unwrap();
    let done = Folder::new().run(&["export", "typescript", catalog]);
    assert!(done.errors.contains("its format is xml"), "{}", done.errors);
}

#[test]
fn standard_output_keeps_the_tabs_of_a_file() {
    let folder = folder();
    let shown = folder.run(&["export", "go", "payments.json"]);
    succeeds(&shown);
    succeeds(&folder.run(&to("go", "payments.go")));
    let file = folder.read("payments.go").replace(" --to payments.go", "");
    assert_eq!(shown.output, file);
}
