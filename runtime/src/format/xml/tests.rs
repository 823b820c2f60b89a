//! Reading, writing, and both.

use super::{from_json, to_json};
use crate::Json;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

fn read(body: &str) -> String {
    to_json(body.as_bytes()).unwrap_or_else(|error| panic!("{error}: {body}"))
}

fn refused(body: &[u8]) -> String {
    to_json(body).unwrap_err().to_string()
}

fn written(json: &str) -> Option<String> {
    let xml = from_json(Json::parse(json.as_bytes()).unwrap())?;
    let declaration = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
    Some(String::from(xml.strip_prefix(declaration).unwrap()))
}

#[test]
fn an_element_is_a_string_or_an_object() {
    for (body, json) in [
        ("<a/>", r#"{"a":""}"#),
        ("<a></a>", r#"{"a":""}"#),
        ("<a>x</a>", r#"{"a":"x"}"#),
        (r#"<a b="c"/>"#, r#"{"a":{"@b":"c"}}"#),
        (
            "<a b='c' d=\"\">x</a>",
            r##"{"a":{"@b":"c","@d":"","#text":"x"}}"##,
        ),
        (
            "<a>x<b/>y<c>z</c></a>",
            r##"{"a":{"#text":"xy","b":"","c":"z"}}"##,
        ),
        ("<a><b><c>1</c></b></a>", r#"{"a":{"b":{"c":"1"}}}"#),
        ("<a ><b\n/></a\t>", r#"{"a":{"b":""}}"#),
        ("<código>é</código>", r#"{"código":"é"}"#),
    ] {
        assert_eq!(read(body), json, "{body}");
    }
}

#[test]
fn elements_of_the_same_name_are_an_array_in_order() {
    for (body, json) in [
        ("<r><a>1</a><a>2</a></r>", r#"{"r":{"a":["1","2"]}}"#),
        (
            "<r><a>1</a><b/><a><c/></a><b x='1'/></r>",
            r#"{"r":{"a":["1",{"c":""}],"b":["",{"@x":"1"}]}}"#,
        ),
        (
            "<r><a><b/><b/></a><a><b/></a></r>",
            r#"{"r":{"a":[{"b":["",""]},{"b":""}]}}"#,
        ),
        ("<r a='1'><a>2</a></r>", r#"{"r":{"@a":"1","a":"2"}}"#),
    ] {
        assert_eq!(read(body), json, "{body}");
    }
}

#[test]
fn prefixes_and_declarations_of_namespaces_are_ignored() {
    let body = concat!(
        r#"<s:Envelope xmlns:s="http://example.com/s" xmlns="http://example.com/">"#,
        r#"<s:Body><Fault xml:lang="en"><x:code xmlns:x="urn:x">A</x:code><code>B</code></Fault>"#,
        "</s:Body></s:Envelope>"
    );
    assert_eq!(
        read(body),
        r#"{"Envelope":{"Body":{"Fault":{"@lang":"en","code":["A","B"]}}}}"#
    );
    assert_eq!(read("<a xmlns='urn:a'>x</a>"), r#"{"a":"x"}"#);
    // Attributes that differ in their prefixes only.
    assert_eq!(read("<a p:x='1' q:x='2'/>"), r#"{"a":{"@x":["1","2"]}}"#);
}

#[test]
fn references_and_cdata_are_resolved() {
    for (body, json) in [
        ("<a>a&amp;b/&#x2603;.txt</a>", r#"{"a":"a&b/☃.txt"}"#),
        (
            "<a>&lt;&gt;&apos;&quot;&#65;&#x1F600;</a>",
            r#"{"a":"<>'\"A😀"}"#,
        ),
        ("<a b='&lt;&#10;&quot;x'/>", r#"{"a":{"@b":"<\n\"x"}}"#),
        (
            "<a><![CDATA[ <b>&amp;]] ]]>c</a>",
            r#"{"a":" <b>&amp;]] c"}"#,
        ),
        ("<a>&#x1;</a>", r#"{"a":"\u0001"}"#),
        ("<a>&amp;lt;</a>", r#"{"a":"&lt;"}"#),
        ("<a>x<!-- & <b> -->y<?pi & <b> ?>z</a>", r#"{"a":"xyz"}"#),
    ] {
        assert_eq!(read(body), json, "{body}");
    }
}

#[test]
fn whitespace_with_a_line_end_at_the_ends_of_a_text_is_layout() {
    for (body, json) in [
        ("<a>\n  x y\n  z\n</a>", r#"{"a":"x y\n  z"}"#),
        ("<a>\r\n x \r\n</a>", r#"{"a":"x"}"#),
        ("<a> x </a>", r#"{"a":" x "}"#),
        ("<a>\n x </a>", r#"{"a":"x "}"#),
        ("<a>  </a>", r#"{"a":"  "}"#),
        ("<a>\n</a>", r#"{"a":""}"#),
        ("<a>\n&#10;x&#32;\n</a>", r#"{"a":"\nx "}"#),
        ("<a>\n <![CDATA[\n]]> \n</a>", r#"{"a":"\n"}"#),
        ("<a>x\r\ny\rz</a>", r#"{"a":"x\ny\nz"}"#),
        ("<a>\u{a0}\nx</a>", "{\"a\":\"\u{a0}\\nx\"}"),
        ("<a> <b/> </a>", r#"{"a":{"b":""}}"#),
        ("<a b='1'> </a>", r#"{"a":{"@b":"1"}}"#),
        ("<a b='1'>&#32;</a>", r##"{"a":{"@b":"1","#text":" "}}"##),
        ("<a b='1'>\n x\n</a>", r##"{"a":{"@b":"1","#text":"x"}}"##),
        ("<a b=' x\n\ty '/>", r#"{"a":{"@b":" x  y "}}"#),
    ] {
        assert_eq!(read(body), json, "{body:?}");
    }
}

#[test]
fn what_is_around_the_root_element_is_skipped() {
    for body in [
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes'?>\n<a/>\n",
        "<?xml version='1.1' encoding='US-ASCII'?><!-- a --><a/><!-- b --><?c?>\r\n",
        "\n <?xml version=\"1.0\"?><a/>",
        "<?xml-stylesheet href='a'?><a/>",
    ] {
        assert_eq!(read(body), r#"{"a":""}"#, "{body}");
    }
}

#[test]
fn other_encodings_are_refused() {
    for (body, offset) in [
        (&b"\xff\xfe<\0a\0/\0>\0"[..], 0),
        (b"\xfe\xff\0<\0a\0/\0>", 0),
        (b"<a>caf\xe9</a>", 6),
        (b"\xef\xbb\xbf<a>\xff</a>", 6),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 0),
        (
            b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-16'?><a/>",
            3,
        ),
        (b"<?xml version='1.0' encoding=''?><a/>", 0),
        (b"<a>\xed\xa0\x80</a>", 3),
    ] {
        let expected = format!("invalid XML at byte {offset}: the encoding is not UTF-8");
        assert_eq!(refused(body), expected, "{body:?}");
    }
    assert!(to_json(b"<\0a\0/\0>\0").is_err());
}

#[test]
fn document_types_and_other_entities_are_refused() {
    let bomb = concat!(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">",
        "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><a>&b;</a>"
    );
    for body in [
        bomb,
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
        "<!DOCTYPE html><html><p>Down<br></html>",
        "<!doctype html>",
        "<!DOCTYPE a",
        "<!DOCTYPE>",
        "<a><!DOCTYPE a></a>",
        "<a/><!DOCTYPE a>",
    ] {
        let reason = refused(body.as_bytes());
        assert!(
            reason.ends_with("document type declarations are not supported"),
            "{body} {reason}"
        );
    }
    for body in [
        "<a>&b;</a>",
        "<a>&nbsp;</a>",
        "<a b='&nbsp;'/>",
        "<a>&LT;</a>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&#x110000;</a>",
        "<a>&#99999999999999999999;</a>",
        "<a>&#X41;</a>",
        "<a>&#;</a>",
        "<a>&#+1;</a>",
        "<a>&;</a>",
        "<a>a & b</a>",
        "<a b='&'/>",
        "<a>&amp</a>",
        "<a>&",
    ] {
        let reason = refused(body.as_bytes());
        assert!(
            reason.ends_with("unknown entity or invalid character reference"),
            "{body} {reason}"
        );
    }
}

#[test]
fn a_body_that_is_not_one_element_is_refused() {
    for (body, reason) in [
        ("", "byte 0: expected an element"),
        (" \n", "byte 2: expected an element"),
        ("upstream timed out", "byte 0: expected an element"),
        ("{\"a\":1}", "byte 0: expected an element"),
        ("<![CDATA[a]]>", "byte 0: expected an element"),
        ("&amp;<a/>", "byte 0: expected an element"),
        ("<?xml version='1.0'?>", "byte 21: expected an element"),
        ("<a/>b", "byte 4: expected the end of the body"),
        ("<a/><b/>", "byte 4: expected the end of the body"),
        ("<a></a>\n<a></a>", "byte 8: expected the end of the body"),
        ("<a/>&lt;", "byte 4: expected the end of the body"),
        ("<a/><![CDATA[]]>", "byte 4: expected the end of the body"),
        ("<a>", "byte 3: expected an end tag"),
        ("<a><b></b>x", "byte 11: expected an end tag"),
        ("<a><b></a></b>", "byte 6: mismatched end tag"),
        ("</a>", "byte 0: mismatched end tag"),
        ("<a/></a>", "byte 4: mismatched end tag"),
        ("<p:a></a>", "byte 5: mismatched end tag"),
        ("<a></A>", "byte 3: mismatched end tag"),
        ("<a><!-- </a>", "byte 3: invalid markup"),
        ("<a><![CDATA[</a>", "byte 3: invalid markup"),
        ("<a", "byte 0: invalid markup"),
        ("<a b='></a>", "byte 0: invalid markup"),
        ("<", "byte 0: invalid markup"),
        ("<a><!b></a>", "byte 3: invalid markup"),
        ("<a><?xml version='1.0'?></a>", "byte 3: invalid markup"),
        ("<a/><?xml version='1.0'?>", "byte 4: invalid markup"),
        ("<a b/>", "byte 0: invalid or duplicate attribute"),
        ("<a b=c/>", "byte 0: invalid or duplicate attribute"),
        ("<a b='<'/>", "byte 0: invalid or duplicate attribute"),
        ("<a b='' b=''/>", "byte 0: invalid or duplicate attribute"),
        ("<a 1=''/>", "byte 0: invalid name"),
        ("<1/>", "byte 0: invalid name"),
        ("<a><></></a>", "byte 3: invalid name"),
        ("< a/>", "byte 0: invalid name"),
        ("<a:/>", "byte 0: invalid name"),
        ("<a\"b/>", "byte 0: invalid markup"),
    ] {
        assert_eq!(
            refused(body.as_bytes()),
            format!("invalid XML at {reason}"),
            "{body}"
        );
    }
}

#[test]
fn the_number_of_levels_is_bounded() {
    let nested = |depth| format!("{}x{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(to_json(nested(128).as_bytes()).is_ok());
    let reason = "invalid XML at byte 384: more than 128 levels of elements";
    assert_eq!(refused(nested(129).as_bytes()), reason);
    assert_eq!(refused(nested(100_000).as_bytes()), reason);
    assert_eq!(refused("<a>".repeat(10 << 20).as_bytes()), reason);

    let nested = |depth| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    let json = nested(128);
    let xml = from_json(Json::parse(json.as_bytes()).unwrap()).unwrap();
    assert_eq!(read(&xml), json.replace('1', "\"1\""));
    assert_eq!(written(&nested(129)), None);
    assert_eq!(written(&nested(20_000)), None);
    let arrays = format!("{{\"a\":{}{}}}", "[".repeat(20_000), "]".repeat(20_000));
    assert_eq!(written(&arrays), None);
}

#[test]
fn large_bodies_take_linear_time() {
    let elements = "<a>x</a>".repeat(30_000);
    let numbered = |write: fn(u32) -> String| (0..15_000).map(write).collect::<Vec<_>>().concat();
    let names = numbered(|number| format!("<a{number}/>"));
    let attributes = numbered(|number| format!(" a{number}=''"));
    let prefixes = numbered(|number| format!(" p{number}:a=''"));
    for body in [
        format!("<r>{elements}</r>"),
        format!("<r>{names}{names}</r>"),
        format!("<r{attributes}/>"),
        format!("<r{prefixes}/>"),
        format!("<r>{}</r>", "&amp;".repeat(50_000)),
        format!("<r a='{}'/>", "&amp;".repeat(50_000)),
        format!("<r>{}</r>", "x<a/>".repeat(50_000)),
        format!("<r>{}</r>", "<![CDATA[x]]>".repeat(30_000)),
        format!("<r>{}</r>", "<!---->".repeat(30_000)),
        format!("<r>{}</r>", " \n".repeat(200_000)),
        format!("<{0}></{0}>", "a".repeat(300_000)),
        format!("<r>{}</r>", "]]".repeat(200_000)),
    ] {
        let json = read(&body);
        let again = from_json(Json::parse(json.as_bytes()).unwrap()).unwrap();
        assert!(to_json(again.as_bytes()).is_ok());
    }
    for body in ["&", "<a><![CDATA[", "<!--", "<a b='", "<?", "<a>]]>", "<!"] {
        assert!(to_json(body.repeat(300_000).as_bytes()).is_err());
    }
}

#[test]
fn values_are_written_as_elements_attributes_and_text() {
    for (json, xml) in [
        (r#"{"a":"x"}"#, "<a>x</a>"),
        (r#"{"a":null}"#, "<a/>"),
        (r#"{"a":""}"#, "<a/>"),
        (r#"{"a":2.50}"#, "<a>2.50</a>"),
        (r#"{"a":{}}"#, "<a></a>"),
        (
            r##"{"a":{"b":true,"#text":"x","c":["1",{"d":""}],"@e":"f","@g":1}}"##,
            r#"<a e="f" g="1"><b>true</b>x<c>1</c><c><d/></c></a>"#,
        ),
        (
            r#"{"a":"<b>&\"'\r\n]]>"}"#,
            "<a>&lt;b&gt;&amp;\"'&#13;\n]]&gt;</a>",
        ),
        (r#"{"a":"\t x \n"}"#, "<a>&#9; x &#10;</a>"),
        (r#"{"a":" "}"#, "<a>&#32;</a>"),
        (
            r#"{"a":{"@b":"<&>\"'\t\n\r "}}"#,
            "<a b=\"&lt;&amp;&gt;&#34;'&#9;&#10;&#13; \"></a>",
        ),
        (
            r#"{"a":"x\u0000\u001f\u007f\uffff\ud800"}"#,
            "<a>x\u{fffd}\u{fffd}\u{7f}\u{fffd}\u{fffd}</a>",
        ),
    ] {
        assert_eq!(written(json).as_deref(), Some(xml), "{json}");
    }
}

#[test]
fn what_has_no_place_in_xml_is_left_out() {
    let json = concat!(
        r##"{"a":{"b c":1,"":2,"1":3,"p:q":4,"@":5,"@@b":6,"@xmlns":"urn:a","@b":null,"@c":["x"],"##,
        r##""@d":{},"#text":["x"],"#other":7,"f":[],"g":[["x"],"y"],"@h":"1","@h":"2","i><j":8}}"##
    );
    assert_eq!(written(json).as_deref(), Some(r#"<a h="1"><g>y</g></a>"#));
}

#[test]
fn a_value_without_a_root_element_is_not_written() {
    for json in [
        "null",
        "1",
        "\"a\"",
        "[]",
        r#"[{"a":1}]"#,
        "{}",
        r#"{"a":1,"b":2}"#,
        r#"{"a":[]}"#,
        r#"{"a":["x"]}"#,
        r#"{"a b":1}"#,
        r#"{"@a":1}"#,
        r##"{"#text":1}"##,
        r#"{"":1}"#,
    ] {
        assert_eq!(written(json), None, "{json}");
    }
}
