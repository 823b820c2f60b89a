//! Checks an entry against a policy.

use super::{styles, Violation};
use crate::entry::{code, message};
use error_catalog_model::{Code, Entry, MessageStyle, Policy, RequiredKey};
use std::collections::HashMap;

/// A policy and its owner.
pub(super) struct OwnedPolicy<'p> {
    owner: &'static str,
    policy: &'p Policy,
    /// The frozen messages, by the ids of their entries.
    frozen: HashMap<&'p str, &'p str>,
}

impl<'p> OwnedPolicy<'p> {
    pub(super) fn new(owner: &'static str, policy: &'p Policy) -> Self {
        let frozen = policy.frozen.iter();
        Self {
            owner,
            policy,
            frozen: frozen.map(|(id, message)| (&**id, &**message)).collect(),
        }
    }

    /// Returns the violations of the entry.
    pub(super) fn check(&self, entry: &Entry) -> Vec<Violation> {
        let require = self.policy.require.iter();
        let missing = require.filter_map(|key| self.missing(*key, entry));
        let others = [
            self.code(entry),
            self.status(entry),
            self.message(entry),
            self.frozen(entry),
        ];
        missing.chain(others.into_iter().flatten()).collect()
    }

    fn code(&self, entry: &Entry) -> Option<Violation> {
        let style = self.policy.code?;
        let text = match &entry.code {
            Code::Text(text) => text.clone(),
            Code::Pattern(pattern) => styles::with_words(style, &pattern.template.literals()),
            Code::None | Code::Number(_) => return None,
        };
        let message = format!(
            "the code `{}` is not in the style of {}",
            code(entry),
            self.owner
        );
        let help = format!("write it in {}", style.as_str());
        (!styles::matches(style, &text)).then_some(("P002", entry.id_span, message, help))
    }

    fn status(&self, entry: &Entry) -> Option<Violation> {
        let allowed = self.policy.statuses.as_ref()?;
        let other = entry
            .statuses
            .iter()
            .find(|status| !allowed.contains(status))?;
        let message = format!(
            "`{}` has the status {other}, which {} does not allow",
            entry.id, self.owner
        );
        let known: Vec<String> = allowed.iter().map(u16::to_string).collect();
        Some((
            "P003",
            entry.id_span,
            message,
            format!("allowed: {}", known.join(", ")),
        ))
    }

    fn message(&self, entry: &Entry) -> Option<Violation> {
        let style = self.policy.message?;
        let main = (!entry.is_free_text).then_some((entry.message_span, &entry.message));
        let forms = entry.message.forms().iter();
        let mut all = main
            .into_iter()
            .chain(forms.map(|form| (form.span, &form.message)));
        let is_sentence = style == MessageStyle::Sentence;
        let (span, help) = all.find_map(|(span, message)| {
            Some((span, misfit(message.template.source(), is_sentence)?))
        })?;
        let style = if is_sentence {
            "a sentence"
        } else {
            "a fragment"
        };
        let message = format!("the message of `{}` is not {style}", entry.id);
        Some(("P004", span, message, help.to_owned()))
    }

    fn frozen(&self, entry: &Entry) -> Option<Violation> {
        let frozen = *self.frozen.get(&*entry.id)?;
        let message = format!("the message of `{}` is frozen but differs", entry.id);
        (message_of(entry) != frozen).then(|| {
            (
                "P005",
                entry.message_span,
                message,
                format!("write `{frozen}`"),
            )
        })
    }

    fn missing(&self, key: RequiredKey, entry: &Entry) -> Option<Violation> {
        let is_missing = match key {
            RequiredKey::Title => entry.title.is_none(),
            RequiredKey::Message => entry.is_free_text,
            RequiredKey::Category => entry.category.is_none(),
            RequiredKey::Scope => entry.scope.is_none(),
            RequiredKey::Severity => entry.severity.is_none(),
            RequiredKey::Retry => entry.retry.is_none(),
            RequiredKey::Description => entry.description.is_none(),
            RequiredKey::Causes => entry.causes.is_empty(),
            RequiredKey::Resolution => entry.resolution.is_none(),
            RequiredKey::Examples => entry.examples.is_empty(),
        };
        let key = key.as_str();
        let message = format!(
            "`{}` is missing the key `{key}`, which {} requires",
            entry.id, self.owner
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
}

fn message_of(entry: &Entry) -> &str {
    message(entry).unwrap_or_default()
}

/// Returns what to change in a message that is not in the style.
fn misfit(text: &str, is_sentence: bool) -> Option<&'static str> {
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    let second = text.chars().nth(1);
    let wrong_first = if is_sentence {
        first.is_lowercase()
    } else {
        // A fragment may begin with an acronym such as `HTTP`.
        first.is_uppercase() && second.is_some_and(char::is_lowercase)
    };
    let ends = matches!(last, '.' | '?' | '!');
    let wrong_last = last != '}' && ends != is_sentence;
    match (wrong_first, wrong_last, is_sentence) {
        (true, _, true) => Some("begin it with an upper-case letter"),
        (true, _, false) => Some("begin it with a lower-case letter"),
        (_, true, true) => Some("end it with `.`, `?`, or `!`"),
        (_, true, false) => Some("remove the punctuation at its end"),
        _ => None,
    }
}
