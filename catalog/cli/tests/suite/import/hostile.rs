//! Hostile sources give a clear error or a safe name.

use super::{each, import};
use crate::folder::Folder;
use std::fmt::Write as _;

#[test]
fn a_source_that_cannot_be_read_is_an_error_with_its_place() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{aliases}]").unwrap();
    }
    for (name, text, expected) in [
        ("a.json", "{ \"a\": ", "a.json:1 cannot be read as JSON"),
        ("a.json", "", "cannot be read as JSON"),
        ("a.json", "[1, 2]", "no object or array of entries"),
        ("a.json", &deep, "nested more than 128 levels deep"),
        ("a.yaml", &deep, "cannot be read as YAML"),
        ("a.yaml", &bomb, "its aliases expand to more than 32 MiB"),
        ("a.toml", "a = ", "a.toml:1 cannot be read as TOML"),
    ] {
        let folder = Folder::new().file(name, text);
        let ran = folder.run(&["import", "json", name, "--to", "errors/a.json"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains(expected), "{expected}: {}", ran.errors);
        assert_eq!(folder.names(), [name]);
    }
}

#[test]
fn text_that_is_not_utf8_is_an_error() {
    let folder = Folder::new();
    std::fs::write(folder.path("a.json"), b"{\n\"A\": \"\xff\"}").unwrap();
    let ran = folder.run(&["import", "json", "a.json"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.errors.contains("`a.json` is not UTF-8, in line 2"),
        "{ran:?}"
    );
}

#[test]
fn names_that_are_keywords_empty_or_the_same_become_ids() {
    let folder = Folder::new().file(
        "a.json",
        r#"{
            "self": { "message": "No self." }, "Self": { "message": "No Self." }, "type": { "message": "No type." },
            "404": { "message": "Not here." }, "ошибка": { "message": "Ой." }, "a b": { "message": "Two words." },
            "A_B": { "message": "Other words." }, "\u0007": { "message": "A bell." }, "": { "message": "Nothing." },
            "{x}": { "message": "Braces." }, "<!--": { "message": "*/ \" ` \\ \n\u0000\u202e" }
        }"#,
    );
    let ran = import(&folder, &["json", "a.json"]);
    assert_eq!(each(&folder, "code").len(), 8, "{}", ran.errors);
    for reason in [
        "it has no code",
        "control characters",
        "the code has braces",
    ] {
        assert!(ran.errors.contains(reason), "{reason}: {}", ran.errors);
    }
    assert!(!ran.errors.contains('\u{7}'), "{:?}", ran.errors);
}

#[test]
fn a_message_that_is_too_long_or_has_too_many_values_is_left_out() {
    let long = "x ".repeat(1 << 19);
    let many: Vec<_> = (0..40).map(|number| format!("{{p{number}}}")).collect();
    let many = many.join(" ");
    let text = format!(
        r#"{{ "A": {{ "message": "{long}" }}, "B": {{ "message": "{many}" }}, "C": {{ "message": "No." }} }}"#
    );
    let folder = Folder::new().file("a.json", &text);
    let ran = import(&folder, &["json", "a.json"]);
    assert_eq!(each(&folder, "code"), ["A", "B", "C"]);
    assert!(each(&folder, "message")[..2]
        .iter()
        .all(serde_json::Value::is_null));
    assert!(
        ran.errors
            .contains("left out: the message of `A`: it has 1048575 bytes"),
        "{}",
        ran.errors
    );
    assert!(
        ran.errors
            .contains("left out: the message of `B`: too many parameters"),
        "{}",
        ran.errors
    );
}

#[test]
fn a_file_that_is_not_from_an_import_is_an_error() {
    let folder = Folder::new()
        .file("a.json", r#"{ "A": { "message": "No." } }"#)
        .file("errors/a.json", r#"{ "name": "a", "errors": [] }"#)
        .file("errors/a.import.lock", "no");
    let ran = folder.run(&["import", "json", "a.json", "--to", "errors/a.json"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.errors.contains("a.import.lock` cannot be read"),
        "{ran:?}"
    );
    let folder = folder.file("errors/a.json", "{}");
    let ran = folder.run(&["import", "json", "a.json", "--to", "errors/a.json"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.errors.contains("is not a valid catalog"), "{ran:?}");
}
