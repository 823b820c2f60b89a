//! Errors of a catalog without envelopes.

use error_catalog::{ErrorCatalog, Outcome, Response};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/offline.json")]
struct Offline;

#[test]
fn an_error_without_an_envelope_is_sent_in_the_plain_one() {
    let error = OfflineError::parse_failed(7);
    let body = error.to_body();
    assert_eq!(
        String::from_utf8_lossy(&body),
        r#"{"code":"PARSE_FAILED","message":"line 7 cannot be parsed","params":{"line":7}}"#
    );
    let decoded = Offline::decode(Response::new(0, &body));
    assert_eq!(decoded.outcome(), Outcome::Known(&error));
    assert_eq!(decoded.warnings(), []);
    assert_eq!(decoded.envelope(), None);
}
