//! The details of LinkedIn Marketing's errors: the samples of the documentation page "Updated Marketing API Error
//! Responses", and what a server may make of its schema.

use error_catalog::apis::marketing::{
    ConditionalInputError, ErrorDetails, Input, InputError, InputPath, InputValue,
};
use error_catalog::apis::LinkedInMarketing;
use error_catalog::{Json, Response};
use error_catalog_tests::Marketing;
use proptest::prelude::*;
use serde_json::Value;

/// The sample of a new error response.
const CONDITIONAL: &str = include_str!("../../documents/linkedin-marketing-conditional.json");
/// Example 1, a single operation; without the trailing commas, which are not valid JSON.
const SINGLE: &str = include_str!("../../documents/linkedin-marketing-single.json");
/// Example 3, a batch that succeeded in part.
const BATCH: &str = include_str!("../../documents/linkedin-marketing-batch.json");

fn details(body: &str) -> ErrorDetails {
    ErrorDetails::of(&LinkedInMarketing::decode(Response::new(400, body))).unwrap()
}

fn read(json: &str) -> ErrorDetails {
    ErrorDetails::from_json(Json::parse(json.as_bytes()).unwrap()).unwrap()
}

/// The first error of details that have it alone.
fn read_error(json: &str) -> InputError {
    let mut details = read(&format!(r#"{{"inputErrors":[{json}]}}"#));
    assert_eq!(details.input_errors.len(), 1, "{details:?}");
    details.input_errors.remove(0)
}

/// What is written of an error and read again.
fn written_again(error: &InputError) -> InputError {
    let details = ErrorDetails {
        input_errors: vec![error.clone()],
        ..ErrorDetails::default()
    };
    read(&details.to_json()).input_errors.remove(0)
}

fn input(field: &str, value: InputValue) -> Input {
    Input {
        path: InputPath::Field(field.into()),
        value: Some(value),
        other: Vec::new(),
    }
}

fn decimal(text: &str) -> InputValue {
    InputValue::Decimal(text.into())
}

#[test]
fn the_sample_of_a_new_error_is_read() {
    let expected = ConditionalInputError {
        error: InputError {
            code: "CONDITIONAL_VALUE_TOO_LOW".into(),
            input: Some(input("/Campaign/totalBudget/amount", decimal("10"))),
            description:
                "/Campaign/totalBudget/amount cannot be set to 10; it cannot be lower than \
                          /Campaign/dailyBudget/amount 50"
                    .into(),
            min_value: Some("50".into()),
            ..InputError::default()
        },
        related_inputs: vec![input("/Campaign/dailyBudget/amount", decimal("50"))],
    };
    let details = details(CONDITIONAL);
    assert_eq!(details.conditional_input_errors, [expected]);
    assert!(details.input_errors.is_empty());
}

#[test]
fn the_sample_of_a_single_operation_is_read() {
    let details = details(SINGLE);
    let too_early = InputError {
        code: "DATE_TOO_EARLY".into(),
        input: Some(input(
            "/Campaign/runSchedule/start",
            decimal("1104396800000"),
        )),
        description:
            "/Campaign/runSchedule/start value 1104396800000 must be no earlier than 1580407874019"
                .into(),
        min_value: Some("1580407874019".into()),
        ..InputError::default()
    };
    assert_eq!(details.input_errors, [too_early]);
    let [passed] = &*details.conditional_input_errors else {
        panic!("{details:?}");
    };
    assert_eq!(passed.error.code, "DATE_IMMUTABLE_WHEN_PASSED");
    // The sample has `relatedFields` where the schema has `relatedInputs`.
    let completed = InputValue::Text("COMPLETED".into());
    assert_eq!(
        passed.related_inputs,
        [input("/Campaign/status", completed)]
    );
    assert!(passed.error.other.is_empty());
}

#[test]
fn every_error_of_a_batch_has_its_details() {
    // Also with another type for the catalog.
    let decoded = Marketing::decode(Response::new(200, BATCH));
    assert_eq!(ErrorDetails::of(&decoded), None);
    let batch = decoded.batch().unwrap();
    let mut errors = batch.errors();
    let (key, error) = errors.next().unwrap();
    assert_eq!(key, "635137355");
    let details = ErrorDetails::of(&error).unwrap();
    assert_eq!(details.input_errors[0].min_value.as_deref(), Some("100.00"));
    let field = input("/Campaign/totalBudget/amount", decimal("31.0"));
    assert_eq!(details.input_errors[0].input, Some(field));
    assert!(errors.next().is_none());
}

#[test]
fn the_samples_are_written_as_they_are_documented() {
    for sample in [CONDITIONAL, SINGLE] {
        let written = details(sample).to_json();
        let expected = sample.replace("relatedFields", "relatedInputs");
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let written: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(written, expected["errorDetails"]);
    }
}

#[test]
fn every_member_of_the_schema_is_read_and_written() {
    let json = r#"{
        "code": "FIELD_LENGTH_TOO_LONG",
        "input": {
            "inputPath": {"parameterPath": "/Campaign/targetingCriteria/include urn:li:adTargetingFacet:locations"},
            "value": {"booleanValue": true}
        },
        "key": "0",
        "allowedType": "string",
        "description": "too long",
        "minLength": 1,
        "maxLength": 20,
        "encoding": "UTF-8",
        "minValue": "1.50",
        "maxValue": "100000000000000000000000000000.000000000000000000001",
        "regex": "^[a-z]+\\d$"
    }"#;
    let error = read_error(json);
    let path = "/Campaign/targetingCriteria/include urn:li:adTargetingFacet:locations";
    let expected = InputError {
        code: "FIELD_LENGTH_TOO_LONG".into(),
        input: Some(Input {
            path: InputPath::Parameter(path.into()),
            value: Some(InputValue::Boolean(true)),
            other: Vec::new(),
        }),
        key: Some("0".into()),
        allowed_type: Some("string".into()),
        description: "too long".into(),
        min_length: Some(1),
        max_length: Some(20),
        encoding: Some("UTF-8".into()),
        min_value: Some("1.50".into()),
        max_value: Some("100000000000000000000000000000.000000000000000000001".into()),
        regex: Some(r"^[a-z]+\d$".into()),
        other: Vec::new(),
    };
    assert_eq!(error, expected);
    let details = ErrorDetails {
        input_errors: vec![error],
        ..ErrorDetails::default()
    };
    let written: Value = serde_json::from_str(&details.to_json()).unwrap();
    let documented: Value = serde_json::from_str(json).unwrap();
    assert_eq!(written["inputErrors"][0], documented);
}

#[test]
fn numbers_and_strings_are_read_as_each_other() {
    let json = r#"{"key": 635137355, "minLength": "3", "minValue": 100.00, "maxValue": 1E+3, "input":
        {"inputPath": {"fieldPath": "/bid"}, "value": {"decimalValue": 31.0}}}"#;
    let error = read_error(json);
    assert_eq!(error.key.as_deref(), Some("635137355"));
    assert_eq!(error.min_length, Some(3));
    assert_eq!(error.min_value.as_deref(), Some("100.00"));
    assert_eq!(error.max_value.as_deref(), Some("1E+3"));
    assert_eq!(error.input, Some(input("/bid", decimal("31.0"))));
    assert!(error.other.is_empty());
}

