//! What a document says about errors.

use super::{contents, document, validator};
use crate::bank::{Bank, BankError};
use error_catalog::{ErrorCatalog, Occurrence};
use serde_json::{json, Value};
use std::fmt::{Debug, Display};
use std::num::ParseIntError;
use utoipa::{IntoResponses, OpenApi, ToSchema};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json", only = ["ACCOUNT_NOT_FOUND", "INTERNAL"])]
struct FindAccount;

/// Your own enum, with an error that is not in the catalog, and those of another type.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
enum ChargeError {
    #[catalog(id = "INSUFFICIENT_BALANCE")]
    Poor { available: i64, required: i64 },
    #[catalog(id = "INTERNAL")]
    Parse(#[from] ParseIntError),
    #[catalog(
        other,
        code = "ACCOUNT_NOT_FOUND",
        status = 404,
        message = "{host} is away"
    )]
    AccountNotFound { host: String },
    #[catalog(transparent)]
    Bank(BankError),
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
enum Generic<T: Display> {
    AccountNotFound { account: T },
}

fn schemas<T: ToSchema>() -> Vec<(String, Value)> {
    let mut schemas = Vec::new();
    T::schemas(&mut schemas);
    let schemas = schemas.into_iter();
    schemas
        .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap()))
        .collect()
}

fn schema<T: ToSchema>(name: &str) -> Value {
    let schemas = schemas::<T>();
    let found = schemas.iter().find(|(known, _)| known == name);
    found
        .unwrap_or_else(|| panic!("{name}: {schemas:?}"))
        .1
        .clone()
}

#[test]
fn an_error_is_an_object_with_its_code_where_the_envelope_has_it() {
    assert_eq!(
        schema::<BankError>("Bank_MethodNotAllowed"),
        json!({
            "type": "object", "required": ["error"],
            "properties": { "error": {
                "type": "object", "required": ["code", "message", "details"],
                "properties": {
                    "code": { "type": "string", "const": "METHOD_NOT_ALLOWED" },
                    "message": { "type": "string" },
                    "reference": { "type": "string" },
                    "details": {
                        "type": "object", "required": ["method"],
                        "properties": {
                            "method": { "type": "string" },
                            "allow": { "type": "array", "items": { "type": "string" } }
                        }
                    },
                    "causes": {
                        "type": "array", "minItems": 1,
                        "items": { "$ref": "#/components/schemas/Bank_Standard_body_cause" }
                    }
                }
            } }
        })
    );
    let problem = schema::<BankError>("Bank_InsufficientBalance_Problem");
    let problem = &problem["properties"];
    assert_eq!(
        problem["status"],
        json!({ "type": "integer", "const": 402 })
    );
    assert_eq!(
        problem["required"],
        json!({ "type": "integer", "format": "int64" })
    );
}

#[test]
fn each_status_has_one_response_with_its_errors_in_each_media_type() {
    let document = document::<BankError>();
    let of_404: Vec<_> = contents(&document)
        .into_iter()
        .filter(|(status, ..)| *status == "404")
        .collect();
    let schemas: Vec<_> = of_404
        .iter()
        .map(|(_, media_type, content)| (*media_type, content["schema"].clone()))
        .collect();
    let one_of = |names: [&str; 2]| {
        let items = names.map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }));
        json!({ "oneOf": items })
    };
    assert_eq!(
        schemas,
        [
            (
                "application/json",
                one_of(["Bank_AccountNotFound", "Bank_RouteNotFound"])
            ),
            (
                "application/problem+json",
                one_of(["Bank_AccountNotFound_Problem", "Bank_RouteNotFound_Problem"])
            ),
        ]
    );
    let examples = of_404[0].2["examples"].as_object().unwrap();
    assert_eq!(
        examples["AccountNotFound"]["value"]["error"]["message"],
        "The account <account> does not exist."
    );
    assert_eq!(examples.len(), 2);
}

#[test]
fn a_delay_is_a_header_of_the_responses_that_have_one() {
    let document = document::<BankError>();
    let response = |status: &str| document["paths"]["/"]["get"]["responses"][status].clone();
    assert_eq!(
        response("429")["headers"]["retry-after"]["schema"]["type"],
        "string"
    );
    assert_eq!(response("404")["headers"].get("retry-after"), None);
}

#[test]
fn the_language_of_a_translated_message_is_a_header() {
    let document = document::<BankError>();
    let headers = &document["paths"]["/"]["get"]["responses"]["404"]["headers"];
    assert_eq!(headers["content-language"]["schema"]["type"], "string");
}

