//! The details of LinkedIn Marketing's errors, as LinkedIn's documentation page "Updated Marketing API Error Responses"
//! describes them. Needs the feature `linkedin-marketing`.
//!
//! ```text
//! body ──/errorDetails──▶ ErrorDetails ──▶ InputError ──▶ Input ──▶ InputPath, InputValue
//!                               └──▶ ConditionalInputError ──▶ InputError, related Inputs
//! ```
//!
//! [`Decoded::causes`] has the same failures as typed errors, with the fields of their messages; these types have every
//! member of the schema.
//!
//! ```
//! use error_catalog::apis::marketing::{ErrorDetails, InputPath, InputValue};
//! use error_catalog::apis::LinkedInMarketing;
//! use error_catalog::Response;
//!
//! let body = r#"{
//!   "status": 400,
//!   "code": "FIELD_VALUE_TOO_LOW",
//!   "message": "/bid value 31.0 cannot be lower than 100.00",
//!   "errorDetailType": "com.linkedin.common.error.BadRequest",
//!   "errorDetails": { "inputErrors": [{
//!     "code": "FIELD_VALUE_TOO_LOW",
//!     "description": "/bid value 31.0 cannot be lower than 100.00",
//!     "input": { "inputPath": { "fieldPath": "/bid" }, "value": { "decimalValue": "31.0" } },
//!     "minValue": "100.00"
//!   }] }
//! }"#;
//! let decoded = LinkedInMarketing::decode(Response::new(400, body));
//! let details = ErrorDetails::of(&decoded).unwrap();
//! let error = &details.input_errors[0];
//! let input = error.input.as_ref().unwrap();
//! assert_eq!(input.path, InputPath::Field("/bid".into()));
//! assert_eq!(input.value, Some(InputValue::Decimal("31.0".into())));
//! assert_eq!(error.min_value.as_deref(), Some("100.00"));
//! ```
//!
//! # What is not as documented
//!
//! Nothing of the details is lost. A member that the document does not describe, or whose type is different, is in the
//! list `other` of the object that contains it: its name, and its value as JSON. A number is accepted as a string, a
//! string that is a number as a number, and `null` as an absent member.

mod read;
mod write;

use crate::{Catalog, Decoded, Json};
use alloc::string::String;
use alloc::vec::Vec;

/// Members that the document does not describe: their names, and their values as JSON.
pub type OtherMembers = Vec<(String, String)>;

/// Failed validations: the schema `com.linkedin.common.error.BadRequest`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorDetails {
    /// Of the query parameters and the body: `inputErrors`.
    pub input_errors: Vec<InputError>,
    /// Of an input in combination with others: `conditionalInputErrors`.
    pub conditional_input_errors: Vec<ConditionalInputError>,
    /// Other members of the details.
    pub other: OtherMembers,
}

/// A validation that an input failed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InputError {
    /// The code of the error, such as `FIELD_VALUE_TOO_LOW`; empty if it is absent, against the schema.
    pub code: String,
    /// The input that caused the error; `None` if it is absent, against the schema.
    pub input: Option<Input>,
    /// In batch operations, the key or the index of an entity in the request.
    pub key: Option<String>,
    /// The type that is allowed for the input.
    pub allowed_type: Option<String>,
    /// What is wrong with the input; empty if it is absent, against the schema.
    pub description: String,
    /// The minimum length that is allowed for the input.
    pub min_length: Option<u64>,
    /// The maximum length that is allowed for the input.
    pub max_length: Option<u64>,
    /// The encoding that is used for the input, where it is a string.
    pub encoding: Option<String>,
    /// The minimum value that is allowed for the input: a decimal, as it was written.
    pub min_value: Option<String>,
    /// The maximum value that is allowed for the input: a decimal, as it was written.
    pub max_value: Option<String>,
    /// The regular expression that the input must match.
    pub regex: Option<String>,
    /// Other members of the error.
    pub other: OtherMembers,
}

/// A validation that an input failed in combination with others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConditionalInputError {
    /// What every failed validation has.
    pub error: InputError,
    /// The other inputs that cause the error: `relatedInputs` or, as in one of the document's samples, `relatedFields`.
    pub related_inputs: Vec<Input>,
}

/// A part of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its place: `inputPath`.
    pub path: InputPath,
    /// What the request has there.
    pub value: Option<InputValue>,
    /// Other members of the input.
    pub other: OtherMembers,
}

/// The place of an input in the request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InputPath {
    /// `fieldPath`, the path to a field, such as `/Campaign/runSchedule/start`.
    Field(String),
    /// `parameterPath`, the path to a parameter within a field, such as
    /// `/Campaign/targetingCriteria/include urn:li:adTargetingFacet:locations`.
    Parameter(String),
    /// Anything but exactly one of these, as JSON.
    Other(String),
}

/// What the request has as an input.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InputValue {
    /// `decimalValue`, a decimal as it was written: `31.0` stays `31.0`.
    Decimal(String),
    /// `stringValue`.
    Text(String),
    /// `booleanValue`.
    Boolean(bool),
    /// Anything but exactly one of these, as JSON.
    Other(String),
}

impl ErrorDetails {
    /// The name of this schema, as `errorDetailType` states it.
    pub const TYPE: &'static str = "com.linkedin.common.error.BadRequest";

    /// The details of an error of LinkedIn Marketing, with any type for the catalog: the member `errorDetails` of the
    /// body. `None` if there are none, or if `errorDetailType` names another schema.
    ///
    /// Each error of a [`batch`](Decoded::batch) has details of its own.
    pub fn of<C: Catalog>(decoded: &Decoded<'_, C>) -> Option<Self> {
        let body = decoded.json()?;
        let schema = body.get("errorDetailType").and_then(Json::as_str);
        if schema.is_some_and(|name| name != Self::TYPE) {
            return None;
        }
        Self::from_json(body.get("errorDetails")?)
    }

    /// Reads the value of `errorDetails`; `None` if it is not an object.
    ///
    /// ```
    /// use error_catalog::apis::marketing::ErrorDetails;
    /// use error_catalog::Json;
    ///
    /// let json = Json::parse(br#"{"inputErrors": [{"code": "MISSING_FIELD", "minLength": "3"}], "hint": null}"#)?;
    /// let details = ErrorDetails::from_json(json).unwrap();
    /// assert_eq!(details.input_errors[0].min_length, Some(3));
    /// assert_eq!(details.other, [("hint".into(), "null".into())]);
    /// # Ok::<(), error_catalog::InvalidJson>(())
    /// ```
    pub fn from_json(json: Json<'_>) -> Option<Self> {
        read::details(json)
    }

    /// The value of `errorDetails`, with the schema's names. A string that should be JSON and is not valid becomes a JSON
    /// string.
    ///
    /// ```
    /// use error_catalog::apis::marketing::{ErrorDetails, InputError};
    ///
    /// let error = InputError { code: "MISSING_FIELD".into(), key: Some("0".into()), ..InputError::default() };
    /// let details = ErrorDetails { input_errors: vec![error], ..ErrorDetails::default() };
    /// assert_eq!(details.to_json(), r#"{"inputErrors":[{"code":"MISSING_FIELD","key":"0"}]}"#);
    /// ```
    pub fn to_json(&self) -> String {
        write::details(self)
    }
}
