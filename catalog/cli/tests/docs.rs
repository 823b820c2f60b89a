//! The output of `cargo error-catalog docs`.

#![allow(clippy::unwrap_used)] // Helpers of tests, too.

use pulldown_cmark::Event;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const CATALOGS: [&str; 5] = [
    "edges",
    "http-api",
    "linkedin",
    "linkedin-marketing",
    "works",
];

fn catalog(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/catalogs")
        .join(name)
}

fn docs(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-error-catalog"))
        .args(["error-catalog", "docs", "--out", "reference"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// Returns the file that the arguments write.
fn written(arguments: &[&str], file: &str) -> String {
    let folder = TempDir::new().unwrap();
    let output = docs(&folder, arguments);
    assert!(output.status.success(), "{output:?}");
    std::fs::read_to_string(folder.path().join("reference").join(file)).unwrap()
}

fn path(name: &str) -> String {
    catalog(name).display().to_string()
}

/// Checks that a file is what is written; the variable `UPDATE_SNAPSHOTS` writes it.
fn assert_snapshot(markdown: &str, file: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&file, markdown).unwrap();
    }
    let reviewed = std::fs::read_to_string(&file).unwrap();
    let mut lines = markdown.lines().zip(reviewed.lines()).zip(1..);
    let different = lines.find(|((written, reviewed), _)| written != reviewed);
    assert!(
        markdown == reviewed,
        "{} differs, first at {different:?}: run the tests with UPDATE_SNAPSHOTS=1 and review it",
        file.display()
    );
}

#[test]
fn markdown_is_the_reviewed_snapshot() {
    let markdown = written(&[&path("shop.json"), "--format", "markdown"], "shop.md");
    assert_snapshot(&markdown, "tests/snapshots/shop.md");
}

#[test]
fn the_reference_of_the_example_service_is_up_to_date() {
    let example = "../../tests/services/examples/service";
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(example)
        .join("payments.json");
    let catalog = catalog.display().to_string();
    let markdown = written(&[&catalog, "--format", "markdown"], "payments.md");
    assert_snapshot(&markdown, &format!("{example}/reference/payments.md"));
}

#[test]
fn the_bundled_catalogs_are_documented() {
    let folder = TempDir::new().unwrap();
    let output = docs(&folder, &["--bundled"]);
    assert!(output.status.success(), "{output:?}");
    let index = std::fs::read_to_string(folder.path().join("reference/index.html")).unwrap();
    for name in CATALOGS {
        assert!(folder
            .path()
            .join(format!("reference/{name}.html"))
            .is_file());
        assert!(
            index.contains(&format!("<a href=\"{name}.html\">")),
            "{name}"
        );
    }
}

#[test]
fn every_error_of_every_bundled_catalog_has_its_anchor() {
    for name in CATALOGS {
        let page = written(&[name], &format!("{name}.html"));
        let markdown = written(&[name, "--format", "markdown"], &format!("{name}.md"));
        let text = error_catalog_model::builtin(name).unwrap();
        let source = error_catalog_model::Source::new(name, text);
        let catalog = error_catalog_model::compile(&source).unwrap().catalog;
        for entry in catalog.entries {
            let id = entry.id;
            assert_eq!(
                page.matches(&format!("<article id=\"{id}\"")).count(),
                1,
                "{id}"
            );
            assert_eq!(
                markdown.matches(&format!("<a id=\"{id}\"></a>")).count(),
                1,
                "{id}"
            );
        }
    }
}

#[test]
fn the_same_catalogs_give_the_same_bytes() {
    assert_eq!(
        written(&["edges"], "edges.html"),
        written(&["edges"], "edges.html")
    );
}

#[test]
fn text_of_a_catalog_is_never_markup() {
    let arguments = [&*path("hostile.json")];
    for file in ["hostile.html", "index.html"] {
        let page = written(&arguments, file);
        // The theme, the rows, and the two scripts of the search.
        assert_eq!(page.matches("<script").count(), 4, "{file}");
        assert_eq!(page.matches("</script>").count(), 4, "{file}");
        assert_eq!(page.matches("<!--").count(), 1, "{file}");
        for element in ["<img", "<iframe", "href=\"javascript:"] {
            assert!(!page.contains(element), "{file} has {element}");
        }
        assert!(page.contains("&lt;script&gt;run("), "{file}");
    }
    let markdown = written(
        &[&path("hostile.json"), "--format", "markdown"],
        "hostile.md",
    );
    assert!(markdown.contains("\n## How errors are sent\n"));
    for event in pulldown_cmark::Parser::new(&markdown) {
        if let Event::Html(html) | Event::InlineHtml(html) = event {
            assert!(
                ["<a id=\"", "</a>", "<!-- written by"]
                    .iter()
                    .any(|own| html.starts_with(own)),
                "{html}"
            );
        }
    }
}

#[test]
fn nothing_is_loaded_from_other_sites() {
    for file in ["index.html", "edges.html"] {
        let page = written(&["edges"], file);
        assert!(page.contains("default-src 'none'"), "{file}");
        for loading in [
            " src=",
            "@import",
            "url(",
            "<link rel=\"stylesheet\"",
            "fetch(",
            "XMLHttpRequest",
        ] {
            assert!(!page.contains(loading), "{file} has {loading}");
        }
    }
}

#[test]
fn an_invalid_catalog_is_reported_and_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("wrong.json"), "{ \"name\": \"wrong\" }").unwrap();
    let output = docs(&folder, &["wrong.json"]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("`wrong.json` is not a valid catalog"),
        "{stderr}"
    );
    assert!(!folder.path().join("reference").exists());
}

