//! Bodies that are not JSON: they are read totally, and what is written is read as the same.

use error_catalog::__private::format::{grpc, text, xml};
use error_catalog::header::Headers;
use error_catalog::Json;
use error_catalog_tests::checks;
use proptest::prelude::*;
use serde_json::{json, Map, Value};

/// Texts with everything that a format could take for its own.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-z]{1,4}",
        4 => prop::sample::select(vec![
            "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<?", "&amp;", "&#65;", "=", "%", "%41", "+", " ",
            "?", "#", ";", ",", "\n", "\r", "\r\n", "\t", "\0", "\u{7f}", "\u{85}", "\u{a0}", "\u{2028}", "\u{feff}",
            "\u{ffff}", "{", "}", "/", "~", ".", "é", "☃", "😀",
        ]).prop_map(String::from),
        1 => any::<String>(),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn xml_name() -> impl Strategy<Value = String> {
    "[A-Za-z_é名][A-Za-z0-9_.\u{b7}é-]{0,3}"
}

/// An element of strings, numbers, booleans, nulls, objects with attributes and text, and arrays.
fn element() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => any_text().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(5, 48, 4, |inner| {
        let child = prop_oneof![
            3 => inner.clone(),
            1 => prop::collection::vec(inner, 0..4).prop_map(Value::from),
        ];
        let attribute = (xml_name(), any_text())
            .prop_filter("a declaration", |(name, _)| name != "xmlns")
            .prop_map(|(name, text)| (format!("@{name}"), Value::from(text)));
        let text = any_text().prop_map(|text| (String::from("#text"), Value::from(text)));
        let member = prop_oneof![4 => (xml_name(), child), 2 => attribute, 1 => text];
        prop::collection::vec(member, 0..6)
            .prop_map(|members| Value::Object(members.into_iter().collect()))
    })
}

/// The parts of XML in any order.
fn xml_jumble() -> impl Strategy<Value = String> {
    let parts = [
        "<a>",
        "</a>",
        "<a/>",
        "<b>",
        "</b>",
        "<b x='1' y=\"&lt;\">",
        "<p:a xmlns:p='u' p:x=''>",
        "</p:a>",
        "<",
        ">",
        "/>",
        "</",
        "=",
        "'",
        "\"",
        " ",
        "\n",
        "x",
        "é",
        "&",
        ";",
        "&amp;",
        "&#x41;",
        "&#32;",
        "&b;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<?xml version='1.0' encoding='utf-8'?>",
        "<!DOCTYPE a>",
        "\u{feff}",
        "\0",
        "\u{b}",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..24)
        .prop_map(|parts| parts.concat())
}

/// Elements that are closed, with everything that can be in them.
fn valid_xml() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "",
        " ",
        "\n  ",
        "x",
        "&amp;",
        "&#13;",
        "&#1;",
        "<![CDATA[ < ]]>",
        "<![CDATA[]]>",
        "<!-- < -->",
        "<?p?>",
        "\r\n",
        "\u{1}",
    ]);
    leaf.prop_map(String::from)
        .prop_recursive(5, 64, 6, |inner| {
            let name = prop::sample::select(vec!["a", "b", "p:a"]);
            let attributes = prop::sample::select(vec![
                "",
                " x='1'",
                " x='\n&#10;' y=\"'\"",
                " p:x='1' x='2'",
                " xmlns='u'",
            ]);
            (name, attributes, prop::collection::vec(inner, 0..6)).prop_map(
                |(name, attributes, content)| {
                    format!("<{name}{attributes}>{}</{name}>", content.concat())
                },
            )
        })
}

