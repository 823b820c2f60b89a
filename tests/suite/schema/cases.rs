//! The cases that the schema is compared with: rules, objects, and values that are accepted or not.

use error_catalog_model::Rule;

/// The rules whose examples are not valid JSON and cannot be validated.
pub(super) const UNREADABLE: [Rule; 2] = [Rule::Syntax, Rule::Encoding];

/// The rules that the schema leaves to the reader: those that compare two values of a catalog, and warnings.
pub(super) const UNSEEN: [Rule; 37] = [
    Rule::DuplicateKey,
    Rule::DuplicateId,
    Rule::Collision,
    Rule::Indistinguishable,
    Rule::Overlap,
    Rule::MixedStatus,
    Rule::Adjacent,
    Rule::Slots,
    Rule::Undeclared,
    Rule::Example,
    Rule::UnknownParam,
    Rule::OptionalPlaceholder,
    Rule::RenamedTo,
    Rule::Limit,
    Rule::RetiredCode,
    Rule::OtherPlaceholder,
    Rule::NeverCertain,
    Rule::Place,
    Rule::SharedPlace,
    Rule::Unreadable,
    Rule::Subcode,
    Rule::UnknownKeyParam,
    Rule::FallbackParam,
    Rule::FallbackStatus,
    Rule::NoServerErrors,
    Rule::Operation,
    Rule::EmptyOperation,
    Rule::TranslationFile,
    Rule::Translation,
    Rule::Untranslated,
    Rule::UnlistedTranslation,
    Rule::Plural,
    Rule::PluralForm,
    Rule::Number,
    Rule::Extends,
    Rule::Clash,
    Rule::DelayType,
];

/// The rules that a schema can check, and the invalid places in their examples.
pub(super) const SEEN: [(Rule, &str); 26] = [
    (Rule::UnknownKey, "/errors/0"),
    (Rule::WrongType, "/errors/0/message"),
    (Rule::MissingKey, "/errors/0"),
    (Rule::CatalogName, "/name"),
    (Rule::Id, "/errors/0"),
    (Rule::Status, "/errors/0/status"),
    (Rule::Template, "/errors/0/message"),
    (Rule::Pointer, "/envelopes/0/code"),
    (Rule::ParamType, "/errors/0/params/count/type"),
    (Rule::Retry, "/errors/0/retry"),
    (Rule::CodeGrammar, "/errors/0/code"),
    (Rule::FieldName, "/errors/0/params"),
    (Rule::Repeated, "/errors/0/status"),
    (Rule::Header, "/errors/0/retry"),
    (Rule::Envelope, "/envelopes/0"),
    (Rule::Change, "/changes/0/change"),
    (Rule::Policy, "/policy/require/0"),
    (Rule::Query, "/envelopes/0/code"),
    (Rule::Match, "/envelopes/0/code/match"),
    (Rule::Preset, "/envelopes/0/preset"),
    (Rule::Causes, "/envelopes/0/causes/code"),
    (Rule::Fallback, "/fallbacks"),
    (Rule::Severity, "/errors/0/severity"),
    (Rule::Sent, "/errors/0/params/thing"),
    (Rule::DetailsOnly, "/envelopes/0/params"),
    (Rule::Language, "/translations/0"),
];

