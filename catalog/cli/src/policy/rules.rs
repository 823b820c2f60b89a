//! The rules that a policy can ask for.

/// A rule of a policy.
pub(crate) struct PolicyRule {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) explanation: &'static str,
    /// The line that asks for it.
    pub(crate) setting: &'static str,
}

/// Each with a code that stays.
pub(crate) const RULES: [PolicyRule; 5] = [
    PolicyRule {
        code: "P001",
        name: "Required",
        explanation: "Every error has these keys: `title`, `message`, `category`, `scope`, `retry`, `description`, \
            `causes`, `resolution` or `examples`.",
        setting: "require = [\"description\", \"resolution\"]",
    },
    PolicyRule {
        code: "P002",
        name: "CodeStyle",
        explanation: "Every code that is a text is written in one style: `SCREAMING_SNAKE_CASE`, `snake_case`, \
            `kebab-case`, `PascalCase` or `camelCase`. Placeholders may stand for any part of it.",
        setting: "code = \"SCREAMING_SNAKE_CASE\"",
    },
    PolicyRule {
        code: "P003",
        name: "Statuses",
        explanation: "Errors have no other statuses than these.",
        setting: "statuses = [400, 401, 403, 404, 409, 422, 429, 500, 503]",
    },
    PolicyRule {
        code: "P004",
        name: "MessageStyle",
        explanation: "Every message is a `sentence`, with a capital in front and a full stop behind, or a `fragment`, \
            without either. A placeholder in front or behind is neither right nor wrong.",
        setting: "message = \"sentence\"",
    },
    PolicyRule {
        code: "P005",
        name: "Frozen",
        explanation: "These messages stay as they are, because clients rely on their text. Another one breaks clients, \
            for `diff`, too. They are listed by the name of the catalog and the id of the error; in the policy of a \
            catalog, by the id alone.",
        setting: "frozen.payments = { DECLINED = \"The card was declined: {reason}.\" }",
    },
];
