//! Hostile and huge input gives a clear error or the right result in bounded time, and never a panic.

use error_catalog_model::{compile, Failure, Rule, Source};
use proptest::prelude::*;

fn rules(failure: &Failure) -> Vec<Rule> {
    failure
        .diagnostics()
        .iter()
        .map(|diagnostic| diagnostic.rule)
        .collect()
}

fn first_rule(content: impl Into<Vec<u8>>) -> Option<Rule> {
    let source = Source::new("hostile.json", content);
    compile(&source).err().map(|failure| {
        // Rendering must not panic either.
        for diagnostic in failure.diagnostics().iter().take(20) {
            assert!(source.render(diagnostic).len() < 10_000);
        }
        rules(&failure)[0]
    })
}

#[test]
fn a_file_of_100_mb_is_refused() {
    assert_eq!(first_rule(vec![b' '; 100_000_000]), Some(Rule::Limit));
}

#[test]
fn deep_nesting_is_refused_without_a_stack_overflow() {
    let deep = |open: &str, close: &str| open.repeat(200_000) + &close.repeat(200_000);
    assert_eq!(first_rule(deep("[", "]")), Some(Rule::WrongType));
    assert_eq!(first_rule("[".repeat(1_000_000)), Some(Rule::Syntax));
    assert_eq!(first_rule("{\"a\":".repeat(1_000_000)), Some(Rule::Syntax));
    let inside = format!("{{ \"name\": \"a\", \"errors\": {} }}", deep("[", "]"));
    assert_eq!(first_rule(inside), Some(Rule::WrongType));
    let value = format!(
        "{{ \"name\": \"a\", \"errors\": [{{ \"code\": {} }}] }}",
        deep("{\"a\":[", "]}")
    );
    assert_eq!(first_rule(value), Some(Rule::WrongType));
}

#[test]
fn a_template_of_1_mb_is_read() {
    let text = format!("{} {{x}} {}", "a".repeat(500_000), "é".repeat(250_000));
    let catalog = format!(
        r#"{{ "name": "a", "errors": [{{ "code": "A", "message": "{text}", "examples": ["{}"] }}] }}"#,
        text.replace("{x}", "value")
    );
    assert_eq!(first_rule(catalog), None);
}

