//! Generated files build without a macro, and equal the code of the derive.

use crate::folder::{workspace, Folder};
use std::fs;
use std::process::Command;

const CATALOG: &str = r#"{ "name": "payments", "errors": [
    { "code": "DECLINED", "status": 402, "message": "Declined: {reason}.", "category": "bank" },
    { "code": "{RESOURCE}_GONE", "id": "GONE", "status": 410 },
    { "code": "OLD", "status": 400, "params": { "type": { "type": "integer" } }, "message": "{type}", "deprecated": {} }
], "categories": { "bank": "Of the bank." } }"#;

const PROGRAM: &str = r#"
#![deny(warnings)]

mod payments;

mod derived {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "errors/payments.json")]
    pub struct Payments;
}

use error_catalog::Catalog;

fn main() {
    assert_eq!(
        format!("{:?}", payments::Payments::META),
        format!("{:?}", derived::Payments::META),
    );
    for (generated, derived) in payments::PaymentsErrorKind::ALL.iter().zip(derived::PaymentsErrorKind::ALL) {
        assert_eq!(generated.as_str(), derived.as_str());
        assert_eq!(generated.status(), derived.status());
        assert_eq!(
            format!("{:?}", generated.documentation()),
            format!("{:?}", derived.documentation()),
        );
    }
    let (generated, derived) = (payments::PaymentsError::declined("lost"), derived::PaymentsError::declined("lost"));
    assert_eq!(generated.to_string(), derived.to_string());
    assert_eq!(format!("{generated:?}"), format!("{derived:?}"));
    println!("{generated}");
}
"#;

