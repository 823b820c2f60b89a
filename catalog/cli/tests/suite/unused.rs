//! `unused` reports the entries that no source names, and the codes that sources write as strings.

use crate::folder::{Folder, Ran};

const MANIFEST: &str =
    "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[workspace]\n";
const CATALOG: &str = r#"{
  "name": "payments",
  "errors": [
    { "code": "CARD_DECLINED", "message": "Declined." },
    { "code": "LOCKED", "message": "Locked." },
    { "code": "{RESOURCE}_GONE", "id": "GONE", "message": "Gone." },
    { "code": "busy", "id": "BUSY", "message": "Busy." }
  ]
}
"#;
const DERIVE: &str = "#[derive(error_catalog::ErrorCatalog)]\n#[catalog(path = \"errors/payments.json\")]\npub struct Payments;\n";

fn folder(rest: &str) -> Folder {
    Folder::new()
        .file("Cargo.toml", MANIFEST)
        .file("errors/payments.json", CATALOG)
        .file("src/lib.rs", &format!("{DERIVE}{rest}"))
}

/// The rule, file, line, and message of each finding.
fn findings(ran: &Ran) -> Vec<String> {
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let report: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let text = |it: &serde_json::Value| {
        let field = |name: &str| it[name].as_str().unwrap().to_owned();
        let (rule, file, message) = (field("rule"), field("file"), field("message"));
        format!("{rule} {file}:{} {message}", it["line"])
    };
    findings.map(text).collect()
}

/// The ids of the entries that are not used.
fn unused(rest: &str) -> Vec<String> {
    let ran = folder(rest).run(&["unused", "--format", "json"]);
    let findings = findings(&ran);
    let ids = findings.iter().filter_map(|it| {
        let (_, message) = it.split_once("no Rust source names `")?;
        Some(message.trim_end_matches('`').to_owned())
    });
    ids.collect()
}

#[test]
fn an_entry_is_named_by_its_variant_its_constructor_or_its_kind() {
    let all = ["CARD_DECLINED", "LOCKED", "GONE", "BUSY"];
    assert_eq!(unused(""), all);
    for (source, used) in [
        ("fn a() { let _ = PaymentsError::CardDeclined {}; }", 0),
        ("fn a() { let _ = crate::PaymentsError::locked(); }", 1),
        (
            "fn a() { let _ = matches!(x, PaymentsErrorKind::Gone); }",
            2,
        ),
        ("use PaymentsError::{Busy, self};", 3),
        ("use PaymentsErrorKind::*; fn a() { m!(Busy) }", 3),
        (
            "use crate::PaymentsErrorKind as Kind; const A: Kind = Kind::Gone;",
            2,
        ),
        (
            "type A = self::PaymentsError; type B = A; fn b() { B::locked(); }",
            1,
        ),
        ("impl PaymentsError { const A: Self = Self::Locked; }", 1),
        ("fn a() { PaymentsErrorKind::from_id(\"BUSY\"); }", 3),
        (
            "#[cfg(test)] mod tests { fn a() { PaymentsError::busy(); } }",
            3,
        ),
    ] {
        let mut expected = all.to_vec();
        expected.remove(used);
        assert_eq!(unused(source), expected, "{source}");
    }
}

#[test]
fn the_same_name_of_another_type_is_not_a_use() {
    for source in [
        "enum Other { Locked } fn a() { Other::Locked; locked(); }",
        "// PaymentsError::Locked\n/// `PaymentsError::Locked`\nfn a() {}",
        "struct Locked; impl Other { fn locked() {} }",
    ] {
        assert_eq!(unused(source).len(), 4, "{source}");
    }
}

#[test]
fn a_variant_of_your_own_enum_can_have_another_name() {
    let own = "#[derive(error_catalog::ErrorCatalog)]\n#[catalog(of = Payments, error = X)]\npub enum Pay {\n\
        #[catalog(id = \"CARD_DECLINED\")] Refused, Locked }\n";
    assert_eq!(unused(own).len(), 4);
    let used = format!("{own}fn a() {{ Pay::Refused; PayKind::Locked; }}");
    assert_eq!(unused(&used), ["GONE", "BUSY"]);
}

#[test]
fn what_conversions_and_validators_construct_is_used() {
    let own = "#[derive(error_catalog::ErrorCatalog)]\n#[catalog(of = Payments)]\npub enum Pay {\n\
        Locked(#[from] std::io::Error), Busy }\n";
    assert_eq!(unused(own), ["CARD_DECLINED", "GONE", "BUSY"]);
    let rules =
        "struct A { #[garde(busy(max = 1))] a: u8 }\nfn a() { Violation::new(\"locked\"); }";
    assert_eq!(unused(rules), ["CARD_DECLINED", "GONE"]);
    assert_eq!(unused("fn a(busy: u8) { new(\"locked\"); }").len(), 4);
}

