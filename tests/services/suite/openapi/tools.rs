//! Documents, read by other tools: the schema of OpenAPI, and generators of clients. `.ci/run` installs them.

use super::catalogs::documents;
use super::{document, validator};
use crate::bank::BankError;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder with the packages.
fn packages() -> PathBuf {
    let folder =
        std::env::var_os("OPENAPI_TOOLS").expect("the folder with the packages of `.ci/run`");
    Path::new(&folder).join("node_modules")
}

#[test]
#[ignore = "needs packages that `.ci/run` installs"]
fn documents_fit_the_schema_of_openapi() {
    let path = packages().join("@seriousme/openapi-schema-validator/schemas/v3.1/schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let openapi = jsonschema::draft202012::new(&schema).unwrap();
    for document in documents() {
        let error = openapi.validate(&document).err();
        assert!(error.is_none(), "{error:?}\n{document}");
        let components = document["components"]["schemas"].as_object().unwrap();
        for (name, schema) in components {
            assert!(
                jsonschema::draft202012::meta::validate(schema).is_ok(),
                "{name}: {schema}"
            );
            // Building it finds references that lead nowhere.
            validator(&document, schema);
        }
    }
    assert!(!openapi.is_valid(&serde_json::json!({ "openapi": "3.1.0" })));
}

#[test]
#[ignore = "needs packages that `.ci/run` installs"]
fn the_code_narrows_the_types_of_a_generated_client() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openapi");
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str| folder.join(name);
    fs::write(file("bank.json"), document::<BankError>().to_string()).unwrap();
    fs::write(file("client.ts"), include_str!("client.ts")).unwrap();
    run(
        "openapi-typescript",
        &[&file("bank.json"), Path::new("-o"), &file("bank.ts")],
    );
    run(
        "tsc",
        &[
            Path::new("--strict"),
            Path::new("--noEmit"),
            &file("client.ts"),
        ],
    );
}

fn run(tool: &str, arguments: &[&Path]) {
    let tool = packages().join(".bin").join(tool);
    let output = Command::new(&tool).args(arguments).output().unwrap();
    let text = [&*output.stdout, &*output.stderr].map(String::from_utf8_lossy);
    assert!(
        output.status.success(),
        "{}: {}{}",
        tool.display(),
        text[0],
        text[1]
    );
}
