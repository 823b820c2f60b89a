//! The rules that a policy can turn on.

/// A rule of a policy.
pub(crate) struct PolicyRule {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) explanation: &'static str,
    /// An example of the line that turns it on.
    pub(crate) setting: &'static str,
}

/// The rules. Their codes never change.
pub(crate) const RULES: [PolicyRule; 5] = [
    PolicyRule {
        code: "P001",
        name: "Required",
        explanation: "Every error has the keys that are listed: any of `title`, `message`, `category`, `scope`, \
            `retry`, `description`, `causes`, `resolution`, and `examples`.",
        setting: "require = [\"description\", \"resolution\"]",
    },
    PolicyRule {
        code: "P002",
        name: "CodeStyle",
        explanation: "Every code that is a string is written in one style: `SCREAMING_SNAKE_CASE`, `snake_case`, \
            `kebab-case`, `PascalCase`, or `camelCase`. A placeholder counts as a word of the style.",
        setting: "code = \"SCREAMING_SNAKE_CASE\"",
    },
    PolicyRule {
        code: "P003",
        name: "Statuses",
        explanation: "Errors have only the statuses that are listed.",
        setting: "statuses = [400, 401, 403, 404, 409, 422, 429, 500, 503]",
    },
    PolicyRule {
        code: "P004",
        name: "MessageStyle",
        explanation: "Every message is a `sentence` or a `fragment`. A sentence begins with an upper-case letter and \
            ends with a full stop, a question mark, or an exclamation mark; a fragment does neither. A placeholder at \
            the beginning or the end fits both.",
        setting: "message = \"sentence\"",
    },
    PolicyRule {
        code: "P005",
        name: "Frozen",
        explanation: "The messages that are listed never change, because clients rely on them. For `diff`, changing \
            one is a breaking change. List a message under the name of its catalog and the id of its error; in the \
            `policy` of a catalog, under the id alone.",
        setting: "frozen.payments = { DECLINED = \"The card was declined: {reason}.\" }",
    },
];
