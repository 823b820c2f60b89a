//! Maps and arrays of entries.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::{json, Value};

#[test]
fn a_map_of_entries_becomes_a_catalog() {
    let folder = Folder::new().file(
        "errors.json",
        r#"{
            "CardDeclined": { "http": 402, "message": "The card was declined: {reason}", "description": "No money.", "tags": ["a"] },
            "Internal": { "http": 500, "message": "Failed." }
        }"#,
    );
    let ran = import(&folder, &["json", "errors.json"]);
    let expected = json!([
        {
            "code": "CardDeclined", "status": 402, "message": "The card was declined: {reason}", "description": "No money."
        },
        { "code": "Internal", "status": 500, "message": "Failed." }
    ]);
    assert_eq!(catalog(&folder)["errors"], expected);
    assert_eq!(catalog(&folder)["name"], "a");
    assert!(
        ran.errors.contains(
            "guessed: the status: `http` of 2 of 2 entries, such as `402` (errors.json:2)"
        ),
        "{}",
        ran.errors
    );
    assert!(
        ran.errors
            .contains("left out: `tags` of 1 entry (errors.json:2)"),
        "{}",
        ran.errors
    );
    assert!(
        ran.errors.contains("2 entries from errors.json: 2 new, "),
        "{}",
        ran.errors
    );
}

#[test]
fn entries_within_entries_are_flattened() {
    let folder = Folder::new().file(
        "errors.json",
        r#"{
            "OUTER": {
                "message": ["Cannot read <file>."],
                "subClass": {
                    "GONE": { "message": ["It is", "gone."] },
                    "DEEP": { "message": ["Deep."], "subClass": { "ER": { "message": ["Er."] } } }
                }
            },
            "PLAIN": { "message": ["No <thing>."] }
        }"#,
    );
    import(&folder, &["json", "errors.json"]);
    assert_eq!(
        each(&folder, "code"),
        ["OUTER.GONE", "OUTER.DEEP.ER", "PLAIN"]
    );
    assert_eq!(
        each(&folder, "message"),
        [
            "Cannot read {file}. It is\ngone.",
            "Cannot read {file}. Deep. Er.",
            "No {thing}."
        ]
    );
}

#[test]
fn a_message_can_be_the_name_of_an_entry_with_a_number() {
    let folder = Folder::new().file(
        "messages.json",
        r#"{
            "'{0}' expected.": { "category": "Error", "code": 1005 },
            "Cannot find name '{0}'.": { "category": "Error", "code": 2304 },
            "Type '{0}' is not an array type, or has no '{1}' of 'Array<T>'.": { "category": "Error", "code": 2461 }
        }"#,
    );
    import(
        &folder,
        &["json", "messages.json", "--category", "category"],
    );
    assert_eq!(each(&folder, "code"), [1005, 2304, 2461]);
    assert_eq!(
        each(&folder, "id"),
        [
            "EXPECTED",
            "CANNOT_FIND_NAME",
            "TYPE_IS_NOT_AN_ARRAY_TYPE_OR_HAS_NO_OF_ARRAY"
        ]
    );
    assert_eq!(
        each(&folder, "message"),
        [
            "'{value}' expected.",
            "Cannot find name '{name}'.",
            "Type '{type}' is not an array type, or has no '{value}' of 'Array<T>'."
        ]
    );
    assert_eq!(catalog(&folder)["categories"], json!({ "Error": "Error" }));
}

#[test]
fn toml_yaml_and_arrays_are_read() {
    let toml = "[\"a:one\"]\nerror = '''\nNo %s: %d\n'''\nworkaround = 'Wait.'\n";
    let folder = Folder::new().file("errors.toml", toml);
    import(&folder, &["json", "errors.toml"]);
    let expected = json!([{
        "code": "a:one", "message": "No {value}: {value_2}", "params": { "value_2": { "type": "integer" } },
        "resolution": "Wait."
    }]);
    assert_eq!(catalog(&folder)["errors"], expected);

    let yaml = "api:\n  errors:\n    - code: E1\n      text: One thing.\n      status: 404 Not Found\n    - {code: E2, text: Two things.}\n";
    let folder = Folder::new().file("errors.yaml", yaml);
    let ran = import(&folder, &["json", "errors.yaml"]);
    assert_eq!(each(&folder, "code"), ["E1", "E2"]);
    assert_eq!(each(&folder, "status"), [json!(404), json!(null)]);
    // Either all entries have a status, or none has one.
    assert_eq!(catalog(&folder)["defaults"], json!({ "status": 500 }));
    assert!(ran.errors.contains("--default-status"), "{}", ran.errors);
    assert!(
        ran.errors
            .contains("the entries: /api/errors (errors.yaml:3)"),
        "{}",
        ran.errors
    );
}

