//! The policy of a workspace: rules of its own for its catalogs, each off unless it is asked for.

mod rules;
mod styles;

pub(crate) use rules::RULES;

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
use styles::{CodeStyle, Key, MessageStyle};

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
