//! Errors in an earlier form of an API.

use error_catalog::{Outcome, Response, Warning};
use error_catalog_tests::{Marketing, MarketingError};

#[test]
fn the_old_form_of_a_marketing_error_is_the_current_error() {
    let body = r#"{
        "message": "Validation failed because [{reason=FIELD_VALUE_CONDITIONAL_TOO_LOW, field=totalBudget, type=INVALID_VALUE, message=/totalBudget/amount cannot be set to 10; it cannot be lower than /dailyBudget/amount 50, parameters={field1=/totalBudget/amount, value2=50, value1=10, field2=/dailyBudget/amount, key=348989835}}]",
        "serviceErrorCode": 10007,
        "status": 400
    }"#;
    let decoded = Marketing::decode(Response::new(400, body));
    let error = MarketingError::conditional_value_too_low(
        "/totalBudget/amount",
        "10",
        "/dailyBudget/amount",
        "50",
    );
    assert_eq!(decoded.outcome(), Outcome::Known(&error));
    assert_eq!(decoded.envelope(), Some("v1"));
    assert!(decoded.is_certain());
    assert_eq!(decoded.warnings(), [Warning::OldForm]);
    let subcode = decoded.extra("service_error_code").unwrap();
    assert_eq!(subcode.as_number(), Some("10007"));
}