#[test]
fn catalogs_with_the_same_name_cannot_share_a_folder() {
    let folder = TempDir::new().unwrap();
    let output = docs(&folder, &["edges", "edges"]);
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("duplicate catalog name `edges`"),
        "{stderr}"
    );
}

#[test]
fn a_catalog_can_be_named_index() {
    let folder = TempDir::new().unwrap();
    let text = "{ \"name\": \"index\", \"errors\": [{ \"code\": \"A\" }] }";
    std::fs::write(folder.path().join("any.json"), text).unwrap();
    for (format, file) in [("html", "index_.html"), ("markdown", "index_.md")] {
        let output = docs(&folder, &["any.json", "--format", format]);
        assert!(output.status.success(), "{output:?}");
        assert!(folder.path().join("reference").join(file).is_file());
    }
}

#[test]
fn files_of_others_are_not_overwritten() {
    let folder = TempDir::new().unwrap();
    for (format, file) in [("html", "index.html"), ("markdown", "edges.md")] {
        let path = folder.path().join("reference").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let theirs = "<!doctype html>\n<title>My page, not written by `cargo`</title>\n";
        std::fs::write(&path, theirs).unwrap();
        let output = docs(&folder, &["edges", "--format", format]);
        assert_eq!(output.status.code(), Some(2));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(
            stderr.contains("was not written by `cargo error-catalog docs`"),
            "{stderr}"
        );
        assert!(stderr.contains("--force"), "{stderr}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
        let files = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(files, 1, "nothing is written");

        let output = docs(&folder, &["edges", "--format", format, "--force"]);
        assert!(output.status.success(), "{output:?}");
        assert_ne!(std::fs::read_to_string(&path).unwrap(), theirs);
        // Files of the command are overwritten without `--force`.
        let output = docs(&folder, &["edges", "--format", format]);
        assert!(output.status.success(), "{output:?}");
        std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_never_followed() {
    use std::os::unix::fs::symlink;
    let folder = TempDir::new().unwrap();
    let reference = folder.path().join("reference");
    std::fs::create_dir_all(&reference).unwrap();
    let outside = folder.path().join("outside.html");
    // Whether the target is a page of the command or missing.
    for content in [
        Some("mine"),
        Some("<!doctype html>\n<!-- written by `cargo error-catalog docs` -->\n"),
        None,
    ] {
        let link = reference.join("index.html");
        let _ = std::fs::remove_file(&link);
        let _ = std::fs::remove_file(&outside);
        if let Some(content) = content {
            std::fs::write(&outside, content).unwrap();
        }
        symlink(&outside, &link).unwrap();
        let output = docs(&folder, &["edges"]);
        assert_eq!(output.status.code(), Some(2), "{content:?}");
        let output = docs(&folder, &["edges", "--force"]);
        assert!(output.status.success(), "{output:?}");
        assert!(link.symlink_metadata().unwrap().is_file());
        assert_eq!(std::fs::read_to_string(&outside).ok().as_deref(), content);
    }
}

/// Returns a catalog with this many errors.
fn large(count: usize) -> String {
    let error = |number| {
        serde_json::json!({
            "code": format!("CODE_{number}_FAILED"),
            "status": 400 + number % 30,
            "message": format!("{{field}} {number} is not {{value}}"),
            "description": "It was not what it should have been, as [the first](#CODE_0_FAILED) says.",
            "resolution": "Send something else.",
        })
    };
    let errors: Vec<_> = (0..count).map(error).collect();
    serde_json::json!({ "name": "large", "errors": errors }).to_string()
}

/// Returns the files of a reference with their contents.
fn files(folder: &TempDir) -> Vec<(String, String)> {
    let files = std::fs::read_dir(folder.path().join("reference")).unwrap();
    let file = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    files.map(|entry| file(entry.unwrap().path())).collect()
}

#[test]
fn a_large_catalog_has_small_pages() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("any.json"), large(2_000)).unwrap();
    let output = docs(&folder, &["any.json"]);
    assert!(output.status.success(), "{output:?}");
    let files = files(&folder);
    let mut shown = Vec::new();
    for (name, text) in &files {
        let most = match name.as_str() {
            "large_search.js" => 2_000 * 600,
            "index.html" | "large.html" => 50_000,
            _ => 250_000,
        };
        assert!(text.len() < most, "{name} has {} bytes", text.len());
        let articles = text.split("<article id=\"").skip(1);
        shown.extend(articles.filter_map(|article| article.split('"').next()));
    }
    shown.sort_unstable();
    let mut all: Vec<String> = (0..2_000)
        .map(|number| format!("CODE_{number}_FAILED"))
        .collect();
    all.sort_unstable();
    assert_eq!(shown, all);
    let (_, search) = files
        .iter()
        .find(|(name, _)| name == "large_search.js")
        .unwrap();
    for id in all {
        assert_eq!(
            search.matches(&format!("\"id\":\"{id}\"")).count(),
            1,
            "{id}"
        );
    }
}

#[test]
fn a_catalog_of_up_to_300_errors_has_one_page() {
    for (count, pages) in [(300, 2), (301, 7)] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("any.json"), large(count)).unwrap();
        assert!(docs(&folder, &["any.json"]).status.success());
        assert_eq!(files(&folder).len(), pages, "{count}");
    }
}