/// The pointers of objects with fixed keys in the schema, each with a catalog that has `@` in such an object.
pub(super) const OBJECTS: [(&str, &str); 20] = [
    ("", "{ @ }"),
    (
        "/$defs/bodyEnvelope",
        r#"{ "envelopes": [{ "name": "e", @ }] }"#,
    ),
    (
        "/$defs/headerEnvelope",
        r#"{ "envelopes": [{ "name": "e", "header": "h", @ }] }"#,
    ),
    (
        "/$defs/extra",
        r#"{ "envelopes": [{ "name": "e", "extra": { "x": { @ } } }] }"#,
    ),
    (
        "/$defs/causes",
        r#"{ "envelopes": [{ "name": "e", "causes": { @ } }] }"#,
    ),
    (
        "/$defs/pairs",
        r#"{ "envelopes": [{ "name": "e", "params": { "pairs": "/p", "name": "/n", "value": "/v", @ } }] }"#,
    ),
    (
        "/$defs/success",
        r#"{ "envelopes": [{ "name": "e", "success": { @ } }] }"#,
    ),
    (
        "/$defs/headerPlace",
        r#"{ "envelopes": [{ "name": "e", "code": { "header": "h", @ } }] }"#,
    ),
    (
        "/$defs/part",
        r#"{ "envelopes": [{ "name": "e", "code": { @ } }] }"#,
    ),
    ("/$defs/defaults", r#"{ "defaults": { @ } }"#),
    ("/$defs/error", r#"{ "errors": [{ @ }] }"#),
    (
        "/$defs/param",
        r#"{ "errors": [{ "params": { "p": { @ } } }] }"#,
    ),
    (
        "/$defs/history",
        r#"{ "errors": [{ "history": [{ @ }] }] }"#,
    ),
    (
        "/$defs/deprecated",
        r#"{ "errors": [{ "deprecated": { @ } }] }"#,
    ),
    ("/$defs/retryTime", r#"{ "errors": [{ "retry": { @ } }] }"#),
    ("/$defs/operation", r#"{ "operations": { "o": { @ } } }"#),
    ("/$defs/change", r#"{ "changes": [{ @ }] }"#),
    ("/$defs/retired", r#"{ "retired": [{ @ }] }"#),
    ("/$defs/policy", r#"{ "policy": { @ } }"#),
    ("/$defs/plural", r#"{ "errors": [{ "message": { @ } }] }"#),
];

/// JSON values that are accepted at the `@` of a catalog, and values that are not.
pub(super) struct Place {
    pub(super) catalog: &'static str,
    pub(super) accepted: &'static str,
    pub(super) rejected: &'static str,
}

pub(super) const PLACES: &[Place] = &[
    Place {
        catalog: "@",
        accepted: r#"
            { "name": "a", "errors": [] }
            { "$schema": "", "name": "a", "title": "", "version": "", "docs": "", "source": "", "description": "",
              "envelopes": [], "statuses": {}, "categories": {}, "scopes": {}, "defaults": {}, "fallbacks": {}, "errors": [],
              "operations": {}, "changes": [], "retired": [], "policy": {} }"#,
        rejected: r#"
            null [] {} { "name": "a" } { "errors": [] } { "name": "a", "errors": {} }
            { "name": "a", "errors": [], "title": null } { "name": "a", "errors": [], "envelopes": {} }
            { "name": "a", "errors": [], "scopes": [] } { "name": "a", "errors": [], "categories": { "a": 1 } }
            { "name": "a", "errors": [], "operations": [] }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A" }, { "code": "B" }], "operations": @ }"#,
        accepted: r#"
            {} { "*": [] } { "o": [] } { "o": ["A", "B"], "pkg.Service/Method": {}, "*": { "errors": [] } }
            { "o": { "description": "", "route": "GET /", "errors": ["A"] }, "*": { "description": "" } }
            { "o": { "route": "M-SEARCH /a/{b}/{*rest}:c" } }"#,
        rejected: r#"
            null "A" { "o": null } { "o": "A" } { "o": ["A", "A"] } { "o": [1] } { "": [] } { "a b": [] } { "é": [] }
            { "*": { "route": "GET /" } } { "*": ["A", "A"] } { "o": { "route": "" } } { "o": { "route": "GET" } }
            { "o": { "route": "get /" } } { "o": { "route": "/a" } } { "o": { "route": "GET a" } }
            { "o": { "route": "GET  /" } } { "o": { "route": "GET /a b" } } { "o": { "route": "GET /a?b" } }
            { "o": { "route": "GET /a#b" } } { "o": { "route": "GET /é" } } { "o": { "errors": "A" } }"#,
    },
    Place {
        catalog: r#"{ "name": @, "errors": [] }"#,
        accepted: r#" "a" "a1-2b" "#,
        rejected: r#" null "" "A" "1a" "-a" "a-" "a--b" "a_b" "é" "a\n" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "statuses": { @: "" }, "errors": [] }"#,
        accepted: r#" "100" "599" "1xx" "5xx" "#,
        rejected: r#" "" "099" "600" "6xx" "0xx" "xx4" "40x" "xxx" "4XX" "+99" "4xxx" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "fallbacks": { @: "A" }, "errors": [{ "code": "A" }] }"#,
        accepted: r#" "400" "599" "4xx" "5xx" "panic" "timeout" "#,
        rejected: r#" "" "399" "600" "302" "3xx" "xxx" "4XX" "40x" "+40" "4xxx" "Panic" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "fallbacks": @, "errors": [{ "code": "A" }] }"#,
        accepted: r#" {} { "5xx": "A" } "#,
        rejected: r#" null [] "A" { "5xx": null } { "5xx": 1 } { "5xx": ["A"] } "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "id": "A", "code": @ }] }"#,
        accepted: r#"
            null 0 -1 9223372036854775807 -9223372036854775808
            "a b" "é" "404" "{a}" "A_{b}-{c.d}" "{a}{b}" "{a}\ufeff" "#,
        rejected: r#"
            1.5 9223372036854775808 -9223372036854780000 true [] {}
            "" "a\nb" "\u0000" "\u007f" "\u0085" "{" "}" "{}" "}a{" "{{a}}" "{é}" "{_}"
            "{a} b" "{a}\u00a0" "{a}\u1680" "{a}\u2003" "{a}\u2028" "{a}\u202f" "{a}\u205f" "{a}\u3000" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": @ }] }"#,
        accepted: r#" "a" "-a" "`[@a|~]^" "too many" "#,
        rejected: r#" null 1 "404" "2a" "é" "-" "{a}" "a_{b}" "é-a" "ÄRGER" "CAFÉ" "CAFE\u0301" "a—b" "a\u00a0" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": null, "id": @ }] }"#,
        accepted: r#" "A" "A1_2" "#,
        rejected: r#" null 1 "" "_A" "A_" "A__B" "a" "1A" "A-B" "AÉ" "É" "A\n" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "defaults": { "status": @ }, "errors": [{ "code": "A" }] }"#,
        accepted: "100 599 [400] [400, 404]",
        rejected: r#" null 99 600 -400 400.5 [] [99] [400, 400] "400" ["400"] "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A", "message": @ }] }"#,
        accepted: r#"
            "" "a" "{a}" "{a} {a}" "{a-b.c_d} {1}" "\n{a}\n" "{{" "{{}}" "{{{a}}}" "{{ {a} }}" "#,
        rejected: r#"
            null "{" "}" "{}" "{a" "a}" "{a b}" "{é}" "{-}" "{{{" "{{a}" "{a}}" "{a{b}}" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [
            { "code": "A", "message": @, "params": { "n": { "type": "integer" } } }
        ] }"#,
        accepted: r#"
            "{n:number}" { "plural": "n", "one": "{n:number} {{a:b}}", "other": "{n}" }
            { "plural": "n", "other": "{n}" } { "other": "a", "=0": "b", "plural": "n" }
            { "plural": "n", "zero": "a", "one": "b", "two": "c", "few": "{n}d", "many": "e", "other": "{n} {n}" }
            { "plural": "n", "=-12": "{n}", "=9223372036854775807": "a", "other": "{{" }"#,
        rejected: r#"
            "{n:}" "{n:nmber}" "{:number}" "{n: number}" "{n:number:number}" { "plural": "n", "other": "{n:1}" }
            [] {} { "plural": "n" } { "other": "{n}" } { "plural": 1, "other": "{n}" } { "plural": "n", "other": null }
            { "plural": "n", "other": "" } { "plural": "n", "other": "{" } { "plural": "n", "other": "a", "one": "" }
            { "plural": "n", "other": "a", "one": {} } { "plural": "n", "other": "a", "=0": "}" }
            { "plural": "n", "other": "a", "=": "a" } { "plural": "n", "other": "a", "=01": "a" }
            { "plural": "n", "other": "a", "=-0": "a" } { "plural": "n", "other": "a", "=+1": "a" }
            { "plural": "n", "other": "a", "=1.5": "a" } { "plural": "n", "other": "a", "= 1": "a" }
            { "plural": "n", "other": "a", "One": "a" } { "plural": "n", "other": "a", "1": "a" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "defaults": { "retry": @ }, "errors": [{ "code": "A" }] }"#,
        accepted: r#"
            { "backoff": true } { "backoff": true, "safe": true } { "after": "1s", "safe": false } { "header": "a", "safe": true, "unit": "s" }
            "never" "backoff" "after-fix" { "header": "Retry-After" } { "header": "!" }
            { "after": "0s" } { "after": "24h" } { "after": "007m" } { "after": "49710d" } { "after": "4294967295s" }"#,
        rejected: r#"
            { "backoff": false } { "backoff": 1 } { "backoff": true, "after": "1s" } { "backoff": true, "unit": "s" } { "safe": true }
            { "backoff": true, "safe": 1 } { "backoff": true, "safe": null }
            null 1 [] {} "" "Never" { "after": 24 } { "after": "" } { "after": "24" } { "after": "h" } { "after": "24H" }
            { "after": "24 h" } { "after": "-1s" } { "after": "1w" } { "after": "100000d" } { "header": "" }
            { "header": "a:" } { "header": "é" } { "param": 1 } { "after": "1s", "header": "a" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A", "params": { @: {} } }] }"#,
        accepted: r#" "a" "0" "-a.B_" "#,
        rejected: r#" "" "-" "a b" "é" "{a}" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A", "message": "{p} {p}", "params": { "p": @ } }] }"#,
        accepted: r#"
            {} { "type": "json" } { "optional": false } { "values": [] } { "values": ["a", "b"] } { "values": { "a": "b" } }
            { "slots": ["a", "b"] } { "slots": ["a", "b"], "optional": false }
            { "sensitive": true, "sent": true } { "sensitive": true, "sent": false }"#,
        rejected: r#"
            null [] { "type": null } { "type": "" } { "type": "String" } { "optional": "true" } { "description": [] }
            { "values": "a" } { "values": [1] } { "values": ["a", "a"] } { "values": { "a": 1 } }
            { "slots": "a" } { "slots": ["a", "-"] } { "slots": ["a", "a"] } { "slots": ["a", "b"], "optional": true }
            { "sent": true } { "sent": false } { "sensitive": false, "sent": true } { "sensitive": true, "sent": 1 }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [@] }"#,
        accepted: r#"
            { "code": "A", "causes": [], "examples": [], "history": [], "deprecated": {}, "params": {} }
            { "code": "A", "causes": ["a"], "examples": ["a"], "history": [{}], "title": "", "description": "" }
            { "code": "A", "history": [{ "status": 400, "params": { "é": "" } }, { "message": "{message}" }] }
            { "code": "A", "deprecated": { "since": "", "note": "", "renamed_to": "A" }, "resolution": "" }
            { "code": "A", "message": "{p}", "retry": { "param": "p" } }"#,
        rejected: r#"
            null [] { "code": "A", "title": 1 } { "code": "A", "envelope": 1 } { "code": "A", "category": null }
            { "code": "A", "scope": [] } { "code": "A", "params": [] } { "code": "A", "resolution": {} }
            { "code": "A", "causes": "a" } { "code": "A", "causes": [1] } { "code": "A", "examples": [null] }
            { "code": "A", "history": {} } { "code": "A", "history": [1] } { "code": "A", "history": [{ "status": [] }] }
            { "code": "A", "history": [{ "message": "{" }] } { "code": "A", "history": [{ "params": { "a": 1 } }] }
            { "code": "A", "deprecated": true } { "code": "A", "deprecated": { "since": 1 } }
            { "code": "A", "deprecated": { "renamed_to": "a" } } { "code": "A", "retry": { "param": "" } }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "defaults": { "severity": @ }, "errors": [{ "code": "A", "severity": @ }] }"#,
        accepted: r#" "trace" "debug" "info" "warn" "error" "fatal" "#,
        rejected: r#" null "" "warning" "WARN" "critical" 4 true ["warn"] {} "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [
            { "name": "a", "code": "/0/1/2", "constants": @ },
            { "name": "b", "code": "/0/1/2", "causes": { "at": "/0/1/3", "constants": @ } }] }"#,
        accepted: r#"{} { "/a": "" } { "/a": 1.5, "/b": true, "/c/0": null, "/d": [], "/~1": {} }"#,
        rejected: r#"null [] "/a" { "a": 1 } { "/a": [1] } { "/a": { "b": 1 } } { "$.a[*]": 1 }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "changes": [@] }"#,
        accepted: r#"
            { "version": "", "change": "removed", "reason": "a" }
            { "version": "1", "entry": "A", "change": "status", "reason": "a" }"#,
        rejected: r#"
            null {} { "version": "1", "change": "id" } { "version": "1", "reason": "a" } { "change": "id", "reason": "a" }
            { "version": 1, "change": "id", "reason": "a" } { "version": "1", "change": "Id", "reason": "a" }
            { "version": "1", "change": "id", "reason": "" } { "version": "1", "change": "id", "reason": "a", "entry": null }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "retired": [@] }"#,
        accepted: r#"
            { "code": "a b" } { "code": 1 } { "code": "{a}_B", "since": "", "reason": "" }"#,
        rejected: r#"
            null {} "A" { "code": null } { "code": "" } { "code": 1.5 } { "code": "{" } { "code": "A", "since": 1 }
            { "code": "A", "reason": null }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A" }], "policy": @ }"#,
        accepted: r#"
            {} { "require": [] } { "require": ["title", "message", "category", "scope", "severity", "retry"] }
            { "require": ["description", "causes", "resolution", "examples"] } { "code": "SCREAMING_SNAKE_CASE" }
            { "code": "snake_case" } { "code": "kebab-case" } { "code": "PascalCase" } { "code": "camelCase" }
            { "statuses": [100, 599] } { "message": "sentence" } { "message": "fragment" }
            { "frozen": {} } { "frozen": { "A": "" } }"#,
        rejected: r#"
            null [] { "require": "title" } { "require": ["id"] } { "require": ["title", "title"] } { "require": [1] }
            { "code": null } { "code": "CAPITALS" } { "statuses": 400 } { "statuses": [] } { "statuses": [99] }
            { "statuses": [400, 400] } { "message": "Sentence" } { "message": true } { "frozen": [] } { "frozen": { "A": 1 } }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [
            { "name": "a", "code": @ }, { "name": "b", "code": "/0/1/2", "causes": { "at": [@], "code": @ } },
            { "name": "c", "message": "/0/1/2", "params": { "a": @, "b": [@] }, "batch": @ },
            { "name": "d", "message": "/0/1/2", "params": @ },
            { "name": "e", "message": "/0/1/2", "params": { "pairs": @, "name": @, "value": @ } }] }"#,
        accepted: r#" "" "/" "/a/0" "/~0~1" "//" "/a\n" "/-a" "/a-" "/a*" "/a[b]" "/a]" "/[0]a" "#,
        rejected: r#" null 0 "a" " /a" "/~" "/~2" "/~~0" "~0" "/-" "/a/*" "/a[0]" "/a/[]/b" "/a[*]/b" "/-/a" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [
            { "name": "a", "code": @, "errors": @ }, { "name": "b", "code": [@] }, { "name": "c", "code": { "at": @ } },
            { "name": "d", "code": "/0/1", "params": { "a": [@] } }, { "name": "e", "code": "/0/1", "causes": { "at": @ } },
            { "name": "f", "code": "/0/1", "params": @ }] }"#,
        accepted: r#"
            "$" "$.a" "$.a1._b.é" "$['a']" "$[\"a\"]" "$[0]" "$[12].a" "$ [ 'a' ] .b" "$['a\\'b\\u00e9\\n']" "$['\"']"
            "$[?@.a == 1]" "$[?@.a=='x'].b" "$[?@['@type'] == \"x\"].b" "$[?1.5e3 == @.a.b]" "$.a[?@.b == null].c"
            "$[?@.a == true]" "$[?@.a == false]" "$[?@ ['a'] .b == -0]" "#,
        rejected: r#"
            "$." "$a" "$.a " " $" "$.a-b" "$.1" "$.*" "$..a" "$[*]" "$[-1]" "$[01]" "$[1:2]" "$[a]" "$['a',0]" "$['a'" "$['a]"
            "$['\\x']" "$['\n']" "$[?@.a]" "$[?@.a != 1]" "$[?@.a = 1]" "$[?@.a == x]" "$[?@ == 1]" "$[?@[0] == 1]"
            "$[?@.a == 1 && @.b == 2]" "$[?(@.a == 1)]" "$[?!@.a]" "$[?@.a == @.b]" "$[?1 == 1]" "$[?$.a == 1]" "$[?@.a == 01]" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [{ "name": "e", "code": @ }, { "name": "f", "code": [@] }] }"#,
        accepted: r#"
            { "header": "X-Code" } { "header": "h", "encoding": "percent" } { "at": "/a" } { "at": ["/a", "$.b", { "header": "h" }] }
            { "at": "", "match": "{code}" } { "at": "/a", "match": ["{_}#{code}", "{code}"] } { "at": "/a", "case": "kebab" }
            { "at": "/a", "match": ["none", "{code}"] } { "at": "/a", "match": "{{{code}}}" }
            { "at": "/a", "match": ["{{a}}{code}", "{code}{{b}}", "{code}"] } { "at": "/a", "match": ["{code}"] } { "at": { "header": "h" }, "case": "camel" }"#,
        rejected: r#"
            {} { "header": "" } { "header": "h h" } { "header": 1 } { "header": "h", "encoding": "base64" } { "header": "h", "at": "/a" }
            { "match": "{code}" } { "at": null } { "at": {} } { "at": "a" } { "at": "/a", "match": "" } { "at": "/a", "match": "code" }
            { "at": "/a", "match": "{_}{code}" } { "at": "/a", "match": "{_}#{code}" } { "at": "/a", "match": "{code" }
            { "at": "/a", "match": "{c d}" } { "at": "/a", "match": [] } { "at": "/a", "match": ["{", "{code}"] } { "at": "/a", "match": 1 }
            { "at": "/a", "match": ["{code}", "a{code}"] } { "at": "/a", "match": ["{_}", "{code}"] } { "at": "/a", "match": ["a{code}", "a{code}"] }
            { "at": "/a", "match": ["{_}{code}", "{code}"] } { "at": "/a", "match": ["{code}-{code}", "{code}"] }
            { "at": "/a", "case": "upper" } { "at": "/a", "case": "none" } { "at": "/a", "unit": "ms" } { "at": { "at": "/a" } }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [{ "name": "e", "code": "/code", "retry_after": @ }] }"#,
        accepted: r#" { "at": "/a", "unit": "ms" } ["/a", { "header": "h" }] { "at": "/a", "match": "{retry_after} s" } "#,
        rejected: r#" { "at": "/a", "unit": "years" } { "at": "/a", "case": "kebab" } "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [{ "name": "e", "code": "/code", "causes": @ }] }"#,
        accepted: r#"
            { "at": "/a" } { "at": ["/a", "$.b"] } [] [{ "at": "/a" }, { "at": "/b", "body": true }] { "at": [] }
            { "at": "/a", "one": true, "code": "/c" } { "at": "/a", "one": false, "body": false }
            { "at": "/a", "leaf": "_errors" } { "at": "/a", "leaf": true, "by": "path" } { "at": "/a", "leaf": false } { "at": "/a", "body": false, "code": "/c" }
            { "at": "/a", "code": ["/a", { "at": "/b", "case": "snake" }], "message": "", "params": "", "extra": {} }"#,
        rejected: r#"
            {} "/a" { "at": "/a", "leaf": 1 } { "at": "/a", "one": true, "leaf": true } { "at": { "header": "h" } } { "at": "a" } { "at": "/a", "by": 1 } { "at": "/a", "body": "yes" }
            { "at": "/a", "body": true, "code": "/c" } { "at": "/a", "body": true, "by": "f" } { "at": "/a", "one": true, "by": "f" } { "at": "/a", "one": 1 } { "at": "/a", "body": true, "leaf": "f" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [{ "name": "e", "code": "/code", "success": @ }] }"#,
        accepted: r#" 0 -1 "ok" [] [0, "0"] { "at": "/ok", "is": true } [{ "at": ["/a", { "header": "h" }], "is": null }] { "at": "$.a", "is": 1.5 } "#,
        rejected: r#" null true {} [[]] { "at": "/ok" } { "is": true } { "at": "/ok", "is": [] } { "at": "ok", "is": 1 } "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [@] }"#,
        accepted: r#"
            { "preset": "rfc9457" } { "preset": "json-rpc", "name": "rpc" } { "preset": "google-rpc", "retry_unit": "s" }
            { "preset": "rfc9457", "type": "https://a/{code}" } { "preset": "rfc9457", "type": "urn:a:{code}", "case": "none" }
            { "preset": "aws-json", "reference": [], "params": {} }
            { "name": "e", "causes": { "at": "/c" } } { "name": "e", "errors": [], "causes": [{ "at": "/c" }] }
            { "name": "e", "format": "text" } { "name": "e", "format": "empty" } { "name": "e", "format": "grpc" }
            { "name": "e", "format": "xml", "code": "/a/b", "content_type": "text/xml; charset=utf-8" } { "name": "e", "format": "form", "code": "/a", "params": "" }
            { "name": "e", "code": "/c", "subcode": "/s", "title": "/t", "errors": "" }
            { "name": "e", "code": "/c", "params": "/p", "details_only": true } { "preset": "graphql", "details_only": true }
            { "name": "e", "code": "/c", "params": { "pairs": "/p", "name": "/n", "value": "/v" }, "details_only": false }
            { "name": "e", "code": "/c", "causes": { "at": "/d", "params": "/p", "details_only": true } }
            { "name": "e", "code": "/c", "success": [0, "OK"] } { "name": "e", "message": "/m", "success": { "at": "/ok", "is": 1 } }
            { "name": "e", "format": "grpc", "success": 0, "subcode": "/s" }"#,
        rejected: r#"
            { "preset": "rfc7807" } { "preset": 1 } { "preset": "graphql", "header": "h" } { "preset": "graphql", "type": "{code}" }
            { "preset": "rfc9457", "type": "https://a/b" } { "preset": "rfc9457", "type": "{_}{code}" } { "preset": "rfc9457", "case": "camel" }
            { "preset": "rfc9457", "type": "{code}", "code": "/c" } { "preset": "rfc9457", "type": "{code}", "case": "upper" }
            { "name": "e", "type": "{code}", "code": "/c" } { "name": "e", "code": "/c", "case": "kebab" }
            { "name": "e", "format": "yaml", "code": "/c" } { "name": "e", "content_type": "json", "code": "/c" } { "name": "e", "format": "xml" } { "name": "e", "code": [] }
            { "name": "e", "code": "/c", "details_only": true } { "name": "e", "code": "/c", "params": "/p", "details_only": 1 }
            { "name": "e", "code": "/c", "params": { "a": "/a" }, "details_only": true }
            { "name": "e", "code": "/c", "causes": { "at": "/d", "details_only": true } }
            { "name": "e", "code": "/c", "causes": { "at": "/d", "params": { "a": "/a" }, "details_only": false } }
            { "name": "e", "message": "/m", "success": 0 } { "name": "e", "message": "/m", "success": [{ "at": "/ok", "is": 1 }, "OK"] }
            { "name": "e", "message": "/m", "code": [], "success": "OK" } { "name": "e", "format": "text", "success": 0 }
            { "name": "e", "message": "/m", "code": [], "subcode": "/s" } { "name": "e", "format": "text", "subcode": { "header": "h" } }
            { "name": "e", "message": "/m", "subcode": "/s" } { "name": "e", "code": "/c", "errors": "/e", "batch": "/b" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "envelopes": [{ "name": "e", "code": "/c", "subcode": "/s" }], "errors": [@] }"#,
        accepted: r#" { "code": 1, "id": "A", "subcode": 1 } { "code": "a", "subcode": "b c" } "#,
        rejected: r#"
            { "code": null, "id": "A", "subcode": 1 } { "code": "a", "subcode": null } { "code": "a", "subcode": "" }
            { "code": "a", "subcode": "{a}" } { "code": "a", "subcode": 1.5 } { "id": "A", "subcode": 1 }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [@] }"#,
        accepted: r#"
            { "name": "", "code": "" } { "name": "e", "message": "", "params": {} }
            { "name": "e", "code": "", "params": { "": [] } } { "name": "e", "code": "", "batch": "", "results": "" }
            { "name": "e", "code": "", "causes": { "at": [] } } { "name": "e", "header": "H" }
            { "name": "e", "header": "h", "value": "" } { "name": "e", "header": "h", "params": {} }
            { "name": "e", "header": "h", "scheme": "" }
            { "name": "e", "header": "h", "scheme": "s", "code": "", "message": "", "params": { "é": "" } }"#,
        rejected: r#"
            null {} { "name": "e" } { "code": "" } { "name": 1, "code": "" } { "name": "e", "code": "", "value": "a" }
            { "name": "e", "code": "", "params": [] } { "name": "e", "code": "", "params": { "a": 1 } }
            { "name": "e", "causes": [] } { "name": "e", "errors": "/e", "causes": { "at": "/c" } }
            { "name": "e", "code": "", "results": "" } { "name": "e", "code": "", "causes": {} }
            { "name": "e", "header": "" } { "name": "e", "header": "h h" } { "header": "h" }
            { "name": "e", "header": "h", "code": "a" } { "name": "e", "header": "h", "message": "a" }
            { "name": "e", "header": "h", "params": { "a": "b" } } { "name": "e", "header": "h", "status": "/s" }
            { "name": "e", "header": "h", "scheme": "s", "value": "a" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [{ "name": "e", "code": "/code", "extra": @ }] }"#,
        accepted: r#"
            {} { "a": { "at": "" } } { "a1_2": { "at": "/a", "type": "list", "description": "" } } { "a": { "at": ["/a", { "header": "h" }] } }
            { "_0": { "at": "" } } { "self_": { "at": "" } } { "type": { "at": "" } }"#,
        rejected: r#"
            { "a": {} } { "a": "/a" } { "a": { "at": "a" } } { "a": { "at": "", "type": "int" } }
            { "A": { "at": "" } } { "_a": { "at": "" } } { "0": { "at": "" } } { "_": { "at": "" } }
            { "a__b": { "at": "" } } { "a_": { "at": "" } } { "a-b": { "at": "" } }
            { "self": { "at": "" } } { "super": { "at": "" } } { "crate": { "at": "" } }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "language": @ }"#,
        accepted: r#"
            "de" "ja" "pt-BR" "zh-cmn-Hans-CN" "sl-rozaj-biske" "de-CH-1901" "es-419" "de-CH-x-phonebk" "en-US-u-islamcal"
            "zh-CN-a-myext-x-private" "abcd" "abcdefgh" "EN-us""#,
        rejected: r#"
            null 1 [] "" "d" "de_DE" "pt-" "-de" "de--DE" "de-419-DE" "a-DE" "en-u" "en-x" "japanese!" "abcdefghi" "../de"
            "日本" "x-private" "1a" "en\n" "ab-cde-fgh-ijk-lmn""#,
    },
    Place {
        // A language needs a file, which only the reader knows.
        catalog: r#"{ "name": "a", "errors": [], "translations": @ }"#,
        accepted: "[]",
        rejected: r#" null "ja" {} [1] ["pt_BR"] ["ja", "ja"] "#,
    },
    Place {
        // A path needs a file, which only the reader knows.
        catalog: r#"{ "name": "a", "errors": [], "extends": @ }"#,
        accepted: "[]",
        rejected: r#" null "b.json" {} [1] [""] ["/b.json"] ["C:/b.json"] ["c:b.json"] ["..\\b.json"] ["$OUT_DIR/b.json"] "#,
    },
];

