//! Certain is only what can be read in no other way, by no other entry of the catalog.

use super::{edges, works};
use error_catalog::{
    Catalog, CatalogError, CatalogKind, Decoded, ErrorCatalog, FieldValue, Occurrence, Param,
    ParamType, Response, Warning,
};
use error_catalog_tests::{Edges, EdgesError, HttpApi, LinkedIn, LinkedInError, Marketing, Works};
use std::collections::HashMap;
use std::fmt::Debug;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/rivals.json")]
pub(super) struct Rivals;

/// Its codes are in a header.
#[derive(ErrorCatalog)]
#[catalog(path = "families/aws-rest-json.json")]
struct AwsRestJson;

/// What is sent: status, headers, body.
type Sent = (u16, Vec<(&'static str, String)>, Vec<u8>);

fn sent<E: CatalogError + Clone>(error: &E) -> Sent {
    let status = error.status().map_or(200, error_catalog::Status::as_u16);
    let occurrence = Occurrence::new(error.clone());
    (status, occurrence.to_headers(), occurrence.to_body())
}

fn received<C: Catalog>((status, headers, body): &Sent) -> Decoded<'static, C> {
    let response = Response::new(*status, body).with_headers(headers);
    error_catalog::decode(response).into_owned()
}

/// Values for a parameter: some that look like parts of other messages and codes.
fn values(param: Param, is_in_code: bool) -> Vec<FieldValue> {
    let texts = |texts: &[&'static str]| {
        let texts = texts.iter().map(|text| FieldValue::Text((*text).into()));
        texts.collect::<Vec<_>>()
    };
    match param.param_type() {
        ParamType::Integer => vec![FieldValue::Integer(7), FieldValue::Integer(-12)],
        ParamType::Boolean => vec![FieldValue::Boolean(true)],
        ParamType::Decimal => texts(&["7", "1.50"]),
        ParamType::List => vec![
            FieldValue::List(vec!["a".into()]),
            FieldValue::List(vec!["a".into(), "b".into()]),
        ],
        _ if is_in_code => texts(&["USER", "OLD_USER", "SHOP", "7", "for"]),
        _ => texts(&[
            "a",
            "",
            "7",
            "parsing a",
            "field a",
            "a of a kind",
            "a and a",
            "a is not a of a",
        ]),
    }
}

/// Every error of these values, and those whose message or code looks like that of another entry.
fn errors<C: Catalog>() -> Vec<C::Error> {
    let mut errors = Vec::new();
    for kind in C::Kind::ALL {
        let entry = kind.entry();
        let code = entry.code().to_string();
        let mut sets: Vec<Vec<FieldValue>> = vec![Vec::new()];
        for param in entry.params() {
            let is_in_code = code.contains(&format!("{{{}}}", param.name()));
            let mut values = values(param, is_in_code);
            if param.is_optional() {
                values.push(FieldValue::Absent);
            }
            if entry.params().len() > 3 {
                values.truncate(2);
            }
            let more = |set: &Vec<FieldValue>, value: &FieldValue| {
                let mut set = set.clone();
                set.push(value.clone());
                set
            };
            let longer = sets
                .iter()
                .flat_map(|set| values.iter().map(|value| more(set, value)));
            sets = longer.collect();
        }
        sets.extend(look_alikes::<C>(*kind));
        for set in sets {
            let mut fields = set.into_iter();
            errors.extend(C::construct(*kind, &mut || fields.next()));
        }
    }
    errors
}

/// Values that make the entry's message or code that of another entry.
fn look_alikes<C: Catalog>(kind: C::Kind) -> Vec<Vec<FieldValue>> {
    let entry = kind.entry();
    let mut found = Vec::new();
    for other in C::META.entries() {
        let template = other.message().unwrap_or("What came.".into());
        for filler in ["7", "parsing a", ""] {
            let message = filled(&template, filler);
            let code = filled(&other.code().to_string(), "USER");
            let message = entry.match_message(&message);
            let code = entry.match_code(&code);
            let text = |index: usize| {
                let in_message = message.as_ref().and_then(|matched| matched.value(index));
                in_message.or_else(|| code.as_ref().and_then(|matched| matched.value(index)))
            };
            let value = |(index, param): (usize, Param)| {
                let text = text(index).unwrap_or("7").to_owned();
                match param.param_type() {
                    ParamType::Integer => FieldValue::Integer(text.parse().unwrap_or(7)),
                    ParamType::Boolean => FieldValue::Boolean(text == "true"),
                    ParamType::List => FieldValue::List(vec![text.into()]),
                    _ => FieldValue::Text(text.into()),
                }
            };
            if message.is_some() || code.is_some() {
                found.push(entry.params().enumerate().map(value).collect());
            }
        }
    }
    found
}

/// A template with the same text in all places.
fn filled(template: &str, filler: &str) -> String {
    let mut text = String::new();
    let mut parts = template.split('{');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (_, literal) = part.split_once('}').unwrap_or(("", part));
        text.push_str(filler);
        text.push_str(literal);
    }
    text
}

