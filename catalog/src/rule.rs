//! The rules of a catalog: each with a code that stays, an explanation, and an example that breaks it.

use crate::Severity;

/// Defines the rules in one place, so that no rule is without its explanation and example.
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

            /// The code, which stays the same for good.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Whether breaking it stops the catalog from being used.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What the rule asks, and why.
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$name => $explanation,)* }
            }

            /// The content of a catalog file that breaks it.
            pub const fn example(self) -> &'static [u8] {
                match self { $(Self::$name => $example,)* }
            }
        }
    };
}

impl Rule {
    /// The rule with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }
}

rules! {
    /// The file is no JSON.
    Syntax = "C001" Error
        "A catalog is a JSON file (RFC 8259): no comments, no comma behind the last element, texts in double quotes. \
         Reading stops at the first place that is no JSON, so that mistakes behind it show once it is mended."
        br#"{ "name": "payments", "errors": [ { "code": "A", }, ] }"#

    /// The file is no text.
    Encoding = "C002" Error
        "A catalog is encoded in UTF-8, as JSON files are. A byte order mark in front is allowed and skipped. Most \
         often the file was saved in another encoding by an editor."
        b"{ \"name\": \"payments\", \"title\": \"Zahlungen f\xFCr H\xE4ndler\", \"errors\": [] }"

    /// A key that the format does not have.
    UnknownKey = "C003" Error
        "Every key of a catalog has a meaning; one that is misspelled would be silently lost. The help names the key \
         that was probably meant, or all that may stand there."
        br#"{ "name": "payments", "errors": [{ "code": "A", "mesage": "No." }] }"#

    /// A key that stands twice in one object.
    DuplicateKey = "C004" Error
        "JSON allows a key to stand twice in one object, but readers disagree on which of the two counts. In a catalog \
         each key stands once."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No.", "message": "Never." }] }"#

    /// A value of the wrong type.
    WrongType = "C005" Error
        "A value has a JSON type that its key does not take: a number where a text belongs, an object where a list \
         belongs. `null` is no way to leave a value out, except as a `code`: leave out the key."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": 404 }] }"#

    /// A key that is missing.
    MissingKey = "C006" Error
        "A catalog needs a `name` and its `errors`, and each error needs a `code`. Where an API documents no code, that \
         is said with `\"code\": null`."
        br#"{ "name": "payments", "errors": [{ "message": "No." }] }"#

    /// A name that no catalog can have.
    CatalogName = "C007" Error
        "The name of a catalog is made of small letters and digits in words joined by `-`, and begins with a letter. It \
         appears in messages, in documents and in file names."
        br#"{ "name": "Payments API", "errors": [] }"#

    /// A text that is no id, or a code that gives none.
    Id = "C008" Error
        "The id identifies an error in its catalog and names its variant in Rust. It is made of capitals and digits in \
         words joined by `_`, beginning with a letter. An error without `id` takes it from its code; a number, a code \
         with placeholders or `null` gives none, so that the error must have an `id`."
        br#"{ "name": "payments", "errors": [{ "code": 402, "message": "No." }] }"#

    /// An id that stands twice.
    DuplicateId = "C009" Error
        "Two errors of a catalog cannot have the same id. Several errors may share a code, where their status or message \
         tells them apart: then all but one of them need an `id`."
        br#"{ "name": "payments", "errors": [
            { "code": "LIMIT", "status": 400, "message": "Too much." },
            { "code": "LIMIT", "status": 429, "message": "Too often." }
        ] }"#

    /// Names that become the same in Rust.
    Collision = "C010" Error
        "Ids become variants in `PascalCase`, parameters become fields in `snake_case`. Names that differ only in what is \
         lost on the way, such as `A_1` and `A1`, or `userId` and `user_id`, cannot stand side by side."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "{userId} is not {user_id}." }] }"#

    /// Errors that look the same in a response.
    Indistinguishable = "C011" Error
        "A response must tell which error it is: by its envelope, its code, its status, or the fixed text of its \
         message. Two errors that agree in all of these cannot be told apart when a response is read. The names of \
         placeholders do not travel, so that they make no difference."
        br#"{ "name": "payments", "errors": [
            { "code": "LIMIT", "id": "A", "status": 400, "message": "No {thing}." },
            { "code": "LIMIT", "id": "B", "status": 400, "message": "No {other}." }
        ] }"#

    /// Parameterised codes that share a code.
    Overlap = "C012" Error
        "Codes with placeholders stand for many codes. Where two of them, at the same status, stand for one and the same \
         code, and neither is the special case of the other, a response with this code cannot be told. A special case \
         is allowed: the more specific one is tried first."
        br#"{ "name": "payments", "errors": [
            { "code": "INVALID_{RESOURCE}", "id": "A", "status": 400 },
            { "code": "{RESOURCE}_GONE", "id": "B", "status": 400 }
        ] }"#

    /// A number that is no HTTP status.
    Status = "C013" Error
        "An HTTP status is a whole number from 100 to 599 (RFC 9110). An error may have several, in a list: the first is \
         what a constructed error answers with."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": 4004 }] }"#

    /// A status in some errors and none in others.
    MixedStatus = "C014" Error
        "Either all errors of a catalog have a status, and then every error in Rust has `status()`, or none has one, in \
         a catalog of errors that do not travel over HTTP. A status that most errors share can stand in `defaults`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": 400 }, { "code": "B" }] }"#

    /// A template that cannot be read.
    Template = "C015" Error
        "In a message, `{name}` is a placeholder; its name is made of letters, digits, `_`, `-` and `.`. A brace that is \
         text is doubled: `{{` or `}}`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "The field {field is missing." }] }"#

    /// Placeholders without text between them.
    Adjacent = "C016" Warning
        "Where two placeholders stand side by side, no reader of the message can tell where the first value ends and the \
         second begins: the parameters cannot be recovered from the text."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "{amount}{currency} is too much." }] }"#

    /// Slots that do not fit the message.
    Slots = "C017" Error
        "A placeholder that is repeated in a message is one value, unless `slots` gives each of its occurrences a name \
         of its own. Then there must be as many slots as occurrences."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "{id} is not {id}.",
            "params": { "id": { "slots": ["left", "middle", "right"] } } }] }"#

    /// A category, scope or envelope that is not declared.
    Undeclared = "C018" Error
        "Categories, scopes and envelopes are declared at the top of the catalog, with what they mean; errors refer to \
         them by name. A name that is not declared is most often misspelled."
        br#"{ "name": "payments", "categories": { "input": "The request is wrong." },
            "errors": [{ "code": "A", "category": "imput" }] }"#

    /// An example that is no instance of its message.
    Example = "C019" Error
        "The examples of an error are messages as the API's documents show them. Each must match the error's message, \
         with some text for each placeholder, or one of the two was copied wrongly."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No {thing}.", "examples": ["Not today."] }] }"#

    /// A text that is no JSON pointer.
    Pointer = "C020" Error
        "Envelopes say with JSON pointers (RFC 6901) where things stand in a response: `/error/code` is the member `code` \
         of the member `error`. A pointer begins with `/`; within a key, `~` is written `~0` and `/` is written `~1`."
        br#"{ "name": "payments", "envelopes": [{ "name": "standard", "code": "error.code" }], "errors": [] }"#

    /// A type that no parameter has.
    ParamType = "C021" Error
        "The type of a parameter is one of `string` (which needs not be said), `integer`, `decimal`, `boolean`, \
         `timestamp`, `list` and `json`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "params": { "count": { "type": "int" } } }] }"#

    /// Retry advice that is none.
    Retry = "C022" Error
        "The advice on sending a request again is `never`, `after-fix` or `backoff`, or an object that tells when: \
         `{\"after\": \"24h\"}`, `{\"header\": \"Retry-After\"}` or `{\"param\": \"retry_after\"}`. Where nothing is \
         documented, the key is left out."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": "sometimes" }] }"#

    /// A parameter that the error does not have.
    UnknownParam = "C023" Error
        "Retry advice and earlier messages refer to parameters of their error. A placeholder of an earlier message that \
         has another name today is mapped with `\"params\": { \"old\": \"new\" }` beside that message."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": { "param": "retry_after" } }] }"#

    /// A placeholder that may be missing.
    OptionalPlaceholder = "C024" Error
        "A message cannot be filled without the value of each of its placeholders, so that only details, which travel \
         beside the message, can be optional."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message": "No {thing}.",
            "params": { "thing": { "optional": true } } }] }"#

    /// A successor that does not exist.
    RenamedTo = "C025" Error
        "A deprecated error that was renamed names the id of the error that takes its place."
        br#"{ "name": "payments", "errors": [{ "code": "OLD", "deprecated": { "renamed_to": "NEW" } }] }"#

    /// A code that no API sends.
    CodeGrammar = "C026" Error
        "A code is a text that is not empty, a whole number, or `null`. It has no control characters and no braces but \
         those of placeholders; one with placeholders has no spaces."
        br#"{ "name": "payments", "errors": [{ "code": "", "id": "A" }] }"#

    /// A name that cannot be that of a parameter.
    FieldName = "C027" Error
        "The name of a parameter is made of letters (a to z), digits, `_`, `-` and `.`, at most 100. Parameters become \
         fields in Rust; the extra members of an envelope must be named as fields are, in `snake_case`."
        br#"{ "name": "payments", "errors": [{ "code": "A", "params": { "retry after": {} } }] }"#

    /// A list in which something stands twice.
    Repeated = "C028" Error
        "Statuses, slots, documented values and the names of envelopes stand once each."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": [429, 429] }] }"#

    /// A text that is no name of a header.
    Header = "C029" Error
        "The name of a header is made of letters, digits and a few signs such as `-` (RFC 9110)."
        br#"{ "name": "payments", "errors": [{ "code": "A", "retry": { "header": "Retry After" } }] }"#

    /// An envelope that no response can be known by.
    Envelope = "C030" Error
        "A response is in an envelope if the envelope's code, or in one without codes its message, is there. One in a \
         header is known by its `scheme`, if the header is a challenge such as `WWW-Authenticate` (then `code`, \
         `message` and `params` name the challenge's parameters), or else by the header itself, whose value one \
         parameter can take."
        br#"{ "name": "payments", "envelopes": [{ "name": "standard", "status": "/status" }], "errors": [] }"#

    /// More than can be handled well.
    Limit = "C031" Error
        "A file has at most 32 MiB, a catalog at most 65,000 errors, 1,000 codes with placeholders and 1,000 envelopes, \
         categories or scopes, and the fields of an error fit 120 bytes: 15 texts. The limits keep builds and errors small; they are far above what APIs \
         document."
        br#"{ "name": "payments", "errors": [{ "code": "A", "message":
            "{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m} {n} {o} {p}" }] }"#

    /// A code that is retired, and yet in use.
    RetiredCode = "C032" Error
        "A code that an API once sent and no longer sends is listed in `retired`. It is never given to another error: \
         clients that still know it would take the new error for the old one."
        br#"{ "name": "payments", "retired": [{ "code": "B" }], "errors": [{ "code": "A" }, { "code": "B" }] }"#

    /// An acknowledgement that acknowledges nothing.
    Change = "C033" Error
        "A break that is meant stands in `changes` with the version that brings it, the `entry`, what of it changes and \
         the reason. What changes is `removed`, or the key that holds it: `id`, `code`, `status`, `envelope`, `message`, \
         `params`, `retry` or `scope` of an error, `status`, `envelopes` or `retired` of the catalog. A reason is not \
         empty."
        br#"{ "name": "payments", "errors": [{ "code": "A", "status": 402 }], "changes": [
            { "version": "2.0", "entry": "A", "change": "stauts", "reason": "It is a matter of payment." }
        ] }"#

    /// A policy that asks for what there is not.
    Policy = "C034" Error
        "A catalog's `policy` asks more of its errors than the format does, and `cargo error-catalog check` enforces \
         it. What it can ask for has names: keys of errors in `require`, a style in `code` and in `message`. The \
         messages in `frozen` are those of errors that are in the catalog, by their ids."
        br#"{ "name": "payments", "errors": [], "policy": { "require": ["reslution"] } }"#
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::{compile, Source};
    use std::collections::HashSet;

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        let unique: HashSet<_> = codes.iter().collect();
        assert_eq!(unique.len(), codes.len());
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_example_breaks_its_rule_and_no_other() {
        for rule in Rule::ALL {
            let source = Source::new("example.json", rule.example());
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
    fn every_mistake_says_where_it_is_and_what_to_do() {
        for rule in Rule::ALL {
            let source = Source::new("example.json", rule.example());
            let Err(failure) = compile(&source) else {
                continue;
            };
            let shown = source.render(&failure.diagnostics()[0]);
            assert!(
                shown.starts_with(&format!("error[{}]: ", rule.code())),
                "{shown}"
            );
            assert!(shown.contains("--> example.json:"), "{shown}");
            assert!(shown.contains('^'), "{shown}");
            if !matches!(rule, Rule::WrongType | Rule::CodeGrammar) {
                assert!(shown.contains(" = help: "), "{shown}");
            }
        }
    }
}
