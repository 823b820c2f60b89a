//! Tests of the website in a real browser. `AXE` is the path of `axe.min.js` of axe-core.

#![allow(clippy::unwrap_used, clippy::expect_used)] // In helpers of tests, too.

mod page;

use error_catalog_core::Pattern;
use page::{Page, Site};
use serde_json::{json, Value};

/// The ids of the visible errors on the page of a catalog.
const SHOWN: &str =
    "[...document.querySelectorAll('article')].filter((it) => !it.hidden).map((it) => it.id)";
/// The values of a pasted message, as `name = value`.
const VALUES: &str =
    "[...document.querySelectorAll('.values div')].map((it) => [...it.children].map((it) => it.textContent).join(' = '))";
const FOCUS: &str = "document.activeElement.getAttribute('href') ?? document.activeElement.id";

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn a_pasted_message_finds_its_error_with_its_values() {
    let site = Site::of(&["edges"]);
    let page = Page::open(&site, "edges.html");
    page.paste("Missing required parameter group_manager, group_owner or group_member.");
    page.expect(SHOWN, &json!(["MISSING_PARAMETER"]));
    let value = "parameter = group_manager, group_owner or group_member";
    page.expect(VALUES, &json!([value]));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn the_index_finds_a_pasted_message_in_all_catalogs() {
    let site = Site::of(&["--bundled"]);
    let page = Page::open(&site, "index.html");
    page.paste("/Campaign/totalBudget/amount cannot be set to 10; it cannot be lower than /Campaign/dailyBudget/amount 50");
    let first = "document.querySelector('#results a')?.getAttribute('href')";
    let place = json!("linkedin-marketing.html#CONDITIONAL_VALUE_TOO_LOW");
    page.expect(first, &place);
    let values = [
        "field1 = /Campaign/totalBudget/amount",
        "value1 = 10",
        "field2 = /Campaign/dailyBudget/amount",
        "value2 = 50",
    ];
    let of_first = VALUES.replace(".values div", "#results li:first-child .values div");
    page.expect(&of_first, &json!(values));
    page.press("Enter");
    let shown = "location.pathname.split('/').pop() + location.hash";
    page.expect(shown, &place);
    assert_eq!(page.foreign_requests(), [""; 0]);
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn a_pasted_body_finds_its_error() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    page.paste(r#"{"error":{"code":"LIMIT_EXCEEDED","message":"A basket holds at most 5 articles, not 6."},"status":400}"#);
    page.expect(VALUES, &json!(["max = 5", "count = 6"]));
    page.press("Enter");
    page.expect(FOCUS, &json!("#BASKET_LIMIT_EXCEEDED"));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn codes_statuses_and_words_are_found() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    page.paste("mismatch");
    page.expect(SHOWN, &json!(["MISMATCH", "OLD"]));
    page.paste("ARTICLE_NOT_FOUND");
    page.expect(SHOWN, &json!(["RESOURCE_NOT_FOUND"]));
    page.expect(VALUES, &json!(["RESOURCE = ARTICLE"]));
    page.paste("429");
    page.expect(SHOWN, &json!(["REQUEST_LIMIT_EXCEEDED"]));
    page.paste("articles PATH");
    page.expect(SHOWN, &json!(["MISMATCH"]));
    page.paste("1 differs from 2.");
    page.expect(VALUES, &json!(["id_in_path = 1", "id_in_body = 2"]));
    page.paste("no such words");
    page.expect(SHOWN, &json!([]));
    page.expect("document.querySelector('#nothing').hidden", &json!(false));
    page.click("#clear");
    page.expect(&format!("{SHOWN}.length"), &json!(6));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn filters_combine_with_each_other_and_with_the_search() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    page.choose("status", "4xx");
    page.expect(&format!("{SHOWN}.length"), &json!(6));
    page.choose("category", "limit");
    let limits = json!(["BASKET_LIMIT_EXCEEDED", "REQUEST_LIMIT_EXCEEDED"]);
    page.expect(SHOWN, &limits);
    page.choose("status", "503");
    page.expect(SHOWN, &json!(["REQUEST_LIMIT_EXCEEDED"]));
    page.choose("retry", "after-fix");
    page.expect(SHOWN, &json!([]));
    page.choose("status", "");
    page.expect(SHOWN, &json!(["BASKET_LIMIT_EXCEEDED"]));
    page.choose("retry", "");
    page.paste("requests");
    page.expect(SHOWN, &json!(["REQUEST_LIMIT_EXCEEDED"]));
    let count = "document.querySelector('#count').textContent";
    page.expect(count, &json!("1 of 6 errors"));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn the_keyboard_is_enough() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    page.press("/");
    page.expect(FOCUS, &json!("search"));
    page.paste("limit");
    let found = json!(["BASKET_LIMIT_EXCEEDED", "REQUEST_LIMIT_EXCEEDED"]);
    page.expect(SHOWN, &found);
    page.press("ArrowDown");
    page.expect(FOCUS, &json!("#BASKET_LIMIT_EXCEEDED"));
    page.press("ArrowDown");
    page.press("ArrowDown");
    page.expect(FOCUS, &json!("#REQUEST_LIMIT_EXCEEDED"));
    page.press("ArrowUp");
    page.press("ArrowUp");
    page.expect(FOCUS, &json!("search"));
    page.press("Enter");
    page.expect("location.hash", &json!("#BASKET_LIMIT_EXCEEDED"));
    let outline = "getComputedStyle(document.activeElement).outlineStyle";
    page.expect(outline, &json!("solid"));
    page.press("/");
    page.press("Escape");
    page.expect(&format!("{SHOWN}.length"), &json!(6));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn a_link_to_an_error_that_is_filtered_away_shows_it() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    page.paste("LIMIT");
    page.expect(&format!("{SHOWN}.length"), &json!(2));
    page.run("location.hash = '#MISMATCH'");
    page.expect(&format!("{SHOWN}.length"), &json!(6));
    let is_in_sight = "(({ top }) => top > 0 && top < innerHeight)(document.querySelector('#MISMATCH h3').getBoundingClientRect())";
    page.expect(is_in_sight, &json!(true));
    page.go("index.html");
    page.go("shop.html#MISMATCH");
    page.expect(is_in_sight, &json!(true));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn the_theme_follows_the_system_until_the_reader_chooses() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    let ground = "getComputedStyle(document.documentElement).backgroundColor";
    let pressed = "document.querySelector('#theme').ariaPressed";
    let light = page.value(ground);
    page.prefer("dark");
    page.expect(pressed, &json!("true"));
    assert_ne!(page.value(ground), light);
    page.click("#theme");
    page.expect(ground, &light);
    // Other pages use it, too.
    page.go("index.html");
    page.expect(ground, &light);
    page.expect(pressed, &json!("false"));
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn examples_are_copied() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    page.run("addEventListener('copy', () => (window.copied = String(getSelection())))");
    page.run("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    page.click("#MISMATCH .copy");
    let code = page.value("document.querySelector('#MISMATCH pre code').textContent");
    page.expect("window.copied", &code);
    page.expect(
        "document.querySelector('#MISMATCH .copy').firstChild.data",
        &json!("Copied"),
    );
    let body: Value = serde_json::from_str(code.as_str().unwrap()).unwrap();
    assert_eq!(body["error"]["code"], "MISMATCH");
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn only_the_search_needs_scripts() {
    let site = Site::of(&["shop.json"]);
    let page = Page::blank(&site);
    page.without_scripts();
    for name in ["shop.html", "index.html"] {
        page.go(name);
        let shown = "[...document.querySelectorAll('.for-script')].filter((it) => it.checkVisibility()).length";
        assert_eq!(page.value(shown), 0, "{name}");
    }
    page.go("shop.html");
    let texts = page.value("document.querySelector('#MISMATCH').textContent");
    for text in [
        "Path and body name different",
        "Causes",
        "Send the same id",
        "ShopError::mismatch(",
    ] {
        let texts = texts.as_str().unwrap().to_lowercase();
        assert!(texts.contains(&text.to_lowercase()), "{text} in {texts}");
    }
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn pages_log_no_errors_and_load_nothing_from_other_sites() {
    let site = Site::of(&["--bundled"]);
    let page = Page::open(&site, "index.html");
    for name in site.pages() {
        page.go(&name);
        page.paste("limit");
        page.choose("status", "400");
        page.click("#theme");
    }
    assert_eq!(page.complaints(), [""; 0]);
    assert_eq!(page.foreign_requests(), [""; 0]);
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn text_of_a_catalog_never_runs() {
    let site = Site::of(&["hostile.json"]);
    let page = Page::blank(&site);
    for name in site.pages() {
        page.go(&name);
        page.run("window.ran = []; window.run = (what) => window.ran.push(what)");
        page.paste("run");
        page.paste("<script>run('earlier')</script> <img src=x onerror=run('pasted')>");
        let value = "value = <img src=x onerror=run('pasted')>";
        page.expect(VALUES, &json!([value]));
        page.paste("</script><!--<script>run('message')</script> <script>run('value')</script>");
        page.expect(VALUES, &json!(["value = <script>run('value')</script>"]));
        assert_eq!(page.value("window.ran"), json!([]), "{name}");
        let made =
            "document.querySelectorAll('img, iframe, [onerror], a[href^=javascript]').length";
        assert_eq!(page.value(made), 0, "{name}");
    }
    assert_eq!(page.complaints(), [""; 0]);
    assert_eq!(page.foreign_requests(), [""; 0]);
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn the_page_splits_messages_as_the_runtime_does() {
    let site = Site::of(&["shop.json"]);
    let page = Page::open(&site, "shop.html");
    let templates: [&[&str]; 9] = [
        &["same"],
        &[""],
        &["a ", " c ", ""],
        &["", "b", "b"],
        &["", "é", ""],
        &["", "_NOT_EXIST"],
        &["", "x", ""],
        &["", "", ""],
        &["", " cannot be ", "; ", " is"],
    ];
    let texts = [
        "",
        "same",
        "same ",
        "a b c d",
        "1b2b",
        "1b",
        "aéb",
        "_NOT_EXIST",
        "A_NOT_EXIST",
        "xxx",
        "x",
        "😀x😀",
        "😀😀",
        "a cannot be b; c; d is",
        "a cannot be b; is",
    ];
    for literals in templates {
        for text in texts {
            for filled in [false, true] {
                let pattern = if filled {
                    Pattern::filled(literals)
                } else {
                    Pattern::new(literals)
                };
                let mut values = Vec::new();
                let fits = pattern.split(text, |value| values.push(value));
                let expected = if fits { json!(values) } else { Value::Null };
                let call = format!("split({}, {}, {filled})", json!(literals), json!(text));
                assert_eq!(page.value(&call), expected, "{call}");
            }
        }
    }
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn every_page_is_accessible_in_both_themes() {
    let path = std::env::var("AXE").expect("AXE should be the path of axe.min.js");
    let axe = std::fs::read_to_string(path).unwrap();
    let bundled = Site::of(&["edges", "linkedin", "works", "shop.json", "hostile.json"]);
    for site in [bundled, site_of_large(301)] {
        let page = Page::open(&site, "index.html");
        for theme in ["light", "dark"] {
            page.prefer(theme);
            for name in site.pages() {
                page.go(&name);
                page.run(&axe);
                assert_accessible(&page, &format!("{name}, {theme}"));
                if page.value("search !== null") == true {
                    page.paste("There is no such ARTICLE.");
                    assert_accessible(&page, &format!("{name}, {theme}, with a search"));
                }
            }
        }
    }
}

fn assert_accessible(page: &Page<'_>, what: &str) {
    let found = page.value(
        "axe.run().then(({ violations, passes }) => ({
            violations: violations.map((it) => [it.id, it.nodes.slice(0, 3).map((node) => node.html)]),
            isChecked: passes.length > 15,
        }))",
    );
    assert_eq!(
        found,
        json!({ "violations": [], "isChecked": true }),
        "{what}"
    );
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn ten_thousand_errors_are_searched_instantly() {
    let site = site_of_large(10_000);
    let page = Page::open(&site, "large.html");
    page.run("load()");
    page.expect("rows.length", &json!(10_000));
    for text in ["field 77 is not x", "code 9 failed"] {
        let took = page.value(&format!(
            "(async () => {{
                const frame = () => new Promise((next) => requestAnimationFrame(next));
                const start = performance.now();
                search.value = {};
                update();
                await frame();
                await frame();
                return performance.now() - start;
            }})()",
            json!(text)
        ));
        // Usually a fraction of a second; a busy machine needs longer.
        assert!(took.as_f64().unwrap() < 5_000.0, "{text}: {took} ms");
    }
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn every_error_of_a_large_catalog_has_a_permanent_address() {
    let site = site_of_large(1_000);
    let page = Page::open(&site, "large.html");
    let file = "location.pathname.split('/').pop()";
    page.expect(file, &json!("large.html"));
    for number in [0, 7, 345, 999] {
        let id = format!("CODE_{number}_FAILED");
        let is_in_sight = format!("(({{ top }}) => top > 0 && top < innerHeight)(document.querySelector('#{id} h3').getBoundingClientRect())");
        page.go("index.html");
        page.go(&format!("large.html#{id}"));
        page.expect(
            &format!("{file} !== 'large.html' && {is_in_sight}"),
            &json!(true),
        );
        // The heading links to the address, which leads back to the same place.
        page.click(&format!("#{id} h3 a"));
        page.expect(
            &format!("{file} !== 'large.html' && {is_in_sight}"),
            &json!(true),
        );
    }
    // Links in prose lead to errors on other pages, too.
    page.click("#CODE_999_FAILED .prose a");
    page.expect("location.hash", &json!("#CODE_0_FAILED"));
    page.expect(
        "document.querySelector('#CODE_0_FAILED h3') !== null",
        &json!(true),
    );
    page.go("large.html#envelopes");
    page.expect(file, &json!("large.html"));
    page.go("large.html#NO_SUCH_ERROR");
    page.expect("document.querySelector('#main') !== null", &json!(true));
    assert_eq!(page.complaints(), [""; 0]);
    assert_eq!(page.foreign_requests(), [""; 0]);
}

#[test]
#[ignore = "needs chromium: .ci/run installs it"]
fn all_errors_of_a_large_catalog_are_loaded_for_a_search() {
    let site = site_of_large(1_000);
    for name in ["large.html", "index.html"] {
        let page = Page::open(&site, name);
        let count = "document.querySelector('#count').textContent";
        page.expect(count, &json!("1000 errors"));
        let loaded = "document.querySelectorAll('script[src]').length";
        assert_eq!(page.value(loaded), 0, "{name}");
        page.paste("cards 777 is not green");
        page.expect(count, &json!("1 of 1000 errors"));
        page.expect(VALUES, &json!(["field = cards", "value = green"]));
        assert_eq!(page.value(loaded), 1, "{name}");
        page.paste("FAILED");
        page.expect(count, &json!("1000 of 1000 errors, the first 50 shown"));
        page.choose("status", "429");
        page.expect(count, &json!("33 of 1000 errors"));
        page.click("#clear");
        page.expect(count, &json!("1000 errors"));
        page.paste("CODE_777_FAILED");
        page.expect(count, &json!("1 of 1000 errors"));
        page.press("Enter");
        page.expect(
            "document.querySelector('#CODE_777_FAILED h3') !== null",
            &json!(true),
        );
        assert_eq!(page.complaints(), [""; 0]);
        assert_eq!(page.foreign_requests(), [""; 0]);
    }
}

fn site_of_large(count: usize) -> Site {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("large.json");
    std::fs::write(&path, large(count)).unwrap();
    Site::of(&[path.to_str().unwrap()])
}

fn large(count: usize) -> String {
    let error = |number| {
        json!({
            "code": format!("CODE_{number}_FAILED"),
            "status": 400 + number % 30,
            "message": format!("{{field}} {number} is not {{value}}"),
            "description": "It was not what it should have been, as [the first](#CODE_0_FAILED) says.",
            "causes": ["Something was sent that should not."],
            "resolution": "Send something else, or `nothing` at all.",
        })
    };
    let errors: Vec<Value> = (0..count).map(error).collect();
    json!({ "name": "large", "errors": errors }).to_string()
}