#[test]
fn groups_of_entries_and_maps_of_messages_are_read() {
    let folder = Folder::new().file(
        "errors.json",
        r#"{ "auth": { "E1": "No token.", "E2": "Bad token." }, "billing": { "E3": "No money." } }"#,
    );
    import(&folder, &["json", "errors.json"]);
    assert_eq!(each(&folder, "code"), ["E1", "E2", "E3"]);
    assert_eq!(
        each(&folder, "message"),
        ["No token.", "Bad token.", "No money."]
    );
}

#[test]
fn members_can_be_given() {
    let folder = Folder::new().file(
        "errors.json",
        r#"{ "x": [{ "k": { "c": 7 }, "m": "No ${thing}.", "s": "409", "message": "other" }] }"#,
    );
    let arguments = [
        "json",
        "errors.json",
        "--entries",
        "/x",
        "--code",
        "/k/c",
        "--message",
        "m",
        "--status",
        "s",
    ];
    import(&folder, &arguments);
    let expected = json!([{ "code": 7, "id": "NO", "status": 409, "message": "No {thing}." }]);
    assert_eq!(catalog(&folder)["errors"], expected);
    let ran = folder.run(&[
        "import",
        "json",
        "errors.json",
        "--entries",
        "/x",
        "--message",
        "mesage",
    ]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("did you mean `message`?"), "{ran:?}");
}

#[test]
fn placeholders_can_be_forced_or_refused() {
    let text =
        r#"{ "A": { "message": "No <b> and [c] and {d}." }, "B": { "message": "No {e}." } }"#;
    let folder = Folder::new().file("errors.json", text);
    import(
        &folder,
        &["json", "errors.json", "--placeholders", "square"],
    );
    assert_eq!(
        each(&folder, "message"),
        ["No <b> and {c} and {{d}}.", "No {{e}}."]
    );
    let folder = Folder::new().file("errors.json", text);
    import(&folder, &["json", "errors.json", "--placeholders", "none"]);
    assert_eq!(
        each(&folder, "message"),
        ["No <b> and [c] and {{d}}.", "No {{e}}."]
    );
}

#[test]
fn entries_that_look_the_same_are_joined_and_reported() {
    let folder = Folder::new().file(
        "errors.json",
        r#"[
            { "code": "A", "status": 400, "message": "No {x}." },
            { "code": "A", "status": 404, "message": "No {y}." },
            { "code": "A", "status": 400, "message": "Other." },
            { "code": "", "status": 400, "message": "None." }
        ]"#,
    );
    let ran = import(&folder, &["json", "errors.json"]);
    assert_eq!(each(&folder, "status"), [json!([400, 404]), json!(400)]);
    assert_eq!(each(&folder, "id"), [json!(null), json!("A_400")]);
    assert!(
        ran.errors.contains(
            "left out: `A` is the same as in errors.json:2, and joined with it (errors.json:3)"
        ),
        "{}",
        ran.errors
    );
    assert!(
        ran.errors.contains(": it has no code (errors.json:5)"),
        "{}",
        ran.errors
    );
}

#[test]
fn the_catalog_is_written_to_standard_output_by_default() {
    let folder = Folder::new();
    let ran = folder.pipe(
        &["import", "json", "-", "--name", "shop"],
        r#"{ "A": { "message": "No." } }"#,
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let catalog: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(catalog["name"], "shop");
    assert_eq!(catalog["source"], "Imported from standard input.");
    assert!(folder.names().is_empty());
}

#[test]
fn the_report_is_also_json() {
    let folder = Folder::new().file("errors.json", r#"{ "A": { "message": "No.", "x": 1 } }"#);
    let ran = import(&folder, &["json", "errors.json", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(report["changed"], true);
    assert_eq!(report["counts"]["taken"], 1);
    assert_eq!(
        report["left_out"],
        json!([{ "text": "`x` of 1 entry", "file": "errors.json", "line": 1 }])
    );
    assert!(ran.errors.is_empty(), "{}", ran.errors);
}

#[test]
fn a_category_of_severities_is_the_severity() {
    let entries = json!({
        "A": { "message": "It is a.", "category": "Error" }, "B": { "message": "It is b.", "category": "Warning" },
        "C": { "message": "It is c.", "category": "Suggestion" }, "D": { "message": "It is d.", "category": "Error" },
        "E": { "message": "It is e.", "category": "Blue" }
    });
    let folder = Folder::new().file("errors.json", &entries.to_string());
    let ran = import(&folder, &["json", "errors.json"]);
    let severities = [
        json!("error"),
        json!("warn"),
        json!("info"),
        json!("error"),
        Value::Null,
    ];
    assert_eq!(each(&folder, "severity"), severities);
    let line = "left out: the severity `Blue` of `E` (errors.json:1)";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}
