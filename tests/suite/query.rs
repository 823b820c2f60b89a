//! Queries of places are those of RFC 9535.

use error_catalog_tests::checks;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What queries consist of, whole and in parts.
const PARTS: [&str; 53] = [
    ".",
    "..",
    "*",
    "a",
    "b1",
    "_",
    "é",
    "[",
    "]",
    "'",
    "\"",
    "'a'",
    "\"b\"",
    "0",
    "1",
    "-",
    "9007199254740991",
    "9007199254740992",
    "?",
    "@",
    "@.a",
    "==",
    "!=",
    "<=",
    ">",
    " ",
    "\t",
    "null",
    "true",
    "false",
    "1.5",
    "1e3",
    "-0",
    "(",
    ")",
    "&&",
    "||",
    "!",
    ",",
    ":",
    "\\",
    "\\n",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\ud800",
    "\\'",
    "length(",
    "$",
    "[?@.a == 'x']",
    "['a']",
    "[0]",
    "[?",
    "\u{1}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn queries_are_read_as_a_library_of_the_standard_reads_them(parts in vec(select(&PARTS[..]), 0..9)) {
        checks::query(format!("${}", parts.concat()).as_bytes());
    }

    #[test]
    fn any_string_is_a_query_or_an_error(text in "\\$?.{0,12}") {
        checks::query(text.as_bytes());
    }
}
