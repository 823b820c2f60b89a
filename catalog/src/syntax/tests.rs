//! Syntax errors: their places, messages, and help.

use crate::{compile, Rule, Source};

/// Returns the only error: its offset, the text there, the message, and the help.
fn error(text: &str) -> (usize, String, String, String) {
    let source = Source::new("a.json", text);
    let failure = compile(&source).unwrap_err();
    let [diagnostic] = failure.diagnostics() else {
        panic!("{:?}", failure.diagnostics());
    };
    assert_eq!(diagnostic.rule, Rule::Syntax, "{text}");
    (
        diagnostic.span.start,
        source.slice(diagnostic.span).to_owned(),
        diagnostic.message.clone(),
        diagnostic.help.clone().unwrap_or_default(),
    )
}

/// Checks an error whose place is marked by `‹` and `›`.
#[track_caller]
fn is(marked: &str, message: &str, help: &str) {
    let text = marked.replace(['‹', '›'], "");
    let (start, place, found, advice) = error(&text);
    let (before, rest) = marked.split_once('‹').unwrap();
    let (marked_place, _) = rest.split_once('›').unwrap();
    assert_eq!((&*found, &*advice), (message, help), "{text}");
    assert_eq!((start, &*place), (before.len(), marked_place), "{text}");
}

/// Returns the labels of the first diagnostic.
fn labels(text: &str) -> Vec<(usize, String)> {
    let source = Source::new("a.json", text);
    let failure = compile(&source).unwrap_err();
    let related = &failure.diagnostics()[0].related;
    let label = |label: &crate::Label| (label.span.start, label.text.clone());
    related.iter().map(label).collect()
}

