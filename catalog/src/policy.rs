//! What a catalog requires of its entries beyond the rules of the format.

/// What a catalog, or a workspace, requires of entries beyond the rules of the format; by default nothing.
///
/// A catalog that breaks its own policy is still valid: `cargo error-catalog check` enforces the policy, but the derive
/// does not.
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
    /// The keys that every entry must have.
    pub require: Vec<RequiredKey>,
    /// The style of codes that are strings.
    pub code: Option<CodeStyle>,
    /// The statuses that entries can have; `None` if all are allowed.
    pub statuses: Option<Vec<u16>>,
    /// The style of messages.
    pub message: Option<MessageStyle>,
    /// The messages that must not change, by the ids of their entries.
    pub frozen: Vec<(String, String)>,
}

/// Defines an enum of names that occur in catalogs.
macro_rules! names {
    ($(#[$docs:meta])* $name:ident { $($(#[$variant_docs:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_docs])* $variant,)*
        }

        impl $name {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the name in catalogs.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Returns the value with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                for known in Self::ALL {
                    if known.as_str() == name {
                        return Some(*known);
                    }
                }
                None
            }

            /// Returns all names.
            pub fn names() -> Vec<&'static str> {
                let mut names = Vec::with_capacity(Self::ALL.len());
                for known in Self::ALL {
                    names.push(known.as_str());
                }
                names
            }
        }
    };
}

names! {
    /// A key of an entry that a policy can require.
    RequiredKey {
        /// A short name for people.
        Title = "title",
        /// A template, instead of free text.
        Message = "message",
        /// A category.
        Category = "category",
        /// A scope.
        Scope = "scope",
        /// A severity.
        Severity = "severity",
        /// Retry advice.
        Retry = "retry",
        /// What the error means.
        Description = "description",
        /// What causes the error, at least one.
        Causes = "causes",
        /// What to do about the error.
        Resolution = "resolution",
        /// Documented messages, at least one.
        Examples = "examples",
    }
}

names! {
    /// The style of a code.
    CodeStyle {
        /// Capitals and digits, in words joined by `_`.
        ScreamingSnake = "SCREAMING_SNAKE_CASE",
        /// Lower-case letters and digits, in words joined by `_`.
        Snake = "snake_case",
        /// Lower-case letters and digits, in words joined by `-`.
        Kebab = "kebab-case",
        /// Letters and digits, starting with a capital.
        Pascal = "PascalCase",
        /// Letters and digits, starting with a lower-case letter.
        Camel = "camelCase",
    }
}

names! {
    /// The style of a message.
    MessageStyle {
        /// An upper-case letter at the start, and `.`, `?`, or `!` at the end.
        Sentence = "sentence",
        /// Neither.
        Fragment = "fragment",
    }
}
