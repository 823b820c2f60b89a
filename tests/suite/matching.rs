//! Rendered messages are matched to their values and entries.

use crate::generated::{Everything, EverythingError, EverythingErrorKind};
use error_catalog::{Catalog, Meta, ParamType};
use error_catalog_model::{builtin, compile, Entry, Piece, Source};
use error_catalog_tests::{Edges, EdgesError, HttpApi, LinkedIn, Marketing, MarketingError, Works};
use proptest::prelude::*;
use proptest::sample::{select, Index};
use std::borrow::Cow;
use std::collections::HashMap;

/// Returns the bundled catalogs, compiled and as models.
fn bundled() -> Vec<(&'static Meta, Vec<Entry>)> {
    let metas = [
        LinkedIn::META,
        Marketing::META,
        Edges::META,
        Works::META,
        HttpApi::META,
    ];
    let entries = |meta: &Meta| {
        let text = builtin(meta.name()).expect("the catalog is bundled");
        let compiled = compile(&Source::new(meta.name(), text));
        compiled.expect("the catalog is valid").catalog.entries
    };
    metas.map(|meta| (meta, entries(meta))).into()
}

/// Renders the message with these values.
fn render(entry: &Entry, values: &HashMap<usize, String>) -> String {
    let mut message = String::new();
    let mut params = entry.message.params.iter();
    let template = &entry.message.template;
    for piece in template.pieces() {
        match piece {
            Piece::Literal(range) => message.push_str(&template.source()[range.clone()]),
            Piece::Placeholder(_) => message.push_str(&values[params.next().unwrap()]),
        }
    }
    message
}

/// Random numbers for the value of a parameter of any type; strings also contain parts of the template.
#[derive(Debug, Clone)]
struct Seed {
    texts: Vec<(Index, &'static str)>,
    number: i64,
    flag: bool,
    long: bool,
}

impl Seed {
    fn value(&self, entry: &Entry, param: usize) -> String {
        let number = self.number;
        match entry.params[param].param_type {
            ParamType::Integer => number.to_string(),
            ParamType::Decimal => format!("{number}.50"),
            ParamType::Boolean => self.flag.to_string(),
            _ => self.text(entry),
        }
    }