#[test]
fn a_code_as_a_string_is_reported_in_its_place_but_not_in_tests() {
    let source = "fn a(code: &str) -> bool {\n    code == \"CARD_DECLINED\" || code == \"busy\"\n}\n\
        #[cfg(test)]\nmod tests { const A: &str = \"LOCKED\"; }\nconst B: &[&str] = &[\"LOCKED\"];\n";
    let folder = folder(source).file("tests/a.rs", "const A: &str = \"LOCKED\";");
    let ran = folder.run(&["unused", "--format", "json"]);
    assert_eq!(
        findings(&ran),
        [
            "U001 errors/payments.json:6 no Rust source names `GONE`",
            "U002 src/lib.rs:5 the code `CARD_DECLINED` of `payments` is a string",
            "U002 src/lib.rs:9 the code `LOCKED` of `payments` is a string",
        ]
    );
    let shown = folder.run(&["unused"]).output;
    let expected = "\
warning[U002]: the code `CARD_DECLINED` of `payments` is a string
 --> src/lib.rs:5:13
  |
5 |     code == \"CARD_DECLINED\" || code == \"busy\"
  |             ^^^^^^^^^^^^^^^
  = help: match on `PaymentsErrorKind::CardDeclined`, or call its `code()`; the entry is at errors/payments.json:4
";
    assert!(shown.contains(expected), "{shown}");
    assert!(
        shown.ends_with("0 errors and 3 warnings in 1 catalog\n"),
        "{shown}"
    );
    assert_eq!(folder.run(&["unused", "--deny-warnings"]).code, Some(1));
}

#[test]
fn other_packages_generated_files_and_fallbacks_count() {
    let catalog = CATALOG.replacen(
        "{\n",
        "{\n  \"defaults\": { \"status\": 503 },\n  \"fallbacks\": { \"503\": \"BUSY\" },\n",
        1,
    );
    let folder = Folder::new()
        .file(
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"2\"\n",
        )
        .file(
            "a/Cargo.toml",
            "[package]\nname = \"a\"\nedition = \"2021\"\n",
        )
        .file("a/src/lib.rs", "pub mod payments;")
        .file("a/errors/payments.json", &catalog)
        .file("a/errors/alone.json", &CATALOG.replace("payments", "alone"))
        .file(
            "b/Cargo.toml",
            "[package]\nname = \"b\"\nedition = \"2021\"\n",
        )
        .file(
            "b/src/main.rs",
            "fn main() { a::payments::PaymentsError::locked(); }",
        )
        .file("b/src/broken.rs", "fn main() {")
        .file("b/target/CACHEDIR.TAG", "")
        .file("b/target/a.rs", "fn main() { PaymentsError::busy(); }");
    let made = folder.run(&[
        "generate",
        "a/errors/payments.json",
        "--to",
        "a/src/payments.rs",
    ]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let ran = folder.run(&["unused", "--format", "json"]);
    assert_eq!(
        findings(&ran),
        [
            "U001 a/errors/payments.json:6 no Rust source names `CARD_DECLINED`",
            "U001 a/errors/payments.json:8 no Rust source names `GONE`",
        ]
    );
    assert!(
        ran.errors.contains("skipped `b/src/broken.rs`: line "),
        "{ran:?}"
    );
    let expected = "skipped `a/errors/alone.json`, which no derive of the workspace uses\n";
    assert!(ran.errors.contains(expected), "{ran:?}");
}

#[test]
fn an_entry_of_a_shared_file_is_used_by_any_catalog_that_extends_it() {
    let common = CATALOG.replace("payments", "common");
    let extending = |name: &str| {
        format!("{{ \"name\": \"{name}\", \"extends\": [\"common.json\"], \"errors\": [] }}\n")
    };
    let derive = |name: &str, file: &str| {
        format!("#[derive(error_catalog::ErrorCatalog)]\n#[catalog(path = \"{file}\")]\npub struct {name};\n")
    };
    let source = derive("One", "errors/one.json")
        + &derive("Two", "errors/two.json")
        + "fn a() { OneError::locked(); TwoError::gone(); }";
    let folder = Folder::new()
        .file("Cargo.toml", MANIFEST)
        .file("src/lib.rs", &source)
        .file("errors/common.json", &common)
        .file("errors/one.json", &extending("one"))
        .file("errors/two.json", &extending("two"));
    let ran = folder.run(&["unused", "--format", "json"]);
    assert_eq!(
        findings(&ran),
        [
            "U001 errors/common.json:4 no Rust source names `CARD_DECLINED`",
            "U001 errors/common.json:7 no Rust source names `BUSY`",
        ]
    );
}

#[test]
fn without_a_workspace_or_a_valid_catalog_it_fails() {
    let ran = Folder::new().run(&["unused"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors
            .starts_with("error: no Cargo.toml in this folder or its parents\n"),
        "{ran:?}"
    );
    let ran = folder("")
        .file("errors/payments.json", "{}")
        .run(&["unused"]);
    assert_eq!(ran.code, Some(2));
    let expected = "error: `errors/payments.json` is not a valid catalog\n";
    assert!(ran.errors.starts_with(expected), "{ran:?}");
}
