//! The names by which the parts of an error are recognised, in lower case without separators.

// The names of the members of each part, the surest first.
pub(super) const CODES: [&str; 15] = [
    "errorcode",
    "errcode",
    "code",
    "faultcode",
    "errorlabel",
    "errorkey",
    "errortype",
    "error",
    "reason",
    "type",
    "key",
    "slug",
    "errorid",
    "name",
    "id",
];
pub(super) const MESSAGES: [&str; 18] = [
    "message",
    "errormessage",
    "errormsg",
    "errmsg",
    "msg",
    "errorsummary",
    "statusmessage",
    "faultstring",
    "usermessage",
    "developermessage",
    "detail",
    "errordescription",
    "description",
    "summary",
    "text",
    "error",
    "title",
    "reason",
];
pub(super) const STATUSES: [&str; 4] = ["status", "statuscode", "httpstatus", "httpstatuscode"];
pub(super) const REFERENCES: [&str; 9] = [
    "requestid",
    "traceid",
    "correlationid",
    "xrequestid",
    "errorref",
    "reference",
    "logid",
    "supportid",
    "instance",
];
pub(super) const LISTS: [&str; 9] = [
    "errors",
    "details",
    "fielderrors",
    "validationerrors",
    "violations",
    "invalidparams",
    "fields",
    "fieldviolations",
    "causes",
];
/// The names of an array that is the whole error.
pub(super) const WHOLE: [&str; 4] = ["errors", "error", "problems", "faults"];
/// The names of objects around the parts of an error.
pub(super) const AROUND: [&str; 18] = [
    "error",
    "errors",
    "err",
    "fault",
    "exception",
    "problem",
    "failure",
    "errorinfo",
    "errordata",
    "errordetail",
    "errordetails",
    "errorresponse",
    "apierror",
    "result",
    "response",
    "data",
    "body",
    "status",
];
pub(super) const FIELDS: [&str; 9] = [
    "field",
    "fieldname",
    "path",
    "property",
    "param",
    "parameter",
    "pointer",
    "location",
    "loc",
];

/// Returns a name in lower case with its letters and digits only.
pub(super) fn normal(name: &str) -> String {
    let name = name.chars().filter(|it| it.is_alphanumeric());
    name.flat_map(char::to_lowercase).collect()
}
