//! Another crate may switch on a feature of `serde_json` that changes how numbers come.

use crate::package::{dependency, manifest, Package};

const PROGRAM: &str = r##"
use error_catalog::{ErrorCatalog, Json, Response};

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
struct Numbers;

const BODY: &str = r#"{"code":"A","params":{"exact":2.50,"text":5,"raw":[1.50,1e+3,{"n":-0.10}],"whole":7}}"#;

fn main() {
    let decoded = Numbers::decode(Response::new(400, BODY)).into_error().ok().unwrap();
    let read: NumbersError = serde_json::from_str(BODY).unwrap();
    assert_eq!(read, decoded);
    let value: serde_json::Value = serde_json::from_str(BODY).unwrap();
    assert_eq!(serde_json::from_value::<NumbersError>(value).unwrap(), decoded);
    let long = BODY.replace("2.50", "123456789012345678901234567890.12345678901234567890");
    let decoded = Numbers::decode(Response::new(400, &long)).into_error().ok().unwrap();
    assert_eq!(serde_json::from_str::<NumbersError>(&long).unwrap(), decoded);
    let huge = BODY.replace("2.50", "340282366920938463463374607431768211455");
    let decoded = Numbers::decode(Response::new(400, &huge)).into_error().ok().unwrap();
    assert_eq!(serde_json::from_str::<NumbersError>(&huge).unwrap(), decoded);
    let whole = BODY.replace(":7", ":7.0");
    assert!(Numbers::decode(Response::new(400, &whole)).error().is_none());
    assert!(serde_json::from_str::<NumbersError>(&whole).is_err());
    let written = serde_json::to_string(&Json::parse(b"[1.5,7]").unwrap()).unwrap();
    assert_eq!(written, "[1.5,7]");
    println!("all numbers have all their digits");
}
"##;

const CATALOG: &str = r#"{
  "name": "numbers",
  "defaults": { "status": 400 },
  "errors": [
    { "code": "A", "message": "A",
      "params": {
        "exact": { "type": "decimal" }, "text": {}, "raw": { "type": "json" }, "whole": { "type": "integer" }
      } }
  ]
}"#;

#[test]
fn numbers_keep_their_digits_with_arbitrary_precision() {
    let dependencies = [
        &*dependency(", features = [\"serde\"]"),
        "serde_json = { version = \"1\", features = [\"arbitrary_precision\"] }",
    ];
    let manifest = manifest("precision", "2021", &dependencies.join("\n"));
    let package = Package::empty("precision")
        .file("Cargo.toml", &manifest)
        .file("errors.json", CATALOG)
        .file("src/main.rs", PROGRAM);
    let told = package.cargo(&["run"]);
    assert_eq!(told, "all numbers have all their digits\n");
}
