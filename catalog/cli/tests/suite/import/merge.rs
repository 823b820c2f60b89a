//! What people edited stays, what is new is added, and what is gone is marked.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::{json, Value};
use std::fs;

const OLD: &str = r#"{
    "A": { "status": 400, "message": "No {a}.", "description": "First." },
    "B": { "status": 404, "message": "No %s here: %d.", "description": "Second." },
    "C": { "status": 409, "message": "Gone." }
}"#;

/// Returns a folder with the catalog of the old source.
fn imported() -> Folder {
    let folder = Folder::new().file("errors.json", OLD);
    import(
        &folder,
        &["json", "errors.json", "--placeholders", "braces"],
    );
    folder
}

fn import_again(folder: &Folder, source: &str) -> String {
    fs::write(folder.path("errors.json"), source).unwrap();
    import(folder, &["json", "errors.json", "--placeholders", "braces"]).errors
}

/// Edits the catalog as text.
fn edit(folder: &Folder, from: &str, to: &str) {
    let text = folder.read("errors/a.json");
    assert!(text.contains(from), "{text}");
    fs::write(folder.path("errors/a.json"), text.replace(from, to)).unwrap();
}

#[test]
fn the_same_source_changes_nothing() {
    let folder = imported();
    let (catalog, lock) = (
        folder.read("errors/a.json"),
        folder.read("errors/a.import.lock"),
    );
    let report = import_again(&folder, OLD);
    assert_eq!(folder.read("errors/a.json"), catalog);
    assert_eq!(folder.read("errors/a.import.lock"), lock);
    assert!(
        report.contains("3 entries from errors.json: 0 new, "),
        "{report}"
    );
}

#[test]
fn what_nobody_edited_follows_the_source() {
    let folder = imported();
    let new = OLD
        .replace("No {a}.", "No {a} of {b}.")
        .replace("404", "410")
        .replace("\"First.\"", "\"\"");
    let report = import_again(&folder, &new);
    assert_eq!(each(&folder, "message")[0], "No {a} of {b}.");
    assert_eq!(each(&folder, "status"), [400, 410, 409]);
    assert_eq!(each(&folder, "description")[0], Value::Null);
    assert!(report.contains("0 new, 2 changed"), "{report}");
}

#[test]
fn what_people_edited_stays() {
    let folder = imported();
    edit(
        &folder,
        "\"code\": \"A\",",
        "\"code\": \"A\", \"id\": \"ANOTHER\", \"retry\": \"never\",",
    );
    edit(&folder, "No {a}.", "No {a}!");
    edit(&folder, ",\n      \"description\": \"Second.\"", "");
    folder.run(&["fmt", "errors/a.json"]);
    let new = OLD
        .replace("No {a}.", "None, {a}.")
        .replace("400", "422")
        .replace("Second", "Third");
    let report = import_again(&folder, &new);
    let expected = json!({
        "code": "A", "id": "ANOTHER", "status": 422, "message": "No {a}!", "retry": "never", "description": "First."
    });
    assert_eq!(catalog(&folder)["errors"][0], expected);
    assert_eq!(each(&folder, "description")[1], Value::Null);
    assert!(
        report.contains(
            "changed: `message` of `ANOTHER` is kept as it was edited; the source has another one"
        ),
        "{report}"
    );
    // It is reported once.
    assert!(!import_again(&folder, &new).contains("is kept as it was edited"));
    assert_eq!(catalog(&folder)["errors"][0], expected);
}

#[test]
fn new_entries_are_added_and_those_that_are_gone_are_marked() {
    let folder = imported();
    let new = r#"{
        "D": { "status": 400, "message": "New." },
        "A": { "status": 400, "message": "No {a}.", "description": "First." },
        "B": { "status": 404, "message": "No %s here: %d.", "description": "Second." }
    }"#;
    let report = import_again(&folder, new);
    assert_eq!(each(&folder, "code"), ["A", "B", "C", "D"]);
    let note = "The source that this entry was imported from no longer has it.";
    assert_eq!(each(&folder, "deprecated")[2], json!({ "note": note }));
    assert!(
        report.contains("1 new, 1 no longer in the source"),
        "{report}"
    );
    // It comes back.
    import_again(&folder, OLD);
    assert_eq!(each(&folder, "deprecated")[2], Value::Null);
    assert_eq!(each(&folder, "deprecated")[3], json!({ "note": note }));
}