/// Creates a package. Those that are built have names of their own, as their programs are in one folder.
fn package(name: &str) -> Folder {
    let runtime = workspace().join("runtime");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
         [dependencies]\nerror-catalog = {{ path = \"{}\" }}\n\n[workspace]\n",
        runtime.display()
    );
    let folder = Folder::new()
        .file("Cargo.toml", &manifest)
        .file("errors/payments.json", CATALOG)
        .file("src/main.rs", PROGRAM);
    // The versions of this workspace, so that the build needs no network.
    fs::copy(workspace().join("Cargo.lock"), folder.path("Cargo.lock")).unwrap();
    folder
}

fn generate(folder: &Folder) {
    let ran = folder.run(&[
        "generate",
        "errors/payments.json",
        "--to",
        "src/payments.rs",
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn a_generated_file_builds_and_equals_the_code_of_the_derive() {
    let folder = package("generated-and-derived");
    generate(&folder);
    let ran = folder.cargo(&["run"]);
    assert_eq!(
        (ran.code, ran.output.as_str()),
        (Some(0), "Declined: lost.\n"),
        "{}",
        ran.errors
    );
}

#[test]
fn a_catalog_outside_the_package_is_generated_from_and_found_again() {
    let member = |name: &str| {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n")
    };
    let folder = Folder::new()
        .file(
            "rust/Cargo.toml",
            "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"2\"\n",
        )
        .file("rust/a/Cargo.toml", &member("a"))
        .file("rust/a/src/lib.rs", "")
        .file("rust/a/errors/own.json", CATALOG)
        .file("rust/b/Cargo.toml", &member("b"))
        .file("rust/b/src/lib.rs", "")
        .file("rust/shared/payments.json", CATALOG)
        .file("api/payments.json", CATALOG);
    let manifest = ["--manifest-path", "rust/Cargo.toml"];
    for (catalog, to, path) in [
        // Of no package, in the workspace and beside it; of another package; of the same one.
        (
            "rust/shared/payments.json",
            "rust/b/src/shared.rs",
            "../shared/payments.json",
        ),
        (
            "api/payments.json",
            "rust/b/src/deep/api.rs",
            "../../api/payments.json",
        ),
        (
            "rust/a/errors/own.json",
            "rust/b/src/other.rs",
            "../a/errors/own.json",
        ),
        (
            "rust/a/errors/own.json",
            "rust/a/src/own.rs",
            "errors/own.json",
        ),
        // The file is of no package, the catalog is.
        (
            "rust/a/errors/own.json",
            "rust/shared/own.rs",
            "errors/own.json",
        ),
    ] {
        let ran = folder.run(&[&["generate", catalog, "--to", to][..], &manifest].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let line = format!("// #[catalog(path = \"{path}\")]\n");
        assert!(folder.read(to).contains(&line), "{to}");
    }
    let check = [&["generate", "--check"][..], &manifest].concat();
    assert_eq!(folder.run(&check).code, Some(0));
    let changed = CATALOG.replace("Declined:", "Refused:");
    let folder = folder.file("api/payments.json", &changed);
    let ran = folder.run(&check);
    assert_eq!(ran.code, Some(1));
    assert!(ran.output.contains("deep/api.rs"), "{ran:?}");

    let neither = ["generate", "api/payments.json", "--to", "api/payments.rs"];
    let ran = folder.run(&[&neither[..], &manifest].concat());
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors
            .starts_with("error: `api/payments.rs` is not in a package of the workspace\n"),
        "{ran:?}"
    );
    // A repository ends where git says.
    fs::create_dir(folder.path("rust/.git")).unwrap();
    let leaves = ["generate", "api/payments.json", "--to", "rust/b/src/new.rs"];
    let ran = folder.run(&[&leaves[..], &manifest].concat());
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors.contains("it leads out of the repository"),
        "{ran:?}"
    );
    assert!(!folder.path("rust/b/src/new.rs").exists());
}

#[test]
fn a_stale_file_is_shown_and_regenerated() {
    let folder = package("generated");
    generate(&folder);
    assert_eq!(folder.run(&["generate", "--check"]).code, Some(0));

    let folder = folder.file(
        "errors/payments.json",
        &CATALOG.replace("Declined:", "Refused:"),
    );
    let stale = folder.read("src/payments.rs");
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.output.contains("+Refused: {reason}."), "{ran:?}");
    assert_eq!(folder.read("src/payments.rs"), stale);

    assert_eq!(folder.run(&["generate"]).code, Some(0));
    assert_eq!(folder.run(&["generate", "--check"]).code, Some(0));
}

#[test]
fn the_item_in_the_header_sets_the_names() {
    let folder = package("generated");
    generate(&folder);
    let text = folder
        .read("src/payments.rs")
        .replace("// pub struct Payments;", "// pub(crate) struct Money;");
    let folder = folder.file("src/payments.rs", &text);
    assert_eq!(folder.run(&["generate"]).code, Some(0));
    assert!(folder
        .read("src/payments.rs")
        .contains("pub(crate) enum MoneyErrorKind {"));
}

#[test]
fn an_invalid_catalog_does_not_change_the_file() {
    let folder = package("generated");
    generate(&folder);
    let before = folder.read("src/payments.rs");
    let folder = folder.file(
        "errors/payments.json",
        &CATALOG.replace("\"status\": 402", "\"status\": 99"),
    );
    let ran = folder.run(&["generate"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("catalog[C013]"), "{ran:?}");
    assert_eq!(folder.read("src/payments.rs"), before);
}

#[test]
fn rustfmt_does_not_change_a_generated_file() {
    let folder = package("generated");
    generate(&folder);
    let before = folder.read("src/payments.rs");
    let formatted = Command::new("rustfmt")
        .args(["--edition", "2021", "src/payments.rs"])
        .current_dir(folder.path(""))
        .status();
    // rustfmt may not be installed.
    if formatted.is_ok_and(|status| status.success()) {
        assert_eq!(folder.read("src/payments.rs"), before);
    }
}

/// Strings with a meaning for the compiler or an editor.
fn hostile() -> String {
    let texts = [
        "\u{202e}abc\u{2066}d\u{2069}",
        "\r",
        "a\rb\r\nc\n",
        "\0",
        "\u{1b}[31m",
        "\u{2028}\u{85}\u{b}",
        "*/ /** /*!",
        "\"\"\" \"# r#\"",
        "end \\",
        "} { \\u{41} \\n",
        "\u{feff}\u{200b}",
        "'a' // #![a]",
        "```rust\npanic!()\n```",
        "<b> [A]",
    ];
    let errors = texts.iter().enumerate().map(|(number, text)| {
        let message = text.replace(['{', '}'], "");
        let code = message.replace(char::is_control, "");
        serde_json::json!({
            "code": format!("{number} {code}"), "id": format!("A_{number}"), "status": 400, "category": text,
            "title": text, "description": text, "causes": [text], "resolution": text,
            "message": format!("{number} {message} {{a}}"), "examples": [format!("{number} {message} {text}")],
            "params": { "a": { "description": text, "values": { *text: text } } },
        })
    });
    let categories: serde_json::Map<_, _> = texts
        .iter()
        .map(|text| ((*text).to_owned(), (*text).into()))
        .collect();
    serde_json::json!({
        "name": "payments", "title": texts.concat(), "description": texts.concat(), "categories": categories,
        "errors": errors.collect::<Vec<_>>(),
    })
    .to_string()
}

#[test]
fn a_generated_file_builds_whatever_strings_the_catalog_has() {
    let program = r#"
        #![deny(warnings, rustdoc::all)]
        //! Errors.
        pub mod payments;
        mod derived {
            #[derive(error_catalog::ErrorCatalog)]
            #[catalog(path = "errors/payments.json")]
            pub struct Payments;
        }
        fn main() {
            for (generated, derived) in payments::PaymentsErrorKind::ALL.iter().zip(derived::PaymentsErrorKind::ALL) {
                assert_eq!(format!("{:?}", generated.entry()), format!("{:?}", derived.entry()));
                assert_eq!(format!("{:?}", generated.documentation()), format!("{:?}", derived.documentation()));
            }
            println!("{}", payments::PaymentsErrorKind::ALL.len());
        }
    "#;
    let folder = package("generated-of-hostile")
        .file("errors/payments.json", &hostile())
        .file("src/main.rs", program);
    generate(&folder);
    let text = folder.read("src/payments.rs");
    assert!(!text.contains(['\r', '\0', '\u{202e}', '\u{2066}', '\u{1b}']));
    for subcommand in ["run", "doc"] {
        let ran = folder.cargo(&[subcommand]);
        assert_eq!(ran.code, Some(0), "{}", ran.errors);
    }
}

#[test]
fn line_endings_and_a_byte_order_mark_make_no_file_stale() {
    let folder = package("generated");
    generate(&folder);
    let plain = folder.read("src/payments.rs");
    for text in [
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        plain.replacen('\n', "\r\n", 5),
    ] {
        fs::write(folder.path("src/payments.rs"), &text).unwrap();
        let ran = folder.run(&["generate", "--check"]);
        assert_eq!((ran.code, ran.output.as_str()), (Some(0), ""));
        assert_eq!(folder.run(&["generate"]).code, Some(0));
        assert_eq!(folder.read("src/payments.rs"), text);
    }
    // Only stale lines are shown, and the file keeps its line endings.
    fs::write(folder.path("src/payments.rs"), plain.replace('\n', "\r\n")).unwrap();
    let folder = folder.file(
        "errors/payments.json",
        &CATALOG
            .replace("Declined:", "Refused:")
            .replace('\n', "\r\n"),
    );
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!(ran.code, Some(1));
    let removed = ran.output.lines().filter(|line| line.starts_with('-'));
    assert!(removed.count() < 20, "{ran:?}");
    assert_eq!(folder.run(&["generate"]).code, Some(0));
    let text = folder.read("src/payments.rs");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(folder.run(&["generate", "--check"]).code, Some(0));
}

#[test]
fn a_file_of_any_target_is_found_again() {
    let folder = Folder::new()
        .file(
            "Cargo.toml",
            "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[workspace]\n[lib]\npath = \"code/lib.rs\"\n",
        )
        .file("errors/payments.json", CATALOG)
        .file("code/lib.rs", "mod payments;")
        .file("tests/api.rs", "mod inner { mod payments; }");
    for to in ["code/payments.rs", "tests/inner/payments/mod.rs"] {
        let ran = folder.run(&["generate", "errors/payments.json", "--to", to]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.output.contains("\n    mod payments;\n"), "{ran:?}");
    }
    assert_eq!(folder.run(&["generate", "--check"]).code, Some(0));
    let folder = folder.file("errors/payments.json", &CATALOG.replace("402", "403"));
    let ran = folder.run(&["generate"]);
    assert_eq!(ran.output.matches("generated ").count(), 2, "{ran:?}");
}
