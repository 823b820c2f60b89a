//! The responses of 25 families of APIs: what a client gets from each, and that each typed error is written and read
//! again.

mod hostile;
mod more;

use error_catalog::{
    decode, Catalog, CatalogError, CatalogKind, Decoded, ErrorCatalog, Occurrence, Outcome,
    Response, Value,
};
use serde_json::Value as Json;
use std::time::Duration;

#[derive(ErrorCatalog)]
#[catalog(path = "families/google-rpc.json")]
struct GoogleRpc;

#[derive(ErrorCatalog)]
#[catalog(path = "families/aws-json.json")]
struct AwsJson;

#[derive(ErrorCatalog)]
#[catalog(path = "families/aws-rest-json.json")]
struct AwsRestJson;

#[derive(ErrorCatalog)]
#[catalog(path = "families/aws-s3.json")]
struct AwsS3;

#[derive(ErrorCatalog)]
#[catalog(path = "families/cloudflare.json")]
struct Cloudflare;

#[derive(ErrorCatalog)]
#[catalog(path = "families/json-api.json")]
struct JsonApi;

#[derive(ErrorCatalog)]
#[catalog(path = "families/graphql.json")]
struct Graphql;

#[derive(ErrorCatalog)]
#[catalog(path = "families/ebay.json")]
struct Ebay;

#[derive(ErrorCatalog)]
#[catalog(path = "families/github.json")]
struct Github;

#[derive(ErrorCatalog)]
#[catalog(path = "families/laravel.json")]
struct Laravel;

#[derive(ErrorCatalog)]
#[catalog(path = "families/aspnet.json")]
struct Aspnet;

#[derive(ErrorCatalog)]
#[catalog(path = "families/fastapi.json")]
struct Fastapi;

#[derive(ErrorCatalog)]
#[catalog(path = "families/slack.json")]
struct Slack;

#[derive(ErrorCatalog)]
#[catalog(path = "families/discord.json")]
struct Discord;

#[derive(ErrorCatalog)]
#[catalog(path = "families/openai.json")]
struct Openai;

#[derive(ErrorCatalog)]
#[catalog(path = "families/problem.json")]
struct Problem;

#[derive(ErrorCatalog)]
#[catalog(path = "families/oauth2.json")]
struct Oauth2;

#[derive(ErrorCatalog)]
#[catalog(path = "families/json-rpc.json")]
struct JsonRpc;

#[derive(ErrorCatalog)]
#[catalog(path = "families/wechat.json")]
struct Wechat;

#[derive(ErrorCatalog)]
#[catalog(path = "families/facebook.json")]
struct Facebook;

#[derive(ErrorCatalog)]
#[catalog(path = "families/grpc.json")]
struct Grpc;

#[derive(ErrorCatalog)]
#[catalog(path = "families/text.json")]
struct Text;

#[derive(ErrorCatalog)]
#[catalog(path = "families/empty.json")]
struct Empty;

#[derive(ErrorCatalog)]
#[catalog(path = "families/stripe.json")]
struct Stripe;

#[derive(ErrorCatalog)]
#[catalog(path = "families/kubernetes.json")]
struct Kubernetes;

/// A family with its cases, of all families in a file.
fn family(families: &str, name: &str) -> Json {
    let families: Vec<Json> = serde_json::from_str(families).unwrap();
    let mut families = families.into_iter();
    let family = families.find(|family| family["family"] == name);
    family.unwrap_or_else(|| panic!("there is no family `{name}`"))
}

fn check<C: Catalog>(name: &str)
where
    C::Error: PartialEq,
{
    check_family::<C>(&family(include_str!("../../families/cases.json"), name));
}

fn check_family<C: Catalog>(family: &Json)
where
    C::Error: PartialEq,
{
    let cases = family["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        check_case::<C>(case);
    }
}

