//! Messages with plural forms.

use crate::folder::Folder;

const CATALOG: &str = r#"{
  "name": "shop",
  "translations": ["ru"],
  "envelopes": [{ "name": "standard", "code": "/code", "message": "/message" }],
  "errors": [
    {
      "code": "SOLD_OUT",
      "status": 409,
      "message": {
        "plural": "count",
        "=0": "There is no {article}.",
        "one": "There is only {count} {article}.",
        "other": "There are only {count} of {article}."
      },
      "params": { "count": { "type": "integer" } }
    }
  ]
}
"#;

const RUSSIAN: &str = r#"{
  "language": "ru",
  "errors": {
    "SOLD_OUT": {
      "message": {
        "plural": "count",
        "one": "{article}: осталась {count} штука.",
        "few": "{article}: осталось {count} штуки.",
        "many": "{article}: осталось {count} штук.",
        "other": "{article}: осталось {count} штуки."
      }
    }
  }
}
"#;

fn folder() -> Folder {
    Folder::new()
        .file("errors/shop.json", CATALOG)
        .file("errors/shop.ru.json", RUSSIAN)
}

#[test]
fn forms_that_a_language_lacks_or_does_not_have_are_warnings() {
    let ran = folder().run(&["check", "--deny-warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.output);
    let folder = folder().file(
        "errors/shop.ru.json",
        &RUSSIAN.replace("\"many\"", "\"two\""),
    );
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}", ran.output);
    for expected in [
        "warning[C061]: `ru` has no plural form `two`",
        "--> errors/shop.ru.json:9:16",
        "warning[C061]: `ru` lacks the plural form `many`",
        "add it: numbers such as 0 have the form `other`",
    ] {
        assert!(ran.output.contains(expected), "{expected}: {}", ran.output);
    }
}

#[test]
fn forms_are_formatted_in_the_order_of_their_numbers() {
    let folder = folder().file(
        "errors/shop.json",
        &CATALOG
            .replace("\"one\"", "\"x\"")
            .replace("\"=0\"", "\"one\"")
            .replace("\"x\"", "\"=0\""),
    );
    let ran = folder.run(&["fmt"]);
    assert_eq!(ran.output, "formatted errors/shop.json\n");
    let lines = folder.read("errors/shop.json");
    let at = |key: &str| lines.find(key).unwrap();
    assert!(at("\"plural\"") < at("\"=0\"") && at("\"=0\"") < at("\"one\""));
}

#[test]
fn an_error_is_found_and_explained_by_each_form() {
    for text in ["There is no bread.", "хлеб: осталось 5 штук."] {
        let ran = folder().run(&["explain", text]);
        for expected in [
            "    =0: There is no {article}.\n    one: There is only {count} {article}.\n    other: There are",
            "ru: one: {article}: осталась {count} штука. / few: ",
        ] {
            assert!(ran.output.contains(expected), "{text}: {}", ran.output);
        }
    }
    let ran = folder().run(&["explain", "SOLD_OUT", "--format", "json"]);
    for expected in [
        "\"plural\": \"count\"",
        "\"=0\": \"There is no {article}.\"",
        "\"many\": ",
    ] {
        assert!(ran.output.contains(expected), "{expected}: {}", ran.output);
    }
    let ran = folder().run(&["list", "there is no"]);
    assert!(
        ran.output.contains("SOLD_OUT"),
        "{}{}",
        ran.output,
        ran.errors
    );
}

#[test]
fn a_response_is_decoded_with_the_form_of_its_number() {
    for (message, count) in [
        ("There is no bread.", "0"),
        ("There is only 1 bread.", "1"),
        ("хлеб: осталось 22 штуки.", "22"),
    ] {
        let body = format!(r#"{{ "code": "SOLD_OUT", "message": "{message}" }}"#);
        let ran = folder().pipe(&["decode", "--status", "409"], &body);
        assert_eq!(ran.code, Some(0), "{}", ran.errors);
        let expected = format!("- count (integer): {count}");
        assert!(ran.output.contains(&expected), "{}", ran.output);
    }
}

#[test]
fn docs_have_all_forms() {
    let folder = folder();
    assert_eq!(folder.run(&["docs", "--out", "site"]).code, Some(0));
    let page = folder.read("site/shop.html");
    for expected in [
        "<dt><code>=0</code></dt>",
        "<dd class=\"message\"><code>many</code>",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let arguments = ["docs", "--format", "markdown", "--out", "pages"];
    assert_eq!(folder.run(&arguments).code, Some(0));
    let page = folder.read("pages/shop.md");
    for expected in [
        "- Message: `There are only {count} of {article}.`\n  - `=0`: `There is no {article}.`\n  - `one`: ",
        "  - `many`: `{article}: осталось {count} штук.`\n",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
}

#[test]
fn a_number_of_a_language_is_decoded_and_documented() {
    let catalog = CATALOG.replace("{count} of", "{count:number} of");
    let russian = RUSSIAN.replace("{count} штук.", "{count:number} штук.");
    let folder = Folder::new()
        .file("errors/shop.json", &catalog)
        .file("errors/shop.ru.json", &russian);
    let ran = folder.run(&["check", "--deny-warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.output);
    for message in [
        "There are only 12,345 of bread.",
        "хлеб: осталось 12\u{a0}345 штук.",
    ] {
        let body = format!(r#"{{ "code": "SOLD_OUT", "message": "{message}" }}"#);
        let ran = folder.pipe(&["decode", "--status", "409"], &body);
        assert_eq!(ran.code, Some(0), "{}", ran.errors);
        let expected = "- count (integer): 12345";
        assert!(ran.output.contains(expected), "{}", ran.output);
    }
    let ran = folder.run(&["explain", "There are only 12,345 of bread."]);
    assert!(ran.output.contains("SOLD_OUT"), "{}", ran.output);
}
