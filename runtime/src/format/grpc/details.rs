//! `grpc-status-details-bin`: a `google.rpc.Status` as protobuf, in Base64.

use super::super::text::scalar;
use super::duration;
use super::proto::{Any, BadRequest, ErrorInfo, FieldViolation, RequestInfo, RetryInfo, Status};
use crate::json::Writer;
use crate::Json;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::Engine;
use prost::Message;

/// Binary headers are written without padding, and read with and without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The types whose members are read and written.
pub(crate) const ERROR_INFO: &str = "google.rpc.ErrorInfo";
pub(crate) const RETRY_INFO: &str = "google.rpc.RetryInfo";
pub(crate) const REQUEST_INFO: &str = "google.rpc.RequestInfo";
const BAD_REQUEST: &str = "google.rpc.BadRequest";

/// Reads the value of the header. Lines with the same name can be joined with commas; the first value counts.
pub(super) fn read(value: &str) -> Option<Status> {
    let first = value.split(',').next()?.trim();
    Status::decode(&*BASE64.decode(first).ok()?).ok()
}

/// Writes the member `details`, if there are any.
pub(super) fn write(details: &[Any], writer: &mut Writer<'_>) {
    if details.is_empty() {
        return;
    }
    writer.key("details");
    writer.begin('[');
    for detail in details {
        writer.item();
        writer.begin('{');
        writer.key("@type");
        writer.string(&detail.type_url);
        write_members(detail, writer);
        writer.end('}');
    }
    writer.end(']');
}

/// Writes the members of a detail whose type is known. Like in all JSON of protobuf, empty ones are left out.
fn write_members(detail: &Any, writer: &mut Writer<'_>) {
    match name(&detail.type_url) {
        ERROR_INFO => {
            let info = ErrorInfo::decode(&*detail.value).unwrap_or_default();
            write_text("reason", &info.reason, writer);
            write_text("domain", &info.domain, writer);
            write_metadata(&info, writer);
        }
        RETRY_INFO => {
            let info = RetryInfo::decode(&*detail.value).unwrap_or_default();
            let delay = info.retry_delay.and_then(duration::to_text);
            write_text("retryDelay", &delay.unwrap_or_default(), writer);
        }
        REQUEST_INFO => {
            let info = RequestInfo::decode(&*detail.value).unwrap_or_default();
            write_text("requestId", &info.request_id, writer);
            write_text("servingData", &info.serving_data, writer);
        }
        BAD_REQUEST => {
            let request = BadRequest::decode(&*detail.value).unwrap_or_default();
            write_violations(&request.field_violations, writer);
        }
        _ => {}
    }
}

/// Returns the name of a type: what follows the last slash of its URL.
pub(crate) fn name(type_url: &str) -> &str {
    type_url.rsplit('/').next().unwrap_or(type_url)
}

fn write_text(key: &str, text: &str, writer: &mut Writer<'_>) {
    if !text.is_empty() {
        writer.key(key);
        writer.string(text);
    }
}

fn write_metadata(info: &ErrorInfo, writer: &mut Writer<'_>) {
    if info.metadata.is_empty() {
        return;
    }
    writer.key("metadata");
    writer.begin('{');
    for (key, value) in &info.metadata {
        writer.key(key);
        writer.string(value);
    }
    writer.end('}');
}

fn write_violations(violations: &[FieldViolation], writer: &mut Writer<'_>) {
    if violations.is_empty() {
        return;
    }
    writer.key("fieldViolations");
    writer.begin('[');
    for violation in violations {
        writer.item();
        writer.begin('{');
        write_text("field", &violation.field, writer);
        write_text("description", &violation.description, writer);
        write_text("reason", &violation.reason, writer);
        writer.end('}');
    }
    writer.end(']');
}

/// Returns the value of the header; `None` if there are no details.
pub(super) fn to_header(code: u32, message: Option<&str>, json: Json<'_>) -> Option<String> {
    let details = json.get("details")?.elements().filter_map(any);
    let status = Status {
        code: i32::try_from(code).ok()?,
        message: message.map(String::from).unwrap_or_default(),
        details: details.collect(),
    };
    (!status.details.is_empty()).then(|| BASE64.encode(status.encode_to_vec()))
}