/// What is certain is the only error that is sent as this response. Returns how many were certain.
fn certain_is_the_only_one<C: Catalog>() -> usize
where
    C::Error: Clone + Debug + PartialEq,
{
    let mut by_response: HashMap<Sent, Vec<C::Error>> = HashMap::new();
    for error in errors::<C>() {
        let same = by_response.entry(sent(&error)).or_default();
        if !same.contains(&error) {
            same.push(error);
        }
    }
    let mut certain = 0;
    for (response, errors) in &by_response {
        let decoded = received::<C>(response);
        if decoded.is_certain() && decoded.error().is_some() {
            certain += 1;
            let [error] = &errors[..] else {
                panic!("{decoded:?} is certain, but may be each of {errors:?}");
            };
            assert_eq!(decoded.error(), Some(error), "{decoded:?}");
        }
    }
    certain
}

#[test]
fn what_is_certain_is_the_only_error_that_is_sent_as_the_response() {
    assert!(certain_is_the_only_one::<Rivals>() > 100);
    assert!(certain_is_the_only_one::<LinkedIn>() > 10);
    assert!(certain_is_the_only_one::<Marketing>() > 1_000);
    assert!(certain_is_the_only_one::<Edges>() > 100);
    assert!(certain_is_the_only_one::<Works>() > 20);
    assert!(certain_is_the_only_one::<HttpApi>() > 10);
}

fn rivals(status: u16, body: &str) -> Decoded<'static, Rivals> {
    Rivals::decode(Response::new(status, body)).into_owned()
}

fn is_certain(status: u16, body: &str) -> bool {
    rivals(status, body).is_certain()
}

#[test]
fn a_message_that_two_entries_of_one_code_can_have_is_not_certain() {
    let body = EdgesError::generic_error("parsing profile").to_body();
    let body = String::from_utf8(body).unwrap();
    assert!(!edges(424, &body).is_certain());
    assert_eq!(edges(424, &body).warnings(), [Warning::Ambiguous]);
    let body = EdgesError::generic_error("sending").to_body();
    assert!(edges(424, &String::from_utf8(body).unwrap()).is_certain());
}

#[test]
fn a_documented_status_decides_for_certain_and_an_undocumented_one_does_not() {
    let body = r#"{"code": "LIMIT", "message": "At most 7"}"#;
    assert!(is_certain(429, body));
    assert!(is_certain(413, body));
    assert!(!is_certain(418, body));
}