#[test]
fn null_is_an_absent_member() {
    let error = read_error(r#"{"code": null, "key": null, "input": null, "minLength": null}"#);
    assert_eq!(error, InputError::default());
    assert_eq!(read(r#"{"inputErrors": null}"#), ErrorDetails::default());
}

#[test]
fn what_is_not_documented_is_kept() {
    let json = r#"{"code": ["A"], "hint": {"a": 1.50}, "minLength": -1, "maxLength": 99999999999999999999, "input":
        {"inputPath": {"fieldPath": "/bid", "more": 1}, "value": {"urnValue": "urn:li:x"}, "position": 3}}"#;
    let error = read_error(json);
    let other = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        error.other,
        [
            other("code", r#"["A"]"#),
            other("hint", r#"{"a": 1.50}"#),
            other("minLength", "-1"),
            other("maxLength", "99999999999999999999"),
        ]
    );
    let input = error.input.as_ref().unwrap();
    assert_eq!(
        input.path,
        InputPath::Other(r#"{"fieldPath": "/bid", "more": 1}"#.into())
    );
    let value = InputValue::Other(r#"{"urnValue": "urn:li:x"}"#.into());
    assert_eq!(input.value, Some(value));
    assert_eq!(input.other, [other("position", "3")]);
    assert_eq!(written_again(&error), error);
}

#[test]
fn a_list_of_anything_else_is_kept_whole() {
    let details = read(r#"{"inputErrors": [{"code": "A"}, "B"], "conditionalInputErrors": {}}"#);
    assert!(details.input_errors.is_empty());
    let names: Vec<&str> = details.other.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["inputErrors", "conditionalInputErrors"]);
    assert_eq!(read(&details.to_json()), details);
    let error = read_error(r#"{"input": {"value": {"stringValue": "x"}}}"#);
    assert_eq!(error.input, None);
    assert_eq!(error.other[0].1, r#"{"value": {"stringValue": "x"}}"#);
}

#[test]
fn details_of_another_schema_are_not_read() {
    let body = r#"{"code": "A", "errorDetailType": "com.linkedin.Other", "errorDetails": {}}"#;
    let of = |body: &str| ErrorDetails::of(&Marketing::decode(Response::new(400, body)));
    assert_eq!(of(body), None);
    assert_eq!(
        of(r#"{"code": "A", "errorDetails": {}}"#),
        Some(ErrorDetails::default())
    );
    assert_eq!(of(r#"{"code": "A", "errorDetails": "none"}"#), None);
    assert_eq!(of("<html>"), None);
}

#[test]
fn text_that_should_be_json_but_is_not_becomes_a_string() {
    let details = ErrorDetails {
        other: vec![("hint".into(), "no \"json\"".into())],
        ..ErrorDetails::default()
    };
    assert_eq!(details.to_json(), r#"{"hint":"no \"json\""}"#);
}

/// JSON with the names of the schema in all the wrong places.
fn hostile() -> impl Strategy<Value = Value> {
    let names = "code|input|key|minLength|minValue|inputErrors|conditionalInputErrors|relatedInputs|relatedFields\
                 |inputPath|value|fieldPath|parameterPath|decimalValue|stringValue|booleanValue|[a-z\"\\\\]{0,3}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(6, 64, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((names, inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn whatever_is_read_is_written_and_read_again(value in hostile()) {
        let json = value.to_string();
        let read = |json: &str| ErrorDetails::from_json(Json::parse(json.as_bytes()).unwrap());
        let details = read(&json);
        prop_assert_eq!(details.is_some(), value.is_object());
        if let Some(details) = details {
            prop_assert_eq!(read(&details.to_json()), Some(details));
        }
    }
}
