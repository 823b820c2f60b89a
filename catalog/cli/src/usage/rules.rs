//! The rules of `unused`.

/// A rule about the use of catalogs.
pub(crate) struct UsageRule {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) explanation: &'static str,
    pub(crate) example_title: &'static str,
    pub(crate) example: &'static str,
}

pub(super) const UNUSED_ENTRY: &str = "U001";
pub(super) const CODE_AS_STRING: &str = "U002";

/// The rules. Their codes never change.
pub(crate) const RULES: [UsageRule; 2] = [
    UsageRule {
        code: UNUSED_ENTRY,
        name: "UnusedEntry",
        explanation: "A Rust source of the workspace names every entry: it constructs the error, matches its variant or \
            its kind, or has its id or code as a string. Entries in the `fallbacks` of the catalog are in use, and so are \
            variants with `#[from]` and the rules of validators. \
            `cargo error-catalog unused` checks this, and not `check`, because a client need not name every error of an \
            API.",
        example_title: "Sources that name `DECLINED`:",
        example: "return Err(PaymentsError::declined(\"lost\"));\n\
            match error { PaymentsError::Declined { reason } => …, _ => … }\n\
            if error.kind() == PaymentsErrorKind::Declined { … }",
    },
    UsageRule {
        code: CODE_AS_STRING,
        name: "CodeAsString",
        explanation: "A source does not repeat a code of the catalog as a string, which the compiler cannot compare with \
            the catalog. Tests can: code below `#[cfg(test)]` and in the folders `tests` and `benches` is not \
            searched. Codes of lower-case letters or of digits only are not searched for either, because such strings \
            have other meanings. `cargo error-catalog unused` checks this.",
        example_title: "A source that breaks it, and what to write instead:",
        example: "if body.code == \"CARD_DECLINED\" { … }\n\
            if error.kind() == PaymentsErrorKind::CardDeclined { … }",
    },
];