/// Catalogs with `@` after the first letter of a string of limited length, and the limit in characters.
pub(super) const LENGTHS: [(&str, usize); 7] = [
    (r#"{ "name": "a@", "errors": [] }"#, 100),
    (
        r#"{ "name": "a", "errors": [{ "code": null, "id": "A@" }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "a@", "id": "A" }] }"#,
        1_000,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "{a@}", "id": "A" }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "A", "message": "{a@}" }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "A", "params": { "a@": {} } }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "A", "retry": { "header": "a@" } }] }"#,
        100,
    ),
];

/// Envelopes that the reader refuses and the schema accepts, because a schema cannot compare values with each other: what
/// fits one pattern with what fits another, a place with another place, or a placeholder with the key that it is for.
pub(super) const UNEXPRESSED: [&str; 10] = [
    // A later pattern, after one that everything fits.
    r#""code": { "at": "/a", "match": ["a{code}", "{code}", "b{code}"] }"#,
    r#""code": { "at": "/a", "match": ["a{_}", "a{code}"] }"#,
    // The last pattern is the one that is written.
    r#""code": { "at": "/a", "match": ["a{code}", "none"] }"#,
    r#""code": { "at": "/a", "match": ["a{code}", "b{_}#{code}"] }"#,
    // The placeholder of another key.
    r#""code": { "at": "/a", "match": "{message}" }"#,
    // Two parts in one place.
    r#""code": "/a", "message": "/a""#,
    r#""code": "/a", "constants": { "/a": 1 }"#,
    r#""code": "/a", "success": { "at": "/b", "is": 1 }, "constants": { "/b": 1 }"#,
    // A place that the format does not have, and a query in an error within an error.
    r#""code": "/a/b", "format": "form""#,
    r#""code": "/a", "causes": { "at": "/b", "code": "$.c" }"#,
];