#[test]
fn a_template_of_braces_only_is_refused_in_time() {
    for braces in ["{", "}", "{}", "{a"] {
        let message = braces.repeat(1_000_000 / braces.len());
        let catalog =
            format!(r#"{{ "name": "a", "errors": [{{ "code": "A", "message": "{message}" }}] }}"#);
        // An even number of equal braces is half as many literal braces.
        let expected = if braces.len() == 1 {
            None
        } else {
            Some(Rule::Template)
        };
        assert_eq!(first_rule(catalog), expected, "{braces}");
    }
}

#[test]
fn a_template_that_resembles_placeholders_everywhere_is_read_in_time() {
    for (start, end) in [
        ("%(", ""),
        ("%(a ", ")"),
        ("% x ", ""),
        ("% x ", "$"),
        ("{{", "}}"),
        ("}} ", "{{"),
        (" :", ""),
        ("${{", "}}"),
    ] {
        let message = start.repeat(1_000_000 / start.len()) + end;
        let catalog =
            format!(r#"{{ "name": "a", "errors": [{{ "code": "A", "message": "{message}" }}] }}"#);
        assert_eq!(first_rule(catalog), None, "{start}{end}");
    }
}

#[test]
fn an_error_with_a_hundred_thousand_parameters_is_refused_in_time() {
    let message: Vec<String> = (0..100_000)
        .map(|number| format!("{{p{number}}}"))
        .collect();
    let message = message.join(" ");
    let params: Vec<String> = (0..100_000)
        .map(|number| format!("\"q{number}\": {{}}"))
        .collect();
    let catalog = format!(
        r#"{{ "name": "a", "errors": [{{ "code": "A", "message": "{message}", "params": {{ {} }} }}] }}"#,
        params.join(",")
    );
    assert_eq!(first_rule(catalog), Some(Rule::Limit));
}

#[test]
fn a_hundred_thousand_misspelled_names_are_refused_in_time() {
    let names: Vec<String> = (0..100_000)
        .map(|number| format!("\"name{number}\": \"\""))
        .collect();
    let errors: Vec<String> = (0..50_000)
        .map(|number| format!(r#"{{ "code": "C{number}", "category": "nome{number}" }}"#))
        .collect();
    let catalog = format!(
        r#"{{ "name": "a", "categories": {{ {} }}, "errors": [{}] }}"#,
        names.join(","),
        errors.join(",")
    );
    assert_eq!(first_rule(catalog), Some(Rule::Limit));
}

#[test]
fn invalid_utf8_is_refused_at_its_place() {
    let source = Source::new("a.json", b"{\n \"name\": \"\xFF\" }".to_vec());
    let failure = compile(&source).unwrap_err();
    assert_eq!(rules(&failure), [Rule::Encoding]);
    assert!(source
        .render(&failure.diagnostics()[0])
        .contains("a.json:2:11"));
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(
        first_rule(b"\xEF\xBB\xBF{ \"name\": \"a\", \"errors\": [] }".to_vec()),
        None
    );
}

#[test]
fn ten_thousand_diagnostics_are_counted_and_a_thousand_kept() {
    let errors = vec!["{}"; 10_000].join(",");
    let source = Source::new(
        "a.json",
        format!("{{ \"name\": \"a\", \"errors\": [{errors}] }}"),
    );
    let failure = compile(&source).unwrap_err();
    assert_eq!(failure.diagnostics().len(), 1_000);
    assert_eq!(failure.dropped(), 9_000);
}

#[test]
fn lone_surrogates_in_escapes_are_refused() {
    let catalog = r#"{ "name": "a", "errors": [{ "code": "A", "message": "\ud800" }] }"#;
    assert_eq!(first_rule(catalog), Some(Rule::Syntax));
}

#[test]
fn the_time_to_read_entries_is_proportional_to_their_number() {
    let entries: Vec<String> = (0..20_000)
        .map(|number| {
            format!(
                r#"{{ "code": null, "id": "E{number}", "message": "number {number} of {{x}}" }}"#
            )
        })
        .collect();
    let catalog = format!(r#"{{ "name": "a", "errors": [{}] }}"#, entries.join(","));
    assert_eq!(first_rule(catalog), None);
}

/// Generates JSON that resembles a catalog.
fn json() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        Just("\"code\"".to_owned()),
        Just("\"{a} {b}\"".to_owned()),
        Just("\"\\u00e9{x}\"".to_owned()),
        "\"[A-Z_{}a-z~/ ]{0,12}\"",
    ];
    let leaf = prop_oneof![
        text.clone(),
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?[0-9]{1,6}"
    ];
    let key = prop_oneof![
        proptest::sample::select(vec![
            "name",
            "errors",
            "code",
            "id",
            "status",
            "message",
            "params",
            "type",
            "slots",
            "optional",
            "retry",
            "after",
            "header",
            "param",
            "envelopes",
            "causes",
            "at",
            "extra",
            "history",
            "deprecated",
            "renamed_to",
            "defaults",
            "categories",
            "scopes",
            "severity",
            "values",
            "examples",
            "scheme",
            "value",
        ])
        .prop_map(|key| format!("\"{key}\"")),
        text,
    ];
    leaf.prop_recursive(6, 64, 8, move |inner| {
        let member =
            (key.clone(), inner.clone()).prop_map(|(key, value)| format!("{key}: {value}"));
        prop_oneof![
            proptest::collection::vec(inner, 0..6)
                .prop_map(|values| format!("[{}]", values.join(", "))),
            proptest::collection::vec(member, 0..8)
                .prop_map(|members| format!("{{{}}}", members.join(", "))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_the_reader_panic(json in json()) {
        first_rule(format!("{{ \"name\": \"a\", \"errors\": [{json}], \"envelopes\": [{json}], \"defaults\": {json} }}"));
        first_rule(json);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        first_rule(bytes);
    }

    #[test]
    fn a_bundled_catalog_with_a_changed_byte_does_not_make_the_reader_panic(
        at in any::<proptest::sample::Index>(),
        byte in proptest::sample::select(b"{}[]\",:\\x0~/\xFF".to_vec()),
    ) {
        let mut content = error_catalog_model::builtin("works").unwrap_or_default().as_bytes().to_vec();
        let at = at.index(content.len());
        content[at] = byte;
        first_rule(content);
    }
}