/// Returns a detail; `None` without a type.
fn any(json: Json<'_>) -> Option<Any> {
    let type_url = json.get("@type")?.as_str()?.into_owned();
    let value = match name(&type_url) {
        ERROR_INFO => error_info(json).encode_to_vec(),
        RETRY_INFO => retry_info(json).encode_to_vec(),
        REQUEST_INFO => {
            let info = RequestInfo {
                request_id: text(json, "requestId"),
                serving_data: text(json, "servingData"),
            };
            info.encode_to_vec()
        }
        BAD_REQUEST => bad_request(json).encode_to_vec(),
        _ => Vec::new(),
    };
    Some(Any { type_url, value })
}

fn error_info(json: Json<'_>) -> ErrorInfo {
    let metadata = json.get("metadata").into_iter().flat_map(Json::members);
    ErrorInfo {
        reason: text(json, "reason"),
        domain: text(json, "domain"),
        metadata: metadata
            .filter_map(|(key, value)| Some((key.into_owned(), scalar(value)?.into_owned())))
            .collect(),
    }
}

fn retry_info(json: Json<'_>) -> RetryInfo {
    RetryInfo {
        retry_delay: duration::parse(&text(json, "retryDelay")),
    }
}

fn bad_request(json: Json<'_>) -> BadRequest {
    let violations = json.get("fieldViolations");
    let violations = violations.into_iter().flat_map(Json::elements);
    let field_violations = violations.map(|violation| FieldViolation {
        field: text(violation, "field"),
        description: text(violation, "description"),
        reason: text(violation, "reason"),
    });
    BadRequest {
        field_violations: field_violations.collect(),
    }
}

