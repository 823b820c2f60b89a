//! The names by which parts of an entry are recognised.

// The names of the members of each part, normal and the surest first.
const STATUS: &[&str] = &[
    "httpstatuscode",
    "httpstatus",
    "httpstatuscodes",
    "httpcode",
    "httpresponsecode",
    "httpresponse",
    "http",
    "statuscode",
    "responsecode",
    "responsestatus",
    "status",
    "httperrorcode",
    "code",
    "codes",
    "errorcode",
    "errorcodes",
];
const CODE: &[&str] = &[
    "errorcode",
    "errcode",
    "code",
    "codes",
    "errorid",
    "errorkey",
    "errorname",
    "id",
    "key",
    "identifier",
    "errortype",
    "error",
    "name",
    "slug",
    "symbol",
    "constant",
    "reason",
    "type",
    "value",
    "errors",
    "retcode",
    "returncode",
    "number",
    "errno",
];
const MESSAGE: &[&str] = &[
    "errormessage",
    "message",
    "messagetemplate",
    "errmsg",
    "msg",
    "errormsg",
    "template",
    "text",
    "errortext",
    "defaultmessage",
    "error",
    "detail",
    "messages",
    "format",
    "retmsg",
    "sysmessage",
];
const TITLE: &[&str] = &[
    "title",
    "label",
    "summary",
    "shortdescription",
    "name",
    "errorname",
];
const DESCRIPTION: &[&str] = &[
    "description",
    "desc",
    "errordescription",
    "explanation",
    "meaning",
    "details",
    "documentation",
    "doc",
    "longdescription",
    "definition",
    "notes",
    "note",
    "comment",
    "comments",
    "remarks",
    "explain",
    "help",
    "descriptions",
    "info",
];
const CAUSE: &[&str] = &[
    "cause",
    "causes",
    "possiblecause",
    "possiblecauses",
    "reason",
    "reasons",
    "why",
    "when",
];
const RESOLUTION: &[&str] = &[
    "resolution",
    "solution",
    "solutions",
    "workaround",
    "action",
    "actions",
    "fix",
    "howtofix",
    "howtoresolve",
    "remedy",
    "whattodo",
    "suggestedaction",
    "recommendedaction",
    "recommendation",
    "suggestion",
    "troubleshooting",
    "correctiveaction",
    "advice",
    "handling",
    "possiblesolution",
    "possiblesolutions",
    "hint",
];
const SEVERITY: &[&str] = &["severity", "level", "loglevel", "category"];
const RETRY: &[&str] = &[
    "retryable",
    "retriable",
    "isretryable",
    "isretriable",
    "canretry",
    "retry",
];
const DEPRECATED: &[&str] = &["deprecated", "isdeprecated"];

/// A part of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Status,
    Code,
    Message,
    Title,
    Description,
    Cause,
    Resolution,
    Severity,
    Retry,
    Deprecated,
    Category,
}

impl Role {
    /// All roles, in the order in which members are given to them.
    pub(super) const ALL: [Self; 11] = [
        Self::Status,
        Self::Code,
        Self::Message,
        Self::Title,
        Self::Description,
        Self::Cause,
        Self::Resolution,
        Self::Severity,
        Self::Retry,
        Self::Deprecated,
        Self::Category,
    ];

    /// The name in reports.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Code => "code",
            Self::Message => "message",
            Self::Title => "title",
            Self::Description => "description",
            Self::Cause => "cause",
            Self::Resolution => "resolution",
            Self::Severity => "severity",
            Self::Retry => "retry advice",
            Self::Deprecated => "deprecation",
            Self::Category => "category",
        }
    }

    /// The names of its members, normal and the surest first.
    pub(super) const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Status => STATUS,
            Self::Code => CODE,
            Self::Message => MESSAGE,
            Self::Title => TITLE,
            Self::Description => DESCRIPTION,
            Self::Cause => CAUSE,
            Self::Resolution => RESOLUTION,
            Self::Severity => SEVERITY,
            Self::Retry => RETRY,
            Self::Deprecated => DEPRECATED,
            Self::Category => &[],
        }
    }

    /// The names that need no look at the values.
    pub(super) const fn certain(self) -> &'static [&'static str] {
        match self {
            Self::Code => &[
                "errorcode",
                "errcode",
                "code",
                "codes",
                "errorid",
                "errorkey",
                "id",
                "key",
            ],
            Self::Message => &[
                "errormessage",
                "message",
                "messagetemplate",
                "errmsg",
                "msg",
                "errormsg",
                "defaultmessage",
            ],
            _ => &[],
        }
    }
}

/// Returns a name in lower case with its letters and digits only.
pub(super) fn normal(name: &str) -> String {
    let name = name.chars().filter(|it| it.is_alphanumeric());
    name.flat_map(char::to_lowercase).collect()
}

/// Whether a member of this name usually has a message.
pub(in super::super) fn is_message(name: &str) -> bool {
    Role::Message.names().contains(&&*normal(name))
}

/// Whether a member of this name is usually in an entry.
pub(in super::super) fn is_of_entry(name: &str) -> bool {
    let name = normal(name);
    Role::ALL.iter().any(|role| role.names().contains(&&*name))
}

/// Whether a column of this name is usually in a table of errors.
pub(in super::super) fn is_heading_of_errors(name: &str) -> bool {
    has(name, &["error", "errno", "status", "exception", "message"])
}

/// Whether a column of this name usually has codes, also those of other things than errors.
pub(in super::super) fn is_heading_of_codes(name: &str) -> bool {
    has(name, &["code"])
}

/// Whether a section of this title usually has errors.
pub(in super::super) fn is_section_of_errors(title: &str) -> bool {
    has(
        title,
        &[
            "error",
            "status",
            "response",
            "exception",
            "fault",
            "failure",
        ],
    )
}

fn has(name: &str, parts: &[&str]) -> bool {
    let name = normal(name);
    parts.iter().any(|part| name.contains(part))
}
