//! Translations beside catalogs.

use crate::folder::Folder;

const CATALOG: &str = r#"{
  "name": "shop",
  "translations": ["ja"],
  "errors": [
    {
      "code": "SOLD_OUT",
      "message": "There is no {article}."
    }
  ]
}
"#;

const JAPANESE: &str = r#"{
  "language": "ja",
  "errors": {
    "SOLD_OUT": { "message": "{article}はありません。" }
  }
}
"#;

fn folder() -> Folder {
    Folder::new()
        .file("errors/shop.json", CATALOG)
        .file("errors/shop.ja.json", JAPANESE)
}

#[test]
fn a_translation_is_checked_with_its_catalog_however_it_is_selected() {
    let folder = folder();
    for files in [
        &[][..],
        &["errors"],
        &["errors/shop.ja.json"],
        &["errors/shop.json", "errors/shop.ja.json"],
    ] {
        let ran = folder.run(&[&["check"], files].concat());
        assert_eq!(ran.code, Some(0), "{files:?}: {}", ran.errors);
        assert!(
            ran.output.contains("in 1 catalog with 1 entry"),
            "{files:?}: {}",
            ran.output
        );
    }
    let folder = folder.file(
        "errors/shop.ja.json",
        &JAPANESE.replace("{article}", "{artikel}"),
    );
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.output.contains("--> errors/shop.ja.json:4:31"),
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("did you mean `article`?"),
        "{}",
        ran.output
    );
    let ran = folder.run(&["check", "--format", "github"]);
    assert!(
        ran.output.contains("file=errors/shop.ja.json,line=4"),
        "{}",
        ran.output
    );
    let ran = folder.pipe(
        &["check", "-", "--stdin-path", "errors/shop.ja.json"],
        JAPANESE,
    );
    assert_eq!(ran.code, Some(0), "{}", ran.output);
}

#[test]
fn missing_messages_and_unlisted_files_are_warnings() {
    let folder = folder()
        .file(
            "errors/shop.ja.json",
            r#"{ "language": "ja", "errors": {} }"#,
        )
        .file(
            "errors/shop.de.json",
            r#"{ "language": "de", "errors": {} }"#,
        )
        // A catalog of its own.
        .file(
            "errors/shop.old.json",
            r#"{ "name": "shop-old", "errors": [] }"#,
        );
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}", ran.output);
    assert!(
        ran.output.contains("`ja` lacks 1 of 1 message: `SOLD_OUT`"),
        "{}",
        ran.output
    );
    let unlisted = "`errors/shop.de.json` is beside the catalog, and not in `translations`";
    assert!(ran.output.contains(unlisted), "{}", ran.output);
    assert!(
        ran.output.contains("2 warnings in 2 catalogs"),
        "{}",
        ran.output
    );
    assert_eq!(folder.run(&["check", "--deny-warnings"]).code, Some(1));
}

#[test]
fn translations_are_formatted_with_their_catalog_or_alone() {
    let ugly = r#"{"errors":{"SOLD_OUT":{"title":"売り切れ","message":"{article}はありません。"}},"language":"ja"}"#;
    let pretty = "{\n  \"language\": \"ja\",\n  \"errors\": {\n    \"SOLD_OUT\": { \"message\": \"{article}はありません。\", \"title\": \"売り切れ\" }\n  }\n}\n";
    for files in [&[][..], &["errors/shop.json"], &["errors/shop.ja.json"]] {
        let folder = folder().file("errors/shop.ja.json", ugly);
        assert_eq!(
            folder.run(&[&["fmt", "--check"], files].concat()).code,
            Some(1)
        );
        let ran = folder.run(&[&["fmt"], files].concat());
        assert_eq!(ran.output, "formatted errors/shop.ja.json\n", "{files:?}");
        assert_eq!(folder.read("errors/shop.ja.json"), pretty);
    }
    assert_eq!(folder().run(&["fmt", "--check"]).code, Some(0));
}

#[test]
fn an_error_is_found_and_explained_in_each_language() {
    let ran = folder().run(&["explain", "靴はありません。"]);
    assert!(
        ran.output.contains("There is no {article}."),
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("ja: {article}はありません。"),
        "{}",
        ran.output
    );
    let ran = folder().run(&["explain", "SOLD_OUT", "--format", "json"]);
    assert!(ran.output.contains("\"ja\": {"), "{}", ran.output);
}

#[test]
fn a_response_in_another_language_is_decoded() {
    let envelope = r#""name": "shop", "envelopes": [{ "name": "e", "code": "/code", "message": "/message" }],"#;
    let catalog = CATALOG.replace(r#""name": "shop","#, envelope);
    let folder = folder().file("errors/shop.json", &catalog);
    let body = r#"{ "code": "SOLD_OUT", "message": "靴はありません。" }"#;
    let ran = folder.pipe(&["decode", "--status", "409"], body);
    assert_eq!(ran.code, Some(0), "{}", ran.errors);
    assert!(
        ran.output.contains("- article (string): \"靴\""),
        "{}",
        ran.output
    );
}

#[test]
fn docs_have_all_languages() {
    let folder = folder();
    assert_eq!(folder.run(&["docs", "--out", "site"]).code, Some(0));
    assert!(
        folder
            .read("site/index.html")
            .contains("<div lang=\"ja\" dir=\"auto\">")
            || folder
                .read("site/shop.html")
                .contains("<div lang=\"ja\" dir=\"auto\">")
    );
    assert_eq!(
        folder
            .run(&["docs", "--format", "markdown", "--out", "pages"])
            .code,
        Some(0)
    );
    assert!(folder
        .read("pages/shop.md")
        .contains("- `ja`: `{article}はありません。`"));
}
