//! Large and hostile responses of the families: nothing panics, and memory is in proportion to the body.
//!
//! Time is not measured: nothing here would end within anyone's patience if it took quadratic time.

use super::{
    AwsS3, Cloudflare, Discord, DiscordError, Ebay, EbayError, JsonApi, Laravel, LaravelError,
    Oauth2, Wechat,
};
use error_catalog::{decode, Catalog, Decoded, Foreign, Json, Occurrence, Outcome, Response};
use proptest::prelude::{any, Strategy};
use proptest::{prop_oneof, proptest};
use serde_json::json;

const MANY: usize = 10_000;

/// The stack that a body may need, whatever is in it.
const STACK: usize = 256 * 1024;

/// Reads a response with little stack, and with at most so many times the memory of its body.
fn read<C: Catalog, T: Send>(
    body: &str,
    factor: u64,
    read: impl Fn(Decoded<'_, C>) -> T + Send + Sync,
) -> T {
    let mut result = None;
    let allocated = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || {
            allocation_counter::measure(|| result = Some(read(decode(Response::new(400, body)))))
        });
        thread.unwrap().join().unwrap()
    });
    let (bytes, length) = (allocated.bytes_total, body.len() as u64);
    assert!(bytes <= factor * length, "{bytes} bytes for {length}");
    result.unwrap()
}

