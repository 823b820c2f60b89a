//! The examples of the README are right.

use error_catalog_model::{compile, Source};

const README: &str = include_str!("../../README.md");

/// Returns the code blocks in a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    README
        .split(&*fence)
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .collect()
}

#[test]
fn the_catalog_of_the_example_is_that_of_its_test() {
    assert_eq!(
        blocks("json")[0],
        include_str!("../errors/payments.json").trim_end()
    );
}

#[test]
fn every_catalog_is_without_errors_or_warnings() {
    for block in blocks("json") {
        let source = Source::new("README.md", block);
        let warnings = match compile(&source) {
            Ok(compiled) => compiled.warnings,
            Err(failure) => panic!("{}", source.render(&failure.diagnostics()[0])),
        };
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}

#[test]
fn the_example_of_an_error_is_what_the_derive_reports() {
    let wrong = include_str!("../errors/payments.json").replacen(
        "\"message\": \"The card",
        "\"mesage\": \"The card",
        1,
    );
    let source = Source::new("errors/payments.json", wrong);
    let failure = compile(&source).unwrap_err();
    let shown = source.render(&failure.diagnostics()[0]);
    let squeeze = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = shown.lines().skip(1).map(squeeze).collect();
    let text = blocks("text")[0];
    let documented: Vec<String> = text.lines().skip(1).map(squeeze).collect();
    assert_eq!(lines, documented);
}
