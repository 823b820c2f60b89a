//! The responses of families of APIs that describe an error in ways that the first 25 do not.

use super::{check_family, family, Github};
use error_catalog::{decode, Catalog, Decoded, ErrorCatalog, Occurrence, Outcome, Response};
use std::borrow::Cow;

#[derive(ErrorCatalog)]
#[catalog(path = "families/django-rest.json")]
struct DjangoRest;

#[derive(ErrorCatalog)]
#[catalog(path = "families/jira.json")]
struct Jira;

#[derive(ErrorCatalog)]
#[catalog(path = "families/kraken.json")]
struct Kraken;

#[derive(ErrorCatalog)]
#[catalog(path = "families/azure-storage.json")]
struct AzureStorage;

#[derive(ErrorCatalog)]
#[catalog(path = "families/soap12.json")]
struct Soap12;

#[derive(ErrorCatalog)]
#[catalog(path = "families/fhir.json")]
struct Fhir;

#[derive(ErrorCatalog)]
#[catalog(path = "families/marshmallow.json")]
struct Marshmallow;

#[derive(ErrorCatalog)]
#[catalog(path = "families/reddit.json")]
struct Reddit;

fn check<C: Catalog>(name: &str)
where
    C::Error: PartialEq,
{
    check_family::<C>(&family(
        include_str!("../../families/more-cases.json"),
        name,
    ));
}

#[test]
fn the_responses_of_django_rest_are_read_and_written() {
    check::<DjangoRest>("django-rest");
}

#[test]
fn the_responses_of_jira_are_read_and_written() {
    check::<Jira>("jira");
}

#[test]
fn the_responses_of_kraken_are_read_and_written() {
    check::<Kraken>("kraken");
}

#[test]
fn the_responses_of_azure_storage_are_read_and_written() {
    check::<AzureStorage>("azure-storage");
}

#[test]
fn the_responses_of_soap12_are_read_and_written() {
    check::<Soap12>("soap12");
}

#[test]
fn the_responses_of_fhir_are_read_and_written() {
    check::<Fhir>("fhir");
}

#[test]
fn the_responses_of_marshmallow_are_read_and_written() {
    check::<Marshmallow>("marshmallow");
}

#[test]
fn the_responses_of_reddit_are_read_and_written() {
    check::<Reddit>("reddit");
}

/// Reads a response of Jira, and returns the id of the error, if it is known, and the number of its causes.
fn jira(status: u16, body: &str) -> Option<(Option<&'static str>, usize)> {
    let decoded = decode::<Jira>(Response::new(status, body));
    assert!(decoded.is_certain(), "{body}");
    let id = decoded.kind().map(|kind| kind.entry().id());
    match decoded.outcome() {
        Outcome::Foreign(_) => None,
        _ => Some((id, decoded.causes().count())),
    }
}

#[test]
fn an_error_with_causes_only_is_named_by_its_status() {
    let invalid = Some("INVALID");
    assert_eq!(
        jira(400, r#"{"errors":{"a":"b","c":["d","e"]}}"#),
        Some((invalid, 3))
    );
    assert_eq!(jira(409, r#"{"errors":{"a":"b"}}"#), Some((None, 1)));
    // An empty place is enough.
    assert_eq!(jira(400, r#"{"errors":{}}"#), Some((invalid, 0)));
    assert_eq!(jira(400, r#"{"errors":[]}"#), Some((invalid, 0)));
    // A success, and what is not an error, is not.
    assert_eq!(jira(200, r#"{"errors":{"a":"b"}}"#), None);
    for body in [
        r#"{"errors":null}"#,
        r#"{"errors":{"a":1,"b":null,"c":[{}]}}"#,
        r#"{"errors":" "}"#,
        r#"{"other":{"a":"b"}}"#,
        "{}",
    ] {
        assert_eq!(jira(400, body), None, "{body}");
    }
}

#[test]
fn an_error_that_lacks_its_causes_has_an_empty_place_for_them() {
    let body = Occurrence::new(JiraError::Invalid).to_body();
    assert_eq!(String::from_utf8_lossy(&body), r#"{"errors":{}}"#);
    let decoded = decode::<Jira>(Response::new(400, &body));
    assert_eq!(decoded.error(), Some(&JiraError::Invalid));
    let body = Occurrence::new(DjangoRestError::Invalid).to_body();
    assert_eq!(String::from_utf8_lossy(&body), "{}");
    let decoded = decode::<DjangoRest>(Response::new(400, &body));
    assert_eq!(decoded.error(), Some(&DjangoRestError::Invalid));
}

#[test]
fn a_response_without_a_body_has_its_code_in_a_header() {
    let read = |headers: &[(&str, &str)]| {
        let decoded = decode::<AzureStorage>(Response::new(404, "").with_headers(headers));
        decoded.into_error().ok()
    };
    let known = Some(AzureStorageError::BlobNotFound);
    assert_eq!(read(&[("x-ms-error-code", "BlobNotFound")]), known);
    assert_eq!(read(&[("x-ms-error-code", "ContainerNotFound")]), None);
    assert_eq!(read(&[]), None);
}

#[test]
fn a_text_within_an_error_is_as_certain_as_the_same_text_around_it() {
    let body = r#"{"message":"Validation Failed","errors":["Validation Failed","Other"]}"#;
    let decoded = decode::<Github>(Response::new(422, body));
    assert!(!decoded.is_certain());
    let certain: Vec<bool> = decoded.causes().map(|cause| cause.is_certain()).collect();
    assert_eq!(certain, [false, true]);
}

#[test]
fn texts_in_nested_objects_are_read_by_their_paths() {
    let body = r#"{"message":"Invalid","errors":{"a":"x","b/c":{"~":["y","z"],"d":{},"e":null},"f":[],"g":["v"]}}"#;
    let decoded = decode::<Marshmallow>(Response::new(422, body));
    let field =
        |cause: &Decoded<'_, Marshmallow>| cause.param("field")?.as_str().map(Cow::into_owned);
    let causes: Vec<_> = decoded
        .causes()
        .map(|it| (field(&it), it.message().map(str::to_owned)))
        .collect();
    let expected = [
        ("/a", "x"),
        ("/b~1c/~0", "y"),
        ("/b~1c/~0", "z"),
        ("/g", "v"),
    ];
    let expected = expected.map(|(path, text)| (Some(path.to_owned()), Some(text.to_owned())));
    assert_eq!(causes, expected);
    let deep = format!(
        r#"{{"message":"m","errors":{}"x"{}}}"#,
        r#"{"a":"#.repeat(9_999),
        "}".repeat(9_999)
    );
    assert_eq!(
        decode::<Marshmallow>(Response::new(422, &deep))
            .causes()
            .count(),
        0
    );
}
