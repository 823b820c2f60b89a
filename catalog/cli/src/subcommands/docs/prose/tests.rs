//! Tests of prose that read its Markdown with a complete parser.

use super::{to_html, to_inline_html};
use error_catalog_model::prose::{code, fenced, plain, Block, Inline, Prose};
use proptest::collection::vec;
use proptest::prelude::{any, prop_oneof, Just, Strategy};
use proptest::proptest;
use proptest::sample::select;
use pulldown_cmark::{html, CodeBlockKind, Event, Options, Parser, Tag};

/// Strings with a meaning in Markdown or HTML.
const HOSTILE: &[&str] = &[
    "```rust\n",
    "```",
    "````should_panic",
    "~~~",
    "~~~ {.rust}\n",
    "`",
    "``",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "999999999. ",
    "> ",
    ">",
    "- > ",
    "# ",
    "###### ",
    "===",
    "---",
    "***",
    "___",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?",
    "<svg/onload=run()>",
    "<img src=x onerror=run()>",
    "<a href=\"javascript:run()\">",
    "<b",
    "&lt;",
    "&#60;script&#62;",
    "&copy",
    "&",
    "[",
    "]",
    "](",
    ")",
    "[x](",
    "[^1]",
    "[^1]: ",
    "[Foo]",
    "[`Foo`]",
    "[Foo]: ",
    "[a]: javascript:run()",
    "![",
    "(javascript:run())",
    "[x](javascript:run())",
    "[x](JaVaScRiPt:run())",
    "[x](data:text/html,x)",
    "[x](//x)",
    "[x](https://a.example)",
    "[x](<https://a.example>)",
    "[x](https://a.example \"t\")",
    "[x](#A)",
    "<https://a.example>",
    "<javascript:run()>",
    "<x@y.example>",
    "https://a.example/b_c*d_?e=1&f=2",
    "http://a.example.",
    "(https://a.example/(b))",
    "https://a.example/{id}",
    "HTTPS://A.B/",
    "ftp://a.example",
    "www.a.example",
    "*",
    "**",
    "_",
    "__",
    "*a*",
    "**a:** ",
    "_a_",
    "~~",
    "~",
    "|",
    "| a | b |\n|---|---|\n",
    "$",
    "$$",
    "^",
    "\\",
    "\\\\",
    "\\`",
    "\\[",
    ":",
    ": ",
    "::",
    "{",
    "}",
    "{{",
    "\"",
    "\"\"\"",
    "'",
    "*/",
    "/*",
    "//",
    "--",
    "...",
    "\0",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{85}",
    "\u{b}",
    "\u{c}",
    "\u{a0}",
    "\u{feff}",
    "a",
    "b c",
    "é",
    "ß",
    "שלום",
    "漢",
    "😀",
    "1",
    "1.5",
    " ",
    "  \n",
    "rust",
    "fn main() {}",
    "[ ] ",
    "[x] ",
    "[!NOTE]",
];

fn prose() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => select(HOSTILE).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => Just("word ".to_owned()),
    ];
    vec(part, 0..24).prop_map(|parts| parts.concat())
}

/// The extensions that rustdoc enables, and those that it could enable in the future.
fn options() -> Options {
    let excluded = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_OLD_FOOTNOTES;
    Options::all() - excluded
}

/// Appends the visible text of parts.
fn seen_of(parts: &[Inline], seen: &mut String) {
    for part in parts {
        match part {
            Inline::Text(text) | Inline::Code(text) => seen.push_str(text),
            Inline::Emphasis(parts) | Inline::Strong(parts) | Inline::Link(_, parts) => {
                seen_of(parts, seen);
            }
        }
    }
}

/// Returns the visible text of prose.
fn seen(prose: &Prose) -> String {
    let mut seen = String::new();
    for block in &prose.blocks {
        match block {
            Block::Paragraph(parts) => seen_of(parts, &mut seen),
            Block::List(_, items) => items.iter().for_each(|item| seen_of(item, &mut seen)),
            Block::Code(text) => {
                seen.push_str(text);
                seen.push('\n');
            }
        }
    }
    seen
}