#[test]
fn an_entry_that_people_removed_or_added_stays_so() {
    let folder = imported();
    let mut edited = catalog(&folder);
    let entries = edited["errors"].as_array_mut().unwrap();
    entries.remove(1);
    entries.push(json!({ "code": "OWN", "status": 500, "message": "Own." }));
    fs::write(folder.path("errors/a.json"), edited.to_string()).unwrap();
    folder.run(&["fmt", "errors/a.json"]);
    let report = import_again(&folder, OLD);
    assert_eq!(each(&folder, "code"), ["A", "C", "OWN"]);
    assert!(
        report.contains("left out: `B`: it was imported before and is not in the catalog any more"),
        "{report}"
    );
}

#[test]
fn a_catalog_that_people_wrote_is_only_completed() {
    let folder = Folder::new().file("errors.json", OLD).file(
        "errors/a.json",
        r#"{ "name": "own", "errors": [{ "code": "A", "id": "MINE", "status": 401, "message": "Mine." }] }"#,
    );
    let ran = import(&folder, &["json", "errors.json"]);
    assert_eq!(catalog(&folder)["name"], "own");
    let expected = json!({ "code": "A", "id": "MINE", "status": 401, "message": "Mine.", "description": "First." });
    assert_eq!(catalog(&folder)["errors"][0], expected);
    assert_eq!(each(&folder, "code"), ["A", "B", "C"]);
    assert!(
        ran.errors.contains("`message` of `MINE` is kept"),
        "{}",
        ran.errors
    );
}

#[test]
fn a_change_that_would_be_an_error_is_left_out() {
    let folder = imported();
    edit(
        &folder,
        "No {a}.\"",
        "No {a}.\",\n      \"examples\": [\"No one.\"]",
    );
    folder.run(&["fmt", "errors/a.json"]);
    let report = import_again(&folder, &OLD.replace("No {a}.", "Not {a}!"));
    assert_eq!(each(&folder, "message")[0], "No {a}.");
    assert!(
        report.contains("left out: the changes of `A`: the example does not match"),
        "{report}"
    );
}

#[test]
fn sources_of_two_kinds_do_not_mark_each_others_entries() {
    let folder = imported().file("errors.csv", "code,status,message\nX,400,No.\n");
    let ran = folder.run(&["import", "table", "errors.csv", "--to", "errors/a.json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    import_again(&folder, OLD);
    assert_eq!(each(&folder, "code"), ["A", "B", "C", "X"]);
    assert!(each(&folder, "deprecated").iter().all(Value::is_null));
}

#[test]
fn check_shows_what_would_change_and_writes_nothing() {
    let folder = Folder::new().file("errors.json", OLD);
    let arguments = [
        "import",
        "json",
        "errors.json",
        "--to",
        "errors/a.json",
        "--check",
    ];
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.output.contains("+      \"code\": \"A\","), "{ran:?}");
    assert_eq!(folder.names(), ["errors.json"]);
    let ran = folder.run(&["import", "json", "errors.json", "--check"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}

#[test]
fn line_ends_and_escapes_of_the_catalog_stay() {
    let folder = imported();
    edit(&folder, "First.", "F\\u0069rst.");
    let text = folder.read("errors/a.json").replace('\n', "\r\n");
    fs::write(folder.path("errors/a.json"), &text).unwrap();
    import_again(&folder, &OLD.replace("Gone.", "Away."));
    assert_eq!(folder.read("errors/a.json"), text.replace("Gone.", "Away."));
}