#[test]
fn ten_thousand_errors_are_read_one_by_one() {
    let error = r#"{"code":7003,"message":"Could not route to /zones/x, perhaps your object identifier is invalid?"}"#;
    let body = format!(
        r#"{{"success":false,"errors":[{}]}}"#,
        vec![error; MANY].join(",")
    );
    let count = read::<Cloudflare, _>(&body, 8, |decoded| {
        let known = decoded.errors().filter(|error| error.error().is_some());
        known.count()
    });
    assert_eq!(count, MANY);
    // What is not an error is skipped.
    let body = format!(r#"{{"errors":[{}null,7,{error}]}}"#, "{},".repeat(MANY));
    let count = read::<Cloudflare, _>(&body, 8, |decoded| decoded.errors().count());
    assert_eq!(count, 1);
}

#[test]
fn ten_thousand_errors_are_asked_one_by_one() {
    let error = r#"{"code":7000,"message":"No route for that URI"}"#;
    let body = format!(
        r#"{{"success":false,"errors":[{}]}}"#,
        vec![error; MANY].join(",")
    );
    let count = read::<Cloudflare, _>(&body, 16, |decoded| {
        let asked = decoded
            .errors()
            .map(|error| (error.to_string(), error.is_certain()));
        asked.filter(|(text, _)| text.contains("7000")).count()
    });
    assert_eq!(count, MANY);
}

#[test]
fn ten_thousand_fields_are_read_one_by_one() {
    let fields: Vec<String> = (0..MANY)
        .map(|field| format!(r#""{field}":["The {field} field is required."]"#))
        .collect();
    let body = format!(
        r#"{{"message":"The given data was invalid.","errors":{{{}}}}}"#,
        fields.join(",")
    );
    let count = read::<Laravel, _>(&body, 12, |decoded| {
        let fields = decoded.causes().enumerate().filter(|(index, cause)| {
            let expected = LaravelError::required_field(index.to_string(), index.to_string());
            cause.error() == Some(&expected)
        });
        fields.count()
    });
    assert_eq!(count, MANY);
}

#[test]
fn a_parameter_is_found_among_ten_thousand_pairs() {
    let pairs = r#"{"name":"other","value":"x"},"#.repeat(MANY);
    let body = format!(
        r#"{{"errors":[{{"errorId":25001,"message":"A system error has occurred: timeout.","parameters":[{pairs}{{"name":"key","value":"sku"}}]}}]}}"#
    );
    let key = read::<Ebay, _>(&body, 1, |decoded| {
        let key = decoded.param("key").and_then(Json::as_str);
        (
            key.map(std::borrow::Cow::into_owned),
            decoded.error().is_some(),
        )
    });
    assert_eq!(key, (Some("sku".to_owned()), true));
}

#[test]
fn a_chain_of_ten_thousand_errors_is_read_link_by_link() {
    let open = r#"{"code":7000,"message":"No route for that URI","error_chain":["#;
    let chain = open.repeat(MANY) + &"]}".repeat(MANY);
    let body = format!(r#"{{"success":false,"errors":[{chain}]}}"#);
    let links = read::<Cloudflare, _>(&body, 200, |decoded| {
        let mut links = 0;
        let mut link = decoded.into_owned();
        while let Some(cause) = link.causes().next().filter(|_| links < 50) {
            assert!(cause.error().is_some());
            links += 1;
            link = cause.into_owned();
        }
        links
    });
    assert_eq!(links, 50);
}

#[test]
fn errors_at_the_ends_of_deep_objects_are_read_up_to_a_depth() {
    let nested = |depth: usize| {
        let leaf =
            r#"{"_errors":[{"code":"BASE_TYPE_REQUIRED","message":"This field is required"}]}"#;
        let open = r#"{"a":"#.repeat(depth);
        format!(
            r#"{{"code":50035,"message":"Invalid Form Body","errors":{open}{leaf}{}}}"#,
            "}".repeat(depth)
        )
    };
    let count = |depth| read::<Discord, _>(&nested(depth), 40, |decoded| decoded.causes().count());
    assert_eq!(count(100), 1);
    assert_eq!(count(100_000), 0);
}

#[test]
fn xml_that_is_not_valid_is_foreign_with_the_reason() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]><Error><Code>&b;</Code></Error>";
    let deep = "<a>".repeat(100_000);
    for body in [
        bomb,
        &deep,
        "<Error><Code>A</Error>",
        "<Error>\u{0}</Error",
        "<",
        "<Error/><Error/>",
    ] {
        read::<AwsS3, _>(body, 64, |decoded| {
            let outcome = decoded.outcome();
            assert!(
                matches!(outcome, Outcome::Foreign(Foreign::NotXml(_))),
                "{outcome:?}"
            );
            assert_eq!(decoded.body(), body.as_bytes());
        });
    }
    let with_mark = "\u{feff}<Error><Code>NoSuchKey</Code><Key>a</Key></Error>";
    let decoded = decode::<AwsS3>(Response::new(404, with_mark));
    assert_eq!(decoded.code().to_string(), "NoSuchKey");
    let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Error><Code>\xE9</Code></Error>";
    let decoded = decode::<AwsS3>(Response::new(404, latin));
    assert!(matches!(
        decoded.outcome(),
        Outcome::Foreign(Foreign::NotXml(_))
    ));
}

#[test]
fn an_empty_or_null_code_beside_a_message_is_an_unknown_error() {
    for code in ["null", r#""""#, "{}", "[]", "true"] {
        let body = format!(r#"{{"errors":[{{"code":{code},"detail":"No."}}]}}"#);
        let decoded = decode::<JsonApi>(Response::new(400, &body));
        assert_eq!(decoded.message(), Some("No."), "{body}");
        assert!(matches!(decoded.outcome(), Outcome::Unknown(_)), "{body}");
        assert!(decoded.is_error());
    }
}

#[test]
fn a_code_of_success_is_not_an_error_whatever_the_status() {
    for body in [
        r#"{"errcode":0,"errmsg":"ok"}"#,
        r#"{"errcode":"0"}"#,
        r#"{"errcode":0.0}"#,
    ] {
        for status in [0, 200, 400, 503] {
            let decoded = decode::<Wechat>(Response::new(status, body));
            assert_eq!(
                decoded.outcome(),
                Outcome::Foreign(Foreign::Success),
                "{body}"
            );
            assert!(!decoded.is_error(), "{status} {body}");
            assert_eq!(decoded.errors().count(), 0);
        }
    }
    let decoded = decode::<Wechat>(Response::new(200, r#"{"errcode":"00","errmsg":"m"}"#));
    assert!(decoded.is_error());
}

#[test]
fn a_sign_of_success_counts_before_the_errors() {
    let body = r#"{"success":false,"errors":[{"code":0,"message":"ok"},{"code":7000,"message":"No route for that URI"}]}"#;
    let decoded = decode::<Cloudflare>(Response::new(400, body));
    let codes: Vec<String> = decoded.errors().map(|it| it.code().to_string()).collect();
    assert_eq!(
        codes,
        ["0", "7000"],
        "the catalog does not call 0 a success"
    );
    let decoded = decode::<Cloudflare>(Response::new(
        200,
        r#"{"success":true,"errors":[{"code":1}]}"#,
    ));
    assert!(!decoded.is_error());
}

#[test]
fn a_form_is_read_in_any_order_and_with_other_members() {
    for body in [
        "error=invalid_grant",
        "state=%00&error=invalid_grant&error_description=%C3%A9",
        "?error=invalid_grant&x",
    ] {
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let decoded = decode::<Oauth2>(Response::new(302, body).with_headers(&headers));
        assert_eq!(decoded.code().to_string(), "invalid_grant", "{body}");
    }
}

/// A key that an object of errors can have.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[./~0-9\\[\\]\"\\\\ ]{0,12}",
        proptest::strategy::Just("k".repeat(10_000)),
        proptest::strategy::Just("_errors".to_owned()),
    ]
}

proptest! {
    #[test]
    fn an_error_is_read_by_the_key_that_it_was_written_with(field in key(), attribute in "[a-z]{1,8}") {
        let cause = LaravelError::required_field(attribute, field);
        let body = Occurrence::new(LaravelError::invalid_data())
            .with_cause(cause.clone())
            .to_body();
        let decoded = decode::<Laravel>(Response::new(422, &body));
        let causes: Vec<_> = decoded.causes().filter_map(|it| it.into_error().ok()).collect();
        assert_eq!(causes, [cause]);
    }

    #[test]
    fn an_error_is_read_at_the_path_that_it_was_written_with(
        names in proptest::collection::vec(key(), 0..4)
    ) {
        // The name of the members with errors cannot be a field.
        let names = names.iter().filter(|name| *name != "_errors");
        let path: String = names
            .flat_map(|name| ["/".to_owned(), name.replace('~', "~0").replace('/', "~1")])
            .collect();
        let cause = DiscordError::base_type_required(path);
        let body = Occurrence::new(DiscordError::error_50035())
            .with_cause(cause.clone())
            .to_body();
        let decoded = decode::<Discord>(Response::new(400, &body));
        let causes: Vec<_> = decoded.causes().filter_map(|it| it.into_error().ok()).collect();
        assert_eq!(causes, [cause]);
    }

    #[test]
    fn errors_are_read_with_the_pairs_that_they_were_written_with(
        values in proptest::collection::vec((key(), key()), 1..5)
    ) {
        let errors: Vec<EbayError> = values
            .into_iter()
            .map(|(reason, key)| EbayError::error_25001(reason, key))
            .collect();
        let mut occurrence = Occurrence::new(errors[0].clone());
        for error in &errors[1..] {
            occurrence = occurrence.with_error(error.clone());
        }
        let body = occurrence.to_body();
        let decoded = decode::<Ebay>(Response::new(500, &body));
        let read: Vec<_> = decoded.errors().filter_map(|it| it.into_error().ok()).collect();
        assert_eq!(read, errors);
    }

    #[test]
    fn pairs_are_read_whatever_their_names_are(
        pairs in proptest::collection::vec((key(), key()), 0..6)
    ) {
        let sent: Vec<_> = pairs
            .iter()
            .map(|(name, value)| json!({ "value": value, "name": name }))
            .collect();
        let body = json!({ "errors": [{ "errorId": 1, "message": "No.", "parameters": sent }] });
        let body = body.to_string();
        let decoded = decode::<Ebay>(Response::new(500, &body));
        let text = |value: Json<'_>| value.as_str().unwrap().into_owned();
        let read: Vec<(String, String)> = decoded
            .params()
            .map(|(name, value)| (name.into_owned(), text(value)))
            .collect();
        assert_eq!(read, pairs);
    }
}
