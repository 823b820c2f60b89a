//! Responses of the crate `http`, decoded and made.

use error_catalog::header::RetryAfter;
use error_catalog::{
    Catalog, CatalogError, CatalogKind, Decoded, FieldValue, Occurrence, Response, Status,
};
use error_catalog_tests::{EdgesError, HttpApi, HttpApiError, LinkedIn, Works, WorksError};
use std::time::Duration;

#[derive(error_catalog::ErrorCatalog)]
#[catalog(path = "errors/offline.json")]
struct Offline;

/// Checks that each error of a catalog that has no required field is decoded from its response.
fn are_read_back<C: Catalog>()
where
    C::Error: PartialEq + Clone,
{
    let errors = C::Kind::ALL
        .iter()
        .filter_map(|kind| C::construct(*kind, &mut || Some(FieldValue::Absent)));
    let mut count = 0;
    for error in errors {
        let response = Occurrence::new(error.clone()).to_response();
        let status = error.status().map_or(500, Status::as_u16);
        assert_eq!(response.status(), status);
        let borrowed: Decoded<'_, C> = error_catalog::decode(Response::from(&response));
        assert_eq!(borrowed.error(), Some(&error), "{borrowed}");
        let owned: Decoded<'static, C> = Decoded::from(response.clone());
        assert_eq!(owned.error(), Some(&error), "{owned}");
        assert_eq!(owned.body(), response.body());
        count += 1;
    }
    assert!(count > 0, "{} has errors without fields", C::META.name());
}

#[test]
fn errors_are_read_back_from_their_responses() {
    are_read_back::<LinkedIn>();
    are_read_back::<Works>();
    are_read_back::<HttpApi>();
}

#[test]
fn a_response_has_the_headers_of_its_error() {
    let error = HttpApiError::rate_limit_exceeded();
    let occurrence = Occurrence::new(error);
    let response = occurrence
        .with_retry_after(RetryAfter::Delay(Duration::from_secs(30)))
        .to_response();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.headers()["retry-after"], "30");
    assert_eq!(response.headers().len(), 2);
}

#[test]
fn an_occurrence_becomes_a_response() {
    let occurrence = Occurrence::new(EdgesError::not_connected("Ada")).with_reference("r-17");
    let body = occurrence.to_body();
    let response: http::Response<Vec<u8>> = occurrence.into();
    assert_eq!(response.status(), 424);
    assert_eq!(*response.body(), body);
}

#[test]
fn the_status_of_an_error_is_one_of_the_crate_http() {
    let error = HttpApiError::rate_limit_exceeded();
    let code: http::StatusCode = error.status().into();
    assert_eq!(code, http::StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(error.status(), code);
    assert_eq!(code, error.status());
    assert_eq!(error.status(), 429);
    let response = http::Response::builder().status(error.status()).body(());
    assert_eq!(response.unwrap().status(), error.status());
    assert_eq!(Status::try_from(code), Ok(error.status()));
    let beyond = http::StatusCode::from_u16(999).unwrap();
    assert!(Status::try_from(beyond).is_err());
}

#[test]
fn an_error_without_a_status_is_sent_with_500() {
    let error = OfflineError::end_of_file();
    assert_eq!(CatalogError::status(&error), None);
    let response = Occurrence::new(error).to_response();
    assert_eq!(response.status(), 500);
    assert!(!response.body().is_empty());
}

#[test]
fn text_that_is_not_valid_in_a_header_adds_no_header() {
    let hostile = "per day\r\nset-cookie: a=b";
    let error = EdgesError::api_rate_limit("slow down", hostile);
    let response = Occurrence::new(error).to_response();
    assert_eq!(response.status(), 429);
    assert!(response.headers().get("set-cookie").is_none());
    let is_split = |value: &http::HeaderValue| value.as_bytes().contains(&b'\n');
    assert!(!response.headers().values().any(is_split));
}

#[test]
fn a_response_is_decoded_without_a_copy() {
    let mut response = http::Response::new("no JSON");
    *response.status_mut() = http::StatusCode::FORBIDDEN;
    let challenge = r#"Bearer error="insufficient_scope", scope="user.read board""#;
    let challenge = http::HeaderValue::from_static(challenge);
    response.headers_mut().insert("www-authenticate", challenge);
    let decoded = Works::decode(Response::from(&response));
    let scopes = vec!["user.read".into(), "board".into()];
    assert_eq!(
        decoded.error(),
        Some(&WorksError::insufficient_scope(scopes))
    );
    assert!(std::ptr::eq(decoded.body(), response.body().as_bytes()));
}

#[test]
fn a_response_is_kept_with_its_body_uncopied() {
    let body = br#"{"error":{"code":"RATE_LIMIT_EXCEEDED"}}"#.to_vec();
    let place = body.as_ptr();
    let response = http::Response::new(body);
    let decoded: Decoded<'static, HttpApi> = Decoded::from(response);
    assert_eq!(decoded.body().as_ptr(), place);
    assert_eq!(decoded.into_owned().body().as_ptr(), place);
}

#[test]
fn the_header_that_an_error_says_when_to_try_again_in_is_kept_once() {
    let headers = [
        ("Retry-After", "9"),
        ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ];
    let response = Response::new(429, r#"{"error":{"code":"RATE_LIMIT_EXCEEDED"}}"#);
    let decoded = HttpApi::decode(response.with_headers(&headers)).into_owned();
    assert_eq!(
        decoded.kind(),
        Some(HttpApiError::rate_limit_exceeded().kind())
    );
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(9)));
    assert_eq!(decoded.headers().all("retry-after"), ["9"]);
}