/// Returns the names of the files of a reference.
fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<_> = files(folder).into_iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

#[test]
fn pages_of_an_earlier_run_are_removed() {
    let folder = TempDir::new().unwrap();
    let write = |count| std::fs::write(folder.path().join("any.json"), large(count)).unwrap();
    write(500);
    assert!(docs(&folder, &["any.json", "edges"]).status.success());
    assert_eq!(names(&folder).len(), 9);
    write(310);
    let output = docs(&folder, &["any.json"]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(
        printed.ends_with("removed 2 files of an earlier run\n"),
        "{printed}"
    );
    let large = [
        "index.html",
        "large.html",
        "large_1.html",
        "large_2.html",
        "large_3.html",
    ];
    let mut expected: Vec<_> = large
        .into_iter()
        .chain(["large_4.html", "large_search.js"])
        .collect();
    assert_eq!(names(&folder), expected);
    write(3);
    assert!(docs(&folder, &["any.json"]).status.success());
    expected.truncate(2);
    assert_eq!(names(&folder), expected);
    // The same run again removes nothing.
    let output = docs(&folder, &["any.json"]);
    assert!(!String::from_utf8(output.stdout)
        .unwrap()
        .contains("removed"));
}

#[test]
fn a_catalog_named_index_leaves_no_pages() {
    let folder = TempDir::new().unwrap();
    for count in [301, 3] {
        let text = large(count).replace("\"large\"", "\"index\"");
        std::fs::write(folder.path().join("any.json"), text).unwrap();
        assert!(docs(&folder, &["any.json"]).status.success());
    }
    assert_eq!(names(&folder), ["index.html", "index_.html"]);
}

#[test]
fn files_of_others_are_not_removed() {
    let folder = TempDir::new().unwrap();
    let reference = folder.path().join("reference");
    assert!(docs(&folder, &["works", "--format", "markdown"])
        .status
        .success());
    assert!(docs(&folder, &["works"]).status.success());
    let page = std::fs::read_to_string(reference.join("works.html")).unwrap();
    let kept = [
        ("theirs.html", "<!doctype html>\n<title>Theirs</title>\n"),
        ("theirs.js", "let x = 1;\n"),
        ("Copy.html", &*page),
        ("works.old.html", &*page),
        ("works_old.html", &*page),
        ("works.html.orig", &*page),
        (".works.html", &*page),
    ];
    for (name, text) in kept {
        std::fs::write(reference.join(name), text).unwrap();
    }
    std::fs::create_dir(reference.join("folder.html")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("works.html", reference.join("link.html")).unwrap();
    assert!(docs(&folder, &["edges"]).status.success());
    for (name, text) in kept {
        assert_eq!(std::fs::read_to_string(reference.join(name)).unwrap(), text);
    }
    assert!(reference.join("folder.html").is_dir());
    #[cfg(unix)]
    assert!(reference.join("link.html").is_symlink());
    // Files of the other format belong to another reference.
    assert!(reference.join("works.md").is_file() && reference.join("index.md").is_file());
    assert!(!reference.join("works.html").exists());
}