proptest! {
    #[test]
    fn an_element_is_written_as_xml_and_read_as_the_same(name in xml_name(), value in element()) {
        checks::xml_of(&Value::Object(Map::from_iter([(name, value)])));
    }

    #[test]
    fn any_bytes_are_read_as_xml_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..64),
        jumble in xml_jumble(),
        content in valid_xml(),
    ) {
        checks::xml(&bytes);
        checks::xml(jumble.as_bytes());
        checks::xml(format!("<r>{jumble}</r>").as_bytes());
        checks::xml(format!("<?xml version='1.0'?>\n<r>{content}</r>\n").as_bytes());
    }

    #[test]
    fn members_are_written_as_a_form_and_read_as_the_same(
        members in prop::collection::vec(
            (any_text(), prop_oneof![
                any_text().prop_map(Value::from),
                prop::collection::vec(any_text(), 0..4).prop_map(Value::from),
            ]),
            0..6,
        ),
    ) {
        checks::form_of(&members.into_iter().collect());
    }

    #[test]
    fn any_bytes_are_read_as_a_form_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..64),
        parts in prop::collection::vec(
            prop::sample::select(vec!["a", "b", "=", "&", "+", "%", "%4", "%41", "%c3%a9", "%ff", "?", "#", "é", " ", ";"]),
            0..16,
        ),
    ) {
        checks::form(&bytes);
        checks::form(parts.concat().as_bytes());
    }

    #[test]
    fn a_message_of_grpc_is_written_and_read_as_the_same(code in any::<u32>(), message in any_text()) {
        let status = json!({ "code": code, "message": message }).to_string();
        let headers = grpc::to_headers(Json::parse(status.as_bytes())?);
        prop_assert!(headers.iter().all(|(_, value)| value.bytes().all(|byte| matches!(byte, b' '..=b'~'))));
        let again = grpc::to_json(&Headers::from(&headers)).expect("a status");
        prop_assert_eq!(serde_json::from_str::<Value>(&again)?, serde_json::from_str::<Value>(&status)?);
    }

    #[test]
    fn details_of_grpc_are_written_and_read_as_the_same(
        texts in prop::collection::vec("[^\0]{1,9}|a|~/.", 7),
        (seconds, nanos) in (0..315_576_000_000_i64, 1..1_000_000_000_u32),
    ) {
        let delay = format!("{seconds}.{nanos:09}");
        let status = json!({ "code": 3, "message": texts[0], "details": [
            { "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": texts[1], "domain": texts[2],
              "metadata": { &texts[3]: texts[4], "": "" } },
            { "@type": "type.googleapis.com/google.rpc.RetryInfo",
              "retryDelay": delay.trim_end_matches('0').to_owned() + "s" },
            { "@type": "google.rpc.BadRequest", "fieldViolations": [
                { "field": texts[5], "description": texts[6], "reason": texts[0] }, {} ] },
            { "@type": texts[6] },
        ]});
        let written = status.to_string();
        let headers = grpc::to_headers(Json::parse(written.as_bytes())?);
        let again = grpc::to_json(&Headers::from(&headers)).expect("a status");
        prop_assert_eq!(serde_json::from_str::<Value>(&again)?, status);
    }

    #[test]
    fn any_details_of_grpc_are_read(status in "[0-9]{0,11}", value in "[A-Za-z0-9+/]{0,64}={0,2}|.{0,9}") {
        let lines = [("grpc-status", &*status), ("grpc-status-details-bin", &*value)];
        if let Some(json) = grpc::to_json(&Headers::from(&lines)) {
            let json: Value = serde_json::from_str(&json)?;
            prop_assert_eq!(json["code"].as_u64(), status.parse().ok());
        }
    }

    #[test]
    fn any_text_is_a_message_without_the_whitespace_around_it(message in any_text()) {
        if let Some(json) = text::to_json(message.as_bytes()) {
            let read = text::from_json(Json::parse(json.as_bytes())?).expect("a string");
            let marked = message.strip_prefix('\u{feff}');
            prop_assert_eq!(&*read, marked.unwrap_or(&message).trim());
        }
    }
}

#[test]
fn hostile_names_and_long_values_survive_a_form() {
    let long = "é&=%+ ".repeat(2_000);
    let members = json!({
        "": "", "a.b": ["", ""], "a/b~0~1": "/", "0": "0", "?a": "#", "#": "?", "a[]": ["1", "2"], &long: &long,
    });
    checks::form_of(members.as_object().expect("an object"));
    checks::xml_of(&json!({ "r": { "a": long, "@b": long, "#text": long, "c": [long, long] } }));
}

#[test]
fn the_memory_that_xml_takes_is_linear_in_its_length() {
    for part in [
        "<a/>",
        "<a b=''/>",
        "<a>x<b/></a>",
        "&lt;",
        "<a>&lt;</a>",
        "<![CDATA[]]>",
        "x<a/>",
    ] {
        let of = |number: usize| {
            let body = format!("<r>{}</r>", part.repeat(number));
            let taken = allocation_counter::measure(|| drop(xml::to_json(body.as_bytes())));
            usize::try_from(taken.bytes_max).expect("a number of bytes") / body.len()
        };
        for number in [1_000, 30_000] {
            assert!(of(number) < 40, "{part} {number}");
        }
    }
}
