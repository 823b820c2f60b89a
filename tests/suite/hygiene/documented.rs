//! The documentation of a user's crate.

use crate::package::{target, workspace, Package};
use std::fs;

const LIBRARY: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Payments;

pub mod hidden {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "errors.json", constructors = pub(crate))]
    pub struct Hidden;

    pub fn make() -> HiddenError {
        HiddenError::declined("expired", 1, true)
    }
}
"#;

const CATALOG: &str = r#"{ "name": "payments", "errors": [
    {
        "code": "DECLINED", "message": "Declined: {reason}, {count}, {last}.",
        "params": { "count": { "type": "integer" }, "last": { "type": "boolean" } }
    },
    { "code": "LISTED", "message": "{names}", "params": { "names": { "type": "list" } } }
] }"#;

/// Returns the page without tags, with spaces instead of line breaks.
fn text(page: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for character in page.chars() {
        match character {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(character),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn signatures_show_public_names() {
    let package = Package::new("documented")
        .file("errors.json", CATALOG)
        .file("src/lib.rs", LIBRARY);
    package.cargo(&["doc", "--no-deps", "--lib"]);
    let page = |path: &str| {
        let page = target().join("doc/documented").join(path);
        text(&fs::read_to_string(page).expect("the page is written"))
    };
    let shown = page("enum.PaymentsError.html");
    assert!(
        shown.contains(
            "reason: impl IntoField<Text>, count: impl IntoField<i64>, last: impl IntoField<bool>,"
        ),
        "{shown}"
    );
    assert!(
        shown.contains("names: impl IntoField<Vec<Text>>"),
        "{shown}"
    );
    for name in ["__IntoField", "__Text", "__Integer", "__List"] {
        assert!(!shown.contains(name), "{name}");
    }
    let hidden = page("hidden/enum.HiddenError.html");
    assert!(!hidden.contains("fn declined"), "{hidden}");
}

#[test]
fn examples_name_the_crate_that_users_depend_on() {
    // The scanner of JSON is not exported.
    let mut folders = vec![workspace().join("runtime/core/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("json") {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let examples = text.lines().map(str::trim_start);
                for line in examples.filter(|line| line.starts_with("///")) {
                    let is_hidden = line.contains("extern crate error_catalog_core as");
                    assert!(
                        is_hidden || !line.contains("error_catalog_core"),
                        "{}: {line}",
                        path.display()
                    );
                }
            }
        }
    }
}