    fn text(&self, entry: &Entry) -> String {
        let mut pieces = entry.message.template.literals();
        pieces.extend(
            pieces
                .concat()
                .split_inclusive(' ')
                .map(String::from)
                .collect::<Vec<_>>(),
        );
        let text = |(index, text): &(Index, &str)| index.get(&pieces).clone() + text;
        let text: String = self.texts.iter().map(text).collect();
        if self.long && !text.is_empty() {
            text.repeat(100_000 / text.len() + 1)
        } else {
            text
        }
    }
}

fn seed() -> impl Strategy<Value = Seed> {
    let texts = vec![
        "",
        " ",
        "a",
        "/elements/0/name",
        "{value}",
        "{{",
        "}",
        "né",
        "🎉",
        ".",
        "12",
        "\u{0}",
    ];
    let text = (any::<Index>(), select(texts));
    (
        proptest::collection::vec(text, 0..4),
        any::<i64>(),
        any::<bool>(),
        proptest::bool::weighted(0.02),
    )
        .prop_map(|(texts, number, flag, long)| Seed {
            texts,
            number,
            flag,
            long,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn unique_values_are_those_that_were_rendered(seeds in proptest::collection::vec(seed(), 7)) {
        for (meta, entries) in bundled() {
            for (compiled, entry) in meta.entries().zip(&entries) {
                let params = entry.message.params.iter().copied();
                let values: HashMap<usize, String> =
                    params.map(|param| (param, seeds[param % seeds.len()].value(entry, param))).collect();
                let message = render(entry, &values);
                let repeated = values.len() < entry.message.params.len();
                let Some(matched) = compiled.match_message(&message) else {
                    prop_assert!(repeated, "{} {message:?}", entry.id);
                    continue;
                };
                if matched.is_unique() {
                    for (param, value) in &values {
                        prop_assert_eq!(matched.value(*param), Some(&**value), "{}", entry.id);
                    }
                    prop_assert_eq!(matched.values().count(), values.len());
                }
                let candidates = || meta.recognize_all(&message);
                prop_assert!(
                    entry.is_free_text || candidates().any(|(candidate, _)| candidate == compiled),
                    "{} {message:?}", entry.id
                );
                prop_assert!(candidates().all(|(candidate, _)| candidate.message().is_some()));
            }
        }
    }
}

#[test]
fn plain_values_are_found_in_every_bundled_message() {
    let mut unique = 0;
    let mut all = 0;
    for (meta, entries) in bundled() {
        for (compiled, entry) in meta.entries().zip(&entries) {
            let value = |param: usize| match entry.params[param].param_type {
                ParamType::Integer | ParamType::Decimal => format!("{}", 10 + param),
                ParamType::Boolean => "true".to_owned(),
                _ => format!("VALUE_{param}"),
            };
            let params = entry.message.params.iter();
            let values = params.map(|param| (*param, value(*param))).collect();
            let message = render(entry, &values);
            let matched = compiled.match_message(&message).unwrap();
            assert!(matched.is_unique(), "{message}");
            for (param, value) in &values {
                assert_eq!(matched.value(*param), Some(&**value));
            }
            let Some(recognized) = meta.recognize(&message, None) else {
                assert!(entry.is_free_text, "{message}");
                continue;
            };
            all += 1;
            unique += usize::from(recognized.is_only() && recognized.entry() == compiled);
        }
    }
    assert!(unique * 10 >= all * 8, "{unique} of {all}");
}

#[test]
fn values_have_the_types_of_their_parameters() {
    let error = EverythingError::typed(
        3,
        "0.50",
        true,
        "now",
        vec!["a".into(), "b".into()],
        "{}",
        "",
    );
    let message = error.message();
    let matched = error.entry().match_message(&message).unwrap();
    assert!(matched.is_unique());
    let values: Vec<&str> = matched.values().map(|(_, value)| value).collect();
    assert_eq!(values, ["3", "0.50", "true", "now", "a, b", "{}"]);
    let without_number = message.replacen('3', "three", 1);
    assert_eq!(error.entry().match_message(&without_number), None);
}

#[test]
fn repeated_placeholders_have_one_value_and_slots_have_their_own() {
    let repeated = EverythingErrorKind::Repeated.entry();
    let matched = repeated
        .match_message("a and b and a and b are one.")
        .unwrap();
    assert_eq!(
        (matched.value(0), matched.is_unique()),
        (Some("a and b"), true)
    );
    assert_eq!(repeated.match_message("a and b are one."), None);
    let mismatch = EverythingErrorKind::Mismatch.entry();
    let matched = mismatch.match_message("1 is not 2.").unwrap();
    assert_eq!((matched.value(0), matched.value(1)), (Some("1"), Some("2")));
    let matched = mismatch.match_message("1 is not 2 is not 3.").unwrap();
    assert!(!matched.is_unique());
}

#[test]
fn doubled_braces_are_literal() {
    let error = EverythingError::braces("{T}", "}", "{{");
    let message = error.message();
    let matched = error.entry().match_message(&message).unwrap();
    assert!(matched.is_unique());
    let values: Vec<&str> = matched.values().map(|(_, value)| value).collect();
    assert_eq!(values, ["{T}", "}", "{{"]);
}

#[test]
fn the_values_in_a_code_are_not_empty_and_have_their_types() {
    let wait = EverythingErrorKind::FloodWait.entry();
    assert_eq!(
        wait.match_code("FLOOD_WAIT_30").unwrap().value(0),
        Some("30")
    );
    for code in ["FLOOD_WAIT_", "FLOOD_WAIT_x", "FLOOD_WAIT", "WAIT_30"] {
        assert_eq!(wait.match_code(code), None, "{code}");
    }
    let missing = EverythingErrorKind::ResourceNotExist.entry();
    assert!(missing.match_code("USER_NOT_EXIST").is_some());
    assert_eq!(missing.match_code("A USER_NOT_EXIST"), None);
    assert!(EverythingErrorKind::Numbered
        .entry()
        .match_code("1042")
        .is_some());
}

#[test]
fn a_message_alone_gives_its_entry_and_whether_others_match() {
    let recognized = Everything::META
        .recognize("Code 7 is a number.", None)
        .unwrap();
    assert_eq!(recognized.entry().id(), "NUMBERED");
    assert_eq!(recognized.matched().value(0), Some("7"));
    assert!(recognized.is_only());
    assert!(Everything::META
        .recognize("Code x is a number.", None)
        .is_none());
    assert!(Everything::META.recognize("", None).is_none());
    // `{a} {b} … {g}` matches, too, but has less literal text.
    let message = "1 is not 2 or 3 or 4.";
    let recognized = Everything::META.recognize(message, None).unwrap();
    assert_eq!(recognized.entry().id(), "MISMATCH");
    assert!(!recognized.is_only());
    let ids: Vec<&str> = Everything::META
        .recognize_all(message)
        .map(|(entry, _)| entry.id())
        .collect();
    assert_eq!(ids.len(), 2, "{ids:?}");
}

#[test]
fn a_template_is_shown_as_the_catalog_writes_it() {
    for (meta, entries) in bundled() {
        for (compiled, entry) in meta.entries().zip(entries) {
            let source = (!entry.is_free_text).then(|| entry.message.template.source().to_owned());
            assert_eq!(compiled.message().as_deref(), source.as_deref());
        }
    }
    let braces = EverythingErrorKind::Braces.entry().message();
    assert_eq!(braces.as_deref(), Some("{{{type}}} is {{self}} {self} {0}"));
}

#[test]
fn the_status_selects_among_entries_with_the_same_message() {
    let mut seen: HashMap<Cow<'_, str>, Vec<(u16, &str)>> = HashMap::new();
    for entry in Marketing::META.entries() {
        if let (Some(message), Some(status)) = (entry.message(), entry.status()) {
            seen.entry(message)
                .or_default()
                .push((status.as_u16(), entry.id()));
        }
    }
    for (message, entries) in seen.into_iter().filter(|(_, entries)| entries.len() > 1) {
        let recognized = |status| Marketing::META.recognize(&message, status).unwrap();
        assert!(!recognized(None).is_only());
        for (status, _) in &entries {
            let chosen = recognized(Some(*status)).entry();
            assert!(entries.contains(&(*status, chosen.id())), "{message}");
        }
    }
}

#[test]
fn matching_does_not_allocate() {
    let marketing = MarketingError::field_value_too_low("/a", "1", "2");
    let edges = EdgesError::limit_reached("x");
    let (first, second) = (marketing.message(), edges.message());
    let counted = allocation_counter::measure(|| {
        assert!(marketing.entry().match_message(&first).is_some());
        assert!(edges.entry().match_message(&second).is_some());
        assert!(Marketing::META.recognize(&first, Some(400)).is_some());
        assert!(Edges::META.recognize(&second, None).is_some());
    });
    assert_eq!(counted.count_total, 0);
}
