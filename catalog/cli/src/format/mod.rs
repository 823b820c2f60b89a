//! The canonical form of a catalog file: the order of its keys, and its layout.
//!
//! Scalars are never interpreted: numbers, and strings with their escapes, stay as they are written.
//!
//! ```text
//! text ──tree──▶ nodes that borrow from the text ──shape, layout──▶ text
//! ```

mod layout;
mod shape;
mod tree;

pub(crate) use tree::{parse, Node};

use error_catalog_model::{compile, Rule, Source};

/// Returns the canonical form of a catalog or a translation, which may have errors.
///
/// # Errors
///
/// The file is not valid JSON, or nested too deeply. The message has the place and a help.
pub(crate) fn canonical(source: &Source, is_translation: bool) -> Result<String, String> {
    if let Err(failure) = compile(source) {
        let unreadable = |rule| matches!(rule, Rule::Syntax | Rule::Encoding);
        let mut diagnostics = failure.diagnostics().iter();
        let is_empty = source.text().is_empty();
        if let Some(diagnostic) = diagnostics.find(|it| is_empty || unreadable(it.rule)) {
            // The caller adds `error: ` itself.
            let shown = source.render(diagnostic);
            return Err(shown.replacen("error", "catalog", 1));
        }
    }
    let formatted = if is_translation {
        parse(source.text()).map(|node| layout::layout(&node, &shape::TRANSLATION))
    } else {
        laid_out(source.text())
    };
    formatted.ok_or_else(|| format!("`{}` is nested too deeply", source.name()))
}

/// Returns the canonical form of a catalog, given as valid JSON. Returns `None` if it is nested too deeply.
pub(crate) fn laid_out(text: &str) -> Option<String> {
    parse(text).map(|node| layout::layout(&node, &shape::CATALOG))
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use super::{parse, Node};
    use error_catalog_model::{Source, BUILTIN};
    use proptest::prelude::*;
    use proptest::sample::select;

    fn formatted(text: &str) -> String {
        canonical(&Source::new("catalog.json", text), false).unwrap()
    }

    /// The value with the members of its objects sorted by key. Duplicate keys keep their order.
    fn sorted(mut node: Node<'_>) -> Node<'_> {
        match &mut node {
            Node::Scalar(_) => {}
            Node::Array(elements) => {
                *elements = std::mem::take(elements).into_iter().map(sorted).collect();
            }
            Node::Object(members) => {
                let taken = std::mem::take(members).into_iter();
                *members = taken.map(|(key, value)| (key, sorted(value))).collect();
                members.sort_by_key(|(key, _)| *key);
            }
        }
        node
    }

    fn string() -> impl Strategy<Value = String> {
        let parts = vec![
            "a",
            " ",
            "é",
            "{x}",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "/",
            "\\u0041",
            "\\ud83d\\ude00",
            "\\u202e",
        ];
        let long = prop::collection::vec(select(parts), 0..40);
        long.prop_map(|parts| format!("\"{}\"", parts.concat()))
    }

    fn key() -> impl Strategy<Value = String> {
        let known = vec![
            "name",
            "errors",
            "envelopes",
            "code",
            "status",
            "params",
            "type",
            "history",
            "err\\u006frs",
            "extra",
        ];
        prop_oneof![3 => select(known).prop_map(|key| format!("\"{key}\"")), 1 => string()]
    }

    fn space() -> impl Strategy<Value = &'static str> {
        select(&["", " ", "\n", "\t\r\n  "][..])
    }

    /// Any JSON value, written in any way.
    fn json() -> impl Strategy<Value = String> {
        let scalars = vec![
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1.0",
            "1e400",
            "1E+2",
            "123456789012345678901",
        ];
        let leaf = prop_oneof![select(scalars).prop_map(str::to_owned), string()];
        leaf.prop_recursive(6, 60, 6, |inner| {
            let element = (space(), inner.clone(), space())
                .prop_map(|(before, value, after)| format!("{before}{value}{after}"));
            let member =
                (space(), key(), space(), inner).prop_map(|(before, key, between, value)| {
                    format!("{before}{key}{between}:{value}")
                });
            prop_oneof![
                prop::collection::vec(element, 0..6)
                    .prop_map(|elements| format!("[{}]", elements.join(","))),
                prop::collection::vec(member, 0..6)
                    .prop_map(|members| format!("{{{}}}", members.join(","))),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_is_kept_as_it_is_written(text in json()) {
            let formatted = formatted(&text);
            let parsed = |text: &str| -> Option<serde_json::Value> { serde_json::from_str(text).ok() };
            prop_assert_eq!(parsed(&text), parsed(&formatted));
            prop_assert_eq!(parse(&text).map(sorted), parse(&formatted).map(sorted));
        }

        #[test]
        fn formatting_twice_is_formatting_once(text in json()) {
            let once = formatted(&text);
            prop_assert_eq!(&formatted(&once), &once);
        }
    }

    #[test]
    fn the_bundled_catalogs_are_in_canonical_form() {
        for (name, text) in BUILTIN {
            assert!(
                formatted(text) == text,
                "{name}: run `cargo error-catalog fmt catalog/data/*.json`"
            );
        }
    }

    #[test]
    fn invalid_json_is_an_error_with_its_place() {
        let error = |text: &[u8]| canonical(&Source::new("a.json", text), false).unwrap_err();
        assert!(error(b"{ \"name\": }").contains("--> a.json:1:10"));
        assert!(error(b"{ \"name\": \"\xFF\" }").contains("C002"));
        assert!(error(b"").contains("C001"));
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(error(deep.as_bytes()).contains("nested too deeply"));
    }
}