/// Returns the text of a member; empty if there is none.
fn text(json: Json<'_>, name: &str) -> String {
    let text = json.get(name).and_then(scalar);
    text.map(Cow::into_owned).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{to_headers, to_json};
    use super::{Any, RetryInfo, Status, BASE64};
    use crate::format::grpc::proto::Duration;
    use crate::header::Headers;
    use crate::Json;
    use alloc::string::String;
    use alloc::vec::Vec;
    use base64::Engine;
    use prost::Message;

    const JSON: &str = concat!(
        r#"{"code":8,"message":"Quota ☃","details":["#,
        r#"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMITED","#,
        r#""domain":"pubsub.googleapis.com","metadata":{"":"~","a/b":"1","topic":"é"}},"#,
        r#"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"},"#,
        r#"{"@type":"type.googleapis.com/google.rpc.BadRequest","#,
        r#""fieldViolations":[{"field":"a.b[0]","description":"is wrong"},{"field":"c"}]},"#,
        r#"{"@type":"type.googleapis.com/google.rpc.RequestInfo","requestId":"r-17"},"#,
        r#"{"@type":"type.googleapis.com/google.rpc.Help"}]}"#
    );

    fn with_details(value: &str) -> Option<String> {
        to_json(&Headers::from(&[
            ("grpc-status", "8"),
            ("grpc-status-details-bin", value),
        ]))
    }

    fn details(details: &[(&str, Vec<u8>)]) -> Option<String> {
        let details = details.iter().map(|(type_url, value)| Any {
            type_url: String::from(*type_url),
            value: value.clone(),
        });
        let status = Status {
            code: 8,
            message: String::from("m"),
            details: details.collect(),
        };
        with_details(&BASE64.encode(status.encode_to_vec()))
    }

    #[test]
    fn details_are_written_and_read_as_the_same() {
        let headers = to_headers(Json::parse(JSON.as_bytes()).unwrap());
        assert_eq!(headers.len(), 3);
        assert_eq!(to_json(&Headers::from(&headers)).as_deref(), Some(JSON));
    }

    #[test]
    fn details_of_another_implementation_are_read() {
        // Made with Google's `googleapis-common-protos` for Python.
        let json = with_details(concat!(
            "CAgSCVF1b3RhIOKYgxpeCih0eXBlLmdvb2dsZWFwaXMuY29tL2dvb2dsZS5ycGMuRXJyb3JJbmZvEjIK",
            "DFJBVEVfTElNSVRFRBIVcHVic3ViLmdvb2dsZWFwaXMuY29tGgsKBXRvcGljEgLDqRo2Cih0eXBlLmdv",
            "b2dsZWFwaXMuY29tL2dvb2dsZS5ycGMuUmV0cnlJbmZvEgoKCAgiEIDKte4BGkEKKXR5cGUuZ29vZ2xl",
            "YXBpcy5jb20vZ29vZ2xlLnJwYy5CYWRSZXF1ZXN0EhQKEgoGYS5iWzBdEghpcyB3cm9uZxpBCiN0eXBl",
            "Lmdvb2dsZWFwaXMuY29tL2dvb2dsZS5ycGMuSGVscBIaChgKAWQSE2h0dHBzOi8vZXhhbXBsZS5jb20="
        ));
        assert_eq!(
            json.as_deref(),
            Some(concat!(
                r#"{"code":8,"message":"Quota ☃","details":["#,
                r#"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMITED","#,
                r#""domain":"pubsub.googleapis.com","metadata":{"topic":"é"}},"#,
                r#"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"},"#,
                r#"{"@type":"type.googleapis.com/google.rpc.BadRequest","#,
                r#""fieldViolations":[{"field":"a.b[0]","description":"is wrong"}]},"#,
                r#"{"@type":"type.googleapis.com/google.rpc.Help"}]}"#
            ))
        );
    }

    #[test]
    fn padding_is_optional_and_the_first_of_several_values_counts() {
        let expected = Some(r#"{"code":8,"message":"a"}"#);
        // 8 and "a" as protobuf.
        for value in [
            "CAgSAWE=",
            "CAgSAWE",
            " CAgSAWE= ",
            "CAgSAWE=,CAg",
            "CAgSAWE ,!",
        ] {
            assert_eq!(with_details(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn details_that_cannot_be_read_are_left_out() {
        for value in [
            "",
            "!",
            "CAgSAWE==",
            "C",
            "CAgSBWE",
            "_-8",
            ",CAgSAWE",
            "EgH/",
        ] {
            let json = with_details(value);
            assert_eq!(json.as_deref(), Some(r#"{"code":8}"#), "{value}");
        }
    }

    #[test]
    fn a_detail_that_cannot_be_read_is_known_by_its_type() {
        let broken = [
            ("google.rpc.ErrorInfo", Vec::from(*b"\xff")),
            ("x/google.rpc.BadRequest", Vec::from(*b"\x0a\x05")),
            ("", Vec::new()),
        ];
        assert_eq!(
            details(&broken).as_deref(),
            Some(concat!(
                r#"{"code":8,"message":"m","details":[{"@type":"google.rpc.ErrorInfo"},"#,
                r#"{"@type":"x/google.rpc.BadRequest"},{"@type":""}]}"#
            ))
        );
    }

    #[test]
    fn a_delay_that_is_not_valid_is_left_out() {
        for (seconds, nanos) in [(i64::MIN, i32::MIN), (i64::MAX, 1), (1, -1)] {
            let retry_delay = Some(Duration { seconds, nanos });
            let info = RetryInfo { retry_delay }.encode_to_vec();
            let json = details(&[("google.rpc.RetryInfo", info)]);
            let expected =
                r#"{"code":8,"message":"m","details":[{"@type":"google.rpc.RetryInfo"}]}"#;
            assert_eq!(json.as_deref(), Some(expected));
        }
    }

    #[test]
    fn details_of_other_json_types_are_left_out() {
        for details in [
            "null",
            "{}",
            "[]",
            "[1,null]",
            r#"["a"]"#,
            r#"[{"@type":1}]"#,
        ] {
            let json = alloc::format!(r#"{{"code":5,"details":{details}}}"#);
            let headers = to_headers(Json::parse(json.as_bytes()).unwrap());
            assert_eq!(headers, [("grpc-status", String::from("5"))], "{details}");
        }
    }
}
