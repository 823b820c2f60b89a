//! The schemas that `export` writes are valid, and accept the bodies that the runtime writes, and no others.

use crate::folder::Folder;
use jsonschema::draft202012;
use serde_json::{json, Map, Value};
use std::path::Path;

/// The bundled catalogs, and one with every key.
const CATALOGS: [(&str, &str); 6] = [
    ("edges", include_str!("../../../data/edges.json")),
    ("http-api", include_str!("../../../data/http-api.json")),
    (
        "linkedin-marketing",
        include_str!("../../../data/linkedin-marketing.json"),
    ),
    ("linkedin", include_str!("../../../data/linkedin.json")),
    ("works", include_str!("../../../data/works.json")),
    ("shop", include_str!("../catalogs/shop.json")),
];

/// Returns the catalog with an operation that answers with all errors, so that all have an example in the document.
fn with_operation(catalog: &str) -> String {
    let mut catalog: Value = serde_json::from_str(catalog).unwrap();
    catalog["operations"] = json!({ "all": { "route": "POST /all" } });
    let ids = catalog["errors"].as_array().unwrap().iter().map(|entry| {
        let id = entry["id"].as_str().map(str::to_owned);
        id.or_else(|| error_catalog_model::id_from_code(entry["code"].as_str()?))
            .unwrap()
    });
    catalog["operations"]["all"]["errors"] = ids.collect();
    catalog.to_string()
}

fn exported(target: &str, name: &str, catalog: &str) -> Value {
    let file = format!("{name}.json");
    let folder = Folder::new().file(&file, catalog);
    let ran = folder.run(&["export", target, &file]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    serde_json::from_str(&ran.output).unwrap()
}

/// Returns the bodies in JSON of all examples of a document, with the schema of each.
fn examples(document: &Value) -> Vec<(&Value, &Value)> {
    let responses = document["paths"]["/all"]["post"]["responses"].as_object();
    let contents = responses
        .into_iter()
        .flat_map(Map::values)
        .flat_map(|response| response["content"].as_object().into_iter().flatten());
    let in_json = contents.filter(|(media_type, _)| media_type.ends_with("json"));
    in_json
        .flat_map(|(_, content)| {
            let examples = content["examples"].as_object();
            let one = content.get("example");
            let all = examples.into_iter().flat_map(Map::values);
            all.map(|example| &example["value"])
                .chain(one)
                .map(|body| (body, &content["schema"]))
        })
        .collect()
}

#[test]
fn exported_schemas_are_valid_and_accept_the_bodies_of_all_errors() {
    let mut bodies = 0;
    for (name, catalog) in CATALOGS {
        let catalog = with_operation(catalog);
        let schema = exported("json-schema", name, &catalog);
        assert!(draft202012::meta::is_valid(&schema), "{name}");
        let whole = draft202012::new(&schema).unwrap();
        let document = exported("openapi", name, &catalog);
        let components = document["components"]["schemas"].as_object().unwrap();
        for (name, schema) in components {
            assert!(draft202012::meta::is_valid(schema), "{name}: {schema}");
        }
        for (body, schema) in examples(&document) {
            bodies += 1;
            let error = whole.validate(body).err();
            assert!(error.is_none(), "{name}: {error:?}\n{body}");
            let schema = json!({ "allOf": [schema], "components": document["components"] });
            let error = draft202012::new(&schema).unwrap().validate(body).err();
            assert!(error.is_none(), "{name}: {error:?}\n{body}");
        }
        for other in [json!([]), json!("text"), json!(1)] {
            assert!(!whole.is_valid(&other), "{name}: {other}");
        }
    }
    assert!(bodies > 100, "{bodies}");
}

#[test]
#[ignore = "needs packages that `.ci/run` installs"]
fn exported_documents_fit_the_schema_of_openapi() {
    let folder = std::env::var_os("OPENAPI_TOOLS").unwrap();
    let path = "node_modules/@seriousme/openapi-schema-validator/schemas/v3.1/schema.json";
    let text = std::fs::read_to_string(Path::new(&folder).join(path)).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let openapi = draft202012::new(&schema).unwrap();
    for (name, catalog) in CATALOGS {
        for catalog in [catalog.to_owned(), with_operation(catalog)] {
            let document = exported("openapi", name, &catalog);
            let error = openapi.validate(&document).err();
            assert!(error.is_none(), "{name}: {error:?}");
        }
    }
}