#[test]
fn free_text_beside_a_template_is_not_certain() {
    let no = r#"{"code": "FREE", "message": "No way."}"#;
    assert!(!is_certain(400, no));
    assert!(is_certain(
        400,
        r#"{"code": "FREE", "message": "Anything else"}"#
    ));
    // The message says the one, the status the other.
    assert!(!is_certain(409, no));
    assert!(is_certain(409, r#"{"code": "FREE", "message": "Stop."}"#));
    let body = r#"{"message": "Expired access token"}"#;
    let decoded = LinkedIn::decode(Response::new(401, body));
    assert_eq!(decoded.error(), Some(&LinkedInError::ExpiredAccessToken));
    assert!(!decoded.is_certain());
}

#[test]
fn a_message_that_is_absent_or_cut_off_leaves_all_entries_of_the_code() {
    for body in [
        r#"{"code": "GENERIC"}"#,
        r#"{"code": "GENERIC", "message": "Error while pars"}"#,
        r#"{"code": "FREE"}"#,
    ] {
        assert!(!is_certain(424, body), "{body}");
    }
    assert!(is_certain(429, r#"{"code": "LIMIT"}"#));
    assert!(!works(400, r#"{"code": "INVALID_PARAMETER"}"#).is_certain());
}

#[test]
fn a_code_that_another_entry_makes_of_its_parameters_is_not_certain() {
    let gone = |code: &str, message: &str| {
        is_certain(
            404,
            &format!(r#"{{"code": "{code}", "message": "{message}"}}"#),
        )
    };
    assert!(!gone("USER_GONE", "It is gone."));
    assert!(gone("SHOP_GONE", "The shop is gone."));
    assert!(!gone("SHOP_GONE", "It is gone."));
    assert!(gone("CAR_GONE", "It is gone."));
    assert!(!gone("OLD_CAR_GONE", "It is gone."));
    let wait = |code: &str, message: &str| {
        rivals(
            429,
            &format!(r#"{{"code": "{code}", "message": "{message}"}}"#),
        )
    };
    // `long` is not a number of seconds.
    let decoded = wait("WAIT_long", "Wait long");
    assert_eq!(decoded.error(), Some(&RivalsError::wait_for("long")));
    assert!(decoded.is_certain());
    assert!(!wait("WAIT_7", "Hold on").is_certain());
}

#[test]
fn an_earlier_form_that_gives_other_values_is_not_certain_unless_the_status_decides() {
    let message =
        |code: &str, message: &str| format!(r#"{{"code": "{code}", "message": "{message}"}}"#);
    let both = message("NO_RIGHT", "No right to field a");
    assert!(is_certain(400, &both));
    assert!(is_certain(403, &both));
    assert!(!is_certain(500, &both));
    let both = message("RIGHTS", "Not to field a");
    assert!(!is_certain(403, &both));
    assert!(is_certain(401, &both));
    assert!(is_certain(403, &message("RIGHTS", "Not to a")));
}

#[test]
fn a_member_that_only_one_entry_has_decides() {
    let body =
        |params: &str| format!(r#"{{"code": "DETAIL", "message": "Bad x of a kind"{params}}}"#);
    let decoded = rivals(400, &body(r#", "params": {"limit": 7}"#));
    assert_eq!(
        decoded.error(),
        Some(&RivalsError::detail_with_limit("x of a kind", 7))
    );
    assert!(decoded.is_certain());
    assert!(!is_certain(400, &body("")));
}

#[test]
fn a_member_that_contradicts_the_message_is_not_certain() {
    let body = |x: &str| {
        format!(r#"{{"code": "DETAIL", "message": "Bad x", "params": {{"limit": 7, "x": "{x}"}}}}"#)
    };
    assert!(is_certain(400, &body("x")));
    assert!(!is_certain(400, &body("y")));
    let code = r#"{"code": "WAIT_long", "message": "Wait short"}"#;
    assert!(!is_certain(429, code));
}

#[test]
fn the_status_of_a_whole_response_says_nothing_of_the_errors_within() {
    let batch = r#"{"errors": {"1": {"code": "NO_PERMISSION_ON_FIELD",
        "message": "Viewer may not have permission on field /bid"}}, "results": {}}"#;
    let decoded = Marketing::decode(Response::new(403, batch));
    let batch = decoded.batch().unwrap();
    let (_, error) = batch.errors().next().unwrap();
    assert!(error.error().is_some() && !error.is_certain());
}

#[test]
fn another_envelope_that_the_body_fits_is_not_certain() {
    let both =
        r#"{"code": "GENERIC", "kind": "GENERIC", "message": "Error while sending: failed"}"#;
    assert!(!is_certain(424, both));
    assert!(is_certain(
        424,
        r#"{"code": "GENERIC", "message": "Error while sending: failed"}"#
    ));
}

#[test]
fn of_errors_in_one_header_none_is_certain() {
    let headers = [("x-limit", "7")];
    let response = Response::new(429, "").with_headers(&headers);
    let decoded = Rivals::decode(response);
    assert!(decoded.error().is_some() && !decoded.is_certain());
}

#[test]
fn a_value_that_is_not_in_the_body_is_not_certain_whatever_the_body_is() {
    let headers = [("x-amzn-errortype", "ValidationException")];
    for body in ["", "{}", "1", "\"text\"", "\"\\\"\"", "[]"] {
        let decoded = AwsRestJson::decode(Response::new(400, body).with_headers(&headers));
        assert!(decoded.error().is_some(), "{body}");
        assert!(!decoded.is_certain(), "{body}");
    }
    let body = r#"{"message": "No."}"#;
    let decoded = AwsRestJson::decode(Response::new(400, body).with_headers(&headers));
    assert!(decoded.is_certain());
}