#[test]
fn a_superfluous_comma_is_underlined() {
    let remove = "remove the comma";
    is(r#"{"a": [1, 2‹,›]}"#, "trailing comma", remove);
    is("{\"a\": 1‹,›\n}", "trailing comma", remove);
    is("{\"a\": 1}‹,›\n", "trailing comma", remove);
    is("[1,‹,› 2]", "expected a value, found `,`", remove);
    is("{‹,› \"a\": 1}", "expected a key or `}`, found `,`", remove);
    is("[‹,›]", "expected a value or `]`, found `,`", remove);
    is(
        r#"{"a": 1,‹,› "b": 2}"#,
        "expected a key, found `,`",
        remove,
    );
}

#[test]
fn a_missing_comma_is_shown_after_the_previous_value() {
    let members = "missing `,` between two members";
    let elements = "missing `,` between two elements";
    is(
        "{\"a\": \"x\"‹›\n  \"b\": 1}",
        members,
        "add `,` after the value",
    );
    is("{\"a\": {}‹› \"b\": 1}", members, "add `,` after the value");
    is("[{}‹›\n{}]", elements, "add `,` after the element");
    is("[1‹› 2]", elements, "add `,` after the element");
    is("[\"a\"‹›\"b\"]", elements, "add `,` after the element");
    is("[true‹› false]", elements, "add `,` after the element");
    is("[\"a\"‹› true]", elements, "add `,` after the element");
}

#[test]
fn a_missing_colon_or_value_is_shown_after_the_key() {
    is(
        r#"{"code"‹› "A"}"#,
        "missing `:` after the key `code`",
        "add `:`",
    );
    is(
        r#"{"code"‹› ["A"]}"#,
        "missing `:` after the key `code`",
        "add `:`",
    );
    let help = "add `:` and a value; arrays use `[` and `]`";
    is(r#"{"a"‹›, "b"}"#, "missing value for the key `a`", help);
    is(r#"{"a"‹›}"#, "missing value for the key `a`", help);
    let colon = "write `:` between a key and its value";
    is(r#"{"a" ‹=› 1}"#, "expected `:`, found `=`", colon);
    let help = "add a value, or remove the key";
    is(r#"{"a":‹›, "b": 1}"#, "missing value after `:`", help);
    is(r#"{"a":‹› }"#, "missing value after `:`", help);
}

#[test]
fn comments_are_not_json() {
    let message = "comments are not allowed in JSON";
    let help = "remove the comment, or move its text into a `description`";
    is("{ ‹// the name›\n\"name\": \"a\" }", message, help);
    is(
        "{ \"name\": \"a\", ‹# the errors›\n\"errors\": [] }",
        message,
        help,
    );
    is("{ \"name\": ‹/* short */› \"a\" }", message, help);
    is("‹/* a\n * b */›\n{}", message, help);
    is("{} ‹// the end›", message, help);
    is("{\"a\": 1 ‹// one›\n}", message, help);
    is("‹# a›\n{}", message, help);
}

#[test]
fn other_quotes_are_not_json() {
    is(
        "{‹'code'›: 1}",
        "expected `\"`, found `'`",
        "write `\"code\"`",
    );
    is("[‹`a`›]", "expected `\"`, found ```", "write `\"a\"`");
    is("[‹“a”›]", "expected `\"`, found `“`", "write `\"a\"`");
    is("[‹„a“›]", "expected `\"`, found `„`", "write `\"a\"`");
    is("[‹'›\n]", "expected `\"`, found `'`", "write `\"`");
    is("[\"a‹”›,\n]", "expected `\"`, found `”`", "write `\"`");
    is("{\"a‹”›: \"b\"}", "expected `\"`, found `”`", "write `\"`");
}

#[test]
fn a_quote_in_a_string_needs_a_backslash() {
    let help = "write `\\\"` for a quote in a string";
    is(
        r#"{"a": "say ‹"›hi" now"}"#,
        "the string ends here, but `h` follows",
        help,
    );
    is(
        r#"{"a": "‹"›hi" now"}"#,
        "the string ends here, but `h` follows",
        help,
    );
    is(
        r#"{"a": "it is ‹"› good"}"#,
        "the string ends here, but `g` follows",
        help,
    );
    is(
        r#"{"a‹"›b": 1}"#,
        "the string ends here, but `b` follows",
        help,
    );
}

#[test]
fn keys_and_strings_need_quotes() {
    is("{‹code›: 1}", "unquoted key `code`", "write `\"code\"`");
    is("{‹1›: 1}", "unquoted key `1`", "write `\"1\"`");
    is(
        "{\"a\": 1, ‹b-c›: 1}",
        "unquoted key `b-c`",
        "write `\"b-c\"`",
    );
    let whole = "write the whole string in double quotes";
    is("{\"a\": ‹Your› balance}", "unquoted string `Your`", whole);
    is("{\"a\": ‹nullable›}", "unquoted string `nullable`", whole);
    is("{\"a\": ‹not›}", "unquoted string `not`", whole);
    is("{\"a\": ‹30s›}", "unquoted string `30s`", whole);
    is("{\"a\": ‹2.0.1›}", "unquoted string `2.0.1`", whole);
    is(
        "{\"a\": ‹2026-01-31›}",
        "unquoted string `2026-01-31`",
        whole,
    );
}

#[test]
fn words_of_other_languages_are_recognized() {
    for (word, help) in [
        ("True", "write `true`"),
        ("FALSE", "write `false`"),
        ("yes", "write `true`"),
        ("None", "write `null`, or remove the key"),
        ("undefined", "write `null`, or remove the key"),
        ("nil", "write `null`, or remove the key"),
    ] {
        let message = format!("`{word}` is not a valid JSON value");
        is(&format!("[‹{word}›]"), &message, help);
    }
    for number in ["NaN", "Infinity", "-Infinity", "-NaN"] {
        let message = format!("`{number}` is not a valid JSON number");
        is(
            &format!("[‹{number}›]"),
            &message,
            "write a string, or remove the key",
        );
    }
}

#[test]
fn numbers_of_other_languages_are_rewritten_for_json() {
    let zeros = "a number cannot begin with zeros";
    is(
        "[‹01›]",
        zeros,
        "write `1`, or `\"01\"` if the zeros matter",
    );
    is(
        "[‹-007›]",
        zeros,
        "write `-7`, or `\"-007\"` if the zeros matter",
    );
    is(
        "[‹00›]",
        zeros,
        "write `0`, or `\"00\"` if the zeros matter",
    );
    is("[‹+1›]", "a number cannot begin with `+`", "write `1`");
    is("[‹.5›]", "a number cannot begin with `.`", "write `0.5`");
    is("[‹-.5›]", "a number cannot begin with `.`", "write `-0.5`");
    is(
        "[‹1.›]",
        "a number cannot have `.` without digits",
        "write `1`",
    );
    is(
        "[‹1.e5›]",
        "a number cannot have `.` without digits",
        "write `1e5`",
    );
    is(
        "[‹0.›]",
        "a number cannot have `.` without digits",
        "write `0`",
    );
    is("[‹1_000›]", "a number cannot contain `_`", "write `1000`");
    is(
        "[‹0x1F›]",
        "`0x1F` is not a valid JSON number",
        "write `31`",
    );
    is("[‹0b11›]", "`0b11` is not a valid JSON number", "write `3`");
    is("[-‹]›", "expected a digit, found `]`", "write a digit");
    is(
        "[‹1e›]",
        "unquoted string `1e`",
        "write the whole string in double quotes",
    );
}

#[test]
fn control_characters_in_strings_need_escapes() {
    is(
        "{\"a\": \"b‹\t›c\"}",
        "a string cannot contain a tab",
        "write `\\t`",
    );
    let help = "write `\\n`, or close the string with `\"`";
    let message = "a string cannot contain a line break";
    is("{\"a\": \"b‹\n›c\"}", message, help);
    is("{\"a\": \"b‹\r›\nc\"}", message, help);
    is("{\"a‹\n›\": 1}", message, help);
    assert_eq!(
        labels("{\"a\": \"b\nc\"}"),
        [(6, "the string begins here".to_owned())]
    );
    let message = "a string cannot contain the character U+0000";
    is("{\"a\": \"‹\0›\"}", message, "write `\\u0000`");
    let message = "a string cannot contain the character U+001B";
    is("{\"a\": \"‹\u{1b}›[0m\"}", message, "write `\\u001b`");
}

#[test]
fn escapes_are_those_of_json() {
    is(
        r#"["‹\d›+"]"#,
        r"unknown escape `\d`",
        r"write `\\d` for a backslash before `d`",
    );
    is(
        r#"["‹\'›"]"#,
        r"unknown escape `\'`",
        "write `'` without a backslash",
    );
    is(r#"["‹\x›41"]"#, r"unknown escape `\x`", r"write `\u0041`");
    is(r#"["‹\0›"]"#, r"unknown escape `\0`", r"write `\u0000`");
    is(r#"["‹\e›[0m"]"#, r"unknown escape `\e`", r"write `\u001b`");
    is(
        r#"["\n‹\é›"]"#,
        r"unknown escape `\é`",
        r"write `\\é` for a backslash before `é`",
    );
    let message = r"expected four hexadecimal digits after `\u`";
    is(r#"["‹\u12›g4"]"#, message, r"write four, such as `\u00e9`");
    is(r#"["‹\u›{e9}"]"#, message, r"write `\u00e9`");
    let message = "a string cannot be continued on the next line";
    let help = "write the whole string on one line, and `\\n` for a line break";
    is("[\"a ‹\\›\nb\"]", message, help);
}

#[test]
fn an_unpaired_surrogate_is_refused_where_it_is() {
    let help = "write both halves, such as `\\ud83d\\ude00`, or the character itself";
    for (string, half) in [
        (r"a \n ‹\ud83d›", r"\ud83d"),
        (r"‹\ude00›\ud83d", r"\ude00"),
        (r"\ud83d\ude00‹\uDBFF›\u0041", r"\uDBFF"),
    ] {
        let text = format!(r#"{{"name": "a", "title": "{string}", "errors": []}}"#);
        is(
            &text,
            &format!("`{half}` is half of a surrogate pair"),
            help,
        );
    }
}

#[test]
fn an_unexpected_end_of_file_shows_what_is_unclosed() {
    let message = "unexpected end of file";
    is(
        "{\"name\": \"a\", \"errors\": [{\"code\": \"A\"‹›\n\n",
        message,
        "add `}]}`",
    );
    is("[1,‹›", message, "add `]`");
    is("{\"a\":‹›\n", message, "add `}`");
    is("{\"a\"‹›", message, "add `}`");
    is("[tru‹›", message, "add `]`");
    is("[1.‹›", message, "add `]`");
    is("{‹›", message, "add `}`");
    let open = labels("{\"errors\": [\n{");
    let label = |at, bracket| (at, format!("this `{bracket}` is not closed"));
    assert_eq!(open, [label(13, '{'), label(11, '['), label(0, '{')]);
    let deep = "[".repeat(1_000);
    assert_eq!(labels(&deep).len(), 3);
    assert_eq!(error(&deep).3, "close all 1000 brackets");
}

#[test]
fn an_unclosed_string_is_labeled_at_its_quote() {
    let message = "unexpected end of file in a string";
    for text in ["{\"a\": \"bc‹›", "{\"a\": \"bc\\‹›", "{\"a\": \"bc\\u00‹›"] {
        is(text, message, "close the string with `\"`");
    }
    assert_eq!(
        labels("{\"a\": \"b"),
        [(6, "the string begins here".to_owned())]
    );
    is("{\"a‹›", message, "close the string with `\"`");
}

#[test]
fn an_unmatched_bracket_shows_what_is_unclosed() {
    is(
        "{\"a\": [1‹}›}",
        "expected `,` or `]`, found `}`",
        "write `]`",
    );
    assert_eq!(
        labels("{\"a\": [1}"),
        [(6, "this `[` is not closed".to_owned())]
    );
    is("{‹]›", "expected a key or `}`, found `]`", "write `}`");
    is("{}‹}›", "unmatched `}`", "remove it");
    is("[‹}›", "expected a value or `]`, found `}`", "write `]`");
}

#[test]
fn a_file_holds_one_value() {
    let message = "expected end of file, found `{`";
    is(
        "{\"a\": 1}\n‹{›\"b\": 2}",
        message,
        "move each catalog to its own file",
    );
    assert_eq!(labels("{}\n{}"), [(1, "the catalog ends here".to_owned())]);
    let remove = "remove everything after the catalog";
    is("{} ‹x›", "expected end of file, found `x`", remove);
    is(
        "{}‹\0›",
        "expected end of file, found the character U+0000",
        "remove the character, or write a space",
    );
    let braces = "enclose the members in `{` and `}`";
    is(
        "\"name\"‹:› \"a\"",
        "expected end of file, found `:`",
        braces,
    );
}

#[test]
fn a_file_in_another_language_is_recognized() {
    let help = "write the catalog as JSON, such as `{ \"name\": \"payments\", \"errors\": [] }`";
    for (language, text) in [
        ("YAML", "‹name: payments›\nerrors:\n"),
        ("YAML", "‹---›\nname: payments\n"),
        ("YAML", "# The catalog.\n\n‹name: payments›\n"),
        ("YAML", "‹errors:›\n  - code: A\n"),
        ("YAML", "‹- code: A›\n"),
        ("TOML", "‹name = \"payments\"›\n"),
        ("TOML", "# The catalog.\n‹[[errors]]›\ncode = \"A\"\n"),
        ("TOML", "‹[package]›\nname = \"a\"\n"),
        ("XML or HTML", "‹<?xml version=\"1.0\"?>›\n"),
        ("XML or HTML", "‹<!DOCTYPE html>›\n"),
        ("Markdown", "‹```json›\n{}\n```\n"),
        ("JavaScript", "‹module.exports = {›\n};\n"),
        ("JavaScript", "‹export default {›\n};\n"),
    ] {
        is(text, &format!("the file is {language}, not JSON"), help);
    }
    is(
        "‹p›ayments",
        "expected `{`, found `p`",
        "write a catalog, such as `{ \"name\": \"payments\", \"errors\": [] }`",
    );
}

#[test]
fn a_merge_conflict_is_recognized() {
    let text = "{\n‹<<<<<<< HEAD›\n\"name\": \"a\"\n=======\n\"name\": \"b\"\n>>>>>>> x\n}";
    is(
        text,
        "unresolved merge conflict",
        "keep one of the two sides, and remove the markers",
    );
}

#[test]
fn an_empty_file_is_reported_as_empty() {
    for text in ["", " ", "\n\n", "\u{FEFF}"] {
        let (start, _, message, help) = error(text);
        assert_eq!((start, &*message), (0, "the file is empty"));
        assert!(help.starts_with("write a catalog"));
    }
}

#[test]
fn characters_that_only_look_like_json_are_shown() {
    let space = "remove the character, or write a space";
    is(
        "{‹\u{a0}›\"a\": 1}",
        "expected a key or `}`, found the character U+00A0",
        space,
    );
    is(
        "[‹\u{200b}›1]",
        "expected a value or `]`, found the character U+200B",
        space,
    );
    is("[1‹，› 2]", "expected `,` or `]`, found `，`", "write `,`");
    is("{\"a\"‹：› 2}", "expected `:`, found `：`", "write `:`");
    is(
        "[1‹;› 2]",
        "expected `,` or `]`, found `;`",
        "write `,` between two values",
    );
}
