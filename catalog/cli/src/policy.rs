//! The policy of a workspace: rules of its own for its catalogs, each off unless it is asked for.

use crate::catalogs::Loaded;
use crate::entry::{code, message};
use crate::failure::Failure;
use crate::findings::Finding;
use crate::workspace::WorkspaceArguments;
use clap::ValueEnum;
use error_catalog_model::{Catalog, Code, Entry, Severity, Span};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

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
        explanation: "These messages stay as they are, because clients rely on their text. They are listed by the \
            name of the catalog and the id of the error.",
        setting: "frozen.payments = { DECLINED = \"The card was declined: {reason}.\" }",
    },
];

/// What a workspace asks of its catalogs.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Policy {
    require: Vec<Key>,
    code: Option<CodeStyle>,
    statuses: Option<Vec<u16>>,
    message: Option<MessageStyle>,
    frozen: BTreeMap<String, BTreeMap<String, String>>,
}

/// A key of an error.
#[derive(Debug, Clone, Copy, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
enum Key {
    Title,
    Message,
    Category,
    Scope,
    Retry,
    Description,
    Causes,
    Resolution,
    Examples,
}

#[derive(Debug, Clone, Copy, Deserialize)]
enum CodeStyle {
    #[serde(rename = "SCREAMING_SNAKE_CASE")]
    ScreamingSnake,
    #[serde(rename = "snake_case")]
    Snake,
    #[serde(rename = "kebab-case")]
    Kebab,
    #[serde(rename = "PascalCase")]
    Pascal,
    #[serde(rename = "camelCase")]
    Camel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum MessageStyle {
    Sentence,
    Fragment,
}

/// What an error breaks: the rule, where, what is wrong, what to do.
type Broken = (&'static str, Span, String, String);

impl Policy {
    /// The policy of the workspace; one that asks for nothing where there is none.
    ///
    /// # Errors
    ///
    /// The workspace cannot be read, or its policy is not understood.
    pub(crate) fn of(workspace: &WorkspaceArguments) -> Result<Self, Failure> {
        let workspace = workspace.find()?;
        let policy = workspace
            .as_ref()
            .and_then(|it| it.metadata.pointer("/error-catalog/policy"));
        policy.map_or_else(
            || Ok(Self::default()),
            |policy| {
                Self::deserialize(policy).map_err(|error| {
                    let message = format!("`workspace.metadata.error-catalog.policy` is not understood: {error}");
                    Failure::new(message).help("`cargo error-catalog check --explain P001`, to `P005`, shows what it can ask for")
                })
            },
        )
    }

    /// What breaks it in a catalog without mistakes.
    pub(crate) fn check<'a>(&self, loaded: &'a Loaded) -> Vec<Finding<'a>> {
        let catalog = loaded.catalog().into_iter();
        let broken = catalog.flat_map(|catalog| {
            let entries = catalog.entries.iter();
            entries.flat_map(|entry| self.entry(catalog, entry))
        });
        broken
            .map(|(rule, span, message, help)| Finding {
                loaded,
                rule,
                severity: Severity::Error,
                message: Cow::Owned(message),
                help: Some(Cow::Owned(help)),
                span,
                related: &[],
            })
            .collect()
    }

    fn entry(&self, catalog: &Catalog, entry: &Entry) -> Vec<Broken> {
        let missing = self.require.iter().filter_map(|key| missing(*key, entry));
        let others = [
            self.code(entry),
            self.status(entry),
            self.message(entry),
            self.frozen(catalog, entry),
        ];
        missing.chain(others.into_iter().flatten()).collect()
    }

    fn code(&self, entry: &Entry) -> Option<Broken> {
        let style = self.code?;
        let text = match &entry.code {
            Code::Text(text) => text.clone(),
            Code::Pattern(pattern) => style.with_words(&pattern.template.literals()),
            Code::None | Code::Number(_) => return None,
        };
        let message = format!(
            "the code `{}` is not in the style of this workspace",
            code(entry)
        );
        let help = format!("write it in {}", style.name());
        (!style.takes(&text)).then_some(("P002", entry.id_span, message, help))
    }

    fn status(&self, entry: &Entry) -> Option<Broken> {
        let allowed = self.statuses.as_ref()?;
        let other = entry
            .statuses
            .iter()
            .find(|status| !allowed.contains(status))?;
        let message = format!(
            "`{}` has the status {other}, which this workspace does not use",
            entry.id
        );
        let known: Vec<String> = allowed.iter().map(u16::to_string).collect();
        Some((
            "P003",
            entry.id_span,
            message,
            format!("allowed: {}", known.join(", ")),
        ))
    }

