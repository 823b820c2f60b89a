//! The rows of tables.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::{json, Value};

#[test]
fn a_table_in_csv_becomes_a_catalog() {
    let folder = Folder::new().file(
        "errors.csv",
        "Error code,HTTP status,Message,Meaning,Solution,Owner\n\
         E1,404 Not Found,\"No {{file}}, or\nno {{folder}}.\",It is gone.,Look elsewhere.,me\n\
         E2,\"400, 422\",Bad {{field}}.,,,\n\
         ,500,No code.,,,\n",
    );
    let ran = import(&folder, &["table", "errors.csv"]);
    let expected = json!([
        {
            "code": "E1", "status": 404, "message": "No {file}, or\nno {folder}.", "description": "It is gone.",
            "resolution": "Look elsewhere."
        },
        { "code": "E2", "status": [400, 422], "message": "Bad {field}." }
    ]);
    assert_eq!(catalog(&folder)["errors"], expected);
    for line in [
        "guessed: the code: `Error code` of 3 of 3 entries, such as `E1` (errors.csv:2)",
        "guessed: placeholders in 2 of 2 messages are written as `{{file}}` (`--placeholders double-braces`)",
        "left out: `Owner` of 3 entries (errors.csv:2)",
        ": it has no code (errors.csv:5)",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

#[test]
fn other_separators_are_recognised() {
    for (name, text) in [
        ("a.csv", "code;message\nA;One, two.\nB;Three."),
        ("a.tsv", "code\tmessage\nA\tOne, two.\nB\tThree."),
        ("a.txt", "code\tmessage\nA\tOne, two.\nB\tThree."),
    ] {
        let folder = Folder::new().file(name, text);
        import(&folder, &["table", name]);
        assert_eq!(each(&folder, "message"), ["One, two.", "Three."]);
    }
}

#[test]
fn the_tables_of_errors_in_a_page_are_taken() {
    let page = "# API\n\n| Name | Type | Description |\n| --- | --- | --- |\n| id | string | The id. |\n\n\
        ## Errors\n\n| Status | Code | Message |\n| --- | --- | --- |\n\
        | 404 | `NO_FILE` | No file <name>\\|<path>. |\n| 409 | **`BUSY`** | ~~Busy~~<br>until <date>. |\n\n\
        <table><tr><th>Error</th><th>Message</th></tr>\n\n<tr><td>OTHER</td><td>Other &lt;thing&gt;.</td></tr></table>\n";
    let folder = Folder::new().file("api.md", page);
    let ran = import(&folder, &["table", "api.md"]);
    assert_eq!(each(&folder, "code"), ["NO_FILE", "BUSY", "OTHER"]);
    assert_eq!(
        each(&folder, "message"),
        [
            "No file {name}|{path}.",
            "Busy until {date}.",
            "Other {thing}."
        ]
    );
    assert_eq!(
        each(&folder, "status"),
        [json!(404), json!(409), Value::Null]
    );
    assert!(
        ran.errors.contains(
            "left out: table 1, with Name, Type, Description (`--table 1` takes it) (api.md:3)"
        ),
        "{}",
        ran.errors
    );
    let ran = folder.run(&["import", "table", "api.md", "--table", "4"]);
    assert!(ran.errors.contains("`api.md` has no table 4"), "{ran:?}");
}

#[test]
fn cells_of_html_can_span_rows_and_columns() {
    let page = "<html><table>
        <tr><th>HTTP status<th>Error code<th>Message</tr>
        <tr><td rowspan=2>404</td><td><code>A</code></td><td>No <b>file</b> %{name}.</td></tr>
        <tr><td>B</td><td>No<br>folder.</td></tr>
        <tr><td rowspan='99999999999'>500</td><td colspan=2>C</td></tr>
        <tr><td>D</td><td><table><tr><td>x</td></tr></table>D.</td></tr>
    </table>";
    let folder = Folder::new().file("page.html", page);
    import(&folder, &["table", "page.html"]);
    assert_eq!(each(&folder, "code"), ["A", "B", "C", "D"]);
    assert_eq!(each(&folder, "status"), [404, 404, 500, 500]);
    assert_eq!(
        each(&folder, "message")[..3],
        ["No file {name}.", "No folder.", "C"]
    );
}

#[test]
fn a_table_of_statuses_gives_errors_without_codes() {
    let page = "Code | Meaning\n---- | -------\n200 | OK\n400 | Bad Request\n404 | Not Found: there is nothing here\n4xx | Other\n";
    let folder = Folder::new().file("errors.md", page);
    let ran = import(&folder, &["table", "errors.md"]);
    let expected = json!([
        { "code": null, "id": "BAD_REQUEST", "status": 400, "description": "Bad Request" },
        {
            "code": null, "id": "NOT_FOUND_THERE_IS_NOTHING_HERE", "status": 404,
            "description": "Not Found: there is nothing here"
        }
    ]);
    let mut errors = catalog(&folder)["errors"].clone();
    errors.as_array_mut().unwrap().truncate(2);
    assert_eq!(errors, expected);
    for line in [
        "its status is not one of an error (errors.md:3)",
        "left out: the status `4xx` of `null` (errors.md:6)",
        "no message: `--message` says which member has it",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

#[test]
fn columns_can_be_given() {
    let text = "Ref,What,Say\n1,No A,Sorry %s!\n2,No B,Sorry %d!\n";
    let folder = Folder::new().file("a.csv", text);
    let arguments = [
        "table",
        "a.csv",
        "--code",
        "ref",
        "--title",
        "What",
        "--message",
        "Say",
    ];
    import(&folder, &arguments);
    let expected = json!([
        { "code": 1, "id": "NO_A", "title": "No A", "message": "Sorry {sorry}!" },
        {
            "code": 2, "id": "NO_B", "title": "No B", "message": "Sorry {sorry}!",
            "params": { "sorry": { "type": "integer" } }
        }
    ]);
    assert_eq!(catalog(&folder)["errors"], expected);
    let ran = folder.run(&["import", "table", "a.csv", "--code", "reff"]);
    assert!(
        ran.errors.contains("no entry has a member `reff`"),
        "{ran:?}"
    );
}

#[test]
fn a_file_without_a_table_of_errors_is_an_error() {
    for (name, text) in [
        ("a.md", "# No table"),
        ("a.html", "<table><tr><td>x</td></tr></table>"),
        ("a.csv", ""),
        ("a.csv", "code,message\n"),
        ("a.csv", "\"a\n\u{0}"),
    ] {
        let folder = Folder::new().file(name, text);
        let ran = folder.run(&["import", "table", name]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains("no table in"), "{ran:?}");
    }
}

#[test]
fn a_column_of_codes_that_are_statuses_has_the_statuses() {
    let table = "name,codes,description\nNO_FILE,404,It is gone.\nBUSY,409 423,Wait.\nLATE,-503,Too late.\n\
        OLD,410,Too old.\nNO_KEY,401,Log in.\n";
    let folder = Folder::new().file("errors.csv", table);
    let ran = import(&folder, &["table", "errors.csv"]);
    assert_eq!(
        each(&folder, "code"),
        ["NO_FILE", "BUSY", "LATE", "OLD", "NO_KEY"]
    );
    assert_eq!(each(&folder, "status")[1], json!([409, 423]));
    let line = "left out: the status `-503` of `LATE` (errors.csv:4)";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}

#[test]
fn quotes_around_most_messages_are_not_a_part_of_them() {
    let page = "| Error message | Meaning |\n| --- | --- |\n| \"No file.\" | Gone. |\n| \"Busy.\" | Wait. |\n\
        | \"Old.\" | x |\n| \"New.\" | x |\n| \"A.\" or \"B.\" | x |\n";
    let folder = Folder::new().file("errors.md", page);
    let ran = import(&folder, &["table", "errors.md"]);
    assert_eq!(
        each(&folder, "message"),
        ["No file.", "Busy.", "Old.", "New.", "\"A.\" or \"B.\""]
    );
    let line = "guessed: the quotes around 4 messages are not a part of them (errors.md:3)";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}

#[test]
fn a_table_whose_first_row_is_an_entry_has_no_headings() {
    let page = "<html><h2>Errors</h2><table><tr><td>NO_FILE</td><td>It is gone.</td></tr>\
        <tr><td>BUSY</td><td>Wait.</td></tr></table>\
        <table><tr><td>404</td><td>Not here</td></tr><tr><td>503</td><td>Not now</td></tr></table></html>";
    let folder = Folder::new().file("errors.html", page);
    let ran = import(&folder, &["table", "errors.html"]);
    let expected = json!([
        { "code": "NO_FILE", "description": "It is gone." },
        { "code": "BUSY", "description": "Wait." },
        { "code": null, "id": "NOT_HERE", "status": 404, "description": "Not here" },
        { "code": null, "id": "NOT_NOW", "status": 503, "description": "Not now" }
    ]);
    assert_eq!(catalog(&folder)["errors"], expected);
    let line = "guessed: the first row of the table is an entry, because it looks like the others";
    assert!(ran.errors.contains(line), "{}", ran.errors);
}

#[test]
fn of_tables_with_codes_those_in_sections_of_errors_are_taken() {
    let table = |code: &str| {
        format!("| Code | Meaning |\n| --- | --- |\n| {code} | One of {code}. |\n| {code}1 | More. |\n\n")
    };
    // In MDX, a heading can follow a tag directly.
    let page = format!(
        "# Codes\n\n## Opcodes\n\n{}## Answers\n\n<Anchor id=\"x\" />\n### Error codes\n\n{}### Closing\n\n{}\
         ## Response codes\n\n| Code | Meaning |\n| --- | --- |\n| 200 (OK) | Fine. |\n| 404 (Not Found) | Gone. |\n\
         | 429 (Too Many Requests) | Wait. |\n",
        table("7"),
        table("10"),
        table("20")
    );
    let folder = Folder::new().file("codes.mdx", &page);
    let ran = import(&folder, &["table", "codes.mdx"]);
    assert_eq!(
        each(&folder, "code"),
        [json!(10), json!(101), Value::Null, Value::Null]
    );
    assert_eq!(each(&folder, "id")[2..], ["NOT_FOUND", "TOO_MANY_REQUESTS"]);
    for line in [
        "left out: table 1, with Code, Meaning (`--table 1` takes it)",
        "left out: table 3, with Code, Meaning (`--table 3` takes it)",
        "left out: `200 (OK), Fine.`: its status is not one of an error",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}
