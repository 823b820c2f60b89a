//! What the fuzzer has found worth keeping, run again.

use error_catalog_tests::checks;
use std::fs;
use std::path::Path;

/// Runs a check over each file of the target's corpus.
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let mut number = 0;
    for file in fs::read_dir(&folder).expect("the corpus is there") {
        let path = file.expect("a file").path();
        let bytes = fs::read(&path).expect("a file that can be read");
        // Shown if the check fails.
        println!("{}", path.display());
        check(&bytes);
        number += 1;
    }
    assert!(number > 0, "no file in {}", folder.display());
}

#[test]
fn responses_of_the_corpus_are_decoded() {
    replay("envelope", checks::envelope);
}

#[test]
fn messages_of_the_corpus_are_matched() {
    replay("template", checks::template);
}

#[test]
fn headers_of_the_corpus_are_read() {
    replay("header", checks::header);
}

#[test]
fn queries_of_the_corpus_are_read() {
    replay("query", checks::query);
}

#[test]
fn catalogs_of_the_corpus_are_compiled() {
    replay("catalog", checks::catalog);
}

#[test]
fn xml_of_the_corpus_is_read() {
    replay("xml", checks::xml);
}

#[test]
fn forms_of_the_corpus_are_read() {
    replay("form", checks::form);
}
