//! What is asked of errors beyond the rules of the format.

use std::collections::BTreeMap;

/// What a catalog, or a workspace, asks of its errors beyond the rules of the format; nothing, unless it says so.
///
/// A catalog that does not keep its own policy is a catalog all the same: `cargo error-catalog check` enforces it, the
/// derive does not.
///
/// ```
/// use error_catalog_model::{compile, CodeStyle, RequiredKey, Source};
///
/// let source = Source::new("payments.json", br#"{
///     "name": "payments",
///     "errors": [],
///     "policy": { "require": ["resolution"], "code": "SCREAMING_SNAKE_CASE" }
/// }"#.to_vec());
///
/// let policy = compile(&source).unwrap().catalog.policy;
/// assert_eq!(policy.require, [RequiredKey::Resolution]);
/// assert_eq!(policy.code, Some(CodeStyle::ScreamingSnake));
/// assert_eq!(policy.message, None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// The keys that every error has.
    pub require: Vec<RequiredKey>,
    /// How codes that are texts are written.
    pub code: Option<CodeStyle>,
    /// The statuses that errors may have; `None` where all may.
    pub statuses: Option<Vec<u16>>,
    /// How messages are written.
    pub message: Option<MessageStyle>,
    /// The messages that stay as they are, by the ids of their errors.
    pub frozen: BTreeMap<String, String>,
}

/// Defines an enum of names that catalogs write.
macro_rules! names {
    ($(#[$docs:meta])* $name:ident { $($(#[$variant_docs:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_docs])* $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name, as the catalog has it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.as_str() == name)
            }

            /// All names.
            pub fn names() -> Vec<&'static str> {
                Self::ALL.iter().map(|it| it.as_str()).collect()
            }
        }
    };
}

names! {
    /// A key of an error that a policy can require.
    RequiredKey {
        /// A short human name.
        Title = "title",
        /// A template, so that the message is no free text.
        Message = "message",
        /// A category.
        Category = "category",
        /// A scope.
        Scope = "scope",
        /// Retry advice.
        Retry = "retry",
        /// What the error means.
        Description = "description",
        /// What causes it, at least one.
        Causes = "causes",
        /// What to do about it.
        Resolution = "resolution",
        /// Messages as documented, at least one.
        Examples = "examples",
    }
}

names! {
    /// How a code is written.
    CodeStyle {
        /// Capitals and digits, in words joined by `_`.
        ScreamingSnake = "SCREAMING_SNAKE_CASE",
        /// Small letters and digits, in words joined by `_`.
        Snake = "snake_case",
        /// Small letters and digits, in words joined by `-`.
        Kebab = "kebab-case",
        /// Letters and digits, a capital first.
        Pascal = "PascalCase",
        /// Letters and digits, a small letter first.
        Camel = "camelCase",
    }
}

names! {
    /// How a message is written.
    MessageStyle {
        /// A capital in front, a full stop behind.
        Sentence = "sentence",
        /// Neither.
        Fragment = "fragment",
    }
}