fn check_case<C: Catalog>(case: &Json)
where
    C::Error: PartialEq,
{
    let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
    let headers = case["headers"].as_object().unwrap();
    let headers: Vec<(&str, &str)> = headers
        .iter()
        .map(|(name, value)| (&**name, value.as_str().unwrap()))
        .collect();
    let body = case["body"].as_str().unwrap();
    let decoded = decode::<C>(Response::new(status, body).with_headers(&*headers));
    let expected = &case["expect"];
    check_outcome(&decoded, expected, body);
    check_parts(&decoded, expected, body);
    if let Some(id) = expected.get("id") {
        let kind = decoded.kind().unwrap();
        assert_eq!(kind.entry().id(), id, "{body}");
    }
    if let Some(reference) = expected.get("reference") {
        assert_eq!(decoded.reference().as_deref(), reference.as_str(), "{body}");
    }
    if let Some(delay) = expected.get("retry_after") {
        let delay = Duration::from_secs_f64(delay.as_f64().unwrap());
        assert_eq!(decoded.retry_after(), Some(delay), "{body}");
    }
    if let Some(errors) = expected.get("errors") {
        let codes: Vec<String> = decoded.errors().map(|it| it.code().to_string()).collect();
        let expected: Vec<String> = errors.as_array().unwrap().iter().map(text).collect();
        assert_eq!(codes, expected, "{body}");
    }
    if let Some(causes) = expected.get("causes") {
        let causes = causes.as_array().unwrap();
        let found: Vec<_> = decoded.causes().collect();
        assert_eq!(found.len(), causes.len(), "{body}");
        for (cause, expected) in found.iter().zip(causes) {
            check_parts(cause, expected, body);
            // The one error of a cause is itself.
            let own: Vec<_> = cause.errors().collect();
            assert_eq!(own.len(), 1, "{body}");
            check_parts(&own[0], expected, body);
        }
    }
    is_read_as_it_was_written(&decoded, body);
}

fn check_outcome<C: Catalog>(decoded: &Decoded<'_, C>, expected: &Json, body: &str) {
    let outcome = decoded.outcome();
    let is_it = match expected["outcome"].as_str().unwrap() {
        "known" => matches!(outcome, Outcome::Known(_)),
        "unknown" => matches!(outcome, Outcome::Unknown(_)),
        "foreign" | "success" => matches!(outcome, Outcome::Foreign(_)),
        other => panic!("unknown outcome `{other}`"),
    };
    assert!(is_it, "{outcome:?}, {expected}\n{body}");
    let is_success = expected["outcome"] == "success";
    assert_eq!(decoded.is_error(), !is_success, "{body}");
}

/// Checks the code, the message, and the parameters of an error or a cause.
fn check_parts<C: Catalog>(decoded: &Decoded<'_, C>, expected: &Json, body: &str) {
    if let Some(code) = expected.get("code") {
        let code = if code.is_null() {
            String::new()
        } else {
            text(code)
        };
        assert_eq!(decoded.code().to_string(), code, "{body}");
    }
    if let Some(message) = expected.get("message") {
        assert_eq!(decoded.message(), message.as_str(), "{body}");
    }
    let params = expected.get("params").and_then(Json::as_object);
    for (name, value) in params.into_iter().flatten() {
        let found = match decoded.error() {
            Some(error) if has_param(error, name) => param(error, name),
            _ => decoded.param(name).map(|it| json_text(it.as_written())),
        };
        assert_eq!(found, Some(text(value)), "`{name}` of {body}");
    }
}

fn has_param<E: CatalogError>(error: &E, name: &str) -> bool {
    error.entry().params().any(|param| param.name() == name)
}

/// Returns a parameter of a typed error as text.
fn param<E: CatalogError>(error: &E, name: &str) -> Option<String> {
    let mut found = None;
    error.fields(&mut |values| {
        let mut params = error.entry().params().zip(values);
        let value = params.find(|(param, _)| param.name() == name);
        found = value.and_then(|(_, value)| match value {
            Value::Text(text) => Some(json_text(text)),
            Value::Integer(number) => Some(number.to_string()),
            Value::Boolean(flag) => Some(flag.to_string()),
            Value::List(items) => Some(items.join(", ")),
            _ => None,
        });
    });
    found
}

/// Returns the text of a JSON value, which can be any text.
fn json_text(json: &str) -> String {
    serde_json::from_str(json).map_or_else(|_| json.to_owned(), |value| text(&value))
}

