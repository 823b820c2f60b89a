//! Finds the templates of messages: what all messages of one kind have in common stays, and what varies becomes a
//! placeholder.

mod kind;
mod tokens;
mod value;

use super::draft::Param;
use super::sensitive;
use error_catalog_model::ParamType;
pub(super) use kind::{Found, Kind};
use std::collections::HashSet;
use tokens::{tokens, MOST_TOKENS};

/// The most kinds of messages of one code.
const MOST_KINDS: usize = 8;
/// The longest message that is aligned, in bytes.
const LONGEST: usize = 2_000;
/// The messages of one code.
#[derive(Debug, Default)]
pub(super) struct Messages {
    pub(super) kinds: Vec<Kind>,
    /// The messages that are too long, or of too many kinds.
    pub(super) others: usize,
    /// The first messages that are not sensitive.
    pub(super) examples: Vec<String>,
}

impl Messages {
    /// Adds a message.
    pub(super) fn add(&mut self, message: &str) {
        let message = message.trim();
        if message.is_empty() {
            return;
        }
        let is_new = !self.examples.iter().any(|example| example == message);
        if self.examples.len() < 3
            && is_new
            && message.len() <= LONGEST
            && !sensitive::is_in(message)
        {
            self.examples.push(message.to_owned());
        }
        if message.len() > LONGEST {
            self.others += 1;
            return;
        }
        if self.kinds.iter_mut().any(|kind| kind.fits(message)) {
            return;
        }
        let new = tokens(message);
        if new.len() > MOST_TOKENS {
            self.others += 1;
            return;
        }
        let aligned = self.kinds.iter().enumerate().filter_map(|(index, kind)| {
            let (likeness, pieces) = kind.aligned(&new)?;
            Some((likeness, index, pieces))
        });
        // Of kinds that are as alike, the first.
        let best = aligned.max_by_key(|(likeness, index, _)| (*likeness, usize::MAX - index));
        match best {
            Some((_, index, pieces)) => {
                if let Some(kind) = self.kinds.get_mut(index) {
                    kind.pieces = pieces;
                    kind.count += 1;
                }
            }
            None if self.kinds.len() < MOST_KINDS => self.kinds.push(Kind::new(&new)),
            None => self.others += 1,
        }
    }
}

/// Whether two templates of one code would be read in the same way.
pub(super) fn are_distinct(templates: &[&Found]) -> bool {
    let literals = templates.iter().map(|found| {
        let parsed = error_catalog_model::Template::new(&found.template);
        parsed
            .map(|template| template.literals())
            .unwrap_or_default()
    });
    let mut seen = HashSet::new();
    literals.into_iter().all(|literals| seen.insert(literals))
}

/// Whether a parameter says more than that it is a string.
pub(super) const fn is_typed(param: &Param) -> bool {
    !matches!(param.param_type, ParamType::String)
}

#[cfg(test)]
mod tests {
    use super::Messages;
    use error_catalog_model::{compile, ParamType, Source, Template};
    use proptest::prelude::*;

    fn aligned(messages: &[&str]) -> Vec<String> {
        let mut all = Messages::default();
        for message in messages {
            all.add(message);
        }
        all.kinds.iter().map(|kind| kind.found().template).collect()
    }

    #[test]
    fn what_varies_becomes_a_placeholder() {
        for (messages, template) in [
            (
                &["No file a.", "No file b.", "No file c d."][..],
                "No file {file}.",
            ),
            (
                &["Value 31 is less than 100", "Value 7 is less than 50"],
                "Value {value} is less than {value_2}",
            ),
            (
                &["User 'a' not found", "User 'b c' not found"],
                "User '{user}' not found",
            ),
            (&["It is gone.", "It is gone."], "It is gone."),
            (
                &["Limit: {1} of 3", "Limit: {2} of 4"],
                "Limit: {{{limit}}} of {value}",
            ),
        ] {
            assert_eq!(aligned(messages), [template], "{messages:?}");
        }
    }

    #[test]
    fn other_messages_are_of_another_kind() {
        let messages = [
            "The name is missing.",
            "No such page here",
            "The email is missing.",
        ];
        assert_eq!(
            aligned(&messages),
            ["The {value} is missing.", "No such page here"]
        );
    }

    #[test]
    fn numbers_and_quoted_words_of_a_single_message_are_values() {
        assert_eq!(
            aligned(&["Row 17 of 'orders' is bad"]),
            ["Row {row} of '{value}' is bad"]
        );
        let same = ["At most 100 items."; 5];
        assert_eq!(aligned(&same), ["At most 100 items."]);
    }

    #[test]
    fn values_have_types() {
        let mut all = Messages::default();
        for number in 0..5 {
            let message = format!(
                "Row {number} costs {number}.50 since 2024-01-0{}T00:00:00Z, {}!",
                number + 1,
                number > 2
            );
            all.add(&message);
        }
        let found = all.kinds[0].found();
        let types: Vec<_> = found
            .params
            .iter()
            .map(|(param, _)| param.param_type)
            .collect();
        let expected = [
            ParamType::Integer,
            ParamType::Decimal,
            ParamType::Timestamp,
            ParamType::Boolean,
        ];
        assert_eq!(types, expected, "{}", found.template);
    }

    #[test]
    fn what_is_sensitive_is_never_text() {
        let message = "No user ada@example.com at 10.1.2.3 with key sk_live_abcdef0123456789.";
        let templates = aligned(&[message; 20]);
        assert_eq!(templates, ["No user {user} at {value} with key {key}."]);
        let mut all = Messages::default();
        all.add(message);
        assert!(all.examples.is_empty());
    }

    #[test]
    fn many_kinds_and_long_messages_take_little_memory() {
        let mut all = Messages::default();
        for number in 0..200 {
            let word = char::from(b'a' + u8::try_from(number % 26).unwrap());
            all.add(&format!(
                "{0}{0} {0}{0}{0} {0}",
                word.to_string().repeat(number + 2)
            ));
        }
        all.add(&"x ".repeat(100_000));
        assert_eq!(all.kinds.len(), 8);
        assert!(all.others > 100);
    }

    proptest! {
        #[test]
        fn every_template_is_valid(messages in prop::collection::vec("(No|file|[a-c]|\\{|'|[0-9]| |\\.){0,12}", 1..8)) {
            let mut all = Messages::default();
            for message in &messages {
                all.add(message);
            }
            for kind in &all.kinds {
                let found = kind.found();
                prop_assert!(Template::new(&found.template).is_ok());
                let message = serde_json::Value::from(found.template);
                let text = format!(r#"{{ "name": "a", "errors": [{{ "code": "A", "message": {message} }}] }}"#);
                prop_assert!(compile(&Source::new("a.json", text)).is_ok());
            }
        }

        #[test]
        fn messages_of_a_template_give_it_back(values in prop::collection::vec("[b-y]{1,5}", 3..8)) {
            prop_assume!(values.iter().any(|value| value != &values[0]));
            let messages: Vec<_> = values.iter().map(|value| format!("The article {value} is sold.")).collect();
            let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
            prop_assert_eq!(aligned(&messages), ["The article {article} is sold."]);
        }
    }
}
