//! The rules of a catalog, each with a permanent code, an explanation, and an example that breaks it.

use crate::Severity;

/// Defines the rules in one place, so that every rule has an explanation and an example.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident $explanation:literal $example:literal)*) => {
        /// A rule that a catalog can break.
        ///
        /// ```
        /// use error_catalog_model::Rule;
        ///
        /// assert_eq!(Rule::from_code("C003"), Some(Rule::UnknownKey));
        /// assert!(Rule::UnknownKey.explanation().contains("key"));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What each rule is, in their order.
            const ABOUT: &'static [About] = &[$(About {
                code: $code,
                severity: Severity::$severity,
                explanation: $explanation,
                example: $example,
            },)*];
        }
    };
}

/// What a rule is.
struct About {
    code: &'static str,
    severity: Severity,
    explanation: &'static str,
    example: &'static [u8],
}

impl Rule {
    const fn about(self) -> &'static About {
        &Self::ABOUT[self as usize]
    }

    /// Returns the code, which never changes.
    pub const fn code(self) -> &'static str {
        self.about().code
    }

    /// Returns whether breaking it is an error or a warning.
    pub const fn severity(self) -> Severity {
        self.about().severity
    }

    /// Returns what the rule requires, and why.
    pub const fn explanation(self) -> &'static str {
        self.about().explanation
    }

    /// Returns the content of a catalog that breaks it.
    pub const fn example(self) -> &'static [u8] {
        self.about().example
    }
    /// Returns the rule with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|rule| rule.code() == code).copied()
    }

    /// Returns the content of the translation, `example.ja.json`, that breaks the rule together with the
    /// [`example`](Self::example), if it takes one.
    pub const fn example_translation(self) -> Option<&'static str> {
        match self {
            Self::Translation => Some(
                r#"{ "language": "ja", "errors": { "A": { "message": "{thng}がありません。" } } }"#,
            ),
            Self::Untranslated | Self::UnlistedTranslation => {
                Some(r#"{ "language": "ja", "errors": {} }"#)
            }
            _ => None,
        }
    }

    /// Returns the content of the file, `common.json`, that breaks the rule together with the [`example`](Self::example),
    /// which extends it, if it takes one.
    pub const fn example_extended(self) -> Option<&'static str> {
        match self {
            Self::Clash => Some(
                r#"{ "name": "common", "categories": { "input": "The request is invalid." }, "errors": [] }"#,
            ),
            _ => None,
        }
    }
}