#[test]
fn a_marker_struct_and_an_occurrence_are_documented_like_their_errors() {
    assert_eq!(schemas::<Bank>(), schemas::<BankError>());
    assert_eq!(schemas::<Occurrence<BankError>>(), schemas::<BankError>());
    assert_eq!(Bank::name(), "Bank");
    assert_eq!(Occurrence::<BankError>::name(), "BankError");
    let statuses =
        |responses: utoipa::openapi::response::Responses| serde_json::to_value(responses).unwrap();
    let [of_marker, of_error, of_occurrence] = [
        Bank::responses(),
        BankError::responses(),
        Occurrence::<BankError>::responses(),
    ]
    .map(|responses| statuses(responses.into_iter().collect()));
    assert_eq!(of_marker, of_error);
    assert_eq!(of_occurrence, of_error);
}

#[test]
fn some_errors_share_the_schemas_of_the_catalog() {
    let whole = schemas::<BankError>();
    let part = schemas::<FindAccountError>();
    assert!(part.iter().all(|schema| whole.contains(schema)), "{part:?}");
    let statuses: Vec<String> = FindAccountError::responses().into_keys().collect();
    assert_eq!(statuses, ["404", "500"]);
}

#[test]
fn your_own_enum_has_schemas_of_its_own_and_those_of_what_is_transparent_in_it() {
    let all = schemas::<ChargeError>();
    let whole = schemas::<BankError>();
    let (inner, own): (Vec<_>, Vec<_>) = all.into_iter().partition(|schema| whole.contains(schema));
    assert_eq!(inner, whole);
    assert!(
        own.iter().all(|(name, _)| name.starts_with("ChargeError_")),
        "{own:?}"
    );
    let away = &schema::<ChargeError>("ChargeError_AccountNotFound")["properties"]["error"];
    assert_eq!(away["properties"]["details"]["required"], json!(["host"]));
}

#[test]
fn errors_of_several_types_share_the_responses() {
    let document = document::<ChargeError>();
    let contents = contents(&document);
    let of_404 = contents
        .iter()
        .find(|(status, ..)| *status == "404")
        .unwrap();
    let names = [
        "ChargeError_AccountNotFound",
        "Bank_AccountNotFound",
        "Bank_RouteNotFound",
    ];
    let items = names.map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }));
    assert_eq!(of_404.2["schema"], json!({ "anyOf": items }));
    assert_eq!(of_404.2["examples"].as_object().unwrap().len(), 3);
    for (_, media_type, content) in &contents {
        let validator = validator(&document, &content["schema"]);
        for (name, example) in content["examples"].as_object().unwrap() {
            assert!(validator.is_valid(&example["value"]), "{media_type} {name}");
        }
    }
    let all = &document["components"]["schemas"]["ChargeError"]["anyOf"];
    assert_eq!(all.as_array().unwrap().len(), 3 + 12);
}

#[test]
fn an_error_that_is_written_fits_its_document() {
    let errors = [
        ChargeError::Poor {
            available: 5,
            required: 10,
        },
        ChargeError::AccountNotFound {
            host: "a".to_owned(),
        },
        ChargeError::Bank(BankError::account_not_found("7")),
        "a".parse::<i32>().unwrap_err().into(),
    ];
    let document = document::<ChargeError>();
    let validator = validator(&document, &document["components"]["schemas"]["ChargeError"]);
    for error in errors {
        let body: Value = serde_json::from_slice(&error.to_body()).unwrap();
        assert!(validator.is_valid(&body), "{error}: {body}");
    }
    assert!(
        !validator.is_valid(&json!({ "error": { "code": "ACCOUNT_NOT_FOUND", "message": "" } }))
    );
}

#[utoipa::path(get, path = "/accounts/{id}", responses((status = 200, body = String), FindAccountError))]
fn account() -> Result<String, FindAccountError> {
    Err(FindAccountError::account_not_found("7"))
}

#[derive(OpenApi)]
#[openapi(paths(account), components(schemas(FindAccountError)))]
struct Document;

#[test]
fn the_macros_of_utoipa_take_the_errors_of_an_operation() {
    let document = serde_json::to_value(Document::openapi()).unwrap();
    let responses = &document["paths"]["/accounts/{id}"]["get"]["responses"];
    let statuses: Vec<&String> = responses.as_object().unwrap().keys().collect();
    assert_eq!(statuses, ["200", "404", "500"]);
    let content = &responses["404"]["content"]["application/json"];
    let body = account().unwrap_err().to_body();
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert!(validator(&document, &content["schema"]).is_valid(&body));
}

#[test]
fn a_generic_enum_is_documented() {
    assert_eq!(Generic::<u8>::name(), "Generic");
    assert_eq!(schemas::<Generic<String>>()[0].0, "Generic_AccountNotFound");
    let error = Generic::AccountNotFound { account: 7 };
    assert_eq!(error.to_string(), "The account 7 does not exist.");
}