/// Checks that nothing can be run or can act, and returns the visible text.
fn inert(markdown: &str) -> String {
    let mut seen = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => seen.push_str(&text),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let schemes = ["http://", "https://", "mailto:", "#"];
                assert!(
                    schemes.iter().any(|scheme| dest_url.starts_with(scheme)),
                    "{dest_url}"
                );
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                assert_eq!(kind, CodeBlockKind::Fenced("text".into()));
            }
            Event::Start(
                Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Emphasis | Tag::Strong,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} of {markdown:?}"),
        }
    }
    assert!(
        !markdown.contains(|it: char| it.is_control() && it != '\n'),
        "{markdown:?}"
    );
    seen
}

/// Returns prose as Markdown, and checks the Markdown for rustdoc, which has no links to other errors, too.
fn markdown(prose: &Prose) -> String {
    let markdown = prose.to_markdown(&|id| Some(format!("#{id}")));
    inert(&prose.to_markdown(&|_| None));
    markdown
}

/// Returns the letters and digits, which are not markup.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

fn is_within(needle: &str, haystack: &str) -> bool {
    let mut haystack = haystack.chars();
    needle
        .chars()
        .all(|letter| haystack.any(|other| other == letter))
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..proptest::test_runner::Config::with_cases(2_000) })]

    #[test]
    fn prose_contains_nothing_active(text in prose()) {
        for prose in [Prose::new(&text), Prose::in_one_line(&text)] {
            let markdown = markdown(&prose);
            assert_eq!(inert(&markdown), seen(&prose), "{markdown:?}");
            assert!(is_within(&letters(&seen(&prose)), &letters(&text)));
        }
    }

    #[test]
    fn prose_in_one_line_keeps_all_words(words in vec(select(HOSTILE), 0..12)) {
        let text: String = words.into_iter().filter(|it| !it.contains('(')).collect();
        assert_eq!(letters(&seen(&Prose::in_one_line(&text))), letters(&text));
    }

    #[test]
    fn prose_does_not_affect_the_text_after_it(text in prose()) {
        for written in [markdown(&Prose::new(&text)), plain(&text), code(&text), fenced(&text, "text")] {
            let seen = inert(&written);
            let followed = format!("before\n\n{written}\n\nafter `code`");
            assert_eq!(inert(&followed), format!("before{seen}after code"), "{followed:?}");
        }
    }

    #[test]
    fn names_are_shown_unchanged(text in prose()) {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = error_catalog_model::inert(&line);
        assert_eq!(inert(&plain(&text)), line);
        let shown = inert(&code(&text));
        assert_eq!(shown, if line.is_empty() { " " } else { &line });
        assert_eq!(inert(&fenced(&text, "text")), format!("{}\n", error_catalog_model::inert(&text)));
        assert_eq!(inert(&format!("**x {} x** {}, {}", plain(&text), code(&text), code(&text))), format!("x {line} x {shown}, {shown}"));
    }

    #[test]
    fn html_and_markdown_show_the_same(text in prose()) {
        let markdown = markdown(&Prose::new(&text));
        let mut expected = String::new();
        html::push_html(&mut expected, Parser::new_ext(&markdown, options()));
        let expected = expected.replace(" class=\"language-text\"", "").replace('"', "&quot;");
        // In addresses, the parser escapes apostrophes, too.
        let expected = expected.replace("&#x27;", "'");
        let written = to_html(&text, &|id| Some(format!("#{id}"))).replace('"', "&quot;");
        assert_eq!(written, expected, "{markdown:?}");
    }
}

fn of(text: &str) -> String {
    markdown(&Prose::new(text))
}