rules! {
    /// The file is not valid JSON.
    Syntax = "C001" Error
        "A catalog is a JSON file (RFC 8259): no comments, no comma after the last element, strings in double quotes. \
         Reading stops at the first syntax error, so later ones are reported once it is fixed."
        br#"{ "name": "payments", "errors": [ { "code": "A", }, ] }"#

    /// The file is not text in UTF-8.
    Encoding = "C002" Error
        "A catalog is encoded in UTF-8, as JSON files are. A byte order mark at the start is allowed and skipped. Most \
         often an editor saved the file in another encoding."
        b"{ \"name\": \"payments\", \"title\": \"Zahlungen f\xFCr H\xE4ndler\", \"errors\": [] }"

    /// A key that the format does not have.
    UnknownKey = "C003" Error
        "Every key of a catalog has a meaning; a misspelled one would be lost silently. The help names the key that was \
         probably meant, or all the keys that are allowed there."
        br#"{ "name": "payments", "errors": [{ "code": "A", "mesage": "No." }] }"#

    /// A key that occurs more than once in an object.
    DuplicateKey = "C004" Error
        "JSON allows duplicate keys in an object, but readers disagree on which of them counts. In a catalog, each key of \
         an object occurs once."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No.", "message": "Never." }] }"#

    /// A value of the wrong type.
    WrongType = "C005" Error
        "A value has a JSON type that its key does not accept: a number instead of a string, an object instead of an \
         array. `null` does not leave a value out, except as a `code`: leave out the key."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": 404 }] }"#

    /// A key that is missing.
    MissingKey = "C006" Error
        "A catalog needs a `name` and its `errors`, and each entry needs a `code`. Where an API documents no code, write \
         `\"code\": null`."
        br#"{ "name": "payments", "errors": [{ "message": "No." }] }"#

    /// A catalog name that is not valid.
    CatalogName = "C007" Error
        "The name of a catalog is lower-case letters and digits in words joined by `-`, starting with a letter. It \
         appears in messages, documentation, and file names."
        br#"{ "name": "Payments API", "errors": [] }"#

    /// An id that is not valid, or a code from which no id can be derived.
    Id = "C008" Error
        "The id is the unique name of an entry in its catalog, and names its variant in Rust. It is capitals and digits in \
         words joined by `_`, starting with a letter. An entry without an `id` takes it from its code; a number, a code \
         with placeholders, or `null` gives none, so that the entry needs an `id`."
        br#"{ "name": "payments", "errors": [{ "code": 402, "message": "No." }] }"#

    /// An id that more than one entry has.
    DuplicateId = "C009" Error
        "Two entries of a catalog cannot have the same id. Entries can share a code if their status or message tells them \
         apart: then all but one of them need an `id`."
        br#"{ "name": "payments", "errors": [
            { "code": "LIMIT", "status": 400, "message": "Too much." },
            { "code": "LIMIT", "status": 429, "message": "Too often." }
        ] }"#

    /// Names that become the same in Rust.
    Collision = "C010" Error
        "Ids become variants in `PascalCase`, and parameters become fields in `snake_case`. Names that differ only in what \
         this conversion loses, such as `A_1` and `A1`, or `userId` and `user_id`, collide."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "{userId} is not {user_id}." }] }"#

    /// Entries that look the same in a response.
    Indistinguishable = "C011" Error
        "A response must tell which error it is: by its envelope, its code, its status, or the fixed text of its message. \
         Two entries that agree in all of these cannot be told apart when a response is read. The names of placeholders \
         are not sent, so that they make no difference."
        br#"{ "name": "payments", "errors": [
            { "code": "LIMIT", "id": "A", "status": 400, "message": "No {thing}." },
            { "code": "LIMIT", "id": "B", "status": 400, "message": "No {other}." }
        ] }"#

    /// Codes with placeholders that overlap.
    Overlap = "C012" Error
        "A code with placeholders matches many codes. If two of them match the same code at the same status, and neither is \
         a special case of the other, a response with this code is ambiguous. A special case is allowed: the more \
         specific code is tried first."
        br#"{ "name": "payments", "errors": [
            { "code": "INVALID_{RESOURCE}", "id": "A", "status": 400 },
            { "code": "{RESOURCE}_GONE", "id": "B", "status": 400 }
        ] }"#

    /// A number that is not a valid HTTP status.
    Status = "C013" Error
        "An HTTP status is an integer from 100 to 599 (RFC 9110). An entry can have several, in an array: the first is the \
         one that a new error is sent with."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": 4004 }] }"#

    /// A status in some entries and not in others.
    MixedStatus = "C014" Error
        "Either all entries of a catalog have a status, and every error in Rust has `status()`, or none has one, in a \
         catalog of errors that are not sent over HTTP. Put a status that most entries share into `defaults`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": 400 }, { "code": "B" }] }"#

    /// A template that is not valid.
    Template = "C015" Error
        "In a message, `{name}` is a placeholder; its name is letters, digits, `_`, `-`, and `.`. Write a brace as `{{` or \
         `}}`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "The field {field is missing." }] }"#

    /// Placeholders without text between them.
    Adjacent = "C016" Warning
        "Where two placeholders are next to each other, no reader of the message can tell where the first value ends and \
         the second starts: the parameters cannot be recovered from the text."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "{amount}{currency} is too much." }] }"#

    /// Slots that do not match the message.
    Slots = "C017" Error
        "A placeholder that occurs more than once in a message is one value, unless `slots` names each occurrence. Then \
         there must be as many slots as occurrences."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "{id} is not {id}.",
            "params": { "id": { "slots": ["left", "middle", "right"] } } }] }"#

    /// A category, scope, or envelope that is not declared.
    Undeclared = "C018" Error
        "Categories, scopes, and envelopes are declared at the top of the catalog, with their meaning; entries refer to \
         them by name. A name that is not declared is most often misspelled."
        br#"{ "name": "payments", "categories": { "input": "The request is wrong." },
            "errors": [{ "code": "A", "category": "imput" }] }"#

    /// An example that does not match its message.
    Example = "C019" Error
        "The examples of an entry are messages as the API's documentation shows them. Each must match the entry's \
         template, with a value for each placeholder; otherwise one of the two was copied wrongly."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No {thing}.", "examples": ["Not today."] }] }"#

    /// A JSON Pointer that is not valid.
    Pointer = "C020" Error
        "Envelopes locate the parts of a response with JSON Pointers (RFC 6901): `/error/code` is the member `code` of the \
         member `error`. A pointer starts with `/`. In a name, write `~` as `~0` and `/` as `~1`."
        br#"{ "name": "payments", "envelopes": [{ "name": "standard", "code": "error.code" }], "errors": [] }"#

    /// A type that parameters do not have.
    ParamType = "C021" Error
        "The type of a parameter is `string` (the default), `integer`, `decimal`, `boolean`, `timestamp`, `list`, or \
         `json`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "params": { "count": { "type": "int" } } }] }"#

    /// Retry advice that is not valid.
    Retry = "C022" Error
        "Retry advice is `never`, `after-fix`, or `backoff`, or an object that says when: `{\"after\": \"24h\"}`, \
         `{\"header\": \"Retry-After\"}`, or `{\"param\": \"retry_after\"}`. Where nothing is documented, leave out the \
         key."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": "sometimes" }] }"#

    /// A parameter that the entry does not have.
    UnknownParam = "C023" Error
        "Retry advice and earlier messages refer to parameters of their entry. If a placeholder of an earlier message has \
         another name today, map it with `\"params\": { \"old\": \"new\" }` beside that message."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": { "param": "retry_after" } }] }"#

    /// A placeholder that is optional.
    OptionalPlaceholder = "C024" Error
        "A message needs a value for each of its placeholders, so that only details, which are sent beside the message, \
         can be optional."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No {thing}.",
            "params": { "thing": { "optional": true } } }] }"#

    /// A successor that does not exist.
    RenamedTo = "C025" Error
        "The `renamed_to` of a deprecated entry is the id of the entry that replaces it."
        br#"{ "name": "payments", "errors": [{ "code": "OLD", "deprecated": { "renamed_to": "NEW" } }] }"#

    /// A code that is not valid.
    CodeGrammar = "C026" Error
        "A code is a string that is not empty, an integer, or `null`. It has no control characters, and no braces other \
         than those of placeholders. A code with placeholders has no spaces."
        br#"{ "name": "payments", "errors": [{ "code": "", "id": "A" }] }"#

    /// A parameter name that is not valid.
    FieldName = "C027" Error
        "The name of a parameter is letters (a to z), digits, `_`, `-`, and `.`, at most 100. Parameters become fields in \
         Rust; the extra members of an envelope must be named as fields are, in `snake_case`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "params": { "retry after": {} } }] }"#

    /// An array with a duplicate.
    Repeated = "C028" Error
        "Statuses, slots, documented values, and the names of envelopes occur once each."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": [429, 429] }] }"#

    /// A header name that is not valid.
    Header = "C029" Error
        "The name of a header is letters, digits, and a few other characters such as `-` (RFC 9110)."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": { "header": "Retry After" } }] }"#

    /// An envelope that no response can be recognised by.
    Envelope = "C030" Error
        "A response is in an envelope if the envelope's code, or, in an envelope without codes, its message, is there. An \
         envelope with neither is recognised by its causes, and an envelope in a header by its `scheme`, if the header is \
         a challenge such as `WWW-Authenticate` (then `code`, `message`, and `params` name the challenge's parameters), or \
         else by the header itself, whose value can be one parameter."
        br#"{ "name": "payments", "envelopes": [{ "name": "standard", "status": "/status" }], "errors": [] }"#

    /// More than the limits allow.
    Limit = "C031" Error
        "A file has at most 32 MiB, a catalog at most 65,000 entries, 1,000 codes with placeholders, 200 translations, and \
         1,000 envelopes, categories, or scopes. The fields of an error have at most 120 bytes: 15 strings. The limits keep builds and \
         errors small; they are far above what APIs document."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message":
            "{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m} {n} {o} {p}" }] }"#

    /// A code that is retired, and still in use.
    RetiredCode = "C032" Error
        "A code that an API once sent and no longer sends is listed in `retired`. It is never given to another error: \
         clients that still know it would confuse the new error with the old one."
        br#"{ "name": "payments", "retired": [{ "code": "B" }], "errors": [{ "code": "A" }, { "code": "B" }] }"#

    /// An intended change that is not valid.
    Change = "C033" Error
        "An intended breaking change is listed in `changes` with the version that brings it, the `entry`, what changes, and \
         the reason. What changes is `removed`, or the key that changes: `id`, `code`, `status`, `envelope`, `message`, \
         `params`, `retry`, or `scope` of an entry; `status`, `envelopes`, `fallbacks`, or `retired` of the catalog. \
         A reason cannot be empty."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": 402 }], "changes": [
            { "version": "2.0", "entry": "A", "change": "stauts", "reason": "It is a matter of payment." }
        ] }"#

    /// A policy that requires something unknown.
    Policy = "C034" Error
        "The `policy` of a catalog requires more of its entries than the format does, and `cargo error-catalog check` \
         enforces it. It requires keys of entries in `require`, and a style in `code` and `message`. The messages in \
         `frozen` are those of entries of the catalog, by their ids."
        br#"{ "name": "payments", "errors": [], "policy": { "require": ["reslution"] } }"#

    /// A placeholder of another language.
    OtherPlaceholder = "C035" Warning
        "A placeholder is `{name}`. The placeholders of other languages, such as `{{name}}`, `${name}`, `%s`, `%name%`, \
         `<%= name %>`, or `:name`, are literal text in a message. If the API sends such text, add an example of the message that shows it. \
         `${name}` is also accepted for an amount of money if the type of the parameter is `integer` or `decimal`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "The coupon {{coupon}} has expired." }] }"#

    /// A message that another entry can always have as well.
    NeverCertain = "C036" Warning
        "Two entries have a status in common, and every code and message of one entry also matches the other. A \
         response with such a code and message can be read in two ways, so `is_certain()` is always `false` for it. Free \
         text matches every message; it is meant for errors without an entry of their own, and is not reported beside a \
         message."
        br#"{ "name": "payments", "errors": [
            { "code": "FAILED", "id": "FAILED", "status": 424, "message": "Error while {action}" },
            { "code": "FAILED", "id": "PARSING_FAILED", "status": 424, "message": "Error while parsing {data}" }
        ] }"#

    /// A JSONPath query that cannot be used.
    Query = "C037" Error
        "A place that starts with `$` is a JSONPath query (RFC 9535) from the root of the body. It has names, indexes, and \
         filters that compare one member with a literal, so that a response can be written with it as well: \
         `$.error.details[?@['@type'] == 'type.googleapis.com/google.rpc.ErrorInfo'].reason`."
        br#"{ "name": "payments", "envelopes": [{ "name": "standard", "code": "$.errors[*].code" }], "errors": [] }"#

    /// A pattern that takes no part out.
    Match = "C038" Error
        "A pattern in `match` takes a part out of a value: `{_}#{code}` takes what is after the `#`. The placeholder has the \
         name of the key that the place is given for, and `{_}` is any other text. The first pattern that fits is read, \
         and the last is written, so that it has no `{_}`. A value that fits a pattern without the placeholder has no such part."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "code": { "at": "/type", "match": "{_}#{code}" } }
        ], "errors": [] }"#

    /// A place that cannot have such a value.
    Place = "C039" Error
        "Objects and arrays are in a JSON body, errors within an error in the error, and everything else also in headers \
         of the response. `case` is for codes and `unit` for delays. A body has the `format` `json`, `xml`, `form`, \
         `text`, `empty`, or `grpc`: a form has no members in members, a text none at all, and an empty body no places."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "format": "text", "message": "/message" }
        ], "errors": [] }"#

    /// A preset that is not known, or has a key of another.
    Preset = "C040" Error
        "A `preset` is an envelope, or two, of a standard: `aws-json`, `aws-query`, `google-rpc`, `graphql`, `json-api`, \
         `json-rpc`, `oauth2`, or `rfc9457`. A key beside it replaces the key of the preset. Only `rfc9457` has `type`, \
         the type of problems with `{code}` in it, and `case`, the case of codes in it. `cargo error-catalog envelope` \
         prints what a preset stands for."
        br#"{ "name": "payments", "envelopes": [{ "preset": "rfc7808" }], "errors": [] }"#

    /// Two parts of an error in one place.
    SharedPlace = "C041" Error
        "The first place of each part is the one that is written. If two strings, such as the code and the message, had the \
         same one, or a part were within the string that another part is, a response could have only one of them. A \
         member of `constants` does not hide another part and is not read as one: where another part can be, it is `null`."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "code": "/error", "message": "/error" }
        ], "errors": [] }"#

    /// A code that is not read back from its envelope.
    Unreadable = "C042" Error
        "A code that is sent in an envelope is read from it again. Codes in another `case` are words in capitals, joined by \
         `_`; a code that is taken out with `match` does not contain the text around it; and a code in `success` is not \
         the code of an error, and no value in `constants` is one that means success."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "code": { "at": "/type", "case": "kebab" } }
        ], "errors": [{ "code": "cardDeclined", "id": "CARD_DECLINED" }] }"#

    /// A subcode that is not sent.
    Subcode = "C043" Error
        "A `subcode` distinguishes entries with the same code; an entry without one is for all other subcodes. It is sent \
         with a code, in an envelope that has a place for it, and has no placeholders."
        br#"{ "name": "payments", "envelopes": [{ "name": "standard", "code": "/code" }],
            "errors": [{ "code": 190, "subcode": 463, "id": "TOKEN_EXPIRED" }] }"#

    /// Errors within an error that are described in two ways.
    Causes = "C044" Error
        "Errors within an error are objects or strings, in an array or, with `one`, alone. With `by`, they are in an object by key; with \
         `leaf`, at the ends of nested objects; with `body`, they are a whole body in a string, for which the envelopes of \
         the catalog say where the code and the message are."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "code": "/code", "causes": { "at": "/raw", "body": true, "code": "/code" } }
        ], "errors": [] }"#

    /// Errors within an error by a key that is not a parameter.
    UnknownKeyParam = "C045" Warning
        "With `by`, the key of an error within an error is a parameter of that error, such as the `field` that is wrong. If \
         no entry has that parameter, only unknown errors have it: add an entry for such errors."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "code": "/code", "causes": { "at": "/errors", "by": "field" } }
        ], "errors": [] }"#

    /// A fallback that is not valid.
    Fallback = "C046" Error
        "`fallbacks` name the errors that a server sends instead of responses that are not in the catalog. A key is a \
         status from 400 to 599, a class of statuses (`4xx` or `5xx`), `panic`, or `timeout`; its value is the id of an \
         entry."
        br#"{ "name": "payments", "fallbacks": { "5xx": "INTERNAL", "panics": "INTERNAL" },
            "errors": [{ "code": "INTERNAL", "status": 500, "message": "Something failed." }] }"#

    /// A fallback with a parameter that a server has no value for.
    FallbackParam = "C047" Error
        "A server that sends an error as a fallback knows `method`, `path`, and `status`, the `reference` of the request, \
         the `reason` (or `message`) that the response gives, and `allow`, the methods that are allowed. These are strings; \
         `status` can be an integer, and `allow` a list. All other parameters of the entry must be optional."
        br#"{ "name": "payments", "fallbacks": { "5xx": "INTERNAL" },
            "errors": [{ "code": "INTERNAL", "status": 500, "message": "The system {system} failed." }] }"#

    /// A fallback with another status.
    FallbackStatus = "C048" Warning
        "An error that is sent as a fallback has its own status. If that is not the status of the fallback, or not in its \
         class, clients receive a different status because the error is in the catalog."
        br#"{ "name": "payments", "fallbacks": { "404": "BAD_REQUEST", "5xx": "INTERNAL" }, "errors": [
            { "code": "BAD_REQUEST", "status": 400, "message": "The request is wrong." },
            { "code": "INTERNAL", "status": 500, "message": "Something failed." }
        ] }"#

    /// No fallback for failures of the server.
    NoServerErrors = "C049" Warning
        "A server can fail at any time. If a catalog has `fallbacks`, but none for `5xx`, a server has no error of the \
         catalog to send then."
        br#"{ "name": "payments", "fallbacks": { "404": "NOT_FOUND" },
            "errors": [{ "code": "NOT_FOUND", "status": 404, "message": "There is nothing here." }] }"#

    /// A severity that is not known.
    Severity = "C050" Error
        "The severity of an error is `trace`, `debug`, `info`, `warn`, `error`, or `fatal`, as OpenTelemetry names them. Where \
         an entry has none, its status decides: `error` for a status of the class 5xx, and `info` for all others."
        br#"{ "name": "payments", "errors": [{ "code": "A", "severity": "warning" }] }"#

    /// An operation that is not valid.
    Operation = "C051" Error
        "`operations` names the errors that each operation of the API can answer with, by the ids of their entries. The \
         route, if it is given, is the method in capitals, a space, and the path; no two operations have the same. The \
         errors of the operation `*` are those of every operation."
        br#"{ "name": "payments", "errors": [{ "code": "CARD_DECLINED" }],
            "operations": { "createCharge": ["CARD_DECLINE"] } }"#

    /// An operation without errors.
    EmptyOperation = "C052" Warning
        "An operation that answers with no error needs no entry in `operations`, and the derive writes an enum without \
         variants for it. Most often its errors are missing, or those of every operation, under `*`."
        br#"{ "name": "payments", "errors": [{ "code": "CARD_DECLINED" }],
            "operations": { "createCharge": ["CARD_DECLINED"], "listCharges": [] } }"#

    /// A key about sensitive values at a parameter that is not sensitive.
    Sent = "C053" Error
        "The value of a sensitive parameter is not sent, unless the parameter is `sent`. The values of all other parameters \
         are sent anyway."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No {thing}.",
            "params": { "thing": { "sent": true } } }] }"#

    /// A key about the place of all parameters without such a place.
    DetailsOnly = "C054" Error
        "An object or an array of pairs in `params` has all parameters of an error, or, with `details_only`, only those that \
         are not in the message. Where `params` give the place of each parameter, those that have a place are sent."
        br#"{ "name": "payments", "envelopes": [
            { "name": "standard", "code": "/code", "params": { "max": "/max" }, "details_only": true }
        ], "errors": [] }"#

    /// A language that is not valid.
    Language = "C055" Error
        "A language is a tag of BCP 47, such as `ja` or `pt-BR`. `language` names the language of the catalog, which is \
         `en` by default, and `translations` lists the others. The file of a translation names its own language, and as \
         `fallback` another one of the catalog, whose messages are shown instead of missing ones."
        br#"{ "name": "payments", "translations": ["pt_BR"], "errors": [] }"#

    /// A translation whose file cannot be read.
    TranslationFile = "C056" Error
        "Each language in `translations` has a file beside the catalog: `payments.ja.json` translates `payments.json` into \
         `ja`."
        br#"{ "name": "payments", "translations": ["ja"], "errors": [] }"#

    /// A translation that does not agree with its entry.
    Translation = "C057" Error
        "A translation has the ids of the catalog. A translated message has the same placeholders as the message of its \
         entry, in any order, so that a response is read the same in each language. Free text cannot be translated."
        br#"{ "name": "payments", "translations": ["ja"], "errors": [
            { "code": "A", "message": "No {thing}." }
        ] }"#

    /// A message that is not translated.
    Untranslated = "C058" Warning
        "A message that a translation lacks is shown in the language of its `fallback`, or else in that of the catalog. If the \
         file names the `fallback`, messages that the fallback has are not reported."
        br#"{ "name": "payments", "translations": ["ja"], "errors": [
            { "code": "A", "message": "No." }
        ] }"#

    /// A translation that the catalog does not list.
    UnlistedTranslation = "C059" Warning
        "A file such as `payments.ja.json` beside `payments.json` is only read if the catalog lists `ja` in \
         `translations`."
        br#"{ "name": "payments", "errors": [] }"#

    /// Plural forms that are not valid.
    Plural = "C060" Error
        "A message with plural forms names in `plural` the parameter that decides between them: one with the type `integer` \
         or `decimal` that is not sensitive. The keys of the forms are the categories of CLDR (`zero`, `one`, `two`, `few`, \
         `many`, and `other`), and `=` with an integer for a single number, such as `=0`. All forms have the same \
         placeholders, except that of the number."
        br#"{ "name": "payments", "errors": [
            { "code": "A", "message": { "plural": "count", "other": "{count} cards were declined." } }
        ] }"#

    /// A plural form that does not fit its language, or cannot be read.
    PluralForm = "C061" Warning
        "Each language has plural forms of its own: English has `one` and `other`, Japanese `other` only. A number without \
         a form has the form `other`. The form for a category is for several numbers, such as `one` in English for 1 and \
         -1, so that a response is read without the number if neither the message nor another place has it. For a single \
         number, write `=1`."
        br#"{ "name": "payments", "errors": [
            { "code": "A", "message": { "plural": "count", "one": "A card was declined.",
              "other": "{count} cards were declined." }, "params": { "count": { "type": "integer" } } }
        ] }"#

    /// A number that cannot be written as the language does.
    Number = "C062" Error
        "In a message, `{count:number}` is a number as the language of the message writes it, such as `1,234` in English. The \
         type of the parameter is `integer` or `decimal`, and it is not sensitive. A message writes each of its numbers in \
         one way."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No more than {count:number} cards." }] }"#

    /// A file that a catalog cannot extend.
    Extends = "C063" Error
        "`extends` lists other catalogs by their paths, relative to the file that has them. The separator is `/`, and no path \
         is absolute. No file extends itself, directly or through others, and a catalog extends at most 100 files."
        br#"{ "name": "payments", "extends": ["comon.json"], "errors": [] }"#

    /// Files of a catalog that disagree.
    Clash = "C064" Error
        "A catalog and the files that it extends agree. If two of them have the meaning of the same status, category, or scope, \
         the same fallback, or the same key of the policy, its value is the same. An operation is in one file, unless it is \
         `*`."
        br#"{ "name": "payments", "extends": ["common.json"], "categories": { "input": "The request is wrong." },
            "errors": [] }"#

    /// A parameter that cannot be a delay.
    DelayType = "C065" Error
        "The parameter that retry advice names gives the delay before the next request, so its type has values that are one. \
         It is not `boolean`, `list`, or `json`. If the unit is `date`, `duration`, or `iso-duration`, it is not `integer` or \
         `decimal` either."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": { "param": "until", "unit": "date" },
            "params": { "until": { "type": "integer" } } }] }"#
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::compile;
    use std::collections::HashSet;

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        let unique: HashSet<_> = codes.iter().collect();
        assert_eq!(unique.len(), codes.len());
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_example_breaks_exactly_its_rule() {
        for rule in Rule::ALL {
            let source = rule.example_source();
            let found = match compile(&source) {
                Ok(compiled) => compiled.warnings,
                Err(failure) => failure.diagnostics().to_vec(),
            };
            let rules: Vec<_> = found.iter().map(|diagnostic| diagnostic.rule).collect();
            assert_eq!(rules, [*rule], "{}", rule.code());
            assert!(rule.explanation().len() > 60, "{}", rule.code());
        }
    }

    #[test]
    fn every_error_shows_its_place_and_what_to_do() {
        for rule in Rule::ALL {
            let source = rule.example_source();
            let Err(failure) = compile(&source) else {
                continue;
            };
            let shown = source.render(&failure.diagnostics()[0]);
            assert!(
                shown.starts_with(&format!("error[{}]: ", rule.code())),
                "{shown}"
            );
            assert!(shown.contains("--> example."), "{shown}");
            assert!(shown.contains('^'), "{shown}");
            if !matches!(rule, Rule::WrongType | Rule::CodeGrammar) {
                assert!(shown.contains(" = help: "), "{shown}");
            }
        }
    }
}
