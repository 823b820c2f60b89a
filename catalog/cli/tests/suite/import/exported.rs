//! What `export` writes, and catalogs themselves, are imported as the same errors.

use super::{catalog, import};
use crate::folder::Folder;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// Words of messages.
const WORDS: [&str; 10] = [
    "The",
    "card",
    "{reason}",
    "was",
    "declined:",
    "{value}",
    "Zahl,",
    "é",
    "({id})",
    "it's",
];

/// Statuses and messages by code.
fn entries(
    words: &'static [&'static str],
) -> impl Strategy<Value = BTreeMap<String, (u16, String)>> {
    let status = select(vec![400_u16, 404, 409, 422, 429, 500, 503]);
    let message = prop::collection::vec(select(words), 1..7);
    let message = message.prop_map(|words| format!("No {}.", words.join(" ")));
    prop::collection::btree_map("[A-Z]{3,8}(_[A-Z]{2,6}){0,2}", (status, message), 1..8)
}

/// Writes a catalog, in which one operation answers with all errors.
fn written(entries: &BTreeMap<String, (u16, String)>) -> Folder {
    let errors = entries.iter().map(
        |(code, (status, message))| json!({ "code": code, "status": status, "message": message }),
    );
    let text = json!({
        "name": "a",
        "envelopes": [{ "name": "a", "code": "/error/code", "message": "/error/message" }],
        "errors": errors.collect::<Vec<_>>(),
        "operations": { "pay": { "route": "POST /pay", "errors": entries.keys().collect::<Vec<_>>() } },
    });
    Folder::new().file("a.json", &text.to_string())
}

/// Returns the imported entries, by code.
fn imported(folder: &Folder) -> BTreeMap<String, (u16, String)> {
    let catalog = catalog(folder);
    let errors = catalog["errors"].as_array().unwrap().iter();
    let status = &catalog["defaults"]["status"];
    let entry = |entry: &Value| {
        let own = entry["status"].as_u64().or(status.as_u64());
        let status = u16::try_from(own.unwrap()).unwrap();
        let text = |key: &str| entry[key].as_str().unwrap().to_owned();
        (text("code"), (status, text("message")))
    };
    errors.map(entry).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_exported_document_of_openapi_is_imported_as_the_same_catalog(entries in entries(&WORDS)) {
        let folder = written(&entries);
        let ran = folder.run(&["export", "openapi", "a.json", "--to", "api.json"]);
        prop_assert_eq!(ran.code, Some(0), "{:?}", ran);
        import(&folder, &["openapi", "api.json"]);
        prop_assert_eq!(imported(&folder), entries);
        let catalog = catalog(&folder);
        prop_assert_eq!(&catalog["name"], "a");
        let envelope = &catalog["envelopes"][0];
        prop_assert_eq!(&envelope["code"], "/error/code");
        prop_assert_eq!(&envelope["message"], "/error/message");
        let operation = &catalog["operations"]["pay"];
        prop_assert_eq!(&operation["route"], "POST /pay");
        let answers = operation["errors"].as_array().unwrap().len();
        prop_assert_eq!(answers, catalog["errors"].as_array().unwrap().len());
    }

    #[test]
    fn a_catalog_is_imported_as_the_same_entries(
        entries in entries(&["The", "{reason}", "<x>", "%s", "100%", ":id", "$5", "[y]", "\"q\"", "\\", "\n", "é😀"]),
    ) {
        let folder = written(&entries);
        import(&folder, &["json", "a.json", "--entries", "/errors", "--placeholders", "braces"]);
        prop_assert_eq!(imported(&folder), entries);
    }
}

#[test]
fn an_exported_document_has_the_name_of_its_catalog_and_the_types_of_parameters() {
    let catalog = json!({
        "name": "card-payments",
        "envelopes": [{ "name": "standard", "code": "/error/code", "message": "/error/message", "params": "/error/details" }],
        "errors": [
            {
                "code": "TOO_MUCH", "status": 422, "message": "At most {max}.",
                "params": { "max": { "type": "decimal" }, "tries": { "type": "integer", "optional": true }, "all": { "type": "list" } }
            },
            { "code": "GONE", "status": 404, "message": "It is gone." }
        ],
        "operations": { "pay": { "route": "POST /pay", "errors": ["TOO_MUCH", "GONE"] } }
    });
    let folder = Folder::new().file("payments.json", &catalog.to_string());
    let ran = folder.run(&["export", "openapi", "payments.json", "--to", "api.json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    import(&folder, &["openapi", "api.json"]);
    let found = self::catalog(&folder);
    assert_eq!(found["name"], "card-payments");
    assert_eq!(found["envelopes"][0]["params"], "/error/details");
    let errors = found["errors"].as_array().unwrap();
    let entry = errors
        .iter()
        .find(|entry| entry["code"] == "TOO_MUCH")
        .unwrap();
    assert_eq!(entry["params"], catalog["errors"][0]["params"]);
}
