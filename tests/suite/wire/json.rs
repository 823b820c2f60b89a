//! Our reader of JSON accepts what `serde_json` accepts, and reads the same of it: in responses and in catalogs.

use error_catalog::{InvalidJson, Json};
use error_catalog_model::{compile, Rule, Source};
use error_catalog_tests::checks;
use proptest::prelude::*;
use proptest::sample::Index;

/// A string as someone may write it: every escape, characters of every length, halves of surrogate pairs.
fn string() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[ !#-\\[\\]-~]{1,9}",
        2 => "[\u{80}-\u{10FFFF}]{1,3}",
        2 => prop::sample::select(vec![r#"\""#, r"\\", r"\/", r"\b", r"\f", r"\n", r"\r", r"\t"])
            .prop_map(String::from),
        2 => any::<u16>().prop_map(|unit| format!("\\u{unit:04x}")),
        1 => any::<char>().prop_map(|character| {
            let mut units = [0; 2];
            let units = character.encode_utf16(&mut units);
            let escapes = units.iter().map(|unit| format!("\\u{unit:04X}"));
            escapes.collect::<Vec<_>>().concat()
        }),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| format!("\"{}\"", parts.concat()))
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
    ]
}

fn space() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => "[ \t\r\n]{1,3}"]
}

/// JSON, written in any way.
fn document() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["true", "false", "null"]).prop_map(String::from);
    let leaf = prop_oneof![string(), number(), word];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let item: BoxedStrategy<String> = (space(), inner, space())
            .prop_map(|(before, value, after)| before + &value + &after)
            .boxed();
        let member = (space(), string(), space(), item.clone())
            .prop_map(|(before, key, after, value)| format!("{before}{key}{after}:{value}"));
        prop_oneof![
            prop::collection::vec(item, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 0..6)
                .prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

/// The parts of JSON in any order.
fn jumble() -> impl Strategy<Value = String> {
    let parts = [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\", "\\u", "\\ud83d", "\\ude00", "0", "-",
        "1", ".", "e", "+", "true", "nul", "null", " ", "\n", "\u{b}", "\u{a0}", "\u{feff}", "\0",
        "é",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..12)
        .prop_map(|parts| parts.concat())
}

/// What may happen to a text on its way.
#[derive(Debug, Clone)]
enum Damage {
    Change(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Cut(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let byte = prop_oneof![
        any::<u8>(),
        prop::sample::select(b"{}[]\",:\\ue0-+.1 \n\t\x1f\x7f".to_vec())
    ];
    prop_oneof![
        (any::<Index>(), byte.clone()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        (any::<Index>(), byte).prop_map(|(at, byte)| Damage::Insert(at, byte)),
        any::<Index>().prop_map(Damage::Remove),
        any::<Index>().prop_map(Damage::Cut),
    ]
}

fn damaged(text: String, damage: &[Damage]) -> Vec<u8> {
    let mut bytes = text.into_bytes();
    for damage in damage {
        let at = |at: &Index, bytes: &[u8]| at.index(bytes.len() + 1);
        match damage {
            Damage::Change(place, byte) => {
                let place = at(place, &bytes);
                bytes
                    .get_mut(place)
                    .into_iter()
                    .for_each(|old| *old = *byte);
            }
            Damage::Insert(place, byte) => bytes.insert(at(place, &bytes), *byte),
            Damage::Remove(place) => {
                let place = at(place, &bytes);
                bytes.drain(place..bytes.len().min(place + 1));
            }
            Damage::Cut(place) => bytes.truncate(at(place, &bytes)),
        }
    }
    bytes
}

/// Checks that a catalog with this content is called unreadable where others cannot read it.
fn catalog(bytes: &[u8]) {
    let source = Source::new("a.json", bytes);
    let first = compile(&source).err().and_then(|failure| {
        let diagnostics = failure.diagnostics();
        for diagnostic in diagnostics {
            assert!(!source.render(diagnostic).is_empty());
        }
        diagnostics.first().map(|diagnostic| diagnostic.rule)
    });
    let is_unreadable = matches!(first, Some(Rule::Syntax | Rule::Encoding));
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // `serde_json` does not check which characters the escapes in skipped values are.
    if serde_json::from_slice::<serde_json::Value>(bytes).is_ok() {
        assert!(!is_unreadable, "{first:?}");
    }
    if serde_json::from_slice::<&serde_json::value::RawValue>(bytes).is_err() {
        assert!(is_unreadable, "{first:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_damaged_catalog_is_refused_where_others_refuse_it(
        text in document(), damage in prop::collection::vec(damage(), 0..4)
    ) {
        catalog(&damaged(text, &damage));
    }

    #[test]
    fn a_catalog_of_parts_of_json_in_any_order_is_read_as_others_read_it(text in jumble()) {
        catalog(text.as_bytes());
    }

    #[test]
    fn a_catalog_of_any_bytes_is_read_as_others_read_it(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        catalog(&bytes);
    }

    #[test]
    fn json_written_in_any_way_is_read_as_others_read_it(text in document()) {
        prop_assert!(Json::parse(text.as_bytes()).is_ok());
        checks::json(text.as_bytes());
    }

    #[test]
    fn damaged_json_is_refused_where_others_refuse_it(
        text in document(), damage in prop::collection::vec(damage(), 1..4)
    ) {
        checks::json(&damaged(text, &damage));
    }

    #[test]
    fn parts_of_json_in_any_order_are_read_as_others_read_them(text in jumble()) {
        checks::json(text.as_bytes());
    }

    #[test]
    fn any_text_is_read_as_others_read_it(text in any::<String>()) {
        checks::json(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_as_others_read_them(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        checks::json(&bytes);
    }

    #[test]
    fn a_string_of_any_bytes_is_read_as_others_read_it(bytes in prop::collection::vec(any::<u8>(), 0..32)) {
        checks::json(&[b"\"", &*bytes, b"\""].concat());
    }

    #[test]
    fn nesting_of_any_shape_is_read_as_others_read_it(
        depth in 0..127usize, objects in prop::collection::vec(any::<bool>(), 127), is_closed in any::<bool>()
    ) {
        let open = objects.iter().take(depth).map(|is_object| if *is_object { "{\"a\": " } else { "[0, " });
        let close = objects.iter().take(depth).rev().map(|is_object| if *is_object { "}" } else { "]" });
        let close: String = if is_closed { close.collect() } else { close.skip(1).collect() };
        checks::json(format!("{}1{close}", open.collect::<String>()).as_bytes());
    }

    #[test]
    fn the_text_of_a_number_is_kept(text in number()) {
        let read = Json::parse(text.as_bytes()).map(Json::as_number);
        prop_assert_eq!(read, Ok(Some(&*text)));
    }

    #[test]
    fn the_place_where_a_text_stops_being_json_is_reported(text in document(), damage in prop::collection::vec(damage(), 1..3)) {
        let bytes = damaged(text, &damage);
        if let Err(invalid) = Json::parse(&bytes) {
            prop_assert!(invalid.offset() <= bytes.len());
            // The text before the place can be continued, so that the same text cut there fails no earlier.
            let cut = Json::parse(&bytes[..invalid.offset()]);
            prop_assert!(cut.map_or_else(InvalidJson::offset, |_| invalid.offset()) == invalid.offset());
        }
    }
}

#[test]
fn half_a_surrogate_pair_is_the_replacement_character_for_us_and_refused_by_others() {
    for half in [
        r#""\ud800""#,
        r#""\udfff""#,
        r#""\ud83d\ud83d""#,
        r#""\ude00\ud83d""#,
        r#""\ud83dx""#,
    ] {
        assert!(
            serde_json::from_str::<serde_json::Value>(half).is_err(),
            "{half}"
        );
        let ours = Json::parse(half.as_bytes()).unwrap().as_str().unwrap();
        assert!(
            ours.starts_with(char::REPLACEMENT_CHARACTER),
            "{half}: {ours:?}"
        );
    }
    let key = Json::parse(br#"{"\ud800": 1}"#).unwrap();
    assert_eq!(key.get("\u{FFFD}").and_then(Json::as_number), Some("1"));
}

#[test]
fn half_a_surrogate_pair_takes_nothing_of_what_follows() {
    let text = |json: &'static str| Json::parse(json.as_bytes()).unwrap().as_str().unwrap();
    assert_eq!(text(r#""\ud83d\n""#), "\u{FFFD}\n");
    assert_eq!(text(r#""\ud83d\u0041""#), "\u{FFFD}A");
    assert_eq!(text(r#""\ud83d\ud83d\ude00""#), "\u{FFFD}😀");
    assert_eq!(text(r#""\ude00\ud83d\ude00""#), "\u{FFFD}😀");
}

#[test]
fn numbers_too_large_for_any_type_are_kept_as_they_are_written() {
    let digits = "9".repeat(400);
    for number in [&*digits, "1e400", "-1E-9999999999", "0.000", "-0"] {
        assert_eq!(
            Json::parse(number.as_bytes()).unwrap().as_number(),
            Some(number)
        );
        checks::json(number.as_bytes());
    }
}

#[test]
fn json_deeper_than_others_can_read_is_read() {
    for depth in [127, 128, 129, 1000, 64, 65, 192] {
        let text = "[{\"a\":".repeat(depth / 2) + &"}]".repeat(depth / 2);
        assert!(Json::parse(text.as_bytes()).is_err(), "a value is missing");
        let text = "[{\"a\":".repeat(depth / 2) + "0" + &"}]".repeat(depth / 2);
        let json = Json::parse(text.as_bytes()).unwrap();
        assert_eq!(json.pointer(&["0", "a"]).is_some(), depth > 1);
        checks::json(text.as_bytes());
    }
}

#[test]
fn an_array_index_is_one_as_rfc_6901_writes_it() {
    let json = Json::parse(br#"{"a": [10, 11], "0": 1}"#).unwrap();
    let at = |path: &[&str]| json.pointer(path).map(Json::as_written);
    assert_eq!(at(&["a", "1"]), Some("11"));
    assert_eq!(at(&["0"]), Some("1"));
    for index in ["2", "-", "", "+1", "01", "-1", "99999999999999999999999"] {
        assert_eq!(at(&["a", index]), None, "{index}");
    }
    assert_eq!(at(&["a", "0", "b"]), None);
}

#[test]
fn members_are_found_by_their_names_without_escapes() {
    let json = Json::parse(br#"{"c\u006fde": 1, "": 2, "a\/b": 3, "code": 4}"#).unwrap();
    let at = |name| json.get(name).map(Json::as_written);
    assert_eq!(
        (at("code"), at(""), at("a/b"), at("c\\u006fde")),
        (Some("4"), Some("2"), Some("3"), None)
    );
}