fn text(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Writes the typed errors of a response, and reads them again.
fn is_read_as_it_was_written<C: Catalog>(decoded: &Decoded<'_, C>, body: &str)
where
    C::Error: PartialEq,
{
    let errors: Vec<C::Error> = decoded
        .errors()
        .filter_map(|error| error.into_error().ok())
        .collect();
    let causes: Vec<C::Error> = decoded
        .causes()
        .filter_map(|cause| cause.into_error().ok())
        .collect();
    let mut errors = errors.into_iter();
    let Some(first) = errors.next() else { return };
    let others: Vec<C::Error> = errors.collect();
    let mut occurrence = Occurrence::new(first.clone());
    for other in &others {
        occurrence = occurrence.with_error(other.clone());
    }
    for cause in &causes {
        occurrence = occurrence.with_cause(cause.clone());
    }
    let (written, headers) = (occurrence.to_body(), occurrence.to_headers());
    let status = occurrence.status().unwrap().as_u16();
    let again = decode::<C>(Response::new(status, &written).with_headers(&headers));
    let shown = String::from_utf8_lossy(&written);
    assert_eq!(again.error(), Some(&first), "{body}\n{shown}\n{headers:?}");
    let read: Vec<C::Error> = again
        .errors()
        .skip(1)
        .filter_map(|error| error.into_error().ok())
        .collect();
    assert_eq!(read, others, "{body}\n{shown}");
    let read: Vec<C::Error> = again
        .causes()
        .filter_map(|cause| cause.into_error().ok())
        .collect();
    assert_eq!(read, causes, "{body}\n{shown}");
}

#[test]
fn the_responses_of_google_rpc_are_read_and_written() {
    check::<GoogleRpc>("google-rpc");
}

#[test]
fn the_responses_of_aws_json_are_read_and_written() {
    check::<AwsJson>("aws-json");
}

#[test]
fn the_responses_of_aws_rest_json_are_read_and_written() {
    check::<AwsRestJson>("aws-rest-json");
}

#[test]
fn the_responses_of_aws_s3_are_read_and_written() {
    check::<AwsS3>("aws-s3");
}

#[test]
fn the_responses_of_cloudflare_are_read_and_written() {
    check::<Cloudflare>("cloudflare");
}

#[test]
fn the_responses_of_json_api_are_read_and_written() {
    check::<JsonApi>("json-api");
}

#[test]
fn the_responses_of_graphql_are_read_and_written() {
    check::<Graphql>("graphql");
}

#[test]
fn the_responses_of_ebay_are_read_and_written() {
    check::<Ebay>("ebay");
}

#[test]
fn the_responses_of_github_are_read_and_written() {
    check::<Github>("github");
}

#[test]
fn the_responses_of_laravel_are_read_and_written() {
    check::<Laravel>("laravel");
}

#[test]
fn the_responses_of_aspnet_are_read_and_written() {
    check::<Aspnet>("aspnet");
}

#[test]
fn the_responses_of_fastapi_are_read_and_written() {
    check::<Fastapi>("fastapi");
}

#[test]
fn the_responses_of_slack_are_read_and_written() {
    check::<Slack>("slack");
}

#[test]
fn the_responses_of_discord_are_read_and_written() {
    check::<Discord>("discord");
}

#[test]
fn the_responses_of_openai_are_read_and_written() {
    check::<Openai>("openai");
}

#[test]
fn the_responses_of_problem_are_read_and_written() {
    check::<Problem>("problem");
}

#[test]
fn the_responses_of_oauth2_are_read_and_written() {
    check::<Oauth2>("oauth2");
}

#[test]
fn the_responses_of_json_rpc_are_read_and_written() {
    check::<JsonRpc>("json-rpc");
}

#[test]
fn the_responses_of_wechat_are_read_and_written() {
    check::<Wechat>("wechat");
}

#[test]
fn the_responses_of_facebook_are_read_and_written() {
    check::<Facebook>("facebook");
}

#[test]
fn the_responses_of_grpc_are_read_and_written() {
    check::<Grpc>("grpc");
}

#[test]
fn the_responses_of_text_are_read_and_written() {
    check::<Text>("text");
}

#[test]
fn the_responses_of_empty_are_read_and_written() {
    check::<Empty>("empty");
}

#[test]
fn the_responses_of_stripe_are_read_and_written() {
    check::<Stripe>("stripe");
}

#[test]
fn the_responses_of_kubernetes_are_read_and_written() {
    check::<Kubernetes>("kubernetes");
}
