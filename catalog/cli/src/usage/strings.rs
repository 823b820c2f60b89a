//! The codes that sources write as strings.

use super::files::File;
use super::rules::CODE_AS_STRING;
use super::tokens::{test_item, Token};
use crate::finding::Finding;
use crate::known::Known;
use error_catalog_model::{Code, Severity, Span};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Finds the codes of these entries in the files, except in tests. Each entry has the path of its kind.
pub(super) fn codes<'a>(entries: &[(Known<'a>, String)], files: &'a [File]) -> Vec<Finding<'a>> {
    let mut by_code: HashMap<&str, &(Known<'a>, String)> = HashMap::new();
    for pair in entries {
        if let Code::Text(code) = &pair.0.entry.code {
            if is_distinctive(code) {
                by_code.entry(code).or_insert(pair);
            }
        }
    }
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !file.is_test) {
        for (value, place) in strings(&file.tokens) {
            let known = by_code.get(value.as_str());
            findings
                .extend(known.map(|(known, kind)| code_as_string(known, kind, value, place, file)));
        }
    }
    findings
}

/// Whether the string hardly means anything else: it has more than lower-case letters, and more than digits.
fn is_distinctive(code: &str) -> bool {
    let is_word = code.chars().all(char::is_lowercase);
    let is_number = code.chars().all(char::is_numeric);
    !is_word && !is_number
}

/// Returns the strings of a file, and their places, without those in its tests.
fn strings(tokens: &[Token]) -> Vec<(&String, &Range<usize>)> {
    let mut strings = Vec::new();
    let mut position = 0;
    while let Some(token) = tokens.get(position) {
        let rest = tokens.get(position..).unwrap_or_default();
        if let Token::Text { value, place } = token {
            strings.push((value, place));
        }
        position += test_item(rest).unwrap_or(1).max(1);
    }
    strings
}

fn code_as_string<'a>(
    known: &Known<'a>,
    kind: &str,
    code: &str,
    place: &Range<usize>,
    file: &'a File,
) -> Finding<'a> {
    let message = format!("the code `{code}` of `{}` is a string", known.catalog.name);
    let help = format!(
        "match on `{kind}`, or call its `code()`; the entry is at {}",
        known.place()
    );
    Finding {
        source: &file.source,
        rule: CODE_AS_STRING,
        severity: Severity::Warning,
        message: Cow::Owned(message),
        help: Some(Cow::Owned(help)),
        span: Span::new(place.start, place.end),
        related: &[],
    }
}