    fn message(&self, entry: &Entry) -> Option<Broken> {
        let style = self.message?;
        let text = message(entry)?;
        let (first, last) = (text.chars().next()?, text.chars().next_back()?);
        let is_sentence = style == MessageStyle::Sentence;
        let second = text.chars().nth(1);
        let wrong_first = if is_sentence {
            first.is_lowercase()
        } else {
            // `HTTP` may begin a fragment, too.
            first.is_uppercase() && second.is_some_and(char::is_lowercase)
        };
        let ends = matches!(last, '.' | '?' | '!');
        let wrong_last = last != '}' && ends != is_sentence;
        let help = match (wrong_first, wrong_last, is_sentence) {
            (true, _, true) => "begin it with a capital",
            (true, _, false) => "begin it with a small letter",
            (_, true, true) => "end it with a full stop",
            (_, true, false) => "leave out the full stop at its end",
            _ => return None,
        };
        let style = if is_sentence {
            "a sentence"
        } else {
            "a fragment"
        };
        let message = format!("the message of `{}` is not {style}", entry.id);
        Some(("P004", entry.message_span, message, help.to_owned()))
    }

    fn frozen(&self, catalog: &Catalog, entry: &Entry) -> Option<Broken> {
        let frozen = self.frozen.get(&catalog.name)?.get(&entry.id)?;
        let message = format!("the message of `{}` is frozen, but differs", entry.id);
        (message_of(entry) != frozen).then(|| {
            (
                "P005",
                entry.message_span,
                message,
                format!("write `{frozen}`"),
            )
        })
    }
}

fn message_of(entry: &Entry) -> &str {
    message(entry).unwrap_or_default()
}

fn missing(key: Key, entry: &Entry) -> Option<Broken> {
    let is_missing = match key {
        Key::Title => entry.title.is_none(),
        Key::Message => entry.is_free_text,
        Key::Category => entry.category.is_none(),
        Key::Scope => entry.scope.is_none(),
        Key::Retry => entry.retry.is_none(),
        Key::Description => entry.description.is_none(),
        Key::Causes => entry.causes.is_empty(),
        Key::Resolution => entry.resolution.is_none(),
        Key::Examples => entry.examples.is_empty(),
    };
    let key = key
        .to_possible_value()
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default();
    let message = format!(
        "`{}` has no `{key}`, which this workspace requires",
        entry.id
    );
    is_missing.then(|| {
        (
            "P001",
            entry.id_span,
            message,
            format!("add `\"{key}\": …`"),
        )
    })
}

impl CodeStyle {
    const fn name(self) -> &'static str {
        match self {
            Self::ScreamingSnake => "SCREAMING_SNAKE_CASE",
            Self::Snake => "snake_case",
            Self::Kebab => "kebab-case",
            Self::Pascal => "PascalCase",
            Self::Camel => "camelCase",
        }
    }

    /// A code with a word of the style in each of its placeholders.
    fn with_words(self, literals: &[String]) -> String {
        let word = match self {
            Self::ScreamingSnake => "X",
            Self::Pascal => "Xx",
            Self::Snake | Self::Kebab | Self::Camel => "x",
        };
        literals.join(word)
    }

    fn takes(self, code: &str) -> bool {
        let words = |separator: char, takes: fn(u8) -> bool| {
            code.split(separator)
                .all(|word| !word.is_empty() && word.bytes().all(takes))
        };
        let starts = |takes: fn(&char) -> bool| {
            code.chars().next().is_some_and(|first| takes(&first))
                && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        match self {
            Self::ScreamingSnake => words('_', |byte| {
                byte.is_ascii_uppercase() || byte.is_ascii_digit()
            }),
            Self::Snake => words('_', |byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit()
            }),
            Self::Kebab => words('-', |byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit()
            }),
            Self::Pascal => starts(char::is_ascii_uppercase),
            Self::Camel => starts(char::is_ascii_lowercase),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CodeStyle;

    #[test]
    fn each_style_takes_its_codes_only() {
        let styles = [
            (CodeStyle::ScreamingSnake, "CARD_DECLINED_2"),
            (CodeStyle::Snake, "card_declined_2"),
            (CodeStyle::Kebab, "card-declined-2"),
            (CodeStyle::Pascal, "CardDeclined2"),
            (CodeStyle::Camel, "cardDeclined2"),
        ];
        for (style, _) in styles {
            for (other, code) in styles {
                assert_eq!(
                    style.takes(code),
                    style.name() == other.name(),
                    "{} {code}",
                    style.name()
                );
            }
        }
    }
}