#[test]
fn code_in_prose_is_not_a_doctest() {
    for text in [
        "See:\n\n```rust\nrun()\n```",
        "See:\n```\nrun()\n```\nAfter.",
        "`````rust,no_run\nrun()\n`````",
        "~~~should_panic\nrun()\n~~~",
        "    run()",
        "\trun()",
        "text\n\n  \trun()",
        "- a\n\n      run()",
        "- ```rust\n  run()\n  ```",
        "1. - > ```\n> run()\n> ```",
        "> ```rust\n> run()\n> ```",
        ">     run()",
        "```{.rust}\nrun()",
        "```rust\rrun()\r```",
        "[a]: x\n```ignore\nrun()\n```",
    ] {
        let written = of(text);
        assert!(inert(&written).contains("run()"), "{written}");
    }
    assert_eq!(
        of("See:\n\n```rust\nlet a = 1;\n  b\n```"),
        "See:\n\n```text\nlet a = 1;\n  b\n```"
    );
    assert_eq!(of("> ~~~\n> a\n> b\n> ~~~"), "```text\na\nb\n```");
    assert_eq!(of("- ```\n  a\n  ```\n- b"), "```text\na\n```\n\n- b");
}

#[test]
fn a_link_after_an_exclamation_mark_is_not_an_image() {
    let written = of("Wait![a](https://b.example)");
    assert_eq!(written, "Wait\\![a](<https://b.example>)");
    assert_eq!(inert(&written), "Wait!a");
}

#[test]
fn emphasis_within_emphasis_keeps_its_words_but_not_its_signs() {
    for (text, written) in [
        ("*a **b** c*", "*a b c*"),
        ("**_a_** b", "**a** b"),
        ("*_a_~~*/", "*a\\~\\~*/"),
        (
            "**a [*b*](https://c.example)**",
            "**a [b](<https://c.example>)**",
        ),
    ] {
        assert_eq!(of(text), written);
        assert_eq!(inert(written), seen(&Prose::new(text)));
    }
}

#[test]
fn a_link_to_nowhere_is_its_text() {
    let prose = Prose::new("`a`[`b`](#X)[*c*](#X)[*d*](#X)");
    assert_eq!(inert(&prose.to_markdown(&|_| None)), seen(&prose));
}

#[test]
fn supported_markup_is_kept() {
    assert_eq!(
        of("A `b`,\n*c* **d:** _e_.\n\n- f\n  g\n- h\n\n3. i\n4. j"),
        "A `b`, *c* **d:** *e*.\n\n- f g\n- h\n\n3. i\n4. j"
    );
    assert_eq!(
        of("[a](https://b.example/c?d=1&e=2)"),
        "[a](<https://b.example/c?d=1&amp;e=2>)"
    );
    assert_eq!(
        of("See https://b.example/c, or (https://d.example)."),
        "See <https://b.example/c>, or (<https://d.example>)."
    );
    assert_eq!(of("# Heading\nText\n===="), "Heading\n\nText");
    assert_eq!(
        of("snake_case_name and Vec<T> [A] --x"),
        "snake_case_name and Vec\\<T> \\[A\\] -\\-x"
    );
}

#[test]
fn a_link_leads_to_a_page_or_to_another_error() {
    for address in [
        "javascript:run()",
        "JavaScript:x",
        "data:text/html,x",
        "//x",
        "",
        "/x",
        "x",
        "file:///x",
        "ftp://x",
        "#",
    ] {
        let text = format!("[a]({address})");
        assert!(
            !to_html(&text, &|id| Some(id.to_owned())).contains("<a"),
            "{address}"
        );
        inert(&of(&text));
    }
    let place = |id: &str| (id == "B").then(|| "#B".to_owned());
    assert_eq!(
        to_inline_html("[a](#B) [c](#D)", &place),
        "<a href=\"#B\">a</a> c"
    );
    assert_eq!(
        to_inline_html("<x@y.example> https://a.example/\"b", &place),
        "<a href=\"mailto:x@y.example\">x@y.example</a> <a href=\"https://a.example/\">https://a.example/</a>&quot;b"
    );
}

#[test]
fn prose_is_read_in_linear_time() {
    // A search of the rest of the text at each position would take minutes at this length.
    for part in [
        "[",
        "[a](",
        "[a](<",
        "*a ",
        "**a ",
        "_",
        "`a``",
        "``` ",
        "<",
        "http://",
        "https://a)",
        "\\",
        "- ",
        "> ",
    ] {
        let text = part.repeat(100_000 / part.len());
        for text in [format!("a\n{text}"), text] {
            let written = Prose::new(&text).to_markdown(&|_| None);
            assert!(written.len() <= 3 * text.len(), "{part}");
        }
    }
}
